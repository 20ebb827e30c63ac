import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemCount, type Blueprint } from '#app/domain/contests/contest.ts';
import { drawForm, type PoolItem } from '#app/domain/contests/draw-form.ts';
import type { Form } from '#app/domain/contests/form.ts';
import { seededRandom, shuffle } from '#app/domain/kernel/random.ts';

const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;
const TOPICS = ['2022', '2023', '2024'];

const anItem = (index: number, change: Partial<PoolItem> = {}): PoolItem => ({
  itemVersionId: `v${index}`,
  topicSlug: TOPICS[index % 3] as string,
  lessonSlug: `lesson-${index % 5}`,
  difficulty: DIFFICULTIES[index % 3] as PoolItem['difficulty'],
  tags: index % 2 === 0 ? ['pac-bo'] : [],
  optionIds: ['a', 'b', 'c', 'd'],
  shufflesOptions: true,
  ...change,
});
const pools = fc.integer({ min: 30, max: 80 }).map((size) => Array.from({ length: size }, (_, index) => anItem(index)));
const quotas = fc.record({
  topic: fc.option(fc.constantFrom(...TOPICS), { nil: undefined }),
  difficulty: fc.option(fc.constantFrom(...DIFFICULTIES), { nil: undefined }),
  tag: fc.option(fc.constant('pac-bo'), { nil: undefined }),
  count: fc.integer({ min: 1, max: 4 }),
});
const blueprints: fc.Arbitrary<Blueprint> = fc.record({
  sections: fc.array(fc.record({ title: fc.string(), quotas: fc.array(quotas, { minLength: 1, maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
});
const drawn = (blueprint: Blueprint, pool: readonly PoolItem[], seed: string): Form => {
  const result = drawForm(blueprint, pool, seed);
  if (!result.ok) throw new Error(`the pool is too small: ${JSON.stringify(result.error)}`);
  return result.value;
};
const general: Blueprint = { sections: [{ title: '', quotas: [{ count: 10 }] }] };

describe('a drawn paper', () => {
  test('fills every quota, takes no item twice and numbers its slots from 1', () => {
    fc.assert(
      fc.property(blueprints, pools, fc.string(), (blueprint, pool, seed) => {
        const result = drawForm(blueprint, pool, seed);
        if (!result.ok) return;
        const { slots } = result.value;
        expect(slots.map((slot) => slot.slot)).toEqual(slots.map((_, index) => index + 1));
        expect(slots).toHaveLength(itemCount(blueprint));
        expect(new Set(slots.map((slot) => slot.itemVersionId)).size).toBe(slots.length);
        let first = 0;
        for (const section of blueprint.sections) {
          const size = section.quotas.reduce((sum, quota) => sum + quota.count, 0);
          const items = slots
            .slice(first, first + size)
            .map((slot) => pool.find((item) => item.itemVersionId === slot.itemVersionId) as PoolItem);
          first += size;
          for (const { topic, difficulty, tag, count } of section.quotas) {
            const fitting = items.filter(
              (item) =>
                (topic === undefined || item.topicSlug === topic) &&
                (difficulty === undefined || item.difficulty === difficulty) &&
                (tag === undefined || item.tags.includes(tag)),
            );
            expect(fitting.length).toBeGreaterThanOrEqual(count);
          }
        }
      }),
    );
  });

  test('is the same for the same seed, whatever the order of the pool', () => {
    fc.assert(
      fc.property(pools, fc.string(), fc.string(), (pool, seed, order) => {
        expect(drawn(general, shuffle(pool, seededRandom(order)), seed)).toEqual(drawn(general, pool, seed));
      }),
    );
  });

  test('differs from seed to seed', () => {
    const pool = Array.from({ length: 60 }, (_, index) => anItem(index));
    const papers = Array.from({ length: 200 }, (_, index) => JSON.stringify(drawn(general, pool, `attempt-${index}`)));
    expect(new Set(papers).size).toBe(200);
  });

  test('shuffles options, but not those whose order means something', () => {
    const pool = Array.from({ length: 40 }, (_, index) =>
      index < 20 ? anItem(index) : anItem(index, { optionIds: ['a', 'b'], shufflesOptions: false }),
    );
    const { slots } = drawn({ sections: [{ title: '', quotas: [{ count: 40 }] }] }, pool, 'seed');
    const orders = slots.map((slot) => slot.optionOrder.join(''));
    expect(orders.filter((order) => order.length === 2)).toEqual(Array.from({ length: 20 }, () => 'ab'));
    expect(new Set(orders.filter((order) => order.length === 4)).size).toBeGreaterThan(8);
    expect(
      new Set(orders.filter((order) => order.length === 4).map((order) => [...order].toSorted().join(''))),
    ).toEqual(new Set(['abcd']));
  });

  test('takes every item of the pool about equally often', () => {
    const pool = Array.from({ length: 20 }, (_, index) => anItem(index));
    const counts = new Map<string, number>();
    for (let round = 0; round < 2_000; round += 1) {
      for (const slot of drawn(general, pool, `seed-${round}`).slots)
        counts.set(slot.itemVersionId, (counts.get(slot.itemVersionId) ?? 0) + 1);
    }
    // Expected 1000, standard deviation 22: six of them on either side.
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(135);
    expect(counts.size).toBe(20);
  });
});

describe('a pool that is too small', () => {
  test('says which quota lacks how many', () => {
    const pool = [anItem(0), anItem(1), anItem(2), anItem(3)];
    const quota = { difficulty: 'easy', count: 5 } as const;
    expect(drawForm({ sections: [{ title: '', quotas: [quota] }] }, pool, 's')).toEqual({
      ok: false,
      error: { code: 'pool-too-small', quota, missing: 3 },
    });
  });

  test('is noticed also when an earlier quota took the items', () => {
    const pool = Array.from({ length: 5 }, (_, index) => anItem(index, { topicSlug: '2023' }));
    const quotasOfOneTopic = [
      { topic: '2023', count: 3 },
      { topic: '2023', count: 3 },
    ];
    const result = drawForm({ sections: [{ title: '', quotas: quotasOfOneTopic }] }, pool, 's');
    expect(result).toMatchObject({ ok: false, error: { missing: 1 } });
  });
});
