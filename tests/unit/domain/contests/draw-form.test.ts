import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemCount, type Blueprint } from '#app/domain/contests/contest.ts';
import { drawForm, poolFor, poolItemOf, PRACTICE_TAG, type PoolItem } from '#app/domain/contests/draw-form.ts';
import { fitsSlot, type Form, type Slot } from '#app/domain/contests/form.ts';
import { seededRandom, shuffle } from '#app/domain/kernel/random.ts';
import { anItemBody } from '#tests/support/item-body.ts';

const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;
const TOPICS = ['2022', '2023', '2024'];

const anItem = (index: number, change: Partial<PoolItem> = {}): PoolItem => ({
  itemVersionId: `v${index}`,
  topicSlug: TOPICS[index % 3] as string,
  lessonSlug: `lesson-${index % 5}`,
  difficulty: DIFFICULTIES[index % 3] as PoolItem['difficulty'],
  tags: index % 2 === 0 ? ['pac-bo'] : [],
  interaction: index % 4 === 3 ? 'multipleChoice' : 'choice',
  optionIds: ['a', 'b', 'c', 'd'],
  keys: index % 4 === 3 ? ['b', 'd'] : ['a'],
  shufflesOptions: true,
  ...change,
});
const pools = fc.integer({ min: 30, max: 80 }).map((size) => Array.from({ length: size }, (_, index) => anItem(index)));
const quotas = fc.record({
  topic: fc.option(fc.constantFrom(...TOPICS), { nil: undefined }),
  difficulty: fc.option(fc.constantFrom(...DIFFICULTIES), { nil: undefined }),
  tag: fc.option(fc.constant('pac-bo'), { nil: undefined }),
  lesson: fc.option(fc.constantFrom('lesson-0', 'lesson-1'), { nil: undefined }),
  interaction: fc.option(fc.constantFrom('choice' as const, 'multipleChoice' as const), { nil: undefined }),
  count: fc.integer({ min: 1, max: 4 }),
});
/** Each quota has marks of its own, so that a paper tells which of its slots are of which quota. */
const blueprints: fc.Arbitrary<Blueprint> = fc
  .record({
    sections: fc.array(fc.record({ title: fc.string(), quotas: fc.array(quotas, { minLength: 1, maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    optionsShown: fc.option(fc.integer({ min: 2, max: 5 }), { nil: undefined }),
  })
  .map(({ sections, ...rest }) => {
    let marks = 0;
    return {
      ...rest,
      sections: sections.map((section) => ({
        ...section,
        quotas: section.quotas.map((quota) => ({ ...quota, marks: (marks += 1) })),
      })),
    };
  });
const drawn = (blueprint: Blueprint, pool: readonly PoolItem[], seed: string): Form => {
  const result = drawForm(blueprint, pool, seed, 'contest');
  if (!result.ok) throw new Error(`the pool is too small: ${JSON.stringify(result.error)}`);
  return result.value;
};
const fits = (
  pool: readonly PoolItem[],
  itemVersionId: string,
  quota: Blueprint['sections'][0]['quotas'][0],
): boolean => {
  const item = pool.find((each) => each.itemVersionId === itemVersionId) as PoolItem;
  const { topic, lesson, difficulty, tag, interaction } = quota;
  return (
    (topic ?? item.topicSlug) === item.topicSlug &&
    (lesson ?? item.lessonSlug) === item.lessonSlug &&
    (difficulty ?? item.difficulty) === item.difficulty &&
    (interaction ?? item.interaction) === item.interaction &&
    (tag === undefined || item.tags.includes(tag))
  );
};
/** Published papers rest on the draw: whoever changes it breaks every paper that was ever drawn. */
const PINNED = [
  ['v6', 'cba', undefined],
  ['v11', 'dbc', undefined],
  ['v5', 'cba', undefined],
  ['v2', 'dba', 2],
];
const general: Blueprint = { sections: [{ title: '', quotas: [{ count: 10 }] }] };

describe('a drawn paper', () => {
  test('honours its blueprint: every slot is of a quota, every quota has its slots, in its section, with its marks', () => {
    fc.assert(
      fc.property(blueprints, pools, fc.string(), (blueprint, pool, seed) => {
        const result = drawForm(blueprint, pool, seed, 'contest');
        if (!result.ok) return;
        const { slots } = result.value;
        expect(slots.map((slot) => slot.slot)).toEqual(slots.map((_, index) => index + 1));
        expect(slots).toHaveLength(itemCount(blueprint));
        expect(new Set(slots.map((slot) => slot.itemVersionId)).size).toBe(slots.length);
        const left = [...slots];
        for (const section of blueprint.sections) {
          const size = section.quotas.reduce((sum, quota) => sum + quota.count, 0);
          const inSection = left.splice(0, size);
          for (const quota of section.quotas) {
            const own = inSection.filter(({ marks }) => marks === quota.marks);
            expect(own).toHaveLength(quota.count);
            for (const { itemVersionId } of own) expect(fits(pool, itemVersionId, quota)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('shows every key, at least one option beside them, and as many as asked for where that is possible', () => {
    fc.assert(
      fc.property(pools, fc.integer({ min: 2, max: 5 }), fc.string(), (pool, optionsShown, seed) => {
        const { slots } = drawn({ ...general, optionsShown }, pool, seed);
        for (const { itemVersionId, optionOrder } of slots) {
          const { keys, optionIds } = pool.find((item) => item.itemVersionId === itemVersionId) as PoolItem;
          for (const key of keys) expect(optionOrder).toContain(key);
          expect(new Set(optionOrder).size).toBe(optionOrder.length);
          for (const id of optionOrder) expect(optionIds).toContain(id);
          expect(optionOrder).toHaveLength(Math.min(optionIds.length, Math.max(optionsShown, keys.length + 1)));
        }
      }),
    );
  });

  test('shows each of the other options about equally often', () => {
    const pool = Array.from({ length: 10 }, (_, index) => anItem(index * 4));
    const counts = new Map<string, number>();
    for (let round = 0; round < 300; round += 1) {
      for (const { optionOrder } of drawn({ ...general, optionsShown: 2 }, pool, `seed-${round}`).slots) {
        for (const id of optionOrder) counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
    expect(counts.get('a')).toBe(3_000);
    // Expected 1000 each, standard deviation 26: six of them on either side.
    for (const id of ['b', 'c', 'd']) expect(Math.abs((counts.get(id) ?? 0) - 1_000)).toBeLessThan(156);
  });

  test('is the same for the same seed, whatever the order of the pool: items, options and marks', () => {
    fc.assert(
      fc.property(blueprints, pools, fc.string(), fc.string(), (blueprint, pool, seed, order) => {
        const shuffled = shuffle(pool, seededRandom(order)).map((item) => ({ ...item, tags: [...item.tags] }));
        expect(drawForm(blueprint, shuffled, seed, 'contest')).toEqual(drawForm(blueprint, pool, seed, 'contest'));
      }),
      { numRuns: 300 },
    );
  });

  test('is the same today as the day it was drawn: this seed has always given this paper', () => {
    const pool = Array.from({ length: 12 }, (_, index) => anItem(index));
    const blueprint: Blueprint = {
      sections: [{ title: '', quotas: [{ count: 3 }, { difficulty: 'hard', count: 1, marks: 2 }] }],
      optionsShown: 3,
    };
    const paper = drawn(blueprint, pool, 'hạt giống').slots;
    expect(paper.map(({ itemVersionId, optionOrder, marks }) => [itemVersionId, optionOrder.join(''), marks])).toEqual(
      PINNED,
    );
  });

  test('differs from seed to seed', () => {
    const pool = Array.from({ length: 60 }, (_, index) => anItem(index));
    const papers = Array.from({ length: 200 }, (_, index) => JSON.stringify(drawn(general, pool, `attempt-${index}`)));
    expect(new Set(papers).size).toBe(200);
  });

  test('shuffles options, but not those whose order means something', () => {
    const pool = Array.from({ length: 40 }, (_, index) =>
      index < 20 ? anItem(index) : anItem(index, { optionIds: ['a', 'b'], keys: ['a'], shufflesOptions: false }),
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
    expect(drawForm({ sections: [{ title: '', quotas: [quota] }] }, pool, 's', 'contest')).toEqual({
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
    const result = drawForm({ sections: [{ title: '', quotas: quotasOfOneTopic }] }, pool, 's', 'contest');
    expect(result).toMatchObject({ ok: false, error: { missing: 1 } });
  });
});

describe('a pool that is just large enough', () => {
  /** Hall's theorem: quotas can be filled if and only if the items that fit any of them are enough for all of them. */
  const canBeFilled = (blueprint: Blueprint, pool: readonly PoolItem[]): boolean => {
    const all = blueprint.sections.flatMap((section) => section.quotas);
    return Array.from({ length: 2 ** all.length }, (_, subset) =>
      all.filter((__, index) => subset & (2 ** index)),
    ).every(
      (some) =>
        pool.filter(({ itemVersionId }) => some.some((quota) => fits(pool, itemVersionId, quota))).length >=
        some.reduce((sum, { count }) => sum + count, 0),
    );
  };

  test('is enough for every seed, and one that is too small is so for every seed', () => {
    const small = fc
      .integer({ min: 5, max: 13 })
      .map((size) => Array.from({ length: size }, (_, index) => anItem(index)));
    const kinds = [
      {},
      { topic: '2022' },
      { difficulty: 'easy' },
      { tag: 'pac-bo' },
      { interaction: 'choice' },
    ] as const;
    const loose = fc
      .array(fc.record({ kind: fc.constantFrom(...kinds), count: fc.integer({ min: 1, max: 4 }) }), {
        minLength: 2,
        maxLength: 4,
      })
      .map((list): Blueprint => {
        const all = list.map(({ kind, count }, index) => ({ ...kind, count, marks: index + 1 }));
        return { sections: [all.slice(0, 2), all.slice(2)].map((part) => ({ title: '', quotas: part })) };
      });
    let [enough, tooSmall] = [0, 0];
    fc.assert(
      fc.property(loose, small, fc.array(fc.string(), { minLength: 5, maxLength: 5 }), (blueprint, pool, seeds) => {
        const expected = canBeFilled(blueprint, pool);
        if (expected) enough += 1;
        else tooSmall += 1;
        for (const seed of seeds) {
          const paper = drawForm(blueprint, pool, seed, 'contest');
          expect(paper.ok).toBe(expected);
          if (!paper.ok) continue;
          for (const quota of blueprint.sections.flatMap((section) => section.quotas)) {
            const own = paper.value.slots.filter(({ marks }) => marks === quota.marks);
            expect(own).toHaveLength(quota.count);
            for (const { itemVersionId } of own) expect(fits(pool, itemVersionId, quota)).toBe(true);
          }
        }
      }),
      { numRuns: 1_500 },
    );
    expect(Math.min(enough, tooSmall)).toBeGreaterThan(50);
  });
});

describe('practice and contest', () => {
  test('are drawn from items apart: no paper of a contest has an item whose key practice shows', () => {
    const tagged = fc.array(fc.boolean(), { minLength: 30, maxLength: 60 });
    fc.assert(
      fc.property(
        tagged,
        fc.string(),
        fc.constantFrom('contest' as const, 'practice' as const),
        (isPractice, seed, kind) => {
          const pool = isPractice.map((is, index) =>
            anItem(index, { tags: is ? ['pac-bo', PRACTICE_TAG] : ['pac-bo'] }),
          );
          const count = poolFor(pool, kind).length;
          const whole: Blueprint = { sections: [{ title: '', quotas: [{ tag: 'pac-bo', count }] }] };
          const paper = drawForm(whole, pool, seed, kind);
          if (!paper.ok) throw new Error('the pool is not too small');
          const expected = pool.filter((_, index) => isPractice[index] === (kind === 'practice'));
          expect(paper.value.slots.map(({ itemVersionId }) => itemVersionId).toSorted()).toEqual(
            expected.map(({ itemVersionId }) => itemVersionId).toSorted(),
          );
          const more: Blueprint = { sections: [{ title: '', quotas: [{ tag: 'pac-bo', count: count + 1 }] }] };
          expect(drawForm(more, pool, seed, kind)).toMatchObject({ ok: false, error: { missing: 1 } });
        },
      ),
    );
  });
});

describe('kinds that are not chosen', () => {
  const lone = (change: Partial<PoolItem>, seed: string, optionsShown?: number): Slot => {
    const form = drawn({ sections: [{ title: '', quotas: [{ count: 1 }] }], optionsShown }, [anItem(0, change)], seed);
    return form.slots[0] as Slot;
  };
  const ids = fc.integer({ min: 2, max: 8 }).map((size) => Array.from('abcdefgh').slice(0, size));
  const seeds = fc.string({ minLength: 1, maxLength: 12 });

  test('an order is never shown as it should be, and any other order comes up', () => {
    fc.assert(
      fc.property(ids, seeds, fc.boolean(), (optionIds, seed, shufflesOptions) => {
        const keys = shuffle(optionIds, seededRandom(`key ${seed}`));
        const { optionOrder } = lone({ interaction: 'order', optionIds, keys, shufflesOptions }, seed, 2);
        expect(optionOrder.toSorted()).toEqual(optionIds);
        expect(optionOrder).not.toEqual(keys);
      }),
    );
    const change: Partial<PoolItem> = { interaction: 'order', optionIds: ['a', 'b', 'c'], keys: ['a', 'b', 'c'] };
    const seen = new Set(Array.from({ length: 200 }, (_, seed) => lone(change, String(seed)).optionOrder.join('')));
    expect([...seen].toSorted()).toEqual(['acb', 'bac', 'bca', 'cab', 'cba']);
  });

  test('an order of one item, or one that is not to be shuffled, is shown as it was written', () => {
    expect(lone({ interaction: 'order', optionIds: ['a'], keys: ['a'] }, 's').optionOrder).toEqual(['a']);
    const change = { interaction: 'order' as const, optionIds: ['a', 'b', 'c'], keys: ['c', 'a', 'b'] };
    expect(lone({ ...change, shufflesOptions: false }, 's').optionOrder).toEqual(['a', 'b', 'c']);
  });

  test('a match shows all of both sides, each in an order of its own', () => {
    const targetIds = ['x', 'y', 'z', 'w'];
    fc.assert(
      fc.property(ids, seeds, (optionIds, seed) => {
        const slot = lone({ interaction: 'match', optionIds, targetIds, keys: [] }, seed, 2);
        expect(slot.optionOrder.toSorted()).toEqual(optionIds);
        expect(slot.targetOrder?.toSorted()).toEqual(targetIds.toSorted());
      }),
    );
    const seen = Array.from({ length: 60 }, (_, seed) =>
      lone({ interaction: 'match', optionIds: ['a', 'b'], targetIds, keys: [] }, String(seed)),
    );
    expect(new Set(seen.map((slot) => slot.optionOrder.join(''))).size).toBe(2);
    expect(new Set(seen.map((slot) => slot.targetOrder?.join(''))).size).toBeGreaterThan(10);
  });

  test('what is typed has no options on the paper', () => {
    const item = poolItemOf('v', anItem(0), anItemBody({ interaction: 'textEntry' }));
    expect(item).toMatchObject({ optionIds: [], keys: [] });
    expect(lone(item, 's', 3)).toEqual({ slot: 1, itemVersionId: 'v', optionOrder: [] });
  });

  test('what can be answered at a place is what stands there', () => {
    const base = { slot: 1, itemVersionId: 'v' };
    const match = { ...base, optionOrder: ['a', 'b'], targetOrder: ['x'] };
    const typed = { ...base, optionOrder: [] };
    expect(fitsSlot(match, ['a>x', 'b>x'])).toBe(true);
    for (const response of [['a'], ['a>y'], ['a>x', 'a>x'], ['x>a']]) expect(fitsSlot(match, response)).toBe(false);
    expect(fitsSlot(typed, ['Pác Bó'])).toBe(true);
    for (const response of [['a', 'b'], [' '], ['a'.repeat(201)]]) expect(fitsSlot(typed, response)).toBe(false);
    expect(fitsSlot({ ...base, optionOrder: ['a', 'b'] }, ['b', 'a'])).toBe(true);
    for (const response of [['a', 'a'], ['c']])
      expect(fitsSlot({ ...base, optionOrder: ['a', 'b'] }, response)).toBe(false);
  });
});

test('papers and the state of a bank of the first three kinds are what they were before there were more', () => {
  const kinds = ['choice', 'multipleChoice', 'trueFalse'] as const;
  const pool = Array.from({ length: 6 }, (_, i) => {
    const isTrueFalse = i % 3 === 2;
    const body = anItemBody({
      interaction: kinds[i % 3] ?? 'choice',
      key: i % 3 === 1 ? ['a', 'c'] : ['b'],
      ...(isTrueFalse ? { options: ['a', 'b'].map((id) => ({ id, text: id })) } : {}),
    });
    return poolItemOf(`v${i}`, { topicSlug: 't', lessonSlug: 'l', difficulty: 'easy', tags: [] }, body);
  });
  expect(JSON.stringify(pool.slice(1, 3))).toBe(
    '[{"itemVersionId":"v1","topicSlug":"t","lessonSlug":"l","difficulty":"easy","tags":[],"interaction":"multipleChoice","keys":["a","c"],"optionIds":["a","b","c","d"],"shufflesOptions":true},' +
      '{"itemVersionId":"v2","topicSlug":"t","lessonSlug":"l","difficulty":"easy","tags":[],"interaction":"trueFalse","keys":["b"],"optionIds":["a","b"],"shufflesOptions":false}]',
  );
  expect(
    JSON.stringify(drawn({ sections: [{ title: 'x', quotas: [{ count: 5 }] }], optionsShown: 3 }, pool, 'seed-1')),
  ).toBe(
    '{"slots":[{"slot":1,"itemVersionId":"v5","optionOrder":["a","b"]},{"slot":2,"itemVersionId":"v2","optionOrder":["a","b"]},{"slot":3,"itemVersionId":"v3","optionOrder":["a","b","d"]},{"slot":4,"itemVersionId":"v0","optionOrder":["a","d","b"]},{"slot":5,"itemVersionId":"v1","optionOrder":["a","c","d"]}]}',
  );
  expect(JSON.stringify(drawn({ sections: [{ title: 'x', quotas: [{ count: 6 }] }] }, pool, 'seed-2'))).toBe(
    '{"slots":[{"slot":1,"itemVersionId":"v2","optionOrder":["a","b"]},{"slot":2,"itemVersionId":"v0","optionOrder":["d","c","a","b"]},{"slot":3,"itemVersionId":"v3","optionOrder":["c","b","d","a"]},{"slot":4,"itemVersionId":"v5","optionOrder":["a","b"]},{"slot":5,"itemVersionId":"v1","optionOrder":["d","a","b","c"]},{"slot":6,"itemVersionId":"v4","optionOrder":["a","b","c","d"]}]}',
  );
});
