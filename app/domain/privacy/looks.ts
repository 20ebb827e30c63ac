import type { Instant } from '../kernel/time.ts';

/** The unit that a person belonged to in a stretch of time: [from, until). */
export interface Stay {
  readonly unitId: string;
  readonly from: Instant;
  readonly until: Instant | undefined;
}

/** A change of unit that was carried out. */
interface Move {
  readonly fromUnitId: string;
  readonly toUnitId: string;
  readonly at: Instant;
}

/** Where a person belonged since the account was made, from the unit of now and the moves. */
export function staysOf(account: { unitId: string; createdAt: Instant }, moves: readonly Move[]): Stay[] {
  const ordered = moves.toSorted((a, b) => a.at - b.at);
  const stays: Stay[] = [];
  let from = account.createdAt;
  for (const move of ordered) {
    stays.push({ unitId: move.fromUnitId, from, until: move.at });
    from = move.at;
  }
  stays.push({ unitId: ordered.at(-1)?.toUnitId ?? account.unitId, from, until: undefined });
  return stays;
}

/** Lists of a contest on which every contestant may stand. Others, like those of the organizing board, are about few. */
export const LOOKS_AT_ALL_CONTESTANTS = ['results', 'people-under-way', 'correction-preview', 'proposal'] as const;

/** Lists of a unit on which everybody of it may stand. */
export const LOOKS_AT_ALL_OF_UNIT = ['people-of-unit', 'roster', 'roster-file', 'roster-review'] as const;
