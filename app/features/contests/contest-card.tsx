import { Link } from '@remix-run/react';
import type { RoundPhase } from '#app/domain/contests/phase.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { contestsText } from '#app/text/contests.ts';
import { Countdown } from '#app/ui/countdown.tsx';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';

export interface ContestSummary {
  readonly slug: string;
  readonly title: string;
  readonly organizer: string;
  readonly phase: RoundPhase;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

/** Where a round stands, in a word. */
export function PhaseBadge({ phase }: { phase: RoundPhase }) {
  const t = useText(contestsText);
  const look = { open: 'badge--open', upcoming: 'badge--gold', closed: 'badge--quiet' }[phase];
  return <span className={`badge ${look}`}>{t.phase[phase]}</span>;
}

/** The instant that comes next, with the time until it. */
export function NextInstant({ contest, serverNow }: { contest: ContestSummary; serverNow: Instant }) {
  const t = useText(contestsText);
  const locale = useLocale();
  if (contest.phase === 'closed') {
    return (
      <p className="quiet">
        {t.closesAt} {formatInstant(contest.closesAt, locale)}
      </p>
    );
  }
  const until = contest.phase === 'open' ? contest.closesAt : contest.opensAt;
  return (
    <p>
      {contest.phase === 'open' ? t.closesIn : t.opensIn}:{' '}
      <strong>
        <Countdown until={until} serverNow={serverNow} />
      </strong>
      <br />
      <span className="small">
        {contest.phase === 'open' ? t.closesAt : t.opensAt} {formatInstant(until, locale)}
      </span>
    </p>
  );
}

/** A contest in a list. */
export function ContestCard({ contest, serverNow }: { contest: ContestSummary; serverNow: Instant }) {
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
        <NextInstant contest={contest} serverNow={serverNow} />
      </div>
    </li>
  );
}
