import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { getActor } from '#app/features/identity/guard.server.ts';
import { getTopic } from '#app/features/lessons/index.server.ts';
import { SourceList } from '#app/features/lessons/lesson-page.tsx';
import { LessonList, ReadMeter } from '#app/features/lessons/topic-list.tsx';
import { paths } from '#app/paths.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { lessonsText } from '#app/text/lessons.ts';
import { shellText } from '#app/text/shell.ts';
import { displayFont } from '#app/ui/display-font.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const links = displayFont;
export const meta = pageTitle<typeof loader>(
  (_, loaded) => loaded?.topic.shortTitle,
  (_, loaded) => loaded?.topic.summary,
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await getActor(request);
  const topic = await getTopic({ topicSlug: params['topicSlug'] ?? '', actor });
  if (!topic) throw refusalPage('not-found');
  return { topic, isSignedIn: actor !== undefined };
}

export default function Topic() {
  const { topic, isSignedIn } = useLoaderData<typeof loader>();
  const t = useText(lessonsText);
  const shell = useText(shellText);
  const read = topic.lessons.filter((lesson) => lesson.readAt !== undefined).length;
  const next = topic.lessons.find((lesson) => lesson.readAt === undefined) ?? topic.lessons[0];
  return (
    <div className="stack-l">
      <Breadcrumb
        steps={[
          { to: paths.home(), name: shell.home },
          { to: paths.topics(), name: shell.topics },
        ]}
        here={topic.shortTitle}
        hereLang="vi"
      />
      <header className="stack topic-head">
        <p className="badge" lang="vi">
          {topic.scope}
        </p>
        <h1 lang="vi">{topic.title}</h1>
        <p className="lead measure" lang="vi">
          {topic.summary}
        </p>
        {isSignedIn && <ReadMeter read={read} count={topic.lessons.length} />}
        {next && (
          <Link className="button button--large" to={paths.lesson(topic.slug, next.slug)}>
            {read > 0 && next.readAt === undefined ? t.continueReading(next.title) : t.startReading}
          </Link>
        )}
      </header>
      <section className="stack" aria-labelledby="lessons">
        <h2 id="lessons">{t.lessons}</h2>
        <LessonList topicSlug={topic.slug} lessons={topic.lessons} />
      </section>
      <section className="stack-s measure" aria-labelledby="topic-objectives">
        <h2 id="topic-objectives">{t.objectivesOfTopic}</h2>
        <ul lang="vi">
          {topic.objectives.map((objective) => (
            <li key={objective}>{objective}</li>
          ))}
        </ul>
      </section>
      <SourceList sources={topic.sources} />
    </div>
  );
}
