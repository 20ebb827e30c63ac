import { expect, test } from 'vitest';
import { boardName } from '#app/domain/identity/board-name.ts';

test.each([
  ['Nguyễn Thị Hoa', 'Nguyễn T. H'],
  ['Đàm Ước', 'Đàm Ư'],
  ['  nông   văn  ất ', 'nông V. Ấ'],
  ['Hoa', 'H'],
  ['', ''],
  ['Nguyễn Thị Hoa'.normalize('NFD'), 'Nguyễn T. H'],
])('%s without consent is %s', (fullName, shown) => {
  expect(boardName(fullName, false)).toBe(shown);
});

test('with consent the whole name is shown, tidied', () => {
  expect(boardName(' Nguyễn  Thị Hoa ', true)).toBe('Nguyễn Thị Hoa');
});

test('initials are whole characters', () => {
  expect(boardName('Lê 𠮷', false)).toBe('Lê 𠮷');
});
