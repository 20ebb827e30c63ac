// Whether signals find who was planted, and leave honest rounds alone. Seeds are fixed: the same people every time.
import { describe, expect, test } from 'vitest';
import { seededRandom } from '#app/domain/kernel/random.ts';
import { DAY, MINUTE } from '#app/domain/kernel/time.ts';
import type { Sitting } from '#app/domain/signals/sitting.ts';
import { honestRound, look, OPENS, sittingOf, wrongOf } from '#tests/support/simulated-round.ts';

describe('honest rounds of thousands of people', () => {
  test.each([
    ['fifty units, a paper of 20 out of 60', { units: 50, pool: 60 }, ['mot', 'hai', 'ba']],
    [
      'five large units of 600, where everybody has the same 20 questions',
      { units: 5, pool: 20, people: 3_000 },
      ['mot'],
    ],
    ['one unit of 5,000', { units: 1, pool: 40 }, ['mot']],
    ['a large pool, where papers hardly overlap', { units: 50, pool: 200 }, ['mot', 'hai']],
  ])('%s: no cluster, no speed, no jump', { timeout: 60_000 }, (_, shape, seeds) => {
    for (const seed of seeds) {
      const found = look(honestRound({ seed, people: 5_000, ...shape }).sittings);
      expect(found.clusters).toEqual([]);
      expect(found.speed).toEqual([]);
      expect(found.jumps).toEqual([]);

      expect(found.compared).toBeGreaterThan(50_000);
    }
  });

  test('people who get better from day to day, and quicker, are no jump', () => {
    const random = seededRandom('tien-bo');
    const { sittings } = honestRound({ seed: 'tien-bo', people: 4_000, units: 20, pool: 20 });
    const better = sittings.map((sitting) => {
      const progress = (sitting.startedAt - OPENS) / (7 * DAY);
      const answers = sitting.answers.map((each) => ({
        ...each,
        isRight: each.isRight || random() < 0.5 * progress,
        seconds: (each.seconds ?? 0) * (1 - 0.4 * progress),
      }));
      return sittingOf({ ...sitting, answers });
    });
    expect(look(better).jumps).toEqual([]);
  });
});

describe('planted among 5,000 honest people', () => {
  const honest = honestRound({ seed: 'gian-lan', people: 5_000, units: 50, pool: 60 });
  const random = seededRandom('gian-lan-2');
  const items = new Map(honest.items.map((item) => [item.id, item]));
  const wrongAnswer = (id: string): string => {
    const item = items.get(id);
    if (!item) throw new Error(`no item ${id}`);
    return wrongOf(item, random);
  };

  test('six who copied one paper are one cluster, and nobody else is', () => {
    const source = honest.sittings.find(
      ({ answers }) => answers.filter(({ isRight }) => isRight).length === 11,
    ) as Sitting;
    const copies = [1, 2, 3, 4, 5].map((number) =>
      sittingOf({
        attemptId: `chep-${number}`,
        unitId: source.unitId,
        startedAt: source.startedAt + number * MINUTE,
        // why: each does one question alone.
        answers: source.answers.map((each, index) =>
          index === number ? { ...each, isRight: false, answer: wrongAnswer(each.itemVersionId) } : each,
        ),
      }),
    );
    const { clusters } = look([...honest.sittings, ...copies]);
    expect(clusters.map(({ attemptIds }) => attemptIds)).toEqual([
      [source.attemptId, ...copies.map(({ attemptId }) => attemptId)].toSorted(),
    ]);
  });

  test('copies of a paper that is all right say nothing: who knows everything agrees with who knows everything', () => {
    const perfect = honest.sittings[7] as Sitting;
    const answers = perfect.answers.map((each) => ({ ...each, isRight: true, answer: 'key' }));
    const copies = Array.from({ length: 10 }, (_, number) =>
      sittingOf({ attemptId: `gioi-${number}`, unitId: perfect.unitId, startedAt: perfect.startedAt, answers }),
    );
    expect(look([...honest.sittings, ...copies]).clusters).toEqual([]);
  });

  test('a full mark in 45 seconds is found, with how rare it is', () => {
    const one = honest.sittings[3] as Sitting;
    const answers = one.answers.map((each) => ({ ...each, isRight: true, answer: 'key', seconds: 2 }));
    const quick = sittingOf({
      attemptId: 'nhanh',
      unitId: one.unitId,
      startedAt: one.startedAt,
      answers,
      takes: 45_000,
    });
    const blind = sittingOf({
      attemptId: 'bam-bua',
      unitId: one.unitId,
      startedAt: one.startedAt,
      answers: one.answers.map((each, index) => ({ ...each, isRight: index < 5, seconds: 2 })),
    });
    const { speed } = look([...honest.sittings, quick, blind]);
    expect(speed).toHaveLength(1);
    expect(speed[0]).toMatchObject({ sitting: { attemptId: 'nhanh' }, seconds: 45, asFast: 1, fastItems: 20 });
    expect(speed[0]?.alike).toBeGreaterThan(100);
  });

  test('a key that leaks on the fourth day is found: the round and the moment', () => {
    const leakedAt = OPENS + 3 * DAY;
    const leaked = honest.sittings.map((sitting) =>
      sitting.startedAt < leakedAt || random() < 0.4
        ? sitting
        : sittingOf({
            ...sitting,
            answers: sitting.answers.map((each) => ({ ...each, isRight: true, answer: 'key', seconds: 4 })),
          }),
    );
    const { jumps } = look(leaked);
    const whole = jumps.find(({ scope }) => scope === 'round');
    expect(whole).toBeDefined();
    expect(Math.abs((whole?.from ?? 0) - leakedAt)).toBeLessThan(3 * 60 * MINUTE);
    expect(whole?.valueAfter).toBeGreaterThan((whole?.valueBefore ?? 1) + 0.15);
    expect(whole?.secondsAfter).toBeLessThan((whole?.secondsBefore ?? 0) * 0.8);
  });

  test('three questions that leak are named, and no other is', () => {
    const leakedAt = OPENS + 3 * DAY;
    const known = new Set(['cau-5', 'cau-17', 'cau-40']);
    const sittings = honest.sittings.map((sitting) =>
      sitting.startedAt < leakedAt
        ? sitting
        : sittingOf({
            ...sitting,
            answers: sitting.answers.map((each) =>
              known.has(each.itemVersionId) && random() < 0.8
                ? { ...each, isRight: true, answer: 'key', seconds: 3 }
                : each,
            ),
          }),
    );
    const jumps = look(sittings).jumps.filter(({ scope }) => scope === 'item');
    const named = jumps.map(({ scopeId }) => scopeId).toSorted();
    expect(named.length).toBeGreaterThan(0);
    for (const id of named) expect([...known]).toContain(id);
    for (const { from } of jumps) expect(Math.abs(from - leakedAt)).toBeLessThan(3 * 60 * MINUTE);
  });
});
