// What people are told about their data is what the application does: periods, cookies, and a word for every look.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '#app/domain/kernel/time.ts';
import { MONTH, PERIODS } from '#app/domain/privacy/periods.ts';
import { DELETED_KINDS } from '#app/features/privacy/retention.repo.server.ts';
import { dataRegisterText } from '#app/text/data-register.ts';
import { ownDataText } from '#app/text/own-data.ts';
import { privacyText } from '#app/text/privacy.ts';
import { filesUnder } from '#tests/support/files.ts';

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/(\d+) (?:giờ|hours)/u, HOUR],
  [/(\d+) (?:ngày|days)/u, DAY],
  [/(\d+) (?:tháng|months)/u, MONTH],
  [/(\d+) (?:năm|years)/u, 12 * MONTH],
];

/** The stretch of time that a sentence names; undefined where it names none. */
const toldIn = (sentence: string): number | undefined =>
  UNITS.flatMap(([pattern, unit]) => {
    const count = pattern.exec(sentence)?.[1];
    return count === undefined ? [] : [Number(count) * unit];
  })[0];

describe('periods', () => {
  test.each(['vi', 'en'] as const)('are told as they are kept (%s)', (locale) => {
    for (const [period, { keep }] of Object.entries(PERIODS)) {
      const sentence = dataRegisterText[locale].periods[period as keyof typeof PERIODS];
      // why undefined for 0: what ends with something else is told without a number.
      expect([period, toldIn(sentence ?? '')]).toEqual([period, keep === 0 ? undefined : keep]);
    }
  });

  test('are all kept by the nightly run, but for those of accounts and acts, which it looks after apart', () => {
    const apart = ['account', 'audit', 'results', 'roster'];
    expect([...DELETED_KINDS, ...apart].toSorted()).toEqual(Object.keys(PERIODS).toSorted());
  });
});

/** Beside the session, whose cookie Lucia makes. */
const SETTERS = ['preferences.server.ts', 'provider-cookie.server.ts', 'where-from.server.ts'];

test('the page about personal data tells of every cookie that is set', () => {
  const setters = filesUnder('app', /\.ts$/u).filter((file) => /HttpOnly|httpOnly/u.test(readFileSync(file, 'utf8')));
  // Look and language, the device, and the way to another account and back: another one is to be told of first.
  expect(setters.map((file) => file.split('/').at(-1) ?? '').toSorted()).toEqual(SETTERS);
  expect(privacyText.vi.cookies.session).toMatch(/phiên.*ngôn ngữ.*thiết bị.*tài khoản khác/u);
  expect(privacyText.en.cookies.session).toMatch(/session.*language.*device.*another account/u);
  expect(privacyText.vi.cookies.session).not.toContain('cookie nào khác');
});

test('every look has words by which the person reads what was looked at', () => {
  const kinds = new Set<string>();
  for (const file of filesUnder('app', /\.tsx?$/u)) {
    const source = readFileSync(file, 'utf8');
    for (const [, kind = ''] of source.matchAll(/action: '([a-z-]+)\.seen'/gu)) kinds.add(kind);
    for (const [, kind = ''] of source.matchAll(/storeLook\(tx, \{[^}]*what: '([a-z-]+)'/gu)) kinds.add(kind);
  }
  expect(kinds.size).toBeGreaterThan(20);
  for (const locale of ['vi', 'en'] as const) {
    const words: Readonly<Record<string, string>> = ownDataText[locale].looks.what;
    expect([...kinds].filter((kind) => !words[kind])).toEqual([]);
  }
});

test('routes that ask for names of others write the look down, or show names of colleagues alone', () => {
  /** Who wrote, decided or asked by duty: colleagues see each other's names, and boards show what the person agreed to. */
  const colleagues = new Set([
    'account_.data_.erase.tsx',
    'contests.$contestSlug_.leaderboard.tsx',
    'manage.contests.$contestSlug_.conduct_.extra-time.tsx',
    'manage.contests.$contestSlug_.conduct_.notices.tsx',
    'manage.contests.$contestSlug_.keys.tsx',
    'manage.items._index.tsx',
    'manage.items.$itemId.tsx',
    'manage.items.$itemId_.history.tsx',
    'manage.items.$itemId_.review.tsx',
    'units.$unitId_.headcounts.tsx',
    'units.$unitId_.targets.tsx',
  ]);
  const silent = filesUnder('app/routes', /\.tsx?$/u).filter((file) => {
    const source = readFileSync(file, 'utf8');
    const asks = /\b(?:getFullNames|getNamesFor|getPeople|listPeopleOfUnit|getBoardNames)\(/u.test(source);
    return asks && !/recordLooks?\(/u.test(source);
  });
  expect(silent.map((file) => file.split('/').at(-1) ?? '').toSorted()).toEqual([...colleagues].toSorted());
});
