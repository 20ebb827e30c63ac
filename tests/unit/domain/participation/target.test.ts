// Which target holds, how far a unit is from it, and what is typed into its form.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '#app/domain/kernel/time.ts';
import {
  distanceTo,
  goalOf,
  holdingTarget,
  localTimeText,
  paceShare,
  readLocalTime,
  readTargetValue,
  type Target,
} from '#app/domain/participation/target.ts';

const OPENS = 1_000 * DAY;
const DUE = OPENS + 10 * DAY;

const aTarget = (given: Partial<Target> = {}): Target => ({
  id: 't1',
  contestId: 'thi',
  roundId: undefined,
  unitId: 'xa',
  spread: 'unit',
  measure: 'rate',
  value: 0.9,
  dueAt: DUE,
  note: '',
  setById: 'ai',
  setAt: OPENS,
  withdrawnAt: undefined,
  ...given,
});

const XA = { unitId: 'xa', parentId: 'tinh', roundId: undefined };

describe('the target that holds', () => {
  test('is the newest that was set for the unit', () => {
    const [old, fresh] = [aTarget(), aTarget({ id: 't2', setAt: OPENS + 1, value: 0.8 })];
    expect(holdingTarget([fresh, old], XA)).toBe(fresh);
  });

  test('is that of the unit before that of its parent, however new', () => {
    const own = aTarget();
    const common = aTarget({ id: 't2', unitId: 'tinh', spread: 'below', setAt: OPENS + DAY });
    expect(holdingTarget([common, own], XA)).toBe(own);
    expect(holdingTarget([common], XA)).toBe(common);
  });

  test('is not what the parent set for itself, nor what the unit set for those below', () => {
    const targets = [aTarget({ unitId: 'tinh' }), aTarget({ spread: 'below' })];
    expect(holdingTarget(targets, XA)).toBeUndefined();
  });

  test('is not of another round', () => {
    expect(holdingTarget([aTarget({ roundId: 'v1' })], XA)).toBeUndefined();
    expect(holdingTarget([aTarget()], { ...XA, roundId: 'v1' })).toBeUndefined();
  });

  test('is the one before when the newest was withdrawn', () => {
    const old = aTarget();
    const fresh = aTarget({ id: 't2', setAt: OPENS + 1, withdrawnAt: OPENS + 2 });
    expect(holdingTarget([old, fresh], XA)).toBe(old);
  });

  test('does not depend on the order of the rows', () => {
    const row = fc.record({
      id: fc.uuid(),
      unitId: fc.constantFrom('xa', 'tinh'),
      spread: fc.constantFrom('unit' as const, 'below' as const),
      setAt: fc.integer({ min: 0, max: 3 }),
      withdrawnAt: fc.option(fc.constant(9), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ id }) => id }), (rows) => {
        const targets = rows.map((each) => aTarget(each));
        expect(holdingTarget(targets.toReversed(), XA)?.id).toBe(holdingTarget(targets, XA)?.id);
      }),
    );
  });
});

describe('the distance to a target', () => {
  const at = (people: number, now: number, target = aTarget(), headcount = 100) =>
    distanceTo(target, { headcount, people, attempts: 7 }, { opensAt: OPENS, now });

  test('counts the people who are missing to a rate, without a person too many', () => {
    expect(goalOf(aTarget({ value: 0.07 }), 100)).toBe(7);
    expect(goalOf(aTarget({ value: 0.9 }), 71)).toBe(64);
    expect(at(60, OPENS + DAY)).toEqual({ goal: 90, done: 60, missing: 30, expected: 9, state: 'onTrack' });
  });

  test('is behind under the even pace, and missed after the due instant', () => {
    expect(at(8, OPENS + DAY).state).toBe('behind');
    expect(at(9, OPENS + DAY).state).toBe('onTrack');
    expect(at(89, DUE - HOUR).state).toBe('onTrack');
    expect(at(89, DUE).state).toBe('missed');
    expect(at(90, DUE + DAY)).toMatchObject({ state: 'reached', missing: 0 });
  });

  test('counts attempts where the target does', () => {
    expect(at(60, DUE, aTarget({ measure: 'attempts', value: 10 }))).toMatchObject({ done: 7, missing: 3 });
  });

  test('is unknown for a rate without a headcount, and known for people', () => {
    expect(at(60, DUE, aTarget(), 0)).toMatchObject({ goal: undefined, missing: undefined, state: 'noHeadcount' });
    expect(at(60, DUE, aTarget({ measure: 'people', value: 61 }), 0)).toMatchObject({ missing: 1, state: 'missed' });
  });

  test('never grows with more people, and reaching is exactly missing nobody', () => {
    const numbers = fc.record({
      headcount: fc.integer({ min: 1, max: 100_000 }),
      people: fc.integer({ min: 0, max: 120_000 }),
      percent: fc.integer({ min: 1, max: 100 }),
      now: fc.integer({ min: OPENS - DAY, max: DUE + DAY }),
    });
    fc.assert(
      fc.property(numbers, ({ headcount, people, percent, now }) => {
        const target = aTarget({ value: percent / 100 });
        const [one, more] = [at(people, now, target, headcount), at(people + 1, now, target, headcount)];
        expect(more.missing).toBeLessThanOrEqual(one.missing ?? Number.NaN);
        expect(one.missing === 0).toBe(one.state === 'reached');
        // Exact by whole numbers: goal people are enough, one fewer is not.
        expect((one.goal as number) * 100).toBeGreaterThanOrEqual(percent * headcount);
        expect(((one.goal as number) - 1) * 100).toBeLessThan(percent * headcount);
        expect(one.expected).toBeLessThanOrEqual(one.goal as number);
      }),
    );
  });

  test('the pace goes straight from nothing at the opening to all at the due instant', () => {
    expect(paceShare({ opensAt: OPENS, dueAt: DUE, now: OPENS })).toBe(0);
    expect(paceShare({ opensAt: OPENS, dueAt: DUE, now: OPENS + 5 * DAY })).toBe(0.5);
    expect(paceShare({ opensAt: OPENS, dueAt: DUE, now: DUE })).toBe(1);
    // A target that was due before the opening.
    expect(paceShare({ opensAt: DUE, dueAt: OPENS, now: OPENS })).toBe(1);
  });
});

describe('what is typed', () => {
  test.each([
    ['rate', '90', 0.9],
    ['rate', '87,5', 0.875],
    ['rate', '87.5 %', 0.875],
    ['rate', '100', 1],
    ['rate', '0', undefined],
    ['rate', '101', undefined],
    ['rate', 'chín mươi', undefined],
    ['people', '1.250', 1250],
    ['people', '0', undefined],
    ['attempts', '12,5', undefined],
  ] as const)('%s "%s" is %s', (measure, text, value) => {
    expect(readTargetValue(measure, text)).toBe(value);
  });

  test('a day and time of a field is read in Viet Nam, and written as it was read', () => {
    expect(readLocalTime('2026-11-30T17:00')).toBe(Date.UTC(2026, 10, 30, 10));
    expect(readLocalTime('2026-02-30T17:00')).toBeUndefined();
    expect(readLocalTime('2026-11-30T24:00')).toBeUndefined();
    expect(readLocalTime('mai')).toBeUndefined();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 365 * 24 }), (hours) => {
        expect(readLocalTime(localTimeText(hours * HOUR))).toBe(hours * HOUR);
      }),
    );
  });
});
