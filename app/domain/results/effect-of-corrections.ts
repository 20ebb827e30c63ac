import { attemptsUnder, ledgerOf } from './recompute-ledger.ts';
import { rankResults, type Sha256 } from './recompute-rows.ts';
import type { PublishedRow, ResultsFile } from './results-file.ts';

/** A person whose row corrections changed in one ranking. */
export interface RowEffect {
  readonly person: string;
  /** Undefined for somebody who was not, or is no longer, in the ranking. */
  readonly before: Pick<PublishedRow, 'rank' | 'score'> | undefined;
  readonly after: Pick<PublishedRow, 'rank' | 'score'> | undefined;
}

/** What all corrections of a contest together changed in one ranking. */
export interface RankingEffect {
  readonly scope: number | 'all';
  readonly rows: number;
  /** By the rank of afterwards. */
  readonly changed: readonly RowEffect[];
}

/**
 * The rankings of a file as they would be without its corrections against those with them, from the file alone. Actual
 * numbers of predictions and lots are the same on both sides.
 * @returns nothing for a file without corrections
 */
export function effectOfCorrections(file: ResultsFile, sha256: Sha256): RankingEffect[] {
  if ((file.corrections ?? []).length === 0) return [];
  const before = ledgerOf(file, sha256, attemptsUnder(file, 0));
  const after = ledgerOf(file, sha256);
  return file.rankings.map(({ scope }) => {
    const seed = scope === 'all' ? file.whole.lot.seed : file.rounds.find(({ number }) => number === scope)?.lot.seed;
    const [was, is] = [rankResults(before, scope, seed ?? null), rankResults(after, scope, seed ?? null)];
    const changed = [...new Set([...is.keys(), ...was.keys()])].flatMap((person): RowEffect[] => {
      const [a, b] = [was.get(person), is.get(person)];
      return a?.rank === b?.rank && a?.score === b?.score ? [] : [{ person, before: shortOf(a), after: shortOf(b) }];
    });
    return { scope, rows: is.size, changed };
  });
}

const shortOf = (row: PublishedRow | undefined) => row && { rank: row.rank, score: row.score };
