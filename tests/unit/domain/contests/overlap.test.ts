import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Blueprint, Quota } from '#app/domain/contests/contest.ts';
import { PRACTICE_TAG, type PoolItem } from '#app/domain/contests/draw-form.ts';
import { chanceOfSharing, paperOverlap, wantedItems } from '#app/domain/contests/overlap.ts';

const items = (count: number, given: Partial<PoolItem> = {}, prefix = 'c'): PoolItem[] =>
  Array.from({ length: count }, (_, index) => ({
    itemVersionId: `${prefix}${String(index).padStart(3, '0')}`,
    topicSlug: 'cd',
    lessonSlug: 'bai',
    difficulty: 'easy',
    tags: [],
    interaction: 'choice',
    optionIds: ['a', 'b'],
    keys: ['a'],
    shufflesOptions: true,
    ...given,
  }));

const blueprint = (...quotas: Quota[]): Blueprint => ({ sections: [{ title: 'Phần chung', quotas }] });

/** Every choice of so many of them. */
function choices<T>(all: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  const [first, ...rest] = all;
  if (first === undefined) return [];
  return [...choices(rest, count - 1).map((some) => [first, ...some]), ...choices(rest, count)];
}

/** The shares of pairs of papers that share 0, 1, … items, by looking at every pair. */
function byBruteForce(groups: readonly { pool: readonly string[]; count: number }[]): number[] {
  let papers: string[][] = [[]];
  for (const { pool, count } of groups) {
    papers = papers.flatMap((paper) => choices(pool, count).map((some) => [...paper, ...some]));
  }
  const size = groups.reduce((sum, { count }) => sum + count, 0);
  const chances = Array.from({ length: size + 1 }, () => 0);
  for (const paper of papers) {
    for (const other of papers) {
      const shared = paper.filter((id) => other.includes(id)).length;
      chances[shared] = (chances[shared] ?? 0) + 1 / papers.length ** 2;
    }
  }
  return chances;
}

describe('how much two papers share', () => {
  test('equals what every pair of papers says, for lines that share no items', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(3), fc.integer({ min: 1, max: 4 }), fc.nat(3)),
        ([easy, easyTaken, hard, hardTaken]) => {
          const counts = [Math.min(easyTaken, easy), Math.min(hardTaken, hard)] as const;
          fc.pre(counts[0] + counts[1] > 0);
          const pool = [...items(easy), ...items(hard, { difficulty: 'hard' }, 'k')];
          const overlap = paperOverlap(
            blueprint({ difficulty: 'easy', count: counts[0] }, { difficulty: 'hard', count: counts[1] }),
            pool,
            'contest',
          );
          const idsOf = (difficulty: string) =>
            pool.filter((item) => item.difficulty === difficulty).map(({ itemVersionId }) => itemVersionId);
          const expected = byBruteForce([
            { pool: idsOf('easy'), count: counts[0] },
            { pool: idsOf('hard'), count: counts[1] },
          ]);
          expect(overlap?.method).toBe('exact');
          for (const [shared, chance] of expected.entries()) expect(overlap?.chances[shared]).toBeCloseTo(chance, 10);
          const mean = expected.reduce((sum, chance, shared) => sum + chance * shared, 0);
          expect(overlap?.mean).toBeCloseTo(mean, 10);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('two lines with the same items are one line', () => {
    const once = paperOverlap(blueprint({ count: 6 }), items(10), 'contest');
    const twice = paperOverlap(blueprint({ count: 2 }, { count: 4 }), items(10), 'contest');
    expect(twice).toEqual(once);
    expect(once?.mean).toBeCloseTo(3.6, 12);
    expect(once?.exposure.get('c003')).toBeCloseTo(0.6, 12);
  });

  test('a bank of exactly one paper: everybody has the same', () => {
    const overlap = paperOverlap(blueprint({ count: 4 }), items(4), 'contest');
    expect(overlap).toMatchObject({ mean: 4, size: 4 });
    expect(overlap && chanceOfSharing(overlap, 4)).toBeCloseTo(1, 12);
    expect(overlap && chanceOfSharing(overlap, 5)).toBe(0);
  });

  test('lines that share some items are simulated, near to the truth and the same each time', () => {
    // One of five easy ones, then two of those of the topic (the four of which one is easy) that are left.
    const pool = [...items(4, { topicSlug: 'khac' }), ...items(1, {}, 'd'), ...items(3, { difficulty: 'hard' }, 'k')];
    const paper = blueprint({ difficulty: 'easy', count: 1 }, { topic: 'cd', count: 2 });
    const overlap = paperOverlap(paper, pool, 'contest', 600);
    expect([overlap?.method, overlap?.papers]).toEqual(['simulated', 600]);
    // With chance 1/5 the easy one is d000, and two of the three hard ones follow; else two of the four of the topic.
    const ofD = 1 / 5 + (4 / 5) * (2 / 4);
    const ofHard = (1 / 5) * (2 / 3) + (4 / 5) * (2 / 4);
    expect(overlap?.exposure.get('d000')).toBeCloseTo(ofD, 1);
    expect(overlap?.exposure.get('k000')).toBeCloseTo(ofHard, 1);
    expect(overlap?.mean).toBeCloseTo(4 * (1 / 5) ** 2 + ofD ** 2 + 3 * ofHard ** 2, 1);
    expect(overlap?.chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 10);
    expect(paperOverlap(paper, pool.toReversed(), 'contest', 600)).toEqual(overlap);
  });

  test('practice items are on no paper of a contest; what cannot be filled has no overlap', () => {
    const pool = [...items(3), ...items(5, { tags: [PRACTICE_TAG] }, 'p')];
    expect(paperOverlap(blueprint({ count: 4 }), pool, 'contest')).toBeUndefined();
    expect(paperOverlap(blueprint({ count: 3 }), pool, 'contest')?.exposure.size).toBe(3);
    expect(paperOverlap(blueprint({ count: 4 }), pool, 'practice')?.mean).toBeCloseTo(16 / 5, 12);
  });
});

describe('what the bank lacks', () => {
  test('a line of k needs k / share items', () => {
    const more = (count: number, has: number, share: number) =>
      wantedItems(blueprint({ count }), items(has), 'contest', share).map((want) => want.more);
    expect(more(6, 30, 0.2)).toEqual([]);
    expect(more(6, 29, 0.2)).toEqual([1]);
    expect(more(6, 4, 1)).toEqual([2]);
    expect(more(1, 3, 0.3)).toEqual([1]);
  });

  test('adding what it lacks brings the overlap to the share, and one less does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 30 }), (count, has) => {
        const paper = blueprint({ count });
        const [want] = wantedItems(paper, items(has), 'contest', 0.2);
        const enough = has + (want?.more ?? 0);
        expect(paperOverlap(paper, items(enough), 'contest')?.mean).toBeLessThanOrEqual(0.2 * count + 1e-9);
        if (want && enough - 1 >= count) {
          expect(paperOverlap(paper, items(enough - 1), 'contest')?.mean).toBeGreaterThan(0.2 * count);
        }
      }),
    );
  });

  test('lines that share items are judged together', () => {
    const pool = [...items(10), ...items(10, { difficulty: 'hard' }, 'k')];
    const lines = blueprint({ count: 2 }, { difficulty: 'hard', count: 2 });
    expect(wantedItems(lines, pool, 'contest', 0.2)).toEqual([]);
    expect(wantedItems(blueprint({ count: 3 }, { difficulty: 'hard', count: 2 }), pool, 'contest', 0.2)).toMatchObject([
      { section: 0, line: 1, quota: { difficulty: 'hard', count: 2 }, more: 5 },
    ]);
  });
});
