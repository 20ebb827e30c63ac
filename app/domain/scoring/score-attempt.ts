import type { ItemBody } from '../items/item.ts';
import type { Response } from '../items/response.ts';
import type { Form } from '../contests/form.ts';
import { roundMark } from '../kernel/numbers.ts';
import { NO_CORRECTIONS, scoreSlot, type Corrections } from './correction.ts';
import type { PartialCredit } from './score-response.ts';

/** How marks are given. mark = fraction × maxMark for an answer; a wrong answer (fraction 0) earns `wrong`, often 0. */
export interface MarkingScheme {
  readonly right: number;
  readonly wrong: number;
  readonly blank: number;
  readonly partial: PartialCredit;
}

/** What one slot earned. */
export interface Outcome {
  readonly slot: number;
  readonly itemVersionId: string;
  readonly answered: boolean;
  /** 0..1 */
  readonly fraction: number;
  readonly mark: number;
}

export interface AttemptScore {
  readonly score: number;
  readonly maxScore: number;
  readonly outcomes: readonly Outcome[];
  /** False where the rules want everything answered and something is not: such an attempt does not count. */
  readonly isValid: boolean;
}

/** What makes an attempt valid, beside being finished. */
export interface Completeness {
  readonly mustAnswerAll: boolean;
  readonly asksPrediction: boolean;
  readonly prediction: number | undefined;
}

/** The most that a form can earn: a slot whose item was voided counts for nothing. */
export function maxScoreOf(form: Form, scheme: MarkingScheme, corrections: Corrections = NO_CORRECTIONS): number {
  const counted = form.slots.filter(({ itemVersionId }) => corrections.get(itemVersionId)?.kind !== 'void');
  return roundMark(counted.reduce((sum, { marks }) => sum + (marks ?? scheme.right), 0));
}

/**
 * The score of an attempt: a pure function of the paper, the responses, the scheme and the corrections that hold, so that
 * anyone can compute it again.
 * @throws when a form names an item version that is not given: that is a fault of the caller, not of the contestant
 */
export function scoreAttempt(
  form: Form,
  bodies: ReadonlyMap<string, ItemBody>,
  responses: ReadonlyMap<number, Response>,
  scheme: MarkingScheme,
  completeness: Completeness,
  corrections: Corrections = NO_CORRECTIONS,
): AttemptScore {
  const outcomes = form.slots.map(({ slot, itemVersionId, marks }): Outcome => {
    const body = bodies.get(itemVersionId);
    if (!body) throw new Error(`item version ${itemVersionId} of slot ${slot} is missing`);
    const scored = scoreSlot({ body, marks }, responses.get(slot), scheme, corrections.get(itemVersionId));
    return { slot, itemVersionId, ...scored, mark: roundMark(scored.mark) };
  });
  const score = roundMark(outcomes.reduce((sum, outcome) => sum + outcome.mark, 0));
  const { mustAnswerAll, asksPrediction, prediction } = completeness;
  const isComplete = outcomes.every((outcome) => outcome.answered) && (!asksPrediction || prediction !== undefined);
  return { score, maxScore: maxScoreOf(form, scheme, corrections), outcomes, isValid: !mustAnswerAll || isComplete };
}
