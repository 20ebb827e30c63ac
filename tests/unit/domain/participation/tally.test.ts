import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countContestGroups, type ContestGroups } from '#app/domain/participation/count-groups.ts';
import {
  addTallies,
  bodyOf,
  isNoTally,
  isSameTally,
  mapsOfBody,
  meanOfTally,
  medianOfTally,
  NO_TALLY,
  TallySum,
  type TallyBody,
  type UnitTally,
} from '#app/domain/participation/tally.ts';
import { CATEGORIES, type Category } from '#app/domain/units/category.ts';

const few = fc.nat({ max: 40 });
const mark = fc.integer({ min: -500_000, max: 2_000_000 }).map((each) => each / 100_000);
const mapOf = <K, V>(key: fc.Arbitrary<K>, value: fc.Arbitrary<V>) =>
  fc.array(fc.tuple(key, value), { maxLength: 6 }).map((pairs): ReadonlyMap<K, V> => new Map(pairs));

const tally: fc.Arbitrary<UnitTally> = fc.record({
  people: few,
  attempts: few,
  valid: few,
  finished: few,
  allRight: few,
  scoreCount: few,
  scoreSum: mark,
  hours: mapOf(few, fc.record({ people: few, attempts: few })),
  scores: mapOf(mark, few),
  categories: mapOf(fc.constantFrom<Category>(...CATEGORIES), few),
});

describe('adding up', () => {
  test('is the same in whatever order and grouping', () => {
    fc.assert(
      fc.property(tally, tally, tally, (a, b, c) => {
        expect(isSameTally(addTallies(a, b), addTallies(b, a))).toBe(true);
        expect(isSameTally(addTallies(addTallies(a, b), c), addTallies(a, addTallies(b, c)))).toBe(true);
        expect(isSameTally(addTallies(a, NO_TALLY), a)).toBe(true);
      }),
    );
  });

  test('taking away what was added leaves what was there, to the last digit', () => {
    fc.assert(
      fc.property(tally, tally, (a, b) => {
        expect(isSameTally(new TallySum().add(a).add(b).add(b, -1), a)).toBe(true);
        expect(isSameTally(new TallySum().add(a).add(b), addTallies(a, b))).toBe(true);
        expect(isNoTally(new TallySum().add(a).add(a, -1))).toBe(true);
      }),
    );
  });
});

test('what a table keeps of a tally gives the same tally, and the same text each time', () => {
  fc.assert(
    fc.property(tally, (a) => {
      const text = JSON.stringify(bodyOf(a));
      const again = { ...a, ...mapsOfBody(JSON.parse(text) as TallyBody) };
      expect(isSameTally(again, a)).toBe(true);
      expect(JSON.stringify(bodyOf(again))).toBe(text);
    }),
  );
});

test('mean and median are those of the people, one by one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 }), (scores) => {
      const counts = new Map<number, number>();
      for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1);
      const sum = scores.reduce((total, each) => total + each, 0);
      const of = { ...NO_TALLY, scores: counts, scoreCount: scores.length, scoreSum: sum };
      const sorted = scores.toSorted((x, y) => x - y);
      const half = sorted.length / 2;
      const middle = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]] as [number, number];
      expect(medianOfTally(of)).toBe((middle[0] + middle[1]) / 2);
      expect(meanOfTally(of)).toBe(sum / scores.length);
    }),
  );
  expect([meanOfTally(NO_TALLY), medianOfTally(NO_TALLY)]).toEqual([undefined, undefined]);
});

describe('counting a contest', () => {
  const groups: ContestGroups = {
    attempts: [
      { unitId: 'u', roundId: 'r1', hour: 5, isFirst: true, isFinished: true, isValid: true, attempts: 3 },
      { unitId: 'u', roundId: 'r1', hour: 6, isFirst: false, isFinished: true, isValid: false, attempts: 2 },
      { unitId: 'u', roundId: 'r2', hour: 6, isFirst: true, isFinished: false, isValid: true, attempts: 1 },
      { unitId: 'u', roundId: 'practice', hour: 6, isFirst: true, isFinished: true, isValid: true, attempts: 9 },
    ],
    entries: [{ unitId: 'u', hour: 5, categories: '|partyMember|pupil|', people: 4 }],
    categories: [{ unitId: 'u', roundId: 'r2', categories: '|pupil|', people: 1 }],
    scores: [
      { unitId: 'u', scopeId: 'r1', score: 9.5, isAllRight: false, people: 2 },
      { unitId: 'u', scopeId: 'c', score: 20, isAllRight: true, people: 1 },
      { unitId: 'u', scopeId: 'r1@frozen', score: 3, isAllRight: false, people: 1 },
      { unitId: 'u', scopeId: 'another', score: 3, isAllRight: false, people: 1 },
    ],
  };
  const plan = { roundIds: ['r1', 'r2'], wholeId: 'c', frozenIds: ['r1@frozen'] };

  test('people of a round sat it, people of the contest entered it, practice is nowhere', () => {
    const counted = countContestGroups(plan, groups);
    expect([...counted.keys()].toSorted()).toEqual(['c', 'r1', 'r1@frozen', 'r2']);
    expect(counted.get('r1')?.get('u')).toMatchObject({ people: 3, attempts: 5, finished: 5, valid: 3, scoreSum: 19 });
    expect(counted.get('r2')?.get('u')).toMatchObject({ people: 1, attempts: 1, finished: 0, valid: 0 });
    expect(counted.get('r2')?.get('u')?.categories).toEqual(new Map([['pupil', 1]]));
    const whole = counted.get('c')?.get('u');
    expect(whole).toMatchObject({ people: 4, attempts: 6, finished: 5, allRight: 1, scoreSum: 20 });
    expect(whole?.hours).toEqual(
      new Map([
        [5, { people: 4, attempts: 3 }],
        [6, { people: 0, attempts: 3 }],
      ]),
    );
    expect(counted.get('r1@frozen')?.get('u')).toMatchObject({ people: 0, scoreCount: 1, scoreSum: 3 });
  });

  test('a contest of one round is that round: its people are the entries', () => {
    const counted = countContestGroups({ roundIds: ['r1'], wholeId: 'r1', frozenIds: [] }, groups);
    expect([...counted.keys()]).toEqual(['r1']);
    expect(counted.get('r1')?.get('u')).toMatchObject({ people: 4, attempts: 5 });
    expect(counted.get('r1')?.get('u')?.categories.get('partyMember')).toBe(4);
  });
});
