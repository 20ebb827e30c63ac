import type { Contest, Round } from '#app/domain/contests/contest.ts';
import { currentRound, phaseAt, type RoundPhase } from '#app/domain/contests/phase.ts';
import {
  pausedSince,
  settlesAt,
  windowOf,
  type Adjustment,
  type RoundClock,
  type Window,
} from '#app/domain/contests/timeline.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findAdjustments } from './adjustment.repo.server.ts';
import { findContest, findContests } from './contest.repo.server.ts';

/** A round as it stands at an instant, with what the organizers adjusted. */
export interface RoundNow {
  readonly round: Round;
  readonly window: Window;
  readonly phase: RoundPhase;
  /** When the next phase begins; undefined once closed and while paused. */
  readonly until: Instant | undefined;
  readonly pausedSince: Instant | undefined;
  /** From when on nothing of the round can change: keys and final ranks wait for it. */
  readonly settlesAt: Instant;
}

/** A contest with its rounds as they stand, and the round that matters. */
export interface ContestNow {
  readonly contest: Contest;
  readonly rounds: readonly RoundNow[];
  readonly current: RoundNow;
  /** Those of `current`. */
  readonly round: Round;
  readonly window: Window;
  readonly phase: RoundPhase;
}

/** The clock of a round at an instant. */
export const clockOf = (
  round: Round,
  adjustments: ReadonlyMap<string, readonly Adjustment[]>,
  now: Instant,
): RoundClock => ({ timing: round, adjustments: adjustments.get(round.id) ?? [], now });

/** A round at the instant of its clock. */
export function roundAt(round: Round, clock: RoundClock, grace: number): RoundNow {
  return {
    round,
    window: windowOf(clock),
    ...phaseAt(clock),
    pausedSince: pausedSince(clock.adjustments, clock.now),
    settlesAt: settlesAt(clock, grace),
  };
}

/** The contest at `now`. @throws for a contest without rounds: none can be stored */
export function contestAt(
  contest: Contest,
  adjustments: ReadonlyMap<string, readonly Adjustment[]>,
  now: Instant,
): ContestNow {
  const rounds = contest.rounds.map((round) => roundAt(round, clockOf(round, adjustments, now), contest.rules.grace));
  const current = mostWanted(rounds);
  if (!current) throw new Error(`contest ${contest.slug} has no round`);
  return { contest, rounds, current, round: current.round, window: current.window, phase: current.phase };
}

/** The round that a visitor cares about. A contest round goes before practice, unless practice alone can be sat now. */
function mostWanted(rounds: readonly RoundNow[]): RoundNow | undefined {
  const looked = rounds.map((each) => ({ ...each.window, phase: each.phase, each }));
  const contestRounds = looked.filter(({ each }) => each.round.kind === 'contest');
  return (currentRound(contestRounds.length > 0 ? contestRounds : looked) ?? looked[0])?.each;
}

/** A contest by its slug, as it stands at `now`; undefined when there is none. */
export async function getContest(slug: string, now: Instant): Promise<ContestNow | undefined> {
  const contest = await findContest({ slug });
  return contest && contestAt(contest, await findAdjustments(contest.id), now);
}

/** The contest of a round as it stands at `now`; undefined when there is none. */
export async function getContestOfRound(roundId: string, now: Instant): Promise<ContestNow | undefined> {
  const contest = await findContest({ roundId });
  return contest && contestAt(contest, await findAdjustments(contest.id), now);
}

const ORDER: Record<RoundPhase, number> = { open: 0, paused: 1, entryOver: 2, upcoming: 3, closed: 4 };

/** All contests: open ones first, then those to come, the next one first, then those that are over, the latest first. */
export async function listContests(now: Instant): Promise<ContestNow[]> {
  const contests = await findContests();
  const all = await Promise.all(
    contests.map(async (contest) => contestAt(contest, await findAdjustments(contest.id), now)),
  );
  return all.toSorted(
    (a, b) =>
      ORDER[a.phase] - ORDER[b.phase] ||
      (a.phase === 'upcoming' ? a.window.opensAt - b.window.opensAt : b.window.closesAt - a.window.closesAt),
  );
}

/** The contest that a page should lead to now: one that is open, else the next, else the last; undefined without any. */
export const getMainContest = async (now: Instant): Promise<ContestNow | undefined> => (await listContests(now))[0];

/** What the home page says of a contest. */
export interface ContestTeaser {
  readonly slug: string;
  readonly title: string;
  readonly round: Window & { readonly title: string; readonly phase: RoundPhase };
}

/** The contest that is under way now, else the next one; undefined when there is neither. */
export async function getContestTeaser(now: Instant): Promise<ContestTeaser | undefined> {
  const main = await getMainContest(now);
  if (!main || main.phase === 'closed') return undefined;
  const { contest, round, window, phase } = main;
  return { slug: contest.slug, title: contest.title, round: { title: round.title, phase, ...window } };
}
