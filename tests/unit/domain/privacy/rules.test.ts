import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, localDay, startOfLocalDay } from '#app/domain/kernel/time.ts';
import { CONSENT_VERSIONS, openQuestions, startBlockedBy } from '#app/domain/privacy/consents.ts';
import { daysLeft, dueDates, endOfWorkingDays, nextDue } from '#app/domain/privacy/data-request.ts';
import { staysOf } from '#app/domain/privacy/looks.ts';
import { goesBefore, mayGoNow, PERIODS } from '#app/domain/privacy/periods.ts';
import { readRequestText, writeRequestText } from '#app/domain/privacy/request-text.ts';

const day = (yyyymmdd: number): number => startOfLocalDay(yyyymmdd);

describe('an answer is due', () => {
  test.each([
    // Monday, Thursday, Friday, Saturday, Sunday
    [20_260_105, 20_260_108],
    [20_260_108, 20_260_113],
    [20_260_109, 20_260_114],
    [20_260_110, 20_260_114],
    [20_260_111, 20_260_114],
  ])('after two working days: a request of %i before %i begins', (from, end) => {
    expect(endOfWorkingDays(day(from), 2)).toBe(day(end));
    expect(endOfWorkingDays(day(from) + DAY - 1, 2)).toBe(day(end));
  });

  test('never on a weekend, never earlier than so many whole days, never more than a weekend or two later', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: day(20_260_101), max: day(20_301_231) }),
        fc.integer({ min: 1, max: 10 }),
        (at, days) => {
          const end = endOfWorkingDays(at, days);
          expect(end).toBeGreaterThanOrEqual(at + days * DAY);
          expect(end).toBeLessThan(at + (days + 2 * Math.ceil(days / 5) + 2 + 1) * DAY);
          const weekday = new Date(end - 1 + 7 * HOUR).getUTCDay();
          expect([0, 6]).not.toContain(weekday);
        },
      ),
    );
  });

  test('and carried out within the days of its kind; the counter tells what is left', () => {
    const { answerBy, doneBy } = dueDates('erase', day(20_260_105) + 10 * HOUR);
    expect(localDay(doneBy - 1)).toBe(20_260_125);
    expect(nextDue({ state: 'waiting', answerBy, doneBy })).toBe(answerBy);
    expect(nextDue({ state: 'answered', answerBy, doneBy })).toBe(doneBy);
    expect(nextDue({ state: 'done', answerBy, doneBy })).toBeUndefined();
    expect(daysLeft(answerBy, answerBy - 1)).toBe(0);
    expect(daysLeft(answerBy, answerBy - DAY - 1)).toBe(1);
    expect(daysLeft(answerBy, answerBy)).toBe(-1);
  });
});

describe('what is still to be asked', () => {
  const NOW = day(20_261_001);
  const given = (purpose: string, textVersion: string, withdrawnAt?: number) => ({
    purpose,
    textVersion,
    givenAt: NOW - DAY,
    withdrawnAt,
  });
  const own = given('contest', CONSENT_VERSIONS.contest);
  const guardian = given('contest:guardian', CONSENT_VERSIONS['contest:guardian']);
  const withdrawn = given('contest', CONSENT_VERSIONS.contest, NOW);

  test.each([
    ['a grown person who agreed', 1990, [own], []],
    ['one made by the operator', 1990, [], []],
    ['an older wording', 1990, [given('contest', '2026-01')], ['newWording']],
    ['one who withdrew', 1990, [withdrawn], ['withdrawn']],
    ['a child without a guardian', 2012, [own], ['guardian']],
    ['a child with one', 2012, [own, guardian], []],
    ['a child of six', 2020, [guardian], []],
    ['a child whose guardian withdrew', 2012, [own, { ...guardian, withdrawnAt: NOW }], ['guardian']],
  ])('of %s', (_, birthYear, consents, questions) => {
    expect(openQuestions({ birthYear, consents }, NOW)).toEqual(questions);
  });

  test('a new wording keeps nobody from an attempt', () => {
    expect(startBlockedBy(['newWording'])).toBeUndefined();
    expect(startBlockedBy(['guardian', 'newWording'])).toBe('guardian');
    expect(startBlockedBy(['withdrawn'])).toBe('withdrawn');
  });
});

test('stays of a person cover all time since the account was made, without a gap or an overlap', () => {
  const at = fc.integer({ min: 1, max: 1_000 });
  fc.assert(
    fc.property(fc.array(at, { maxLength: 6 }), (moments) => {
      const times = [...new Set(moments)].toSorted((a, b) => a - b);
      const moves = times.map((time, index) => ({ fromUnitId: `u${index}`, toUnitId: `u${index + 1}`, at: time }));
      const stays = staysOf({ unitId: `u${times.length}`, createdAt: 0 }, moves.toReversed());
      expect(stays.map(({ unitId }) => unitId)).toEqual(Array.from({ length: times.length + 1 }, (_, n) => `u${n}`));
      expect(stays.map(({ from }) => from)).toEqual([0, ...times]);
      expect(stays.map(({ until }) => until)).toEqual([...times, undefined]);
    }),
  );
});

test('periods say when something goes, and what waits for open rounds', () => {
  expect(goesBefore('code', DAY)).toBe(0);
  expect(goesBefore('results', DAY)).toBeUndefined();
  expect(mayGoNow('trace', true)).toBe(false);
  expect(mayGoNow('trace', false)).toBe(true);
  expect(mayGoNow('code', true)).toBe(true);
  expect(PERIODS.trace.keep).toBe(90 * DAY);
});

test('the text of a request reads back, and an emptied one says nothing', () => {
  const text = { fullName: 'Nông Thị Ước', birthYear: 1990, words: 'sai dấu' };
  expect(readRequestText(writeRequestText(text))).toEqual(text);
  expect(readRequestText('')).toEqual({ words: '' });
  expect(readRequestText('{"fullName":1}')).toEqual({ words: '' });
});
