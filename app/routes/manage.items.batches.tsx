import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { BatchList, Obstacles } from '#app/features/bank/batch-list.tsx';
import { BatchForm } from '#app/features/bank/bulk/bulk.schema.ts';
import { UndoneNotice } from '#app/features/bank/done-notice.tsx';
import { getUndoObstacles, listBatches, undoBatch, type UndoObstacles } from '#app/features/bank/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { paths, safeReturn } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { statusOf } from '#app/platform/http/respond.server.ts';
import { bankBulkText } from '#app/text/bank-bulk.ts';
import { refusalText } from '#app/text/refusals.ts';
import { BankBreadcrumb } from '#app/ui/bank-breadcrumb.tsx';
import { bankStyles } from '#app/ui/bank-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';

export const links = bankStyles;
export const meta = formTitle<typeof loader>((locale) => bankBulkText[locale].batchesTitle);

interface Answer {
  readonly refusal: RefusalCode;
  readonly found?: UndoObstacles | undefined;
  readonly returnTo?: string;
}
const answer = (value: Answer) => data(value, { status: statusOf(value.refusal) });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireTopRight(request, 'read-items', now());
  const undone = new URL(request.url).searchParams.get('undone');
  return {
    batches: await listBatches(actor),
    undone: undone?.split('-').map(Number).filter(Number.isSafeInteger),
    isFaulted: hasFaults(context),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'read-items', at);
  const form = await readForm(request, BatchForm);
  if (!form.ok) return answer({ refusal: 'invalid' });
  const { batch: batchId, onlyRest } = form.value;
  const returnTo = safeReturn(form.value.returnTo, paths.manageItemsBatches());
  const result = await undoBatch({ actor, batchId, onlyRest, now: at });
  if (result.ok) {
    const { undone, retired, left } = result.value;
    throw redirect(`${returnTo}${returnTo.includes('?') ? '&' : '?'}undone=${undone}-${retired}-${left}`);
  }
  noteFaults(context);
  const found = result.error === 'changed-since' ? await getUndoObstacles(batchId, actor) : undefined;
  return answer({ refusal: result.error, found, returnTo });
}

export default function BatchesPage() {
  const t = useText(bankBulkText);
  const refusals = useText(refusalText);
  const { batches, undone } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return (
    <div className="stack-l">
      <BankBreadcrumb here={t.batchesTitle} />
      <header className="stack-s">
        <h1>{t.batchesTitle}</h1>
        <p className="measure">{t.batchesLead}</p>
      </header>
      {undone && !said && <UndoneNotice counts={undone} />}
      {said && <p className="notice notice--bad">{refusals[said.refusal]}</p>}
      {said?.found && <Obstacles found={said.found} returnTo={said.returnTo ?? paths.manageItemsBatches()} />}
      <BatchList batches={batches} />
    </div>
  );
}
