import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { can } from '#app/domain/identity/permissions.ts';
import { localDay } from '#app/domain/kernel/time.ts';
import { getContestTeaser } from '#app/features/contests/index.server.ts';
import { getActor } from '#app/features/identity/guard.server.ts';
import { ChargeList } from '#app/features/identity/charges/charge-list.tsx';
import { listCharges } from '#app/features/identity/index.server.ts';
import { getTopic, listTopics } from '#app/features/lessons/index.server.ts';
import { TopicHero, YearStrip } from '#app/features/lessons/topic-hero.tsx';
import { LessonList, ReadMeter } from '#app/features/lessons/topic-list.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { homeText } from '#app/text/home.ts';
import { displayFont } from '#app/ui/display-font.ts';
import { ContestPanel, WaysIn } from '#app/ui/home.tsx';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';

export const links = displayFont;
export const meta = pageTitle((locale) => homeText[locale].title);

export async function loader({ request }: LoaderFunctionArgs) {
  const at = now();
  const actor = await getActor(request);
  const [topics, contest, charges] = await Promise.all([
    listTopics({ actor }),
    getContestTeaser(at),
    listCharges(actor, at),
  ]);
  const thisYear = Math.floor(localDay(at) / 10_000);
  const newest = topics.find((topic) => topic.year <= thisYear) ?? topics.at(-1);
  const topic = newest && (await getTopic({ topicSlug: newest.slug, actor }));
  return {
    topic,
    earlier: topics.filter((each) => each.slug !== newest?.slug),
    lessons: topics.reduce((sum, each) => sum + each.lessons, 0),
    read: actor && topics.reduce((sum, each) => sum + (each.read ?? 0), 0),
    contest,
    charges,
    seesDashboard: actor?.grants.some((grant) => can(actor, 'see-contest-dashboard', grant.unitPath)) ?? false,
    serverNow: at,
  };
}

export default function Home() {
  const { topic, earlier, lessons, read, contest, charges, seesDashboard, serverNow } = useLoaderData<typeof loader>();
  const t = useText(homeText);
  return (
    <div className="stack-xl">
      <div className="home-top">
        <TopicHero topic={topic} />
        <ContestPanel contest={contest} serverNow={serverNow} />
      </div>
      <ChargeList charges={charges} />
      <WaysIn lessons={lessons} seesDashboard={seesDashboard} />
      {topic && (
        <section className="stack" aria-labelledby="newest-lessons">
          <h2 id="newest-lessons">{t.lessonsOf(topic.year)}</h2>
          {read !== undefined && (
            <div className="panel own-progress" role="group" aria-label={t.ownProgress}>
              <ReadMeter
                read={topic.lessons.filter((lesson) => lesson.readAt !== undefined).length}
                count={topic.lessons.length}
              />
              <p className="quiet small number">{t.ownProgressAll(read, lessons)}</p>
            </div>
          )}
          <LessonList topicSlug={topic.slug} lessons={topic.lessons} />
        </section>
      )}
      {earlier.length > 0 && (
        <section className="stack" aria-labelledby="earlier">
          <div className="row row--apart">
            <h2 id="earlier">{t.earlier}</h2>
            <Link to={paths.topics()}>{t.allTopics}</Link>
          </div>
          <YearStrip topics={earlier} />
        </section>
      )}
    </div>
  );
}
