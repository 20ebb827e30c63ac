import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardName, ERASED_NAME } from '#app/domain/identity/board-name.ts';
import { agreesForThemselves, isMinor, latestYearOfAdults } from '#app/domain/identity/minor.ts';
import { startOfLocalDay } from '#app/domain/kernel/time.ts';

test.each([
  ['Nguyễn Thị Hoa', 'Nguyễn T. H'],
  ['Đàm Ước', 'Đàm Ư'],
  ['  nông   văn  ất ', 'nông V. Ấ'],
  ['Hoa', 'H'],
  ['', ''],
  ['Nguyễn Thị Hoa'.normalize('NFD'), 'Nguyễn T. H'],
])('%s without consent is %s', (fullName, shown) => {
  expect(boardName(fullName, { showsFullName: false, isMinor: false })).toBe(shown);
});

test('with consent the whole name is shown, tidied', () => {
  expect(boardName(' Nguyễn  Thị Hoa ', { showsFullName: true, isMinor: false })).toBe('Nguyễn Thị Hoa');
});

test('initials are whole characters', () => {
  expect(boardName('Lê 𠮷', { showsFullName: false, isMinor: false })).toBe('Lê 𠮷');
});

test('children are shortened whatever anybody agreed to', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.constantFrom('Nông Thị Ước', 'Lý An', 'Bế Văn Đàn'), (showsFullName, name) => {
      expect(boardName(name, { showsFullName, isMinor: true })).not.toBe(name);
      expect(boardName(name, { showsFullName, isMinor: true })).toBe(
        boardName(name, { showsFullName: false, isMinor: false }),
      );
    }),
  );
});

test('who was erased is told as such, and not shortened to letters', () => {
  expect(boardName(ERASED_NAME, { showsFullName: false, isMinor: false })).toBe(ERASED_NAME);
});

describe('a minor', () => {
  const at = (day: number) => startOfLocalDay(day);
  test.each([
    [2026, 2010, true],
    [2026, 2009, false],
    [2026, 2020, true],
    [2026, 0, false],
  ])('in %i, born in %i: %s', (year, birthYear, expected) => {
    expect(isMinor(birthYear, at(year * 10_000 + 101))).toBe(expected);
    expect(isMinor(birthYear, at((year + 1) * 10_000 + 101) - 1)).toBe(expected);
    expect(birthYear <= latestYearOfAdults(at(year * 10_000 + 101))).toBe(!expected);
  });

  test('agrees for themselves from the year in which they turn seven', () => {
    expect(agreesForThemselves(2019, at(20_260_101))).toBe(true);
    expect(agreesForThemselves(2020, at(20_261_231))).toBe(false);
  });
});
