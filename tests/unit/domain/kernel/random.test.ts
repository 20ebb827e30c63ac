import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom, shuffle } from '#app/domain/kernel/random.ts';

const take = (seed: string, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};

test('the same seed gives the same numbers, in [0, 1)', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      expect(take(seed, 50)).toEqual(take(seed, 50));
      for (const number of take(seed, 50)) {
        expect(number).toBeGreaterThanOrEqual(0);
        expect(number).toBeLessThan(1);
      }
    }),
  );
});

test('the numbers of a known seed never change: papers of the past can be drawn again', () => {
  expect(take('2026', 3).map((number) => Math.floor(number * 1e6))).toMatchInlineSnapshot(`
    [
      716176,
      860238,
      633285,
    ]
  `);
});

test('other seeds give other numbers', () => {
  expect(new Set(Array.from({ length: 1_000 }, (_, index) => take(`attempt-${index}`, 1)[0])).size).toBe(1_000);
});

test('shuffle keeps every member and leaves its input alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (members, seed) => {
      const before = [...members];
      const shuffled = shuffle(members, seededRandom(seed));
      expect(shuffled.toSorted((a, b) => a - b)).toEqual(before.toSorted((a, b) => a - b));
      expect(members).toEqual(before);
    }),
  );
});

test('every member comes to every place about equally often', () => {
  const rounds = 12_000;
  const counts = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
  const random = seededRandom('fair');
  for (let round = 0; round < rounds; round += 1) {
    shuffle([0, 1, 2, 3], random).forEach((member, place) => {
      (counts[member] as number[])[place]! += 1;
    });
  }
  // Expected 3000, standard deviation 47: six of them on either side.
  for (const count of counts.flat()) expect(Math.abs(count - rounds / 4)).toBeLessThan(285);
});
