import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categoryFigures, guardedCount } from '#app/domain/participation/small-group.ts';
import { CATEGORIES } from '#app/domain/units/category.ts';

describe('groups of very few', () => {
  test.each([
    ['partyMember', 0, 0],
    ['partyMember', 1, 'few'],
    ['partyMember', 4, 'few'],
    ['partyMember', 5, 5],
    ['youthUnionMember', 3, 'few'],
    ['pupil', 3, 3],
    ['official', 1, 1],
  ] as const)('%s: %s people are told as %s', (category, people, shown) => {
    expect(guardedCount(category, people)).toBe(shown);
  });

  test('a number that is not told cannot be worked out from the others', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CATEGORIES),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 30 }),
        (category, people, headcount) => {
          const figures = categoryFigures(category, people, headcount);
          const isHidden = figures.people === 'few' || figures.headcount === 'few';
          if (isHidden) expect([figures.rate, figures.missing]).toEqual([undefined, undefined]);
          else expect(figures.missing).toBe(headcount > 0 ? Math.max(0, headcount - people) : undefined);
        },
      ),
    );
  });
});
