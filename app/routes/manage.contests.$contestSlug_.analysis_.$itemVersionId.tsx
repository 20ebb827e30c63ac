import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { analysisHref, readAnalysisQuery } from '#app/features/analysis/analysis-address.ts';
import { getItemAnalysis } from '#app/features/analysis/index.server.ts';
import { ItemView } from '#app/features/analysis/item-page.tsx';
import { getContest } from '#app/features/contests/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { analysisItemText } from '#app/text/analysis-item.ts';
import { analysisText } from '#app/text/analysis.ts';
import { manageText } from '#app/text/manage.ts';
import { analysisStyles } from '#app/ui/analysis-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const links = analysisStyles;
export const meta = pageTitle<typeof loader>(
  (locale, data) => data && analysisItemText[locale].pageTitle(data.item.itemId),
);

/** How one question of a round did. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  await requireTopRight(request, 'see-contest-dashboard', serverNow);
  const found = await getContest(params['contestSlug'] ?? '', serverNow);
  if (!found) throw refusalPage('not-found');
  const search = new URL(request.url).searchParams;
  const query = readAnalysisQuery(search);
  const itemVersionId = params['itemVersionId'] ?? '';
  const item = await getItemAnalysis(found, itemVersionId, query, serverNow);
  if (!item) throw refusalPage('not-found');
  const { slug, title } = found.contest;
  const division = search.get('groups') === 'thirds' ? ('thirds' as const) : ('kelley' as const);
  return { contest: { slug, title }, itemVersionId, item, choice: query.choice, division };
}

export default function ItemAnalysisPage() {
  const t = useText(analysisText);
  const manage = useText(manageText);
  const { contest, item, ...rest } = useLoaderData<typeof loader>();
  return (
    <div className="stack-l">
      <Breadcrumb
        steps={[
          { to: paths.manage(), name: manage.title },
          { to: paths.manageContest(contest.slug), name: contest.title, lang: 'vi' },
          { to: analysisHref(contest.slug, { round: item.round.number, choice: rest.choice }), name: t.title },
        ]}
        here={item.itemId}
      />
      <header className="stack-s">
        <h1>{item.itemId}</h1>
        <p lang="vi">{item.round.title}</p>
      </header>
      <ItemView slug={contest.slug} item={item} {...rest} />
    </div>
  );
}
