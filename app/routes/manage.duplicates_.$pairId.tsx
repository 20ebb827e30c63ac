import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { PairForm } from '#app/features/duplicates/duplicates.schema.ts';
import { DuplicatesHead } from '#app/features/duplicates/duplicates-head.tsx';
import { getPair, keepApart, mergeAccounts } from '#app/features/duplicates/index.server.ts';
import { PairForms } from '#app/features/duplicates/pair-forms.tsx';
import { PairFacts, PairSides } from '#app/features/duplicates/pair-view.tsx';
import { hasSteppedUp, requireTopRight } from '#app/features/identity/guard.server.ts';
import { recordLook } from '#app/features/operations/index.server.ts';
import { paths, withReturn } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { duplicatesText } from '#app/text/duplicates.ts';
import { decisionStyles } from '#app/ui/decisions-styles.ts';
import { useFormFaults } from '#app/ui/form-faults.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { FaultSummary } from '#app/ui/pieces.tsx';

export const links = decisionStyles;
export const meta = formTitle<typeof loader>((locale) => duplicatesText[locale].pairTitle);

async function open(request: Request, pairId: string | undefined, at: number) {
  const actor = await requireTopRight(request, 'merge-accounts', at);
  const pair = await getPair({ actor, pairId: pairId ?? '', now: at });
  if (!pair) throw refusalPage('not-found');
  return { actor, pair };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const at = now();
  const { actor, pair } = await open(request, params['pairId'], at);
  for (const { accountId } of pair.sides) {
    await recordLook({ actor, action: 'duplicate.seen', subject: `account:${accountId}`, now: at });
  }
  return { pair, mustStepUp: !(await hasSteppedUp(request, at)), isFaulted: hasFaults(context) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const { actor, pair } = await open(request, params['pairId'], at);
  const hasProved = await hasSteppedUp(request, at);
  const form = await readForm(request, PairForm);
  if (!form.ok) {
    noteFaults(context);
    return data({ faults: form.error.faults, values: form.error.raw }, { status: 422 });
  }
  const values: Record<string, string | undefined> = form.value;
  const refuse = (refusal: RefusalCode) => {
    noteFaults(context);
    return data({ refusal, values }, { status: statusOf(refusal) });
  };
  const { reason } = form.value;
  if (form.value.intent === 'apart') {
    const apart = await keepApart({ actor, pairId: pair.id, reason, now: at });
    if (!apart.ok) return refuse(apart.error);
    throw redirect(`${paths.manageDuplicates()}?done=apart`);
  }
  if (!hasProved) return refuse('step-up-needed');
  const [a, b] = pair.sides.map(({ accountId }) => accountId);
  const { keep, grants } = form.value;
  const merged = await mergeAccounts({
    actor,
    keptId: (keep === 'a' ? a : b) ?? '',
    mergedId: (keep === 'a' ? b : a) ?? '',
    takesGrants: grants && grants === 'take',
    reason,
    now: at,
  });
  if (!merged.ok) return refuse(merged.error);
  throw redirect(`${paths.manageMerges()}?done=merged`);
}

export default function PairPage() {
  const t = useText(duplicatesText);
  const { pair, mustStepUp } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const values: Record<string, string | undefined> = answer?.values ?? {};
  const faults = useFormFaults(answer, t.faults, { reason: `${values['intent'] ?? 'merge'}-reason`, keep: 'keep' });
  const stepUp = mustStepUp ? withReturn(paths.stepUp(), paths.manageDuplicate(pair.id)) : undefined;
  return (
    <div className="stack-l">
      <DuplicatesHead here={t.pairTitle} lead={t.pairLead} done={null} />
      <FaultSummary faults={faults} />
      <PairFacts pair={pair} />
      <PairSides pair={pair} />
      {pair.state === 'open' && <PairForms pair={pair} values={values} faults={faults} stepUp={stepUp} />}
    </div>
  );
}
