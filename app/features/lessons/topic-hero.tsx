import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { homeText } from '#app/text/home.ts';
import { Karst } from '#app/ui/karst.tsx';
import { useText } from '#app/ui/locale.tsx';
import type { TopicView } from './get-topic.server.ts';
import type { TopicCard } from './list-topics.server.ts';

/** The topic of the year, in its exact words, with the lesson to read next as the one first action. */
export function TopicHero({ topic }: { topic: TopicView | undefined }) {
  const t = useText(homeText);
  if (!topic) {
    return (
      <section className="hero home-hero stack">
        <h1>{t.noTopic}</h1>
        <Karst />
      </section>
    );
  }
  const readCount = topic.lessons.filter((lesson) => lesson.readAt !== undefined).length;
  const next = topic.lessons.find((lesson) => lesson.readAt === undefined) ?? topic.lessons[0];
  const words = readCount === 0 ? t.startReading : readCount < topic.lessons.length ? t.continueReading : t.readAgain;
  return (
    <section className="hero home-hero" aria-labelledby="topic-of-year">
      <div className="home-hero__words stack">
        <p className="home-hero__year">{t.topicOfYear(topic.year)}</p>
        <h1 id="topic-of-year" lang="vi">
          {topic.title}
        </h1>
        {next && (
          <div className="stack-s">
            <p className="row">
              <Link
                className="button button--large"
                to={paths.lesson(topic.slug, next.slug)}
                aria-describedby="next-lesson"
              >
                {words}
              </Link>
              <Link className="button button--large button--quiet" to={paths.topic(topic.slug)}>
                {t.wholeTopic}
              </Link>
            </p>
            <p className="small home-hero__next" id="next-lesson" lang="vi">
              {t.nextLesson(next.number, next.title)}
            </p>
          </div>
        )}
      </div>
      <Karst />
    </section>
  );
}

/** Topics by year, as a strip of large years. */
export function YearStrip({ topics }: { topics: readonly TopicCard[] }) {
  return (
    <ul className="year-strip">
      {topics.map((topic) => (
        <li className="card year-card" key={topic.slug}>
          <span className="year-card__year number" aria-hidden="true">
            {topic.year}
          </span>
          <h3 lang="vi">
            <Link className="card__link" to={paths.topic(topic.slug)}>
              <span className="visually-hidden">{topic.year}: </span>
              {topic.shortTitle}
            </Link>
          </h3>
        </li>
      ))}
    </ul>
  );
}
