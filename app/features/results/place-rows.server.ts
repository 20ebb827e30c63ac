import type { RankedRow } from '#app/domain/results/explain-place.ts';
import {
  countBetween,
  countTied,
  findNeighbour,
  findStandings,
  rankOf,
  type BoardPart,
  type StandingRow,
} from './standing.repo.server.ts';

/** A row with its rank in the whole scope, and with its neighbours there. */
export interface PlacedRow {
  readonly row: StandingRow & RankedRow;
  /** Undefined at the ends of the board; untold where there may be one that was not looked for. */
  readonly above: RankedRow | 'untold' | undefined;
  readonly below: RankedRow | 'untold' | undefined;
}

/** Which rows of a board, or of a part of it, and how many there are in all. */
export interface Slice {
  readonly skip: number;
  readonly take: number;
  readonly total: number;
}

/** Rows that stand together on a whole board. Only the first needs a look at the index: the others follow from it. */
export async function placePage(scopeId: string, slice: Slice): Promise<PlacedRow[]> {
  const { rows, lead } = await withEnds(scopeId, {}, slice);
  const first = rows[0];
  if (!first) return [];
  let rank = await rankOf(scopeId, first.rankKey);
  const ranked = rows.map((row, index) => {
    if (index > 0 && row.rankKey !== rows[index - 1]?.rankKey) rank = slice.skip - lead + index + 1;
    return { ...row, rank };
  });
  return ranked
    .map((row, index) => ({ row, above: ranked[index - 1], below: ranked[index + 1] }))
    .slice(lead, lead + slice.take);
}

/**
 * Rows that stand together in a part of a board, with their ranks on the whole board. Neighbours are those of the part; at
 * its ends there may be others of whom nothing is told.
 */
export async function placePart(scopeId: string, part: BoardPart, slice: Slice): Promise<PlacedRow[]> {
  const { rows, lead } = await withEnds(scopeId, part, slice);
  const ranks = await ranksOf(scopeId, rows);
  const ranked = rows.map((row) => ({ ...row, rank: ranks.get(row.rankKey) ?? 0 }));
  return ranked
    .map((row, index) => ({
      row,
      above: ranked[index - 1] ?? (row.rank === 1 ? undefined : ('untold' as const)),
      below: ranked[index + 1] ?? ('untold' as const),
    }))
    .slice(lead, lead + slice.take);
}

/** The rows of a slice, with one more on each side where there is one. */
async function withEnds(
  scopeId: string,
  part: BoardPart,
  { skip, take, total }: Slice,
): Promise<{ rows: StandingRow[]; lead: number }> {
  const lead = Math.min(1, skip);
  return { rows: await findStandings(scopeId, part, { skip: skip - lead, take: lead + take + 1, total }), lead };
}

/** Neighbours of more rows than this are not looked for. */
const MOST_EXPLAINED = 10;

/** Rows from anywhere on a board, in rank order; their neighbours are looked for one by one, unless there are many. */
export async function placeRows(scopeId: string, rows: readonly StandingRow[]): Promise<PlacedRow[]> {
  const ranks = await ranksOf(scopeId, rows);
  const ranked = rows.map((row) => ({ ...row, rank: ranks.get(row.rankKey) ?? 0 }));
  if (rows.length > MOST_EXPLAINED) return ranked.map((row) => ({ row, above: 'untold', below: 'untold' }));
  return Promise.all(ranked.map((row) => place(scopeId, row)));
}

/** The ranks of rows that are in order, by key: from one to the next only what lies between them is counted. */
async function ranksOf(scopeId: string, rows: readonly StandingRow[]): Promise<Map<string, number>> {
  const keys = [...new Set(rows.map(({ rankKey }) => rankKey))];
  const between = await Promise.all(keys.map((key, index) => countBetween(scopeId, keys[index - 1], key)));
  let before = 0;
  return new Map(keys.map((key, index) => [key, (before += between[index] ?? 0) + 1]));
}

async function place(scopeId: string, row: StandingRow & RankedRow): Promise<PlacedRow> {
  const [above, below, tied] = await Promise.all([
    findNeighbour(scopeId, row, 'above'),
    findNeighbour(scopeId, row, 'below'),
    countTied(scopeId, row.rankKey),
  ]);
  const tiedAbove = above && above.rankKey !== row.rankKey ? await countTied(scopeId, above.rankKey) : 0;
  return {
    row,
    above: above && { ...above, rank: row.rank - tiedAbove },
    below: below && { ...below, rank: below.rankKey === row.rankKey ? row.rank : row.rank + tied },
  };
}
