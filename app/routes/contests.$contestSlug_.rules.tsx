import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getRules } from '#app/features/contests/index.server.ts';
import { ArticleIndex, ArticleList } from '#app/features/contests/rules/article-list.tsx';
import { getLessonNames } from '#app/features/lessons/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { contestsText } from '#app/text/contests.ts';
import { rulesResultsText } from '#app/text/rules-results.ts';
import { shellText } from '#app/text/shell.ts';
import { formatExact } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = rulesResultsText[data?.locale ?? 'vi'];
  return [
    { title: shellText[data?.locale ?? 'vi'].titleOf(t.pageOf(data?.title ?? '')) },
    { name: 'description', content: t.about(data?.title ?? '') },
  ];
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  const { locale } = await readPreferences(request);
  const lessonNames = getLessonNames();
  const rules = await getRules(params['contestSlug'] ?? '', { lessonNames, locale, now: serverNow });
  if (!rules) throw refusalPage('not-found');
  return { locale, serverNow, ...rules };
}

export default function RulesPage() {
  const t = useText(rulesResultsText);
  const words = useText(contestsText);
  const locale = useLocale();
  const { slug, title, articles, serverNow } = useLoaderData<typeof loader>();
  return (
    <article className="stack-l">
      <Breadcrumb
        steps={[
          { to: paths.contests(), name: words.listTitle },
          { to: paths.contest(slug), name: title, lang: 'vi' },
        ]}
        here={t.page}
      />
      <header className="stack-s rules-head">
        <h1>
          <span className="rules-head__kind">{t.page}</span> <span lang="vi">{title}</span>
        </h1>
        <p className="quiet small">{t.asOf(formatExact(Math.floor(serverNow / 1_000) * 1_000, locale))}</p>
        <p className="quiet small no-print">{t.print}</p>
      </header>
      <ArticleIndex articles={articles} />
      <ArticleList articles={articles} />
    </article>
  );
}
