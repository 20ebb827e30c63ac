import { missingText } from '#app/text/missing.ts';
import { formatInstant, formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { useGoalWords } from '../targets/target-card.tsx';
import { CopyText } from './copy-text.tsx';
import type { ReminderFacts } from './get-reminder.server.ts';

interface ReminderProps {
  readonly facts: ReminderFacts;
  readonly unitName: string;
  /** Of the unit with everything below it. */
  readonly branch: { readonly headcount: number; readonly people: number };
  /** Where the code is as a picture. */
  readonly codeFile: string;
}

/** A reminder for a chat group: the words, and a code that leads to the place. */
export function ReminderPanel({ facts, unitName, branch, codeFile }: ReminderProps) {
  const t = useText(missingText);
  const text = useReminderText({ facts, unitName, branch });
  const { size, path } = facts.code;
  return (
    <section className="stack no-print" aria-labelledby="reminder-title">
      <h2 id="reminder-title">{t.reminderTitle}</h2>
      <div className="panel reminder-sheet">
        <CopyText text={text} />
        <div className="stack-s">
          <svg
            className="qr"
            viewBox={`0 0 ${size} ${size}`}
            shapeRendering="crispEdges"
            role="img"
            aria-label={t.code}
            data-link={facts.link}
          >
            <path d={path} fill="#000" />
          </svg>
          <p className="small quiet">{t.code}</p>
          <a className="button button--quiet" href={codeFile} download>
            {t.codeFile}
          </a>
        </div>
      </div>
    </section>
  );
}

function useReminderText({ facts, unitName, branch }: Omit<ReminderProps, 'codeFile'>): string {
  const t = useText(missingText).textOf;
  const locale = useLocale();
  const goalWords = useGoalWords();
  const { round, title, target, link } = facts;
  const n = (value: number): string => formatNumber(value, locale);
  const time = (at: number): string => formatInstant(at, locale);
  const what = !round
    ? t.topic(title)
    : round.phase === 'upcoming'
      ? t.upcoming(title, time(round.opensAt), time(round.closesAt))
      : t.open(title, time(round.closesAt));
  const { headcount, people } = branch;
  const soFar =
    people === 0
      ? undefined
      : headcount > 0
        ? t.done(n(people), n(headcount), formatRate(people / headcount, locale))
        : t.people(n(people));
  const short = target?.target.measure === 'attempts' ? t.attemptsShort : t.peopleShort;
  const goal =
    target?.missing !== undefined && target.missing > 0
      ? t.target(goalWords(target.target), time(target.target.dueAt), short(n(target.missing)))
      : undefined;
  const ask = round ? t.minutes(n(round.minutes)) : t.read;
  return [t.hello(unitName), what, soFar, goal, ask, link, t.thanks].filter(Boolean).join('\n');
}
