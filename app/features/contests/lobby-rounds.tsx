import { Form, Link } from '@remix-run/react';
import type { LobbyRound, OwnAttempt } from '#app/domain/contests/lobby.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths, withReturn } from '#app/paths.ts';
import { contestsText } from '#app/text/contests.ts';
import { lobbyText } from '#app/text/lobby.ts';
import { formatInstant, formatLength, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { PhaseBadge } from './contest-card.tsx';
import type { EntryView } from './enter-contest.server.ts';
import { EntryPapers } from './entry-papers.tsx';

/** All rounds of a contest with their times and what the person did in them; one round alone needs only the latter. */
export function RoundList({ rounds, isSignedIn }: { rounds: readonly LobbyRound[]; isSignedIn: boolean }) {
  const t = useText(lobbyText);
  const isOne = rounds.length === 1;
  if (isOne && (rounds[0]?.own.length ?? 0) === 0) return null;
  return (
    <section className="stack" aria-labelledby="rounds">
      <h2 id="rounds">{isOne ? t.ownResults : t.rounds}</h2>
      <ul className="lobby-rounds">
        {rounds.map((round) => (
          <li className="panel stack-s" key={round.id}>
            {!isOne && <RoundHead round={round} />}
            {round.own.length > 0 ? <OwnAttempts round={round} /> : isSignedIn && <p className="quiet">{t.notSat}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function RoundHead({ round }: { round: LobbyRound }) {
  return (
    <>
      <div className="row row--apart">
        <h3 lang="vi">{round.title}</h3>
        <PhaseBadge phase={round.phase} />
      </div>
      <RoundTimes round={round} />
    </>
  );
}

function RoundTimes({ round }: { round: LobbyRound }) {
  const t = useText(contestsText);
  const words = useText(lobbyText);
  const locale = useLocale();
  const { opensAt, entryEndsAt, closesAt, questions, duration } = round;
  const time = (name: string, at: Instant): string => `${name} ${formatInstant(at, locale)}`;
  return (
    <p className="small">
      {time(t.opensAt, opensAt)}
      {entryEndsAt < closesAt && `; ${time(t.lastStart, entryEndsAt).toLocaleLowerCase(locale)}`};{' '}
      {time(t.closesAt, closesAt).toLocaleLowerCase(locale)}. {words.questionsOf(questions)},{' '}
      {formatLength(duration, locale)}.
    </p>
  );
}

function OwnAttempts({ round }: { round: LobbyRound }) {
  const t = useText(lobbyText);
  const { own, attempts } = round;
  return (
    <>
      <ul className="own-attempts">
        {own.map((attempt) => (
          <li key={attempt.id}>
            <Link to={attempt.isRunning ? paths.attempt(attempt.id) : paths.result(attempt.id)}>
              {t.attempt(attempt.number)}
            </Link>
            <Mark attempt={attempt} />
          </li>
        ))}
      </ul>
      {attempts > own.length && <p className="quiet small">{t.ofAttempts(own.length, attempts)}</p>}
    </>
  );
}

function Mark({ attempt }: { attempt: OwnAttempt }) {
  const t = useText(lobbyText);
  const locale = useLocale();
  const { isRunning, score, maxScore, isValid, isSetAside } = attempt;
  if (isRunning) return <span className="badge badge--open">{t.running}</span>;
  if (score === undefined) return <span className="quiet">{t.ending}</span>;
  return (
    <span className="number">
      <strong>{t.score(formatNumber(score, locale, 2), formatNumber(maxScore, locale, 2))}</strong>
      {(isSetAside || !isValid) && ` (${isSetAside ? t.setAside : t.invalid})`}
    </span>
  );
}

interface PracticeProps {
  readonly slug: string;
  readonly rounds: readonly LobbyRound[];
  readonly entry: EntryView;
  readonly isSignedIn: boolean;
}

/** Practice, apart from the contest and clearly not counted. */
export function PracticeRounds(props: PracticeProps) {
  const t = useText(lobbyText);
  if (props.rounds.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="practice">
      <h2 id="practice">{t.practice}</h2>
      <p className="measure">{t.practiceLead}</p>
      <ul className="lobby-rounds">
        {props.rounds.map((round) => (
          <li className="panel panel--practice stack-s" key={round.id}>
            <RoundHead round={round} />
            <PracticeStep {...props} round={round} />
            {round.own.length > 0 && <OwnAttempts round={round} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PracticeStep({ slug, round, entry, isSignedIn }: PracticeProps & { round: LobbyRound }) {
  const t = useText(lobbyText);
  const running = round.own.find((attempt) => attempt.isRunning);
  if (running) {
    return (
      <p>
        <Link className="button" to={paths.attempt(running.id)}>
          {t.practiceResume}
        </Link>
      </p>
    );
  }
  if (round.phase !== 'open') return null;
  if (!isSignedIn) {
    return (
      <p>
        <Link className="button button--quiet" to={withReturn(paths.signIn(), paths.contest(slug))}>
          {t.practiceSignIn}
        </Link>
      </p>
    );
  }
  if (entry.practiceRefusal) return <p className="notice">{t.refused[entry.practiceRefusal]}</p>;
  const start = round.attempts > 0 ? t.practiceAgain : t.practiceStart;
  const form = (
    <Form method="post" className="stack-s">
      <input type="hidden" name="roundId" value={round.id} />
      <EntryPapers entry={entry} of={round.id} />
      <button className="button button--quiet">{start}</button>
    </Form>
  );
  if (!entry.needsCode && entry.consent === undefined && entry.categories.length === 0) return form;
  // why folded: the same questions stand in the form of the contest above.
  return (
    <details className="fold">
      <summary>{start}</summary>
      {form}
    </details>
  );
}
