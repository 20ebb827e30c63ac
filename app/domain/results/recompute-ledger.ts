// Shares no code with the engine, see recompute-rows.ts.
import type { PredictionTarget } from '../contests/contest.ts';
import { countResults, type Ledger, type Sha256 } from './recompute-rows.ts';
import type { PublishedAttempt, PublishedCorrection, ResultsFile } from './results-file.ts';

type Attempts = readonly PublishedAttempt[];

/** The numbers of the states that scores are given for: 0, before any correction, and one for each correction. */
export const heldAt = (corrections: readonly PublishedCorrection[]): number[] => [
  0,
  ...corrections.map(({ number }) => number),
];

/** The attempts as they were marked once the correction of that number held; 0 for before there was any. */
export const attemptsUnder = ({ attempts }: ResultsFile, number: number): Attempts =>
  attempts.map((attempt) => {
    const then = attempt.scores?.findLast(({ correction }) => correction <= number);
    return then ? { ...attempt, score: then.score, maxScore: then.maxScore } : attempt;
  });

type Frozen = Omit<Ledger, 'actuals'>;

/** Whether an attempt counted for nothing at an instant, by its rulings up to then; without one, whether it does now. */
function isOut(attempt: PublishedAttempt, until: number | undefined): boolean {
  if (until === undefined) return attempt.isSetAside ?? false;
  return attempt.rulings?.findLast(({ at }) => Date.parse(at) <= until)?.isSetAside ?? false;
}

function frozenLedger(file: ResultsFile, sha256: Sha256, attempts: Attempts, until?: number): Frozen {
  const valid = new Map<string, Map<number, PublishedAttempt[]>>();
  for (const attempt of attempts) {
    if (!attempt.isValid || isOut(attempt, until)) continue;
    const own = valid.get(attempt.person) ?? new Map<number, PublishedAttempt[]>();
    valid.set(attempt.person, own);
    const inRound = own.get(attempt.round) ?? [];
    own.set(attempt.round, inRound);
    inRound.push(attempt);
  }
  const fullScores = new Map(
    file.rounds.flatMap(({ number, fullScore }) =>
      fullScore === undefined || fullScore === null ? [] : [[number, fullScore] as const],
    ),
  );
  return { file, sha256, valid, fullScores };
}

/** The figures of a round, or of all rounds, as they were when they were frozen: later corrections and rulings do not touch them. */
export function countAsFrozen(
  file: ResultsFile,
  sha256: Sha256,
  round: number | undefined,
  frozenAt: string,
): Record<PredictionTarget, number> {
  const before = (file.corrections ?? []).filter(({ at }) => Date.parse(at) <= Date.parse(frozenAt));
  const attempts = attemptsUnder(file, before.at(-1)?.number ?? 0);
  return countResults(frozenLedger(file, sha256, attempts, Date.parse(frozenAt)), round);
}

/** A file with what is looked up in it. @param attempts those of the file, as some corrections mark them */
export const ledgerOf = (file: ResultsFile, sha256: Sha256, attempts: Attempts = file.attempts): Ledger => ({
  ...frozenLedger(file, sha256, attempts),
  actuals: actualsOf(file, sha256),
});

/** What the attempts of each round predicted, counted from the attempts; null while the file says that it is not frozen. */
function actualsOf(file: ResultsFile, sha256: Sha256): Map<number, number | null> {
  const { rounds, whole, description } = file;
  const { prediction } = description;
  if (!prediction) return new Map(rounds.map(({ number }) => [number, null]));
  if (prediction.scope === 'contest') {
    const actual = whole.counts && countAsFrozen(file, sha256, undefined, whole.counts.frozenAt)[prediction.asks];
    return new Map(rounds.map(({ number }) => [number, actual]));
  }
  return new Map(
    rounds.map(({ number, counts }) => [
      number,
      counts && countAsFrozen(file, sha256, number, counts.frozenAt)[prediction.asks],
    ]),
  );
}
