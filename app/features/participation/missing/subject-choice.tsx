import { Form, Link } from '@remix-run/react';
import { missingText } from '#app/text/missing.ts';
import { useText } from '#app/ui/locale.tsx';
import type { TopicChoice } from './missing-subject.server.ts';

/** Whether people are looked at by a contest or by a topic, and by which topic. */
export function SubjectChoice({
  topics,
  topicSlug,
}: {
  topics: readonly TopicChoice[];
  /** Undefined where a contest is looked at. */
  topicSlug: string | undefined;
}) {
  const t = useText(missingText);
  const first = topics[0];
  if (!first) return null;
  return (
    <div className="stack-s no-print">
      <nav className="tabs" aria-label={t.subject}>
        <Link to="?" aria-current={topicSlug === undefined ? 'true' : undefined}>
          {t.contestSubject}
        </Link>
        <Link to={`?topic=${first.slug}`} aria-current={topicSlug === undefined ? undefined : 'true'}>
          {t.topicSubject}
        </Link>
      </nav>
      {topicSlug !== undefined && topics.length > 1 && (
        <Form className="contest-choice measure">
          <label>
            {t.topic}
            <select className="input" name="topic" key={topicSlug} defaultValue={topicSlug}>
              {topics.map(({ slug, title }) => (
                <option key={slug} value={slug} lang="vi">
                  {title}
                </option>
              ))}
            </select>
          </label>
          <button className="button button--quiet">{t.show}</button>
        </Form>
      )}
    </div>
  );
}
