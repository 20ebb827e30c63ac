import type { RankCriterion } from '../contests/contest.ts';
import { partingCriterion, type KnownChain, type RankFacts } from './rank-key.ts';

/**
 * What one criterion sees in a row. Distances count people or attempts, durations are ms, instants epoch ms.
 * `value` is undefined for somebody who predicted nothing, for a lot, and for years of birth of other people.
 */
export interface RowReason {
  readonly criterion: RankCriterion;
  readonly value: number | undefined;
}

/** How a row stands to the one next to it. Untold: there is one, but the board is not public. */
export type Parting =
  | { readonly kind: 'tie' }
  | { readonly kind: 'untold' }
  | { readonly kind: 'parted'; readonly rank: number; readonly by: RankCriterion; readonly other: number | undefined };

/** Why a row stands where it stands. */
export interface PlaceExplained {
  /** In the order of the rules, as far as they are known. */
  readonly reasons: readonly RowReason[];
  /** The number that was predicted; undefined for none, and where it is not shown. */
  readonly prediction: number | undefined;
  /** The first criterion that is not known yet: ranks end there for now. */
  readonly waitsFor: RankCriterion | undefined;
  /** Undefined at the ends of the board. */
  readonly above: Parting | undefined;
  readonly below: Parting | undefined;
}

/** A ranked row, as far as explaining looks at it. */
export interface RankedRow extends Omit<RankFacts, 'lot'> {
  readonly rank: number;
  readonly rankKey: string;
  readonly prediction: number | undefined;
}

/** A row with its neighbours on the board; a neighbour that is there but must not be told of is 'untold'. */
export interface RowToExplain {
  readonly row: RankedRow;
  readonly above: RankedRow | 'untold' | undefined;
  readonly below: RankedRow | 'untold' | undefined;
  readonly known: KnownChain;
  /** Whether the row is that of the person who looks: only they see their year of birth, and what they predicted at any time. */
  readonly isOwn: boolean;
  /** Whether the actual number is published: then predictions are no secret any more. */
  readonly hasActual: boolean;
}

/** Explains a row by the criteria that are known, one after the other, and against its neighbours. */
export function explainPlace({ row, above, below, known, isOwn, hasActual }: RowToExplain): PlaceExplained {
  return {
    reasons: known.chain.map((criterion) => ({ criterion, value: valueBy(criterion, row, isOwn) })),
    prediction: isOwn || hasActual ? row.prediction : undefined,
    waitsFor: known.waitsFor,
    above: partingOf(row, above, known.chain),
    below: partingOf(row, below, known.chain),
  };
}

function partingOf(
  row: RankedRow,
  other: RowToExplain['above'],
  chain: readonly RankCriterion[],
): PlaceExplained['above'] {
  if (other === undefined) return undefined;
  if (other === 'untold') return { kind: 'untold' };
  const by = partingCriterion(row.rankKey, other.rankKey, chain);
  return by === undefined
    ? { kind: 'tie' }
    : { kind: 'parted', rank: other.rank, by, other: valueBy(by, other, false) };
}

function valueBy(criterion: RankCriterion, row: RankedRow, isOwn: boolean): number | undefined {
  switch (criterion) {
    case 'score':
      return row.score;
    case 'predictionDistance':
      return row.predictionDistance;
    case 'duration':
      return row.duration;
    case 'submittedAt':
      return row.submittedAt;
    case 'fewerAttempts':
      return row.attempts;
    case 'older':
    case 'younger':
      return isOwn ? row.birthYear : undefined;
    case 'lot':
      return undefined;
  }
}
