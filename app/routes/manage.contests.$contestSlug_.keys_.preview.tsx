import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { findContest } from '#app/features/contests/index.server.ts';
import { hasSteppedUp, requireTopRight } from '#app/features/identity/guard.server.ts';
import { getNamesFor } from '#app/features/identity/index.server.ts';
import { recordLooks } from '#app/features/operations/index.server.ts';
import { ConfirmCorrection, CorrectionPreviewView } from '#app/features/regrading/views/correction-preview.tsx';
import { getKeyItem, previewCorrection, proposeCorrection } from '#app/features/regrading/index.server.ts';
import { KeyForm } from '#app/features/regrading/views/key-form.tsx';
import { KeyItemView } from '#app/features/regrading/views/key-item-view.tsx';
import { KeysFrame } from '#app/features/regrading/views/keys-frame.tsx';
import { formValues, valuesOf } from '#app/features/regrading/views/keys-page.ts';
import { acceptedOf, CorrectionForm } from '#app/features/regrading/keys.schema.ts';
import { peopleOf, previewView, type PreviewAnswer } from '#app/features/regrading/views/preview-view.ts';
import { useKeyFaults } from '#app/features/regrading/views/use-key-faults.ts';
import { getTopUnit, getUnitNames } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { keysPreviewText } from '#app/text/keys-preview.ts';
import { keysText } from '#app/text/keys.ts';
import { keysStyles } from '#app/ui/keys-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { FaultSummary } from '#app/ui/pieces.tsx';
import { StepUpLink } from '#app/ui/step-up-link.tsx';

export const links = keysStyles;
export const meta = formTitle<typeof loader>((locale) => keysPreviewText[locale].previewTitle);

async function open(request: Request, contestSlug: string | undefined, at: number) {
  const actor = await requireTopRight(request, 'correct-keys', at);
  const contest = await findContest({ slug: contestSlug ?? '' });
  const item = contest && (await getKeyItem(contest.slug, new URL(request.url).searchParams.get('item') ?? ''));
  if (!contest || !item) throw refusalPage('not-found');
  return { actor, contest, item };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { contest, item } = await open(request, params['contestSlug'], now());
  return { contest: { slug: contest.slug, title: contest.title }, item, isFaulted: hasFaults(context) };
}

const answer = (body: PreviewAnswer, status = 200) => data(body, { status });

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const { actor, contest, item } = await open(request, params['contestSlug'], at);
  const copy = request.clone();
  const form = await readForm(request, CorrectionForm);
  const values = formValues(await copy.formData());
  if (!form.ok) {
    noteFaults(context);
    return answer({ values, faults: form.error.faults }, statusOf('invalid'));
  }
  const { intent, kind, reason, seen } = form.value;
  if (intent === 'edit') return answer({ values });
  const { itemVersionId } = item;
  const correction = { kind, accepted: acceptedOf(item.interaction, form.value) };
  const asked = { actor, contestSlug: contest.slug, itemVersionId, correction, now: at };
  const refuse = (refusal: RefusalCode) => {
    noteFaults(context);
    return answer({ values, refusal }, statusOf(refusal));
  };
  if (!(await hasSteppedUp(request, at))) return refuse('step-up-needed');
  if (intent === 'confirm') {
    const made = await proposeCorrection({ ...asked, reason, seen: Number(seen) });
    if (!made.ok) return refuse(made.error);
    throw redirect(`${paths.manageProposal(made.value.proposalId)}?done=made`);
  }
  const preview = await previewCorrection(asked);
  if (!preview.ok) return refuse(preview.error);
  const { accountIds, unitIds } = peopleOf(preview.value);
  const { names, isMasked } = await getNamesFor(actor, accountIds, {
    topPath: (await getTopUnit(at))?.path ?? '',
    now: at,
  });
  if (!isMasked) {
    await recordLooks({
      actor,
      action: 'correction-preview.seen',
      subject: `contest:${contest.id}`,
      accountIds,
      now: at,
    });
  }
  const view = previewView(preview.value, { names, units: await getUnitNames(unitIds), isMasked });
  return answer({ values, preview: { view, seen: preview.value.seen, key: crypto.randomUUID() } });
}

export default function PreviewPage() {
  const t = useText(keysText);
  const { previewTitle, previewLead } = useText(keysPreviewText);
  const { contest, item } = useLoaderData<typeof loader>();
  const { values = valuesOf(item, ''), preview, ...wrong } = useActionData<typeof action>() ?? {};
  const faults = useKeyFaults(wrong);
  const here = paths.previewKey(contest.slug, item.itemVersionId);
  if (preview) {
    return (
      <KeysFrame contest={contest} here={previewTitle} item={item} lead={previewLead}>
        <CorrectionPreviewView item={item} view={preview.view} />
        <ConfirmCorrection action={here} values={values} seen={preview.seen} sendKey={preview.key} />
      </KeysFrame>
    );
  }
  return (
    <KeysFrame contest={contest} here={t.itemTitle(item.itemId)} lead={t.lead}>
      <FaultSummary faults={faults} />
      <StepUpLink refusal={'refusal' in wrong ? wrong.refusal : undefined} />
      <div className="keys-item">
        <KeyItemView item={item} editor={paths.manageItem(item.itemId)} />
        <KeyForm slug={contest.slug} item={item} values={values} faults={faults} />
      </div>
    </KeysFrame>
  );
}
