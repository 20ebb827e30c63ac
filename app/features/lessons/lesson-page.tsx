import { Form, Link } from '@remix-run/react';
import { useEffect, useState } from 'react';
import type { Source } from '#app/domain/lessons/lesson.ts';
import { paths, withReturn } from '#app/paths.ts';
import { lessonsText } from '#app/text/lessons.ts';
import { shellText } from '#app/text/shell.ts';
import { formatDate } from '#app/ui/format.ts';
import { useText } from '#app/ui/locale.tsx';
import { TickIcon } from '#app/ui/tick-icon.tsx';
import { SafeHtml } from '#app/ui/safe-html.tsx';
import type { LessonView } from './get-lesson.server.ts';

/** A table of contents helps from this many headings on. */
const MANY_SECTIONS = 3;

/** A lesson for reading: what it is for, the text, what to remember, and where it comes from. */
export function LessonText({ lesson }: { lesson: LessonView }) {
  const t = useText(lessonsText);
  const hasContents = lesson.sections.length >= MANY_SECTIONS;
  return (
    <article className={hasContents ? 'lesson lesson--with-contents' : 'lesson'} aria-labelledby="lesson-title">
      <header className="lesson__head stack">
        <p className="row small">
          <span className="badge">{t.lessonOf(lesson.number, lesson.count)}</span>
          <span className="quiet number">{t.minutes(lesson.minutes)}</span>
          <PrintButton />
        </p>
        <h1 id="lesson-title" lang="vi">
          {lesson.title}
        </h1>
        <p className="lead" lang="vi">
          {lesson.summary}
        </p>
        <section className="lesson__objectives stack-s" aria-labelledby="objectives">
          <h2 className="label" id="objectives">
            {t.objectives}
          </h2>
          <ul lang="vi">
            {lesson.objectives.map((objective) => (
              <li key={objective}>{objective}</li>
            ))}
          </ul>
        </section>
      </header>
      {hasContents && <Contents lesson={lesson} />}
      <div className="lesson__body">
        {/* why safe: markdown.server.ts sanitised it on the server */}
        <SafeHtml className="prose" html={lesson.html} />
        <section className="key-points stack-s" aria-labelledby="key-points">
          <h2 id="key-points">{t.keyPoints}</h2>
          <ul lang="vi">
            {lesson.keyPoints.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </section>
        <SourceList sources={lesson.sources} />
      </div>
    </article>
  );
}

/** The headings to jump to: beside the text where there is room, folded above it where there is not. */
function Contents({ lesson }: { lesson: LessonView }) {
  const t = useText(lessonsText);
  return (
    <nav className="lesson__contents no-print" aria-label={t.contents}>
      <details className="contents-fold">
        <summary>{t.contents}</summary>
        <ContentsList lesson={lesson} />
      </details>
      <div className="contents-side">
        <p className="label">{t.contents}</p>
        <ContentsList lesson={lesson} />
      </div>
    </nav>
  );
}

function ContentsList({ lesson }: { lesson: LessonView }) {
  const t = useText(lessonsText);
  return (
    <ol className="contents-list">
      {lesson.sections.map((section) => (
        <li key={section.id}>
          <a href={`#${section.id}`} lang="vi">
            {section.title}
          </a>
        </li>
      ))}
      <li>
        <a href="#key-points">{t.keyPoints}</a>
      </li>
      {lesson.practice.length > 0 && (
        <li>
          <a href="#practice">{t.practice}</a>
        </li>
      )}
    </ol>
  );
}

/** Where content comes from, with the site's name beside each link. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  const t = useText(lessonsText);
  return (
    <section className="sources stack-s" aria-labelledby="sources">
      <h2 className="label" id="sources">
        {t.sources}
      </h2>
      <ul lang="vi">
        {sources.map(({ title, url }) => (
          <li key={`${title} ${url ?? ''}`}>
            {url ? (
              <a href={url} rel="noreferrer">
                {title}
              </a>
            ) : (
              title
            )}
            {url && !title.includes(siteOf(url)) && <span className="quiet"> ({siteOf(url)})</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

const siteOf = (url: string): string => /^https?:\/\/(?:www\.)?([^/]+)/u.exec(url)?.[1] ?? url;

/** "I have read it" for whoever is signed in; for a visitor the way to sign in and come back. */
export function ReadMark({ lesson, isSignedIn }: { lesson: LessonView; isSignedIn: boolean }) {
  const t = useText(lessonsText);
  const readAt = lesson.progress?.readAt;
  const here = paths.lesson(lesson.topic.slug, lesson.slug);
  return (
    <div className="read-mark row no-print" id="read-mark" role="status">
      {readAt !== undefined && (
        <p className="badge badge--good">
          <TickIcon />
          {t.readOn(formatDate(readAt))}
        </p>
      )}
      {readAt === undefined && isSignedIn && (
        <Form className="row" method="post" action={`${here}#read-mark`} preventScrollReset>
          <button className="button" name="intent" value="read">
            {t.markRead}
          </button>
          <span className="quiet small">{t.markReadHint}</span>
        </Form>
      )}
      {!isSignedIn && <Link to={withReturn(paths.signIn(), here)}>{t.signInToKeep}</Link>}
    </div>
  );
}

/** The lessons before and after this one, or the topic where there is none. */
export function LessonNeighbours({ lesson }: { lesson: LessonView }) {
  const t = useText(lessonsText);
  const { topic, previous, next } = lesson;
  return (
    <nav className="neighbours no-print" aria-label={t.neighbours}>
      {previous && (
        <Link className="neighbour" to={paths.lesson(topic.slug, previous.slug)} rel="prev">
          <span className="small quiet">‹ {t.previousLesson}</span>
          <span lang="vi">{previous.title}</span>
        </Link>
      )}
      {next ? (
        <Link className="neighbour neighbour--next" to={paths.lesson(topic.slug, next.slug)} rel="next">
          <span className="small quiet">{t.nextLesson} ›</span>
          <span lang="vi">{next.title}</span>
        </Link>
      ) : (
        <Link className="neighbour neighbour--next" to={paths.topic(topic.slug)}>
          <span className="small quiet">{t.backToTopic} ›</span>
          <span lang="vi">{topic.shortTitle}</span>
        </Link>
      )}
    </nav>
  );
}

/** Printing needs scripts, so the button appears with them. */
function PrintButton() {
  const t = useText(shellText);
  const [canPrint, setCanPrint] = useState(false);
  useEffect(() => setCanPrint(true), []);
  if (!canPrint) return null;
  return (
    <button className="button button--plain lesson__print no-print" type="button" onClick={() => window.print()}>
      {t.print}
    </button>
  );
}
