import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { lessonsText } from '#app/text/lessons.ts';
import { formatDate } from '#app/ui/format.ts';
import { useText } from '#app/ui/locale.tsx';
import { TickIcon } from '#app/ui/tick-icon.tsx';
import type { LessonCard } from './get-topic.server.ts';
import type { TopicCard } from './list-topics.server.ts';

/** All topics as cards, in the order given. */
export function TopicList({ topics }: { topics: readonly TopicCard[] }) {
  const t = useText(lessonsText);
  if (topics.length === 0) return <p className="notice">{t.noTopics}</p>;
  return (
    <ul className="topic-list">
      {topics.map((topic) => (
        <li className="card topic-card" key={topic.slug}>
          <p className="topic-card__year number" aria-hidden="true">
            {topic.year}
          </p>
          <div className="topic-card__words stack-s">
            <p className="quiet small" lang="vi">
              {topic.scope}
            </p>
            <h2 className="topic-card__title" lang="vi">
              <Link className="card__link" to={paths.topic(topic.slug)}>
                {topic.title}
              </Link>
            </h2>
            <p className="quiet" lang="vi">
              {topic.summary}
            </p>
            <p className="row small number">
              <span>{t.lessonCount(topic.lessons)}</span>
              <span>{t.minutes(topic.minutes)}</span>
              <span>{t.questions(topic.practice)}</span>
            </p>
            {topic.read !== undefined && <ReadMeter read={topic.read} count={topic.lessons} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** How many of the lessons are read, as words and as a bar of as many parts as there are lessons. */
export function ReadMeter({ read, count }: { read: number; count: number }) {
  const t = useText(lessonsText);
  return (
    <p className="read-meter small">
      <span className="read-meter__parts" aria-hidden="true">
        {Array.from({ length: count }, (_, index) => (
          <span key={index} className={index < read ? 'is-read' : undefined} />
        ))}
      </span>
      <span className="number">{t.readOf(read, count)}</span>
    </p>
  );
}

/** The lessons of a topic in their order. */
export function LessonList({ topicSlug, lessons }: { topicSlug: string; lessons: readonly LessonCard[] }) {
  const t = useText(lessonsText);
  return (
    <ol className="lesson-list">
      {lessons.map((lesson) => (
        <li className="card lesson-card" key={lesson.slug}>
          <span className="lesson-card__number number" aria-hidden="true">
            {lesson.number}
          </span>
          <div className="lesson-card__words">
            <div className="stack-s">
              <h3 lang="vi">
                <Link className="card__link" to={paths.lesson(topicSlug, lesson.slug)}>
                  {lesson.title}
                </Link>
              </h3>
              <p className="quiet" lang="vi">
                {lesson.summary}
              </p>
            </div>
            <p className="row small number lesson-card__facts">
              <span>{t.minutes(lesson.minutes)}</span>
              <span>{t.questions(lesson.practice)}</span>
              {lesson.readAt !== undefined && (
                <span className="badge badge--good">
                  <TickIcon />
                  {t.readOn(formatDate(lesson.readAt))}
                </span>
              )}
              {lesson.practiceTotal > 0 && (
                <span className="badge badge--quiet">
                  {t.practiceShort(lesson.practiceRight, lesson.practiceTotal)}
                </span>
              )}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
