import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Form } from '#app/domain/contests/form.ts';
import type { Response } from '#app/domain/items/response.ts';
import { maxScoreOf, scoreAttempt, type MarkingScheme } from '#app/domain/scoring/score-attempt.ts';
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

describe('scoreAttempt', () => {
  test('marks right, part, wrong and blank slots', () => {
    const responses = new Map<number, Response>([
      [1, ['a', 'b', 'c']],
      [2, ['a', 'b']],
      [3, ['d']],
      [4, []],
    ]);
    const { score, maxScore, outcomes } = scoreAttempt(formOf(5), bodies, responses, scheme);
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
    expect(scoreAttempt(formOf(2), bodies, new Map(), { ...scheme, blank: -0.1 }).score).toBe(-0.2);
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
    expect(scoreAttempt(formOf(1), bodies, new Map([[7, ['a', 'b', 'c']]]), scheme).score).toBe(0);
  });

  test('a missing item version is a fault of the caller', () => {
    expect(() => scoreAttempt(formOf(31), bodies, new Map(), scheme)).toThrow('v31');
  });
});
