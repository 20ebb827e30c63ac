import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Actor } from '#app/domain/identity/actor.ts';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { hasSteppedUp, requireTopRight } from '#app/features/identity/guard.server.ts';
import { getNamesFor } from '#app/features/identity/index.server.ts';
import { recordLooks } from '#app/features/operations/index.server.ts';
import * as proposals from '#app/features/proposals/index.server.ts';
import { ProposalPage } from '#app/features/proposals/proposal-page.tsx';
import { DecisionForm } from '#app/features/proposals/proposals.schema.ts';
import { carryOutCorrection, getCorrectionProposal, startRegrading } from '#app/features/regrading/index.server.ts';
import { CorrectionPreviewView } from '#app/features/regrading/views/correction-preview.tsx';
import { KeyItemView } from '#app/features/regrading/views/key-item-view.tsx';
import { AttemptView } from '#app/features/rulings/attempt-view.tsx';
import { carryOutRuling, getProposedAttempt } from '#app/features/rulings/index.server.ts';
import { getTopUnit, getUnitNames } from '#app/features/units/index.server.ts';
import { paths, withReturn } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { proposalsText } from '#app/text/proposals.ts';
import { decisionAndKeyStyles } from '#app/ui/decisions-styles.ts';
import { useFormFaults } from '#app/ui/form-faults.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';

export const links = decisionAndKeyStyles;
export const meta = formTitle<typeof loader>((locale, page) => page && proposalsText[locale].kinds[page.row.kind]);

async function open(request: Request, id: string | undefined, at: number) {
  const proposal = await proposals.findProposal(undefined, id ?? '');
  // why some right all the same: who may decide on nothing is not told whether there is such a proposal.
  const actor = await requireTopRight(request, proposals.rightFor(proposal?.kind ?? 'correctKey'), at);
  if (!proposal) throw refusalPage('not-found');
  return { actor, proposal, topPath: (await getTopUnit(at))?.path ?? '' };
}

const look = (actor: Actor, accountIds: readonly string[], subject: string, at: number): Promise<void> =>
  recordLooks({ actor, action: 'proposal.seen', subject, accountIds, now: at });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const at = now();
  const { actor, proposal, topPath } = await open(request, params['proposalId'], at);
  const nameThem = async (accountIds: readonly string[], unitIds: readonly string[]) => {
    const named = await getNamesFor(actor, accountIds, { topPath, now: at });
    await look(actor, named.isMasked ? [] : accountIds, `contest:${proposal.contestId ?? ''}`, at);
    return { ...named, units: await getUnitNames(unitIds) };
  };
  const isKey = proposal.kind === 'correctKey';
  const attempt = isKey ? undefined : await getProposedAttempt(actor, proposal, at);
  if (attempt) await look(actor, [attempt.person.id], `contest:${proposal.contestId ?? ''}`, at);
  const [row] = await proposals.proposalRows([proposal], actor, at);
  if (!row) throw refusalPage('not-found');
  return {
    row,
    correction: isKey ? await getCorrectionProposal({ actor, proposal, now: at }, nameThem) : undefined,
    attempt,
    mustStepUp: !(await hasSteppedUp(request, at)),
    done: new URL(request.url).searchParams.get('done'),
    isFaulted: hasFaults(context),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const { actor, proposal, topPath } = await open(request, params['proposalId'], at);
  const { id: proposalId, kind } = proposal;
  const hasProved = await hasSteppedUp(request, at);
  const form = await readForm(request, DecisionForm);
  const refuse = (refusal: RefusalCode, reason?: string) => {
    noteFaults(context);
    return data({ refusal, reason }, { status: statusOf(refusal) });
  };
  if (!form.ok) {
    noteFaults(context);
    return data({ faults: form.error.faults, reason: form.error.raw['reason'] }, { status: 422 });
  }
  const command = { actor, proposalId, now: at };
  const { intent, reason = '' } = { reason: undefined, ...form.value };
  if (intent === 'agree' && !hasProved) return refuse('step-up-needed');
  const seen = form.value.intent === 'agree' && form.value.seen ? Number(form.value.seen) : undefined;
  const acts = {
    withdraw: () => proposals.withdrawProposal(command),
    refuse: () => proposals.refuseProposal({ ...command, reason }),
    agree: () => (kind === 'correctKey' ? carryOutCorrection({ ...command, seen, topPath }) : carryOutRuling(command)),
  };
  const done = await acts[intent]();
  if (!done.ok) return refuse(done.error, reason);
  if (done.value && 'correctionId' in done.value) await startRegrading(done.value.correctionId, at);
  const state = { withdraw: 'withdrawn', refuse: 'refused', agree: 'carriedOut' }[intent];
  throw redirect(`${paths.manageProposal(proposalId)}?done=${state}`);
}

export default function ProposalRoute() {
  const t = useText(proposalsText);
  const { row, correction, attempt, mustStepUp, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const faults = useFormFaults(answer, t.faults, { reason: 'reason' });
  const stepUp = mustStepUp ? withReturn(paths.stepUp(), paths.manageProposal(row.id)) : undefined;
  const { item, view, seen, impossible } = correction ?? {};
  return (
    <ProposalPage {...{ row, done, faults, stepUp, seen, impossible, reason: answer?.reason }}>
      {item &&
        (view ? (
          <CorrectionPreviewView item={item} view={view} />
        ) : (
          <KeyItemView item={item} editor={paths.manageItem(item.itemId)} />
        ))}
      {attempt && <AttemptView record={attempt} />}
    </ProposalPage>
  );
}
