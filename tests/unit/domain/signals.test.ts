import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { chancesOfRight } from '#app/domain/signals/ability.ts';
import { distributionOfSum, normalTail, strengthOf, tailOf } from '#app/domain/signals/probability.ts';
import { clustersOf, likenessOf } from '#app/domain/signals/same-answers.ts';
import { countSyllables } from '#app/domain/signals/sitting.ts';
import { distantNetworksOf, manyAccountsOf, type OnDevice, type Trace } from '#app/domain/signals/traces.ts';
import { honestRound } from '#tests/support/simulated-round.ts';
import { ItemCounter } from '#app/domain/signals/item-stats.ts';

describe('probabilities', () => {
  const trials = fc.array(
    fc
      .tuple(fc.double({ min: 0, max: 0.5, noNaN: true }), fc.double({ min: 0, max: 0.5, noNaN: true }))
      .map(([one, three]): [number, number][] => [
        [1, one],
        [3, three],
      ]),
    { maxLength: 20 },
  );

  test('of a sum add up to 1, and its mean is the sum of means', () => {
    fc.assert(
      fc.property(trials, (given) => {
        const distribution = distributionOfSum(given);
        expect(distribution.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
        const mean = distribution.reduce((sum, each, value) => sum + each * value, 0);
        expect(mean).toBeCloseTo(
          given.flat().reduce((sum, [value, chance]) => sum + value * chance, 0),
          8,
        );
        expect(tailOf(distribution, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  test('of a tail never grow with what is asked', () => {
    fc.assert(
      fc.property(trials, fc.nat({ max: 60 }), (given, least) => {
        const distribution = distributionOfSum(given);
        expect(tailOf(distribution, least + 1)).toBeLessThanOrEqual(tailOf(distribution, least));
      }),
    );
  });

  test('of the binomial distribution and of the normal distribution are those of the tables', () => {
    const coins = Array.from({ length: 10 }, () => [[1, 0.5]] as const);
    expect(tailOf(distributionOfSum(coins), 8)).toBeCloseTo(56 / 1024, 12);
    expect(normalTail(0)).toBeCloseTo(0.5, 6);
    expect(normalTail(1.959964)).toBeCloseTo(0.025, 6);
    expect(normalTail(6) / 9.865876e-10).toBeCloseTo(1, 5);
    expect(normalTail(-1)).toBeCloseTo(0.841345, 5);
    expect(strengthOf(1e-3, 1e-3)).toBe(0);
    expect(strengthOf(0, 1e-3)).toBe(1);
  });

  test('of right answers add up to what the person had right, and keep the order of the questions', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.05, max: 0.95, noNaN: true }), { minLength: 2, maxLength: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (shares, part) => {
          const right = Math.round(part * shares.length);
          const chances = chancesOfRight(shares, right);
          const goal = Math.min(shares.length - 0.5, Math.max(0.5, right));
          expect(chances.reduce((sum, each) => sum + each, 0)).toBeCloseTo(goal, 3);
          for (const [i, one] of shares.entries()) {
            for (const [j, other] of shares.entries()) {
              if (one < other) expect(chances[i]).toBeLessThanOrEqual((chances[j] ?? 0) + 1e-9);
            }
          }
        },
      ),
    );
  });
});

describe('likeness of answers', () => {
  const { sittings } = honestRound({ seed: 'giong', people: 60, units: 1, pool: 20 });
  const counter = new ItemCounter();
  for (const sitting of sittings) counter.add(sitting);
  const stats = counter.stats();
  const index = fc.nat({ max: sittings.length - 1 });
  const at = (i: number) => sittings[i] as (typeof sittings)[number];

  test('is the same from both sides, and does not know in which order questions stand', () => {
    fc.assert(
      fc.property(index, index, (i, j) => {
        const one = at(i);
        const turned = { ...at(j), answers: at(j).answers.toReversed() };
        const there = likenessOf(one, at(j), stats);
        const back = likenessOf(turned, one, stats);
        expect(back.chance).toBeCloseTo(there.chance, 10);
        expect({ ...back, chance: 0 }).toEqual({ ...there, chance: 0 });
      }),
    );
  });

  test('questions that one of them left out, or never had, say nothing', () => {
    const one = at(0);
    const blank = { ...one, answers: one.answers.map((each) => ({ ...each, answer: undefined, isRight: false })) };
    expect(likenessOf(one, blank, stats)).toMatchObject({ common: 0, chance: 1 });
    const other = {
      ...one,
      answers: one.answers.map((each) => ({ ...each, itemVersionId: `x${each.itemVersionId}` })),
    };
    expect(likenessOf(one, other, stats)).toMatchObject({ common: 0, chance: 1 });
  });

  test('clusters hold each attempt of a pair once, and both ends of a pair together', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 })), { maxLength: 20 }), (edges) => {
        const likeness = { common: 0, sameRight: 0, sameWrong: 0, chance: 0 };
        const pairs = edges.map(([one, other]) => ({ one: `a${one}`, other: `a${other}`, likeness }));
        const clusters = clustersOf(pairs);
        const all = clusters.flatMap(({ attemptIds }) => attemptIds);
        expect(new Set(all).size).toBe(all.length);
        expect(new Set(all)).toEqual(new Set(pairs.flatMap(({ one, other }) => [one, other])));
        for (const { one, other } of pairs) {
          expect(
            clusters.filter(({ attemptIds }) => attemptIds.includes(one) && attemptIds.includes(other)),
          ).toHaveLength(1);
        }
      }),
    );
  });
});

test('syllables of Vietnamese are written apart; pictures and marks have none', () => {
  expect(countSyllables('Khu di tích **Pác Bó** thuộc xã nào?')).toBe(8);
  expect(countSyllables('![bản đồ](media:0a0a) Năm 1941')).toBe(2);
  expect(countSyllables('')).toBe(0);
});

describe('many accounts on one device', () => {
  const sitting = (number: number, startedAt: number, unitId = 'truong'): OnDevice => ({
    attemptId: `bai-${number}`,
    accountId: `nguoi-${number}`,
    unitId,
    startedAt,
    finishedAt: startedAt + 10 * MINUTE,
  });
  const room = Array.from({ length: 30 }, (_, i) => sitting(i, i * 15 * MINUTE));

  test('a computer room of a school stays weak, however many use it', () => {
    expect(manyAccountsOf(room)).toMatchObject({ accounts: 30, units: 1, overlaps: 0, hasty: 0 });
    expect(manyAccountsOf(room)?.strength).toBeLessThan(0.2);
  });

  test('three accounts are nothing, and one account many times is nothing', () => {
    expect(manyAccountsOf(room.slice(0, 3))).toBeUndefined();
    expect(manyAccountsOf(room.map((each) => ({ ...each, accountId: 'nguoi-1' })))).toBeUndefined();
  });

  test('one after the other within seconds, of many units, is strong', () => {
    const chain = Array.from({ length: 6 }, (_, i) => sitting(i, i * (10 * MINUTE + 20 * SECOND), `don-vi-${i}`));
    expect(manyAccountsOf(chain)).toMatchObject({ hasty: 5, overlaps: 0, units: 6 });
    expect(manyAccountsOf(chain)?.strength).toBeGreaterThan(0.6);
  });

  test('does not depend on the order of rows, and stays within bounds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 5_000_000 })), { maxLength: 20 }), (rows) => {
        const all = rows.map(([person, at], i) => ({ ...sitting(i, at), accountId: `nguoi-${person}` }));
        const found = manyAccountsOf(all);
        expect(manyAccountsOf(all.toReversed())).toEqual(found);
        if (found) expect(found.strength).toBeLessThanOrEqual(1);
        expect(found !== undefined).toBe(new Set(rows.map(([person]) => person)).size >= 4);
      }),
    );
  });
});

describe('distant networks', () => {
  const trace = (wideHash: string, from: number, to: number, deviceHash = 'may'): Trace => ({
    attemptId: 'bai',
    accountId: 'nguoi',
    deviceHash,
    networkHash: `${wideHash}-gan`,
    wideHash,
    firstAt: from * MINUTE,
    lastAt: to * MINUTE,
  });

  test('going over once from one network to another is nothing', () => {
    expect(distantNetworksOf([trace('a', 0, 4), trace('b', 5, 10)])).toBeUndefined();
    expect(distantNetworksOf([trace('a', 0, 10)])).toBeUndefined();
    expect(distantNetworksOf([])).toBeUndefined();
  });

  test('there and back on one device is weak, on two devices stronger', () => {
    const one = distantNetworksOf([trace('a', 0, 9), trace('b', 3, 5)]);
    const two = distantNetworksOf([trace('a', 0, 9), trace('b', 3, 5, 'may-khac')]);
    expect(one).toMatchObject({ networks: 2, devices: 1, overlapMs: 2 * MINUTE });
    expect(two).toMatchObject({ networks: 2, devices: 2 });
    expect(one?.strength).toBeLessThan(0.3);
    expect(two?.strength).toBeGreaterThan(0.5);
  });

  test('no hash leaves it: networks and devices are numbered in order of their first use', () => {
    const found = distantNetworksOf([trace('zz', 3, 5, 'may-khac'), trace('a', 0, 9)]);
    expect(found?.times).toEqual([
      { network: 1, device: 1, firstAt: 0, lastAt: 9 * MINUTE },
      { network: 2, device: 2, firstAt: 3 * MINUTE, lastAt: 5 * MINUTE },
    ]);
  });
});
