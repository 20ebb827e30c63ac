import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, personSortKey, sortKey, tidy } from '#app/domain/kernel/text.ts';

const VIETNAMESE = [...'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ'];
const words = fc
  .array(fc.constantFrom(...VIETNAMESE), { minLength: 1, maxLength: 6 })
  .map((letters) => letters.join(''));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

describe('tidy', () => {
  test('gives NFC and single spaces, also for no-break spaces of spreadsheets', () => {
    expect(tidy('  Nông\u00a0 Thị\t\nƯớc '.normalize('NFD'))).toBe('Nông Thị Ước');
  });
  test('settles at once', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void expect(tidy(tidy(text))).toBe(tidy(text))));
  });
});

describe('fold', () => {
  test('marks, case, đ and the place of the tone mark do not matter', () => {
    expect(fold('Đường  Hòa')).toBe('duong hoa');
    expect(fold('đường hoà')).toBe('duong hoa');
    expect(fold('NGUYỄN THỊ ƯỚC')).toBe('nguyen thi uoc');
    expect(fold('Lũng Nặm'.normalize('NFD'))).toBe('lung nam');
  });
  test('leaves plain letters only, for every word of Vietnamese letters', () => {
    fc.assert(fc.property(words, (word) => void expect(fold(word.toUpperCase())).toMatch(/^[a-z]+$/)));
  });
});

describe('sortKey', () => {
  const collator = new Intl.Collator('vi');

  test('a ă â b … d đ e ê, tones last', () => {
    const sorted = ['An', 'Ăn', 'Ân', 'Ba', 'Bế', 'Dương', 'Đào', 'Em', 'Êm'];
    expect(sorted.toReversed().toSorted((a, b) => compare(sortKey(a), sortKey(b)))).toEqual(sorted);
    expect(['mã', 'mạ', 'ma', 'má', 'mà', 'mả'].toSorted((a, b) => compare(sortKey(a), sortKey(b)))).toEqual([
      'ma',
      'mà',
      'mả',
      'mã',
      'má',
      'mạ',
    ]);
  });

  test('its byte order is the order of Intl.Collator("vi")', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(compare(sortKey(a), sortKey(b))).toBe(Math.sign(collator.compare(a, b)));
      }),
      { numRuns: 2_000 },
    );
  });

  test('the same holds for names of several words', () => {
    const names = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(names, names, (a, b) => {
        expect(compare(sortKey(a), sortKey(b))).toBe(Math.sign(collator.compare(a, b)));
      }),
      { numRuns: 2_000 },
    );
  });

  test('people are sorted by their given name first', () => {
    const people = ['Nông Văn An', 'Bế Thị Bình', 'Đàm Thị An', 'Hoàng Ân'];
    expect(people.toSorted((a, b) => compare(personSortKey(a), personSortKey(b)))).toEqual([
      'Đàm Thị An',
      'Nông Văn An',
      'Hoàng Ân',
      'Bế Thị Bình',
    ]);
  });
});
