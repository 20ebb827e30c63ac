import { Link } from '@remix-run/react';
import type { RoundPhase } from '#app/domain/contests/phase.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { contestsText } from '#app/text/contests.ts';
import { Countdown } from '#app/ui/countdown.tsx';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';

/** A round with its times as they stand. */
export interface RoundTimesNow {
  readonly phase: RoundPhase;
  readonly opensAt: Instant;
  readonly entryEndsAt: Instant;
  readonly closesAt: Instant;
}

export interface ContestSummary extends RoundTimesNow {
  readonly slug: string;
  readonly title: string;
  readonly organizer: string;
  readonly roundTitle: string;
  /** Contest rounds. */
  readonly rounds: number;
}

const LOOK: Record<RoundPhase, string> = {
  open: 'badge--open',
  upcoming: 'badge--gold',
  paused: 'badge--gold',
  entryOver: 'badge--gold',
  closed: 'badge--quiet',
};

/** Where a round stands, in a word. */
export function PhaseBadge({ phase }: { phase: RoundPhase }) {
  const t = useText(contestsText);
  return <span className={`badge ${LOOK[phase]}`}>{t.phase[phase]}</span>;
}

/** The instant that comes next, with the time until it. */
export function NextInstant({ round, serverNow }: { round: RoundTimesNow; serverNow: Instant }) {
  const t = useText(contestsText);
  const locale = useLocale();
  const { phase, opensAt, entryEndsAt, closesAt } = round;
  if (phase === 'closed') {
    return (
      <p className="quiet">
        {t.closesAt} {formatInstant(closesAt, locale)}
      </p>
    );
  }
  if (phase === 'paused') return <p>{t.pausedNow}</p>;
  const next = {
    upcoming: { words: t.opensIn, name: t.opensAt, at: opensAt },
    open:
      entryEndsAt < closesAt
        ? { words: t.startsIn, name: t.lastStart, at: entryEndsAt }
        : { words: t.closesIn, name: t.closesAt, at: closesAt },
    entryOver: { words: t.closesIn, name: t.closesAt, at: closesAt },
  }[phase];
  return (
    <p>
      {next.words}:{' '}
      <strong>
        <Countdown until={next.at} serverNow={serverNow} />
      </strong>
      <br />
      <span className="small">
        {next.name} {formatInstant(next.at, locale)}
      </span>
    </p>
  );
}

/** A contest in a list. */
export function ContestCard({ contest, serverNow }: { contest: ContestSummary; serverNow: Instant }) {
  const t = useText(contestsText);
  return (
    <li className="card">
      <p>
        <PhaseBadge phase={contest.phase} />
      </p>
      <h2 className="card__title" lang="vi">
        <Link className="card__link" to={paths.contest(contest.slug)}>
          {contest.title}
        </Link>
      </h2>
      <p className="quiet small" lang="vi">
        {contest.organizer}
      </p>
      <div className="card__foot">
        {contest.rounds > 1 && <p className="small">{t.roundOf(contest.roundTitle, contest.rounds)}</p>}
        <NextInstant round={contest} serverNow={serverNow} />
      </div>
    </li>
  );
}
