import { isOver, lastingPause } from '#app/domain/contests/conduct.ts';
import type { RoundKind } from '#app/domain/contests/contest.ts';
import type { RoundPhase } from '#app/domain/contests/phase.ts';
import type { Window } from '#app/domain/contests/timeline.ts';
import { MINUTE, SECOND, type Instant } from '#app/domain/kernel/time.ts';
import { findAdjustments, getContest, type ContestNow } from '#app/features/contests/index.server.ts';
import { countOverdue, countPapers, countSaves, countStates } from './hall.repo.server.ts';

/** A round as who conducts the contest sees it. */
export interface RoundState {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly kind: RoundKind;
  readonly phase: RoundPhase;
  readonly window: Window;
  readonly pausedSince: Instant | undefined;
  readonly running: number;
  readonly submitted: number;
  readonly expired: number;
  readonly papers: number;
  /** Answers that came within the last minute. */
  readonly savesPerMinute: number;
  /** Attempts whose time is over and which nobody has finished: none, where the sweeper runs. */
  readonly overdue: number;
  readonly settlesAt: Instant;
  readonly settledAt: Instant | undefined;
  readonly canAdjust: boolean;
  readonly canPause: boolean;
  readonly canResume: boolean;
  readonly canGrant: boolean;
}

/** The sweeper comes every few seconds: who is over for longer than this waits for it in vain. */
const SWEPT_WITHIN = 30 * SECOND;
const FRESH_MS = 10 * SECOND;
const saves = new Map<string, { asOf: Instant; count: Promise<number> }>();

/**
 * Answers of the last minute, at most ten seconds old.
 * why remembered: counting them looks at every step of every running attempt, and several people may watch at once.
 */
function savesOf(roundId: string, now: Instant): Promise<number> {
  const known = saves.get(roundId);
  if (known && known.asOf <= now && now - known.asOf < FRESH_MS) return known.count;
  const count = countSaves(roundId, now - MINUTE);
  saves.set(roundId, { asOf: now, count });
  count.catch(() => saves.delete(roundId));
  return count;
}

/** How every round of a contest stands now, for who conducts it; undefined when there is no such contest. */
export async function getConduct(
  contestSlug: string,
  now: Instant,
): Promise<{ contestNow: ContestNow; rounds: RoundState[] } | undefined> {
  const contestNow = await getContest(contestSlug, now);
  if (!contestNow) return undefined;
  const { contest } = contestNow;
  const [states, papers, overdue, held] = await Promise.all([
    countStates(contest.id),
    countPapers(contest.rounds.map(({ id }) => id)),
    countOverdue(contest.id, now - contest.rules.grace - SWEPT_WITHIN),
    findAdjustments(contest.id),
  ]);
  const rounds = contestNow.rounds.map(async (each): Promise<RoundState> => {
    const { round, phase, window, pausedSince, settlesAt } = each;
    const { id, number, title, kind, settledAt } = round;
    const clock = { timing: round, adjustments: held.get(id) ?? [], now };
    const counts = states.get(id);
    const running = counts?.get('inProgress') ?? 0;
    const canAdjust = !isOver(round, clock, contest.rules.grace);
    const isResting = lastingPause(clock.adjustments) !== undefined;
    const canConduct = canAdjust && kind === 'contest';
    return {
      id,
      number,
      title,
      kind,
      phase,
      window,
      pausedSince,
      settlesAt,
      settledAt,
      running,
      canAdjust,
      submitted: counts?.get('submitted') ?? 0,
      expired: counts?.get('expired') ?? 0,
      papers: papers.get(id) ?? 0,
      savesPerMinute: running === 0 ? 0 : await savesOf(id, now),
      overdue: phase === 'paused' ? 0 : (overdue.get(id) ?? 0),
      canPause: canConduct && !isResting && now >= window.opensAt,
      canResume: canAdjust && isResting,
      canGrant: canConduct,
    };
  });
  return { contestNow, rounds: await Promise.all(rounds) };
}
