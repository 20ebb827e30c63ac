import { expect, test } from 'vitest';
import { addFigures, meanScore, NO_FIGURES, participationRate } from '#app/domain/results/participation-rate.ts';

test('a rate needs a headcount, a mean needs a finished attempt', () => {
  expect(participationRate({ ...NO_FIGURES, people: 3 })).toBeUndefined();
  expect(participationRate({ ...NO_FIGURES, headcount: 12 })).toBe(0);
  expect(participationRate({ ...NO_FIGURES, headcount: 12, people: 9 })).toBe(0.75);
  expect(meanScore(NO_FIGURES)).toBeUndefined();
  expect(meanScore({ ...NO_FIGURES, finished: 4, scoreSum: 30 })).toBe(7.5);
});

test('a stale headcount shows as more than all, and is not hidden', () => {
  expect(participationRate({ ...NO_FIGURES, headcount: 10, people: 11 })).toBeCloseTo(1.1);
});

test('rates of a branch come from sums, not from means of rates', () => {
  const small = { headcount: 10, people: 10, attempts: 12, finished: 10, scoreSum: 100, allRight: 2 };
  const large = { headcount: 990, people: 0, attempts: 0, finished: 0, scoreSum: 0, allRight: 0 };
  expect(participationRate(addFigures(small, large))).toBe(0.01);
  expect(addFigures(small, NO_FIGURES)).toEqual(small);
});

test('sums of thirds are the same in whatever order units are added up', () => {
  const third = { ...NO_FIGURES, finished: 1, scoreSum: 0.33333 };
  const two = { ...NO_FIGURES, finished: 1, scoreSum: 2 };
  const oneWay = addFigures(addFigures(third, third), addFigures(third, two));
  const otherWay = addFigures(addFigures(two, third), addFigures(third, third));
  expect(oneWay.scoreSum).toBe(otherWay.scoreSum);
  expect(oneWay.scoreSum).toBe(2.99999);
});
