// Written to check the engine (rank-key.ts, standing.ts), so it shares no code with it: values are compared one by one along
// the chain, where the engine compares one text.
import type { PredictionTarget, RankCriterion } from '../contests/contest.ts';
import type { PublishedAttempt, PublishedRow, ResultsFile } from './results-file.ts';

/** SHA-256 of a text in hex; given by the caller, as the domain has no hash. */
export type Sha256 = (text: string) => string;

/** A file of results with what is looked up in it again and again. */
export interface Ledger {
  readonly file: ResultsFile;
  readonly sha256: Sha256;
  /** Valid attempts by person and then by the number of the round. */
  readonly valid: ReadonlyMap<string, ReadonlyMap<number, readonly PublishedAttempt[]>>;
  /** What a whole paper of a round can earn, where items were voided. */
  readonly fullScores: ReadonlyMap<number, number>;
  /** The actual number that attempts of a round predict; null where it is not frozen, or where nothing is predicted. */
  readonly actuals: ReadonlyMap<number, number | null>;
}

/** What stands for a person, while it is being ranked. */
interface Result extends Omit<PublishedRow, 'rank'> {
  readonly birthYear: number;
  readonly lot: string;
  readonly isAllRight: boolean;
}

type Comparison = (a: Result, b: Result) => number;

/** Marks count to five decimals. */
const marksOf = (score: number): number => Math.round(score * 100_000);

const COMPARISONS: Readonly<Record<RankCriterion, Comparison>> = {
  score: (a, b) => marksOf(b.score) - marksOf(a.score),
  // Who predicted nothing comes after everybody who did.
  predictionDistance: ({ predictionDistance: a }, { predictionDistance: b }) =>
    a === null || b === null ? Number(a === null) - Number(b === null) : a - b,
  duration: (a, b) => Math.floor(a.durationMs / 1_000) - Math.floor(b.durationMs / 1_000),
  submittedAt: (a, b) => Date.parse(a.submittedAt) - Date.parse(b.submittedAt),
  fewerAttempts: (a, b) => a.attempts - b.attempts,
  older: (a, b) => a.birthYear - b.birthYear,
  younger: (a, b) => b.birthYear - a.birthYear,
  lot: (a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0),
};

/** The scores by which papers compare: a paper with a voided item is scaled to a whole one. */
function scoresOf({ fullScores }: Pick<Ledger, 'fullScores'>, { round, score, maxScore }: PublishedAttempt) {
  const full = fullScores.get(round);
  if (full === undefined || maxScore >= full) return { score, maxScore };
  return { score: maxScore <= 0 ? full : marksOf((score * full) / maxScore) / 100_000, maxScore: full };
}

/** Compares along the declared chain, up to the first criterion that is not known yet. */
function comparisonOf({ file }: Ledger, known: { hasActual: boolean; hasLot: boolean }): Comparison {
  const isUnknown = (criterion: RankCriterion): boolean =>
    (criterion === 'predictionDistance' && !known.hasActual) || (criterion === 'lot' && !known.hasLot);
  const { ranking } = file.description;
  const end = ranking.findIndex(isUnknown);
  const chain = end === -1 ? ranking : ranking.slice(0, end);
  return (a, b) => {
    for (const criterion of chain) {
      const difference = COMPARISONS[criterion](a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** The first of those that no other one stands before. */
const bestOf = (results: readonly Result[], compare: Comparison): Result | undefined =>
  results.reduce<Result | undefined>((best, each) => (best && compare(best, each) <= 0 ? best : each), undefined);

/** What stands for a person in a round: the attempt that the rules count. */
function inRound(
  ledger: Ledger,
  person: string,
  round: number,
  known: { readonly actual: number | null; readonly lotSeed: string | null },
): Result | undefined {
  const attempts = (ledger.valid.get(person)?.get(round) ?? []).toSorted((a, b) => a.number - b.number);
  const { actual, lotSeed } = known;
  const lot = lotSeed === null ? '' : ledger.sha256(`${lotSeed}:${person}`);
  const results = attempts.map((attempt): Result => {
    const { birthYear = 0, unit, block, durationMs, submittedAt, prediction } = attempt;
    const { score, maxScore } = scoresOf(ledger, attempt);
    const predictionDistance = actual === null || prediction === null ? null : Math.abs(prediction - actual);
    const own = { person, birthYear, unit, block, score, maxScore, durationMs, submittedAt, prediction };
    return { ...own, attempts: attempts.length, rounds: 1, predictionDistance, lot, isAllRight: score >= maxScore };
  });
  const { counted } = ledger.file.description.attempts;
  if (counted === 'last') return results.at(-1);
  if (counted !== 'best') return results[0];
  return bestOf(results, comparisonOf(ledger, { hasActual: actual !== null, hasLot: lotSeed !== null }));
}

const numbersOf = ({ file }: Ledger): number[] => file.rounds.map(({ number }) => number).toSorted((a, b) => a - b);

const isKnownInAll = (ledger: Ledger): boolean =>
  numbersOf(ledger).every((round) => ledger.actuals.get(round) !== null);

/** What stands for a person over all rounds: the best of them, or their sum. */
function overAll(ledger: Ledger, person: string, lotSeed: string | null): Result | undefined {
  const taken = numbersOf(ledger).flatMap(
    (round) => inRound(ledger, person, round, { actual: ledger.actuals.get(round) ?? null, lotSeed }) ?? [],
  );
  const attempts = taken.reduce((sum, each) => sum + each.attempts, 0);
  if (ledger.file.description.overall === 'best') {
    const compare = comparisonOf(ledger, { hasActual: isKnownInAll(ledger), hasLot: lotSeed !== null });
    return bestOf(
      taken.map((each) => ({ ...each, attempts })),
      compare,
    );
  }
  const last = taken.at(-1);
  if (!last) return undefined;
  const sumOf = (of: (result: Result) => number): number => taken.reduce((sum, each) => sum + of(each), 0);
  const latest = taken.reduce((a, b) => (Date.parse(b.submittedAt) > Date.parse(a.submittedAt) ? b : a));
  return {
    ...last,
    score: sumOf((each) => marksOf(each.score)) / 100_000,
    maxScore: sumOf((each) => marksOf(each.maxScore)) / 100_000,
    durationMs: sumOf((each) => each.durationMs),
    submittedAt: latest.submittedAt,
    attempts,
    rounds: taken.length,
    predictionDistance: taken.every((each) => each.predictionDistance !== null)
      ? sumOf((each) => each.predictionDistance ?? 0)
      : null,
  };
}

/** The figures of a round, or of all rounds, as the attempts give them. */
export function countResults(
  ledger: Omit<Ledger, 'actuals'>,
  round: number | undefined,
): Record<PredictionTarget, number> {
  const counts = { people: 0, attempts: 0, peopleAllRight: 0 };
  // why: who has everything right is asked before anybody knows the actual number, or the lots.
  const unknowing = { ...ledger, actuals: new Map<number, null>() };
  for (const [person, byRound] of ledger.valid) {
    const rounds = [...byRound.keys()].filter((each) => round === undefined || each === round);
    if (rounds.length === 0) continue;
    counts.people += 1;
    for (const each of rounds) counts.attempts += byRound.get(each)?.length ?? 0;
    const isAllRight = rounds.some(
      (each) => inRound(unknowing, person, each, { actual: null, lotSeed: null })?.isAllRight === true,
    );
    if (isAllRight) counts.peopleAllRight += 1;
  }
  return counts;
}

/** The ranking of a round, or of all rounds, by person: 1 2 2 4. */
export function rankResults(ledger: Ledger, scope: number | 'all', lotSeed: string | null): Map<string, PublishedRow> {
  const results = [...ledger.valid.keys()].flatMap((person) => {
    if (scope === 'all') return overAll(ledger, person, lotSeed) ?? [];
    return inRound(ledger, person, scope, { actual: ledger.actuals.get(scope) ?? null, lotSeed }) ?? [];
  });
  const hasActual = scope === 'all' ? isKnownInAll(ledger) : (ledger.actuals.get(scope) ?? null) !== null;
  const compare = comparisonOf(ledger, { hasActual, hasLot: lotSeed !== null });
  const rows = new Map<string, PublishedRow>();
  let rank = 0;
  let before: Result | undefined;
  for (const [index, result] of results.toSorted(compare).entries()) {
    if (!before || compare(before, result) !== 0) rank = index + 1;
    before = result;
    const { birthYear: _, lot: __, isAllRight: ___, ...row } = result;
    rows.set(result.person, { rank, ...row });
  }
  return rows;
}
