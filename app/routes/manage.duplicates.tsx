import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DUPLICATE_REASONS } from '#app/domain/duplicates/compare-people.ts';
import { DuplicatesHead } from '#app/features/duplicates/duplicates-head.tsx';
import { listPairs, PAIRS_PER_PAGE } from '#app/features/duplicates/index.server.ts';
import { PairList } from '#app/features/duplicates/pair-list.tsx';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { recordLooks } from '#app/features/operations/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { pageOf } from '#app/platform/http/query.server.ts';
import { duplicatesText } from '#app/text/duplicates.ts';
import { decisionStyles } from '#app/ui/decisions-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';

export const links = decisionStyles;
export const meta = pageTitle<typeof loader>((locale) => duplicatesText[locale].title);

const STATES = ['open', 'different', 'merged'] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'merge-accounts', at);
  const query = new URL(request.url).searchParams;
  const state = STATES.find((each) => each === query.get('state')) ?? 'open';
  const reason = DUPLICATE_REASONS.find((each) => each === query.get('reason'));
  const page = pageOf(request);
  const { rows, total, accountIds } = await listPairs({ state, reason, page, now: at });
  await recordLooks({ actor, action: 'duplicates.seen', subject: 'accounts', accountIds, now: at });
  const pages = Math.max(1, Math.ceil(total / PAIRS_PER_PAGE));
  return { rows, state, reason, page, pages, done: query.get('done') };
}

export default function DuplicatesPage() {
  const t = useText(duplicatesText);
  const { done, ...list } = useLoaderData<typeof loader>();
  return (
    <div className="stack-l">
      <DuplicatesHead lead={t.lead} done={done} />
      <PairList {...list} />
    </div>
  );
}
