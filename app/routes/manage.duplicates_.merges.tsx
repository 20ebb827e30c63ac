import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { UndoMergeForm } from '#app/features/duplicates/duplicates.schema.ts';
import { DuplicatesHead } from '#app/features/duplicates/duplicates-head.tsx';
import { listMerges, MERGES_PER_PAGE, undoMerge } from '#app/features/duplicates/index.server.ts';
import { MergeList } from '#app/features/duplicates/merge-list.tsx';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { recordLooks } from '#app/features/operations/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { pageOf } from '#app/platform/http/query.server.ts';
import { statusOf } from '#app/platform/http/respond.server.ts';
import { duplicatesText } from '#app/text/duplicates.ts';
import { decisionStyles } from '#app/ui/decisions-styles.ts';
import { useFormFaults } from '#app/ui/form-faults.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { FaultSummary } from '#app/ui/pieces.tsx';

export const links = decisionStyles;
export const meta = formTitle<typeof loader>((locale) => duplicatesText[locale].mergesTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'merge-accounts', at);
  const page = pageOf(request);
  const { rows, total, accountIds } = await listMerges(page);
  await recordLooks({ actor, action: 'merges.seen', subject: 'accounts', accountIds, now: at });
  const done = new URL(request.url).searchParams.get('done');
  return { rows, page, pages: Math.max(1, Math.ceil(total / MERGES_PER_PAGE)), done, isFaulted: hasFaults(context) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'merge-accounts', at);
  const form = await readForm(request, UndoMergeForm);
  if (!form.ok) {
    noteFaults(context);
    return data({ faults: form.error.faults, values: form.error.raw }, { status: 422 });
  }
  const undone = await undoMerge({ actor, ...form.value, now: at });
  if (undone.ok) throw redirect(`${paths.manageMerges()}?done=undone`);
  noteFaults(context);
  const values: Record<string, string> = form.value;
  return data({ refusal: undone.error, values }, { status: statusOf(undone.error) });
}

export default function MergesPage() {
  const t = useText(duplicatesText);
  const { rows, page, pages, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { mergeId = '', reason }: Record<string, string> = answer?.values ?? {};
  const faults = useFormFaults(answer, t.faults, { reason: `undo-${mergeId}` });
  return (
    <div className="stack-l">
      <DuplicatesHead here={t.mergesTitle} lead={t.mergesLead} done={faults ? null : done} />
      <FaultSummary faults={faults} />
      <MergeList
        rows={rows}
        page={page}
        pages={pages}
        answered={answer && { mergeId, reason }}
        fault={faults?.[`undo-${mergeId}`]}
      />
    </div>
  );
}
