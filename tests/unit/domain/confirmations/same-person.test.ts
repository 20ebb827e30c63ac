import { describe, expect, test } from 'vitest';
import { isSameName, isSamePerson } from '#app/domain/confirmations/same-person.ts';

describe('a name that was typed', () => {
  test.each([
    ['Nông Thị Mai', 'Nông Thị Mai'],
    ['  nông   thị MAI ', 'Nông Thị Mai'],
    ['nong thi mai', 'Nông Thị Mai'],
    ['Hoà', 'Hòa'],
    ['Nông Thị Mai'.normalize('NFD'), 'Nông Thị Mai'],
    ['dam thi dao', 'Đàm Thị Đào'],
  ])('%s is %s', (typed, known) => expect(isSameName(typed, known)).toBe(true));

  test.each([
    ['Nông Thị Mãi', 'Nông Thị Mai'],
    ['Nông Thị Mại', 'Nông Thị Mãi'],
    ['Đàm Thị Dào', 'Đàm Thị Đào'],
    ['Nông Mai', 'Nông Thị Mai'],
    ['Mai Thị Nông', 'Nông Thị Mai'],
    ['', ''],
    ['Lân', 'Lan'],
  ])('%s is not %s', (typed, known) => expect(isSameName(typed, known)).toBe(false));
});

test('a year of birth counts where one is given', () => {
  const known = { fullName: 'Nông Thị Mai', birthYear: 1990 };
  expect(isSamePerson({ fullName: 'Nông Thị Mai' }, known)).toBe(true);
  expect(isSamePerson({ fullName: 'Nông Thị Mai', birthYear: 1990 }, known)).toBe(true);
  expect(isSamePerson({ fullName: 'Nông Thị Mai', birthYear: 1991 }, known)).toBe(false);
});
