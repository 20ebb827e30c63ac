import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { RoundPhase } from '#app/domain/contests/phase.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths, withReturn } from '#app/paths.ts';
import { contestsText } from '#app/text/contests.ts';
import { homeText } from '#app/text/home.ts';
import { Countdown } from './countdown.tsx';
import { formatInstant } from './format.ts';
import { useLocale, useText } from './locale.tsx';
import { TickIcon } from './tick-icon.tsx';

interface Teaser {
  readonly slug: string;
  readonly title: string;
  readonly round: {
    readonly title: string;
    readonly phase: RoundPhase;
    readonly opensAt: Instant;
    readonly entryEndsAt: Instant;
    readonly closesAt: Instant;
  };
}

/** The contest that is under way, with what a visitor needs next of its time; else the next one, or where to see them all. */
export function ContestPanel({ contest, serverNow }: { contest: Teaser | undefined; serverNow: Instant }) {
  const t = useText(homeText);
  const phases = useText(contestsText).phase;
  if (!contest) {
    return (
      <section className="panel contest-panel contest-panel--none stack" aria-labelledby="open-contest">
        <h2 id="open-contest">{t.noContest}</h2>
        <p className="quiet">{t.noContestHint}</p>
        <Link className="button button--quiet" to={paths.contests()}>
          {t.seeContests}
        </Link>
      </section>
    );
  }
  const { title, round, slug } = contest;
  const isOpen = round.phase === 'open';
  return (
    <section className="panel contest-panel stack" aria-labelledby="open-contest">
      <div className="stack-s">
        <p>
          <span className={`badge ${isOpen ? 'badge--open' : 'badge--gold'}`}>{phases[round.phase]}</span>
        </p>
        <h2 id="open-contest" lang="vi">
          {title}
        </h2>
        <p className="quiet" lang="vi">
          {round.title}
        </p>
      </div>
      <ul className="promises small">
        {[t.promiseSaved, t.promiseOffline, t.promiseResult].map((promise) => (
          <li key={promise}>
            <TickIcon />
            {promise}
          </li>
        ))}
      </ul>
      <PanelTime round={round} serverNow={serverNow} />
      <Link
        className={`button button--large button--wide ${isOpen ? 'button--open' : 'button--quiet'}`}
        to={paths.contest(slug)}
      >
        {isOpen ? t.enterContest : t.seeContest}
      </Link>
    </section>
  );
}

/** The clock of the panel: until the opening, the end of entry, or the close; none while the round is paused. */
function PanelTime({ round, serverNow }: { round: Teaser['round']; serverNow: Instant }) {
  const t = useText(homeText);
  const locale = useLocale();
  const { phase, opensAt, entryEndsAt, closesAt } = round;
  if (phase === 'paused' || phase === 'closed') return <p className="contest-panel__time">{t.paused}</p>;
  const next = {
    upcoming: { words: t.opensIn, until: opensAt, at: t.opensAt },
    open:
      entryEndsAt < closesAt
        ? { words: t.startsIn, until: entryEndsAt, at: t.startsUntil }
        : { words: t.timeLeft, until: closesAt, at: t.closesAt },
    entryOver: { words: t.closesIn, until: closesAt, at: t.closesAt },
  }[phase];
  return (
    <div className="contest-panel__time">
      <p className="small quiet">{next.words}</p>
      <p className="contest-panel__clock">
        <Countdown until={next.until} serverNow={serverNow} />
      </p>
      <p className="small quiet">{next.at(formatInstant(next.until, locale))}</p>
    </div>
  );
}

/** One way in for each kind of visitor. */
export function WaysIn({ lessons, seesDashboard }: { lessons: number; seesDashboard: boolean }) {
  const t = useText(homeText);
  const manage = seesDashboard ? paths.manage() : withReturn(paths.signIn(), paths.manage());
  return (
    <section className="stack" aria-labelledby="ways-in">
      <h2 id="ways-in">{t.waysIn}</h2>
      <ul className="ways">
        <Way to={paths.topics()} name={t.learn} hint={t.learnHint(lessons)}>
          <path d="M16 8c-3-2.400-7-3-12-3v19c5 0 9 .6 12 3 3-2.400 7-3 12-3V5c-5 0-9 .6-12 3zM16 8v19" />
        </Way>
        <Way to={paths.contests()} name={t.sit} hint={t.sitHint}>
          <path d="M6 4h20v24H6zM11 11l2 2 4-4M11 20l2 2 4-4M20 12h3M20 21h3" />
        </Way>
        <Way to={paths.units()} name={t.follow} hint={t.followHint}>
          <path d="M4 28h24M7 28V17h5v11M14 28V9h5v19M21 28V13h5v15" />
        </Way>
        <Way to={manage} name={t.organize} hint={t.organizeHint}>
          <path d="M5 7h22v18H5zM5 13h22M11 13v12M15 18h8M15 21.500h5" />
        </Way>
      </ul>
    </section>
  );
}

function Way({ to, name, hint, children }: { to: string; name: string; hint: string; children: ReactNode }) {
  return (
    <li className="card way">
      <svg
        className="way__icon"
        viewBox="0 0 32 32"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {children}
      </svg>
      <h3>
        <Link className="card__link" to={to}>
          {name}
        </Link>
      </h3>
      <p className="quiet small">{hint}</p>
    </li>
  );
}
