import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mean, rate, roundMark } from '#app/domain/kernel/numbers.ts';

test('three thirds are one, and halves round away from zero', () => {
  expect(roundMark(1 / 3 + 1 / 3 + 1 / 3)).toBe(1);
  expect(roundMark(0.1 + 0.2)).toBe(0.3);
  expect(roundMark(1.000005)).toBe(1.00001);
  expect(roundMark(-1.000005)).toBe(-1.00001);
  expect(Object.is(roundMark(-0.000001), 0)).toBe(true);
});

test('rounding is odd and settles at once', () => {
  fc.assert(
    fc.property(fc.double({ min: -1_000, max: 1_000, noNaN: true }), (mark) => {
      const rounded = roundMark(mark);
      expect(roundMark(rounded)).toBe(rounded);
      expect(Math.abs(rounded - mark)).toBeLessThan(0.000_005_1);
      expect(roundMark(-mark) + rounded).toBe(0);
    }),
  );
});

test('a mean of nothing and a rate of nobody are unknown, not zero', () => {
  expect(mean([])).toBeUndefined();
  expect(mean([1, 2, 6])).toBe(3);
  expect(rate(3, 0)).toBeUndefined();
  expect(rate(0, 12)).toBe(0);
  expect(rate(9, 12)).toBe(0.75);
});
