import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '#app/domain/kernel/text.ts';
import { searchName, searchQuery, searchRank, searchWords, type SearchQuery } from '#app/domain/units/unit-search.ts';

const rank = (name: string, query: string): number | undefined =>
  searchRank(searchName(name), searchQuery(query) as SearchQuery);
const order = (query: string, names: readonly string[]): string[] =>
  names
    .filter((name) => rank(name, query) !== undefined)
    .toSorted((a, b) => (rank(a, query) as number) - (rank(b, query) as number));

describe('how well a name answers', () => {
  test('the whole name comes first, then a beginning, then a word, then the inside of a word, then other orders', () => {
    const names = ['Sở An Hòa', 'Xã Tân Hòa An', 'Trường Thoahoa Anh', 'Xã Hòa An Thượng', 'Xã Hòa An'];
    expect(order('hoa an', names)).toEqual([
      'Xã Hòa An',
      'Xã Hòa An Thượng',
      'Xã Tân Hòa An',
      'Trường Thoahoa Anh',
      'Sở An Hòa',
    ]);
  });

  test('the kind may be left out or typed', () => {
    expect(rank('Phường Tân Giang', 'tan giang')).toBe(rank('Phường Tân Giang', 'phuong tan giang'));
    expect(rank('Xã Xã', 'xa')).toBeDefined();
    expect(rank('Tỉnh', 'tinh')).toBeDefined();
  });

  test('the same marks go first, wherever the tone is set', () => {
    expect(order('hoà', ['Xã Hoa', 'Xã Hóa', 'Xã Hòa'])[0]).toBe('Xã Hòa');
    expect(order('hòa', ['Xã Hoa', 'Xã Hóa', 'Xã Hoà'])[0]).toBe('Xã Hoà');
    expect(rank('Xã Đàm Thuỷ', 'đàm thủy')).toBe(0);
    expect(order('da', ['Xã Đa Thông', 'Xã Da Thông'])[0]).toBe('Xã Da Thông');
    expect(order('hồng n', ['Xã Hồng Nam', 'Xã Hông Nam'])[0]).toBe('Xã Hồng Nam');
  });

  test('what does not fit is no answer', () => {
    expect(rank('Xã Hòa An', 'hoa ba')).toBeUndefined();
    expect(searchQuery(' %_- ')).toBeUndefined();
  });

  test('every name is found by itself, without its marks, and by the beginning of any of its words', () => {
    const syllables = ['Hòa', 'Hoà', 'Đàm', 'Thuỷ', 'Nặm', 'Cốc', 'Pàng', 'An', 'Ngườm', 'Quý'];
    const names = fc
      .array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 5 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(names, fc.nat(), fc.nat(), (name, pick, cut) => {
        expect(rank(name, name)).toBe(0);
        expect(rank(name, fold(name))).toBeLessThanOrEqual(1);
        expect(rank(name, name.normalize('NFD').toUpperCase())).toBe(0);
        const words = name.split(' ');
        const word = words[pick % words.length] as string;
        expect(rank(name, word.slice(0, 1 + (cut % word.length)))).toBeLessThanOrEqual(5);
      }),
    );
  });

  test('a search of any length stays short', () => {
    fc.assert(fc.property(fc.string({ maxLength: 500 }), (text) => searchWords(text).length <= 8));
  });
});
