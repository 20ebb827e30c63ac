import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Blueprint } from '#app/domain/contests/contest.ts';
import type { PoolItem } from '#app/domain/contests/draw-form.ts';
import { drawVariants, sectionsOf, type Variant } from '#app/domain/papers/draw-variants.ts';

const BLUEPRINT: Blueprint = {
  sections: [
    { title: 'Phần A', quotas: [{ topic: 'mot', count: 6 }] },
    {
      title: 'Phần B',
      quotas: [
        { difficulty: 'hard', count: 2, marks: 3 },
        { topic: 'hai', count: 3 },
      ],
    },
  ],
};
const POOL = Array.from({ length: 40 }, (_, index): PoolItem => ({
  itemVersionId: `v${String(index).padStart(2, '0')}`,
  topicSlug: index % 2 === 0 ? 'mot' : 'hai',
  lessonSlug: 'bai',
  difficulty: index % 5 === 0 ? 'hard' : 'easy',
  tags: [],
  interaction: 'choice',
  optionIds: ['a', 'b', 'c', 'd'],
  keys: ['a'],
  shufflesOptions: true,
}));

const drawn = (change: Partial<Parameters<typeof drawVariants>[0]> = {}): Variant[] => {
  const set = { blueprint: BLUEPRINT, kind: 'contest' as const, seed: 'bo-de-1', count: 6, sameItems: true, ...change };
  const result = drawVariants(set, POOL);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const idsOf = ({ form }: Variant): string[] => form.slots.map(({ itemVersionId }) => itemVersionId);

describe('a set of papers', () => {
  test('has the codes from 101 on, and the numbers 1 to n on each paper', () => {
    const variants = drawn();
    expect(variants.map(({ code }) => code)).toEqual(['101', '102', '103', '104', '105', '106']);
    for (const { form } of variants)
      expect(form.slots.map(({ slot }) => slot)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('asks the same in every section of every paper, in other orders', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), (seed) => {
        const variants = drawn({ seed });
        const [first, ...others] = variants.map(({ form }) =>
          sectionsOf(BLUEPRINT, form).map((slots) => slots.map(({ itemVersionId }) => itemVersionId).toSorted()),
        );
        for (const other of others) expect(other).toEqual(first);
        expect(new Set(variants.map((variant) => idsOf(variant).join())).size).toBeGreaterThan(1);
      }),
    );
  });

  test('shuffles options from paper to paper', () => {
    const orders = drawn().map(({ form }) =>
      form.slots.find(({ itemVersionId }) => itemVersionId === idsOf(drawn()[0]!)[0])?.optionOrder.join(''),
    );
    expect(new Set(orders).size).toBeGreaterThan(1);
  });

  test('is the same for the same seed, and another one for another', () => {
    expect(drawn()).toEqual(drawn());
    expect(drawn({ seed: 'bo-de-2' })).not.toEqual(drawn());
  });

  test('draws each paper for itself where that is asked for', () => {
    const sets = drawn({ sameItems: false }).map((variant) => idsOf(variant).toSorted().join());
    expect(new Set(sets).size).toBe(6);
  });

  test('is refused with what is missing', () => {
    const set = { blueprint: BLUEPRINT, kind: 'contest' as const, seed: 'x', count: 2, sameItems: true };
    expect(drawVariants(set, POOL.slice(0, 8))).toMatchObject({ ok: false, error: { code: 'pool-too-small' } });
  });
});
