import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { can } from '#app/domain/identity/permissions.ts';
import { bankAddress, bankQueryOf } from '#app/features/bank/bank-address.ts';
import { AskedFor, BankFilters, BankTabs } from '#app/features/bank/bank-filters.tsx';
import { BankHead } from '#app/features/bank/bank-head.tsx';
import { BankList } from '#app/features/bank/bank-list.tsx';
import { BulkAnswerView, useMissing, type BulkAnswer } from '#app/features/bank/bulk-answer.tsx';
import { BulkForm } from '#app/features/bank/bulk/bulk.schema.ts';
import { actOf, fieldsOf } from '#app/features/bank/bulk/order-bulk.ts';
import { DoneNotice, UndoneNotice } from '#app/features/bank/done-notice.tsx';
import { findBankIds, findBatch, listBank, planBulk, runBulk } from '#app/features/bank/index.server.ts';
import { FoundLine } from '#app/features/bank/found-line.tsx';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getFullNames } from '#app/features/identity/index.server.ts';
import { getLessonNames } from '#app/features/lessons/index.server.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { pageOf } from '#app/platform/http/query.server.ts';
import { statusOf } from '#app/platform/http/respond.server.ts';
import { bankText } from '#app/text/bank.ts';
import { BankBreadcrumb } from '#app/ui/bank-breadcrumb.tsx';
import { bankStyles } from '#app/ui/bank-styles.ts';
import { formTitle } from '#app/ui/page-title.ts';
import { Pager } from '#app/ui/pieces.tsx';

export const links = bankStyles;
export const meta = formTitle<typeof loader>((locale) => bankText[locale].title);

const answer = (value: BulkAnswer, status = 200) => data(value, { status });

async function reading(request: Request, at: number) {
  const actor = await requireTopRight(request, 'read-items', at);
  const path = (await getTopUnit(at))?.path ?? '';
  const [mayWrite, mayReview, mayPublish] = (['write-items', 'review-items', 'publish-items'] as const).map((right) =>
    can(actor, right, path),
  ) as [boolean, boolean, boolean];
  const mayLead = can(actor, 'grant-item-role', path);
  return {
    actor,
    mayLead,
    rights: { mayWrite, mayReview, mayPublish },
    query: bankQueryOf(new URL(request.url).searchParams),
  };
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, mayLead, rights, query } = await reading(request, now());
  const search = new URL(request.url).searchParams;
  const [page, batch] = await Promise.all([
    listBank({ actor, rights, query, page: pageOf(request) }),
    findBatch(search.get('done') ?? '', actor),
  ]);
  const known = [...Object.keys(page.counts.author), ...page.rows.flatMap(({ lastAct }) => lastAct?.actorId ?? [])];
  const people = Object.fromEntries(await getFullNames([...new Set(known)]));
  const undone = (search.get('undone') ?? '').split('-').map(Number).filter(Number.isSafeInteger);
  return {
    page,
    query,
    batch,
    undone: search.has('undone') ? undone : undefined,
    mayLead,
    mayWrite: rights.mayWrite,
    names: { ...getLessonNames(), people },
    isFaulted: hasFaults(context),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const { actor, rights, query } = await reading(request, at);
  const form = await readForm(request, BulkForm);
  if (!form.ok || (form.value.scope === 'chosen' && form.value.id.length === 0)) {
    noteFaults(context);
    return answer({ missing: form.ok ? ['id'] : Object.keys(form.error.faults) }, 422);
  }
  const ids = form.value.scope === 'all' ? await findBankIds({ actor, rights, query }) : form.value.id;
  const order = { actor, rights, act: actOf(form.value), ids };
  const fields = fieldsOf(form.value);
  if (form.value.intent === 'preview') return answer({ plan: await planBulk(order), fields });
  const done = await runBulk({ ...order, seal: form.value.seal, now: at });
  const here = bankAddress(query, { page: pageOf(request) });
  if (done.ok) throw redirect(paths.manageItems(`${here}${here === '' ? '?' : '&'}done=${done.value.batchId}`));
  noteFaults(context);
  return answer({ plan: await planBulk(order), fields, refusal: done.error }, statusOf(done.error));
}

export default function BankPage() {
  const { page, query, batch, undone, mayWrite, mayLead, names } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const listAddress = bankAddress(query, { page: page.page });
  const fault = useMissing(said);
  return (
    <div className="stack">
      <BankBreadcrumb />
      <BankHead query={query} mayWrite={mayWrite} mayLead={mayLead} />
      {batch && !said && <DoneNotice batch={batch} returnTo={paths.manageItems(listAddress)} />}
      {undone && !said && <UndoneNotice counts={undone} />}
      {said && <BulkAnswerView key={said.plan?.seal} said={said} listAddress={listAddress} />}
      <BankTabs {...page} query={query} names={names} />
      <BankFilters {...page} query={query} names={names} />
      <AskedFor query={query} names={names} />
      <FoundLine page={page} />
      {page.rows.length > 0 && <BankList key={listAddress} page={page} names={names} fault={fault} />}
      <Pager {...page} hrefOf={(number) => paths.manageItems(bankAddress(query, { page: number }))} />
    </div>
  );
}
