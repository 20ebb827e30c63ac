import { expect, test } from 'vitest';
import { LEAST_PAPERS, readFacility } from '#app/domain/results/facility-reading.ts';

test.each([
  [1, 'easy'],
  [0.8, 'easy'],
  [0.79, 'medium'],
  [0.5, 'medium'],
  [0.49, 'hard'],
  [0.25, 'hard'],
  [0.24, 'suspect'],
  [0, 'suspect'],
  [-0.2, 'suspect'],
] as const)('a share right of %d reads as %s', (facility, reading) => {
  expect(readFacility(facility, LEAST_PAPERS)).toBe(reading);
});

test('too few papers, or none, say nothing', () => {
  expect(readFacility(0, LEAST_PAPERS - 1)).toBe('unknown');
  expect(readFacility(undefined, 100)).toBe('unknown');
});
