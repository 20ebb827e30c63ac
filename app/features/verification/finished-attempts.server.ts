import { replay } from '#app/domain/attempts/replay.ts';
import type { FinishedAttempt } from '#app/domain/results/standing.ts';
import { comparableScore } from '#app/domain/scoring/comparable-score.ts';
import { inForce, type Corrections } from '#app/domain/scoring/correction.ts';
import { isSetAsideBy } from '#app/domain/rulings/ruling.ts';
import { scoreAttempt } from '#app/domain/scoring/score-attempt.ts';
import type { History, StoredAttempt, StoredRuling } from '#app/features/attempts/index.server.ts';
import { getBodies } from '#app/features/items/index.server.ts';
import { fullScoreOf, type ContestBasis } from './contest-basis.server.ts';

/** Whether an attempt is over and the standings do not know it yet. */
export const isWaiting = ({ attempt, isRanked }: History): boolean => attempt.state !== 'inProgress' && !isRanked;

/** An attempt as rankings see it; undefined for one that runs, and for practice. */
export function finishedOf(basis: ContestBasis, attempt: StoredAttempt): FinishedAttempt | undefined {
  const { finishedAt, score, duration } = attempt;
  if (finishedAt === undefined || score === undefined || duration === undefined) return undefined;
  const round = basis.rounds.find(({ id }) => id === attempt.roundId);
  if (!round) return undefined;
  const full = fullScoreOf(basis, round) ?? attempt.maxScore;
  const scores = { score: comparableScore({ ...attempt, score }, full), maxScore: Math.max(full, attempt.maxScore) };
  const isValid = attempt.isValid && !attempt.isSetAside;
  return { ...attempt, ...scores, isValid, duration, submittedAt: finishedAt };
}

/**
 * The attempts of a person as they were marked, and as they counted, when the figures of a scope were frozen: corrections and rulings
 * that came later changed marks and ranks, and not figures that were published.
 */
export async function attemptsAsFrozen(
  basis: ContestBasis,
  histories: readonly History[],
  rulings: ReadonlyMap<string, readonly StoredRuling[]>,
): Promise<(scopeId: string) => readonly FinishedAttempt[]> {
  const { contest, counts, corrections } = basis;
  const now = histories.flatMap(({ attempt }) => finishedOf(basis, attempt) ?? []);
  const corrected = new Set(corrections.map(({ itemVersionId }) => itemVersionId));
  const touched = histories.filter(({ attempt }) =>
    attempt.form.slots.some(({ itemVersionId }) => corrected.has(itemVersionId)),
  );
  if (touched.length === 0 && rulings.size === 0) return () => now;
  const bodies = await getBodies(
    touched.flatMap(({ attempt }) => attempt.form.slots.map(({ itemVersionId }) => itemVersionId)),
  );
  const markedBy = (held: Corrections, { attempt, steps }: History): StoredAttempt => {
    const { saved, prediction } = replay(steps);
    const responses = new Map([...saved].map(([slot, { response }]) => [slot, response]));
    // why not what makes it valid: corrections change marks alone.
    const free = { mustAnswerAll: false, asksPrediction: false, prediction };
    const { score, maxScore } = scoreAttempt(attempt.form, bodies, responses, contest.rules.marking, free, held);
    return { ...attempt, score, maxScore };
  };
  return (scopeId) => {
    const frozenAt = counts.get(scopeId)?.frozenAt;
    const later = [...corrections, ...[...rulings.values()].flat()];
    const isTouched = frozenAt !== undefined && later.some(({ at }) => at > frozenAt);
    if (!isTouched) return now;
    const held = inForce(corrections, frozenAt);
    return histories.flatMap((history) => {
      if (history.attempt.score === undefined) return [];
      const attempt = touched.includes(history) ? markedBy(held, history) : history.attempt;
      const isSetAside = isSetAsideBy(rulings.get(attempt.id) ?? [], frozenAt);
      return finishedOf(basis, { ...attempt, isSetAside }) ?? [];
    });
  };
}
