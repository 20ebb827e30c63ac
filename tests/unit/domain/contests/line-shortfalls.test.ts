import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Blueprint, Quota } from '#app/domain/contests/contest.ts';
import { drawForm, type PoolItem } from '#app/domain/contests/draw-form.ts';
import { lineShortfalls } from '#app/domain/contests/line-shortfalls.ts';

const TOPICS = ['a', 'b'];
const DIFFICULTIES = ['easy', 'hard'] as const;

const pools = fc
  .array(fc.record({ topicSlug: fc.constantFrom(...TOPICS), difficulty: fc.constantFrom(...DIFFICULTIES) }), {
    maxLength: 9,
  })
  .map((places) =>
    places.map((place, index): PoolItem => ({
      ...place,
      itemVersionId: `v${index}`,
      lessonSlug: 'l',
      tags: [],
      interaction: 'choice',
      keys: ['a'],
      optionIds: ['a', 'b'],
      shufflesOptions: true,
    })),
  );

const quotas: fc.Arbitrary<Quota> = fc.record({
  topic: fc.option(fc.constantFrom(...TOPICS), { nil: undefined }),
  difficulty: fc.option(fc.constantFrom(...DIFFICULTIES), { nil: undefined }),
  count: fc.integer({ min: 1, max: 3 }),
});

const blueprints: fc.Arbitrary<Blueprint> = fc
  .array(fc.array(quotas, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 })
  .map((lists) => ({ sections: lists.map((list) => ({ title: 'Phần', quotas: list })) }));

/** How many of so many seeds give no paper. */
const failures = (blueprint: Blueprint, pool: readonly PoolItem[], seeds: number): number =>
  Array.from({ length: seeds }, (_, index) => index).filter(
    (seed) => !drawForm(blueprint, pool, `${seed}`, 'contest').ok,
  ).length;

describe('lineShortfalls', () => {
  it('is empty exactly when every seed gives a paper, and where it is not no seed does', () => {
    fc.assert(
      fc.property(blueprints, pools, (blueprint, pool) => {
        const isShort = lineShortfalls(blueprint, pool, 'contest').length > 0;
        expect(failures(blueprint, pool, 50)).toBe(isShort ? 50 : 0);
      }),
      { numRuns: 400 },
    );
  });
});
