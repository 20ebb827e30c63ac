import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readAnalysisQuery } from '#app/features/analysis/analysis-address.ts';
import { AnalysisView } from '#app/features/analysis/analysis-page.tsx';
import { getAnalysisPage } from '#app/features/analysis/index.server.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { listTopics } from '#app/features/lessons/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { analysisText } from '#app/text/analysis.ts';
import { manageText } from '#app/text/manage.ts';
import { analysisStyles } from '#app/ui/analysis-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const links = analysisStyles;
export const meta = pageTitle<typeof loader>(
  (locale, data) => data && analysisText[locale].pageTitle(data.contest.title),
);

/** How the paper of a round and its questions did. What is asked for stands in the address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  await requireTopRight(request, 'see-contest-dashboard', serverNow);
  const found = await getContest(params['contestSlug'] ?? '', serverNow);
  if (!found) throw refusalPage('not-found');
  const query = readAnalysisQuery(new URL(request.url).searchParams);
  const [page, topics] = await Promise.all([
    getAnalysisPage(found, query, serverNow),
    listTopics({ actor: undefined }),
  ]);
  const { slug, title } = found.contest;
  const topicNames = Object.fromEntries(topics.map((topic) => [topic.slug, topic.shortTitle]));
  return { contest: { slug, title }, page, query, topicNames };
}

export default function AnalysisPage() {
  const t = useText(analysisText);
  const manage = useText(manageText);
  const { contest, page, query, topicNames } = useLoaderData<typeof loader>();
  return (
    <div className="stack-l">
      {page.isCounting && <meta httpEquiv="refresh" content="5" />}
      <Breadcrumb
        steps={[
          { to: paths.manage(), name: manage.title },
          { to: paths.manageContest(contest.slug), name: contest.title, lang: 'vi' },
        ]}
        here={t.title}
      />
      <header className="stack-s">
        <h1>{t.title}</h1>
        <p lang="vi">
          {contest.title} · {page.round.title}
        </p>
        <p>{t.lead}</p>
      </header>
      <AnalysisView slug={contest.slug} page={page} query={query} topicNames={topicNames} />
    </div>
  );
}
