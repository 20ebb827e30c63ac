import { attemptsLeft } from '../contests/attempts-left.ts';
import type { AttemptLimit } from '../contests/contest.ts';
import type { Instant } from '../kernel/time.ts';

/** An attempt of one of the two accounts. */
export interface MergedAttempt {
  readonly id: string;
  readonly roundId: string;
  readonly isPractice: boolean;
  readonly isOfKept: boolean;
  readonly number: number;
  readonly startedAt: Instant;
  readonly isFinished: boolean;
  readonly isSetAside: boolean;
}

/** A contest that one of the two accounts, or both, have entered. */
export interface MergedContest {
  readonly contestId: string;
  readonly limits: readonly AttemptLimit[];
  /** Figures of it were frozen: what was published of entries stays with the account that it was published for. */
  readonly isFrozen: boolean;
  readonly attempts: readonly MergedAttempt[];
}

/** What merging does in one contest. */
export interface ContestPlan {
  readonly contestId: string;
  /** Whether entry and attempts go to the kept account. */
  readonly moves: boolean;
  /** The attempts of the kept account afterwards, numbered anew within their round; those alone whose number changes, or that move. */
  readonly numbered: readonly { readonly id: string; readonly number: number }[];
  /** Attempts that no longer count: those over the limit, the earliest ones being kept. */
  readonly setAside: readonly string[];
}

const byStart = (a: MergedAttempt, b: MergedAttempt): number =>
  a.startedAt - b.startedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Says what becomes of the attempts of two accounts that are one person. Where nothing is frozen they become one row of attempts in the
 * order in which they were started, and those over the limit of the rules are set aside. Where figures are frozen the attempts stay
 * where they were published, and only those of the account that began first go on to count.
 */
export function planMergeIn(contest: MergedContest): ContestPlan {
  const { contestId, isFrozen } = contest;
  const attempts = contest.attempts.toSorted(byStart);
  if (isFrozen) return { contestId, moves: false, numbered: [], setAside: secondAccount(attempts) };
  return { contestId, moves: true, numbered: numbersOf(attempts), setAside: overLimit(contest.limits, attempts) };
}

const counts = ({ isPractice, isFinished, isSetAside }: MergedAttempt): boolean =>
  !isPractice && isFinished && !isSetAside;

/** The attempts that count of the account that began later. */
function secondAccount(attempts: readonly MergedAttempt[]): string[] {
  const counting = attempts.filter(counts);
  const [first] = counting;
  return counting.filter(({ isOfKept }) => isOfKept !== first?.isOfKept).map(({ id }) => id);
}

function numbersOf(attempts: readonly MergedAttempt[]): { id: string; number: number }[] {
  const last = new Map<string, number>();
  return attempts.flatMap(({ id, roundId, number: was, isOfKept }) => {
    const number = (last.get(roundId) ?? 0) + 1;
    last.set(roundId, number);
    return isOfKept && was === number ? [] : [{ id, number }];
  });
}

function overLimit(limits: readonly AttemptLimit[], attempts: readonly MergedAttempt[]): string[] {
  const allowed: MergedAttempt[] = [];
  const over: string[] = [];
  for (const attempt of attempts) {
    if (attempt.isPractice) continue;
    const { left } = attemptsLeft(limits, allowed, attempt.roundId, attempt.startedAt);
    if (left === undefined || left > 0) allowed.push(attempt);
    else if (counts(attempt)) over.push(attempt.id);
  }
  return over;
}
