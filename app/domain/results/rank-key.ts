import type { RankCriterion } from '../contests/contest.ts';
import type { Duration, Instant } from '../kernel/time.ts';

/** What ranking looks at in a row. */
export interface RankFacts {
  readonly score: number;
  /** |predicted − actual|; undefined for somebody who predicted nothing. */
  readonly predictionDistance: number | undefined;
  readonly duration: Duration;
  readonly submittedAt: Instant;
  /** Finished valid attempts of the person in the scope. */
  readonly attempts: number;
  readonly birthYear: number;
  /** The person's lot in hex, see lotOf(); undefined before the seed is published. */
  readonly lot: string | undefined;
}

/** The criteria that can be looked at now, and the first that cannot: ranks end before it until it is known. */
export interface KnownChain {
  readonly chain: readonly RankCriterion[];
  readonly waitsFor: RankCriterion | undefined;
}

/**
 * The part of a declared chain that is known.
 * @param known whether the actual number of the prediction is frozen, and whether the seed of the lots is published
 */
export function knownChain(
  ranking: readonly RankCriterion[],
  known: { readonly hasActual: boolean; readonly hasLot: boolean },
): KnownChain {
  const end = ranking.findIndex(
    (each) => (each === 'predictionDistance' && !known.hasActual) || (each === 'lot' && !known.hasLot),
  );
  return end === -1
    ? { chain: ranking, waitsFor: undefined }
    : { chain: ranking.slice(0, end), waitsFor: ranking[end] };
}

const WIDTH = 15;
const OFFSET = 1_000_000_000;
const LAST = '9'.repeat(WIDTH);
const SEPARATOR = '|';
const digits = (value: number): string => Math.round(value).toString().padStart(WIDTH, '0');

function partOf(criterion: RankCriterion, facts: RankFacts): string {
  switch (criterion) {
    case 'score':
      // why subtracted from a constant: the highest score comes first in ascending order.
      return digits(1e14 - (facts.score * 1e5 + OFFSET));
    case 'predictionDistance':
      return facts.predictionDistance === undefined ? LAST : digits(facts.predictionDistance);
    case 'duration':
      return digits(Math.floor(facts.duration / 1_000));
    case 'submittedAt':
      return digits(facts.submittedAt);
    case 'fewerAttempts':
      return digits(facts.attempts);
    case 'older':
      return digits(facts.birthYear);
    case 'younger':
      return digits(10_000 - facts.birthYear);
    case 'lot':
      return facts.lot ?? '';
  }
}

/**
 * A text whose ascending order is the rank order under the chain; equal texts are a real tie. It lets a database index keep
 * the board in order, whatever the chain says. Scores count to five decimals and may go down to −10 000.
 * Durations compare by whole seconds, as people read them; instants by the millisecond. Who predicted nothing comes after
 * everybody who did.
 */
export const rankKey = (facts: RankFacts, chain: readonly RankCriterion[]): string =>
  chain.map((criterion) => partOf(criterion, facts)).join(SEPARATOR);

/** The first criterion of the chain by which two rank keys differ; undefined for a tie. */
export function partingCriterion(a: string, b: string, chain: readonly RankCriterion[]): RankCriterion | undefined {
  const [as, bs] = [a.split(SEPARATOR), b.split(SEPARATOR)];
  return chain.find((_, index) => as[index] !== bs[index]);
}
