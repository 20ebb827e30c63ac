import type { Instant } from '../kernel/time.ts';
import type { Contest, ContestRules, Round } from './contest.ts';

/** A round as it is planned: without what only storing and time decide. */
export type PlannedRound = Omit<Round, 'id' | 'contestId' | 'lotCommitment' | 'settledAt'>;

/** What has happened in a published contest so far. */
export interface ContestPast {
  /** Attempts by the number of the round, practice rounds too. */
  readonly attempts: ReadonlyMap<number, number>;
  /** Numbers of rounds whose time the organizers adjusted. */
  readonly adjusted: ReadonlySet<number>;
  /** Whether the ranking over all rounds is final. */
  readonly isSettled: boolean;
}

/** A rule that marks, counts or ranks. */
export type LockedRule =
  'marking' | 'mustAnswerAll' | 'attempts' | 'overall' | 'prediction' | 'ranking' | 'grace' | 'units' | 'blocks';

/** A part of a round. */
export type LockedRoundPart = 'removal' | 'kind' | 'opening' | 'closing' | 'time' | 'entry' | 'paper' | 'all';

/** A change that would alter results which exist already, and that is refused for it. */
export type LockedChange =
  | { readonly of: 'rule'; readonly rule: LockedRule }
  | { readonly of: 'round'; readonly part: LockedRoundPart; readonly round: number; readonly title: string }
  /** A new contest round after the ranking over all rounds became final. */
  | { readonly of: 'addition'; readonly round: number; readonly title: string };

/** Equal as data; keys may stand in any order, and undefined is the same as missing. */
export function isSameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [as, bs] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(as), ...Object.keys(bs)])].every((key) => isSameData(as[key], bs[key]));
}

/** Rules by which any attempt is marked, practice too: they are part of what can be recomputed from its steps. */
const MARKS: readonly LockedRule[] = ['marking', 'mustAnswerAll', 'grace', 'prediction'];
/** Rules by which attempts of contest rounds are counted and ranked. */
const RANKS: readonly LockedRule[] = ['attempts', 'overall', 'ranking', 'units', 'blocks'];

/**
 * The changes of a published contest that would alter results of attempts that exist, one by one; empty when all is well.
 * Locked are: rules that mark, once there is any attempt; rules that count and rank, once there is one in a contest round;
 * a round that has attempts, but for its title and for a close or an end of entry that is put off while it runs; and the
 * opening of a round that has opened. Rounds to come, names, boards, keys and the conditions of entry are free.
 */
export function lockedChanges(
  before: Contest,
  after: { readonly rules: ContestRules; readonly rounds: readonly PlannedRound[] },
  past: ContestPast,
  now: Instant,
): LockedChange[] {
  const sat = before.rounds.filter((round) => (past.attempts.get(round.number) ?? 0) > 0);
  const rules = [
    ...(sat.length > 0 ? MARKS : []),
    ...(sat.some((round) => round.kind === 'contest') ? RANKS : []),
  ].filter((rule) => !isSameData(before.rules[rule], after.rules[rule]));
  const known = new Set(before.rounds.map((round) => round.number));
  const additions = after.rounds.filter(
    ({ number, kind }) => past.isSettled && kind === 'contest' && !known.has(number),
  );
  return [
    ...rules.map((rule): LockedChange => ({ of: 'rule', rule })),
    ...before.rounds.flatMap((round) =>
      lockedParts(
        round,
        after.rounds.find((each) => each.number === round.number),
        past,
        now,
      ).map((part): LockedChange => ({ of: 'round', part, round: round.number, title: round.title })),
    ),
    ...additions.map(({ number, title }): LockedChange => ({ of: 'addition', round: number, title })),
  ];
}

function lockedParts(
  before: Round,
  after: PlannedRound | undefined,
  past: ContestPast,
  now: Instant,
): LockedRoundPart[] {
  const attempts = past.attempts.get(before.number) ?? 0;
  const isTouched = attempts > 0 || past.adjusted.has(before.number) || before.settledAt !== undefined;
  if (after === undefined) return isTouched || before.opensAt <= now ? ['removal'] : [];
  const hasChanged = !isSameData(timingOf(before), timingOf(after)) || !isSameData(paperOf(before), paperOf(after));
  if (before.settledAt !== undefined) return hasChanged ? ['all'] : [];
  const parts: LockedRoundPart[] = [];
  if ((attempts > 0 || before.opensAt <= now) && before.opensAt !== after.opensAt) parts.push('opening');
  if (attempts === 0) return parts;
  if (before.kind !== after.kind) parts.push('kind');
  if (!isSameData(before.blueprint, after.blueprint)) parts.push('paper');
  if (!isSameData(sittingOf(before), sittingOf(after))) parts.push('time');
  const isOver = before.closesAt <= now;
  if (after.closesAt < before.closesAt || (isOver && after.closesAt !== before.closesAt)) parts.push('closing');
  if (entryEnd(after) < entryEnd(before) || (isOver && after.entryFor !== before.entryFor)) parts.push('entry');
  return parts;
}

const timingOf = ({ opensAt, closesAt, duration, window, lateArrival, entryFor }: PlannedRound) => ({
  opensAt,
  closesAt,
  duration,
  window,
  lateArrival,
  entryFor,
});
const paperOf = ({ kind, blueprint }: PlannedRound) => ({ kind, blueprint });
/** How long a person sits: longer for those who come later would be unequal, so that only extra time can give more. */
const sittingOf = ({ duration, window, lateArrival }: PlannedRound) => ({ duration, window, lateArrival });
const entryEnd = ({ entryFor }: PlannedRound): number => entryFor ?? Infinity;
