import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Form } from '#app/domain/contests/form.ts';
import type { Response } from '#app/domain/items/response.ts';
import { maxScoreOf, scoreAttempt, type Completeness, type MarkingScheme } from '#app/domain/scoring/score-attempt.ts';
import { anItemBody } from '#tests/support/item-body.ts';

const formOf = (slots: number): Form => ({
  slots: Array.from({ length: slots }, (_, index) => ({
    slot: index + 1,
    itemVersionId: `v${index + 1}`,
    optionOrder: ['a', 'b', 'c', 'd'],
  })),
});
const bodies = new Map(
  Array.from({ length: 30 }, (_, index) => [
    `v${index + 1}`,
    anItemBody({ interaction: 'multipleChoice', key: ['a', 'b', 'c'] }),
  ]),
);
const scheme: MarkingScheme = { right: 1, wrong: -0.25, blank: 0, partial: 'proportional' };
const ANY: Completeness = { mustAnswerAll: false, asksPrediction: false, prediction: undefined };

describe('scoreAttempt', () => {
  test('marks right, part, wrong and blank slots', () => {
    const responses = new Map<number, Response>([
      [1, ['a', 'b', 'c']],
      [2, ['a', 'b']],
      [3, ['d']],
      [4, []],
    ]);
    const { score, maxScore, outcomes } = scoreAttempt(formOf(5), bodies, responses, scheme, ANY);
    expect(outcomes.map(({ answered, mark }) => [answered, mark])).toEqual([
      [true, 1],
      [true, 0.66667],
      [true, -0.25],
      [false, 0],
      [false, 0],
    ]);
    expect(score).toBe(1.41667);
    expect(maxScore).toBe(5);
  });

  test('a blank may cost something of its own', () => {
    expect(scoreAttempt(formOf(2), bodies, new Map(), { ...scheme, blank: -0.1 }, ANY).score).toBe(-0.2);
  });

  test('the score is the sum of its outcomes and stays within its bounds, whatever was answered', () => {
    const responses = fc.array(fc.subarray(['a', 'b', 'c', 'd']), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(responses, (list) => {
        const form = formOf(30);
        const { score, outcomes } = scoreAttempt(
          form,
          bodies,
          new Map(list.map((response, index) => [index + 1, response])),
          scheme,
          ANY,
        );
        expect(Math.round(outcomes.reduce((sum, outcome) => sum + outcome.mark * 1e5, 0))).toBe(
          Math.round(score * 1e5),
        );
        expect(score).toBeLessThanOrEqual(maxScoreOf(form, scheme));
        expect(score).toBeGreaterThanOrEqual(30 * scheme.wrong);
      }),
    );
  });

  test('answers to slots that the paper does not have earn nothing', () => {
    expect(scoreAttempt(formOf(1), bodies, new Map([[7, ['a', 'b', 'c']]]), scheme, ANY).score).toBe(0);
  });

  test('a missing item version is a fault of the caller', () => {
    expect(() => scoreAttempt(formOf(31), bodies, new Map(), scheme, ANY)).toThrow('v31');
  });

  test('marks of a slot stand in place of those of the scheme, for a right answer and for a part of it', () => {
    const form: Form = { slots: formOf(4).slots.map((slot, index) => (index < 3 ? { ...slot, marks: 5 } : slot)) };
    const responses = new Map<number, Response>([
      [1, ['a', 'b', 'c']],
      [2, ['a']],
      [3, ['d']],
      [4, ['a', 'b', 'c']],
    ]);
    const { outcomes, maxScore, score } = scoreAttempt(form, bodies, responses, scheme, ANY);
    expect(outcomes.map(({ mark }) => mark)).toEqual([5, 1.66667, -0.25, 1]);
    expect([score, maxScore]).toEqual([7.41667, 16]);
  });

  test.each([
    [{}, 2, undefined, true],
    [{ mustAnswerAll: true }, 3, undefined, true],
    [{ mustAnswerAll: true }, 2, undefined, false],
    [{ mustAnswerAll: true, asksPrediction: true }, 3, undefined, false],
    [{ mustAnswerAll: true, asksPrediction: true }, 3, 0, true],
    [{ mustAnswerAll: true, asksPrediction: true }, 2, 120, false],
    [{ asksPrediction: true }, 3, undefined, true],
  ])('%j with %i of 3 answers and prediction %j counts: %j', (rules, answers, prediction, isValid) => {
    const responses = new Map<number, Response>(Array.from({ length: answers }, (_, index) => [index + 1, ['d']]));
    expect(scoreAttempt(formOf(3), bodies, responses, scheme, { ...ANY, ...rules, prediction }).isValid).toBe(isValid);
  });
});
