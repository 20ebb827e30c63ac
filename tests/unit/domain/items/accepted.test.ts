import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAcceptedNumber, isWithin, readDecimal, readingsOf } from '#app/domain/items/accepted-number.ts';
import { isAcceptedText } from '#app/domain/items/accepted-text.ts';
import { TEXT_RULES } from '#app/domain/items/item.ts';
import { fold } from '#app/domain/kernel/text.ts';

const LOOSE = { ignoresCase: true, ignoresMarks: true };
const STRICT = { ignoresCase: false, ignoresMarks: false };

describe('a typed text', () => {
  it.each([
    ['Pác Bó', 'Pác Bó', TEXT_RULES, true],
    ['  pác   bó ', 'Pác Bó', TEXT_RULES, true],
    ['Pác Bó'.normalize('NFD'), 'Pác Bó', STRICT, true],
    ['pác bó', 'Pác Bó', STRICT, false],
    ['Pac Bo', 'Pác Bó', TEXT_RULES, false],
    ['Pac Bo', 'Pác Bó', LOOSE, true],
    ['dong khe', 'Đông Khê', LOOSE, true],
    ['Dong Khe', 'Đông Khê', { ignoresCase: false, ignoresMarks: true }, true],
    ['dong khe', 'Đông Khê', { ignoresCase: false, ignoresMarks: true }, false],
    ['đông khê', 'Dông Khê', TEXT_RULES, false],
    ['hoà bình', 'hòa bình', TEXT_RULES, true],
    ['khoẻ, thuỷ, HOÀ', 'khỏe, thủy, Hòa', TEXT_RULES, true],
    ['hóa', 'hòa', TEXT_RULES, false],
    ['của', 'cùa', TEXT_RULES, false],
    ['', 'Pác Bó', TEXT_RULES, false],
    ['hang Pác Bó, Cao Bằng', '*Pác Bó*', TEXT_RULES, true],
    ['Pác Bó', '*Pác Bó*', TEXT_RULES, true],
    ['Võ Nguyên Giáp', 'Võ * Giáp', TEXT_RULES, true],
    ['Võ Giáp', 'Võ *Giáp', TEXT_RULES, true],
    ['Võ Nguyên', 'Võ * Giáp', TEXT_RULES, false],
    ['aba', 'ab*ba', TEXT_RULES, false],
    ['abba', 'ab*ba', TEXT_RULES, true],
    ['a1b2c', 'a*b*c', TEXT_RULES, true],
    ['acb', 'a*b*c', TEXT_RULES, false],
    ['bất kỳ', '*', TEXT_RULES, true],
    ['5*', '5\\*', TEXT_RULES, true],
    ['55', '5\\*', TEXT_RULES, false],
    ['a.c', 'a.c', TEXT_RULES, true],
    ['abc', 'a.c', TEXT_RULES, false],
  ])('%j is %j: %j %j', (typed, accepted, rules, expected) => {
    expect(isAcceptedText(typed, accepted, rules)).toBe(expected);
  });

  it('agrees with a plain search where a star stands at both ends', () => {
    const word = fc.stringMatching(/^[abđ ]{0,6}$/u);
    fc.assert(
      fc.property(word, word, (typed, part) => {
        const tidy = part.replace(/\s+/gu, ' ').trim();
        expect(isAcceptedText(typed, `*${tidy}*`, TEXT_RULES)).toBe(typed.replace(/\s+/gu, ' ').trim().includes(tidy));
      }),
    );
  });

  it('accepts itself, and without marks whatever folds alike', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[aàáảơớđĐêếuụy ]{1,12}$/u), (text) => {
        fc.pre(text.trim() !== '');
        expect(isAcceptedText(text, text, STRICT)).toBe(true);
        expect(isAcceptedText(fold(text), text, LOOSE)).toBe(true);
      }),
    );
  });

  it('is compared in no time, whatever stars it is compared with', () => {
    const began = performance.now();
    expect(isAcceptedText('a'.repeat(200), `${'a*'.repeat(150)}b`, TEXT_RULES)).toBe(false);
    expect(isAcceptedText('a'.repeat(200), '*'.repeat(300), TEXT_RULES)).toBe(true);
    expect(performance.now() - began).toBeLessThan(200);
  });
});

const plain = (typed: string, unit?: string): string[] =>
  readingsOf(typed, unit).map(({ digits, scale }) => {
    const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
    const sign = digits < 0n ? '-' : '';
    return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
  });

describe('a typed number', () => {
  it.each<[typed: string, unit: string | undefined, readings: string[]]>([
    ['34', undefined, ['34']],
    ['1.234,5', undefined, ['1234.5']],
    ['1,234.5', undefined, ['1234.5']],
    ['1234.5', undefined, ['1234.5']],
    ['12,5', undefined, ['12.5']],
    ['12.50', undefined, ['12.50']],
    ['1 234,5', undefined, ['1234.5']],
    ['1\u00a0234\u00a0567', undefined, ['1234567']],
    ['1.234.567', undefined, ['1234567']],
    ['1.234.567,89', undefined, ['1234567.89']],
    ['1.234', undefined, ['1.234', '1234']],
    ['12,345', undefined, ['12.345', '12345']],
    ['0,234', undefined, ['0.234']],
    ['1234.567', undefined, ['1234.567']],
    [',5', undefined, ['0.5']],
    ['−3,5', undefined, ['-3.5']],
    ['+7', undefined, ['7']],
    ['１２', undefined, ['12']],
    ['34 đội viên', undefined, ['34']],
    ['6.700,39 km²', 'km²', ['6700.39']],
    ['6.700,39 km2', 'km²', ['6700.39']],
    ['333 km', 'm', []],
    ['333', 'km', ['333']],
    ['333km.', 'km', ['333']],
    ['$5', '$', ['5']],
    ['$ 5', '$', ['5']],
    ['km 333', 'km', ['333']],
    ['m một', 'm', []],
    ['12 km2', undefined, ['12']],
    ['', undefined, []],
    ['ba mươi tư', undefined, []],
    ['12.5.2020', undefined, []],
    ['1.23,45.6', undefined, []],
    ['5-6', undefined, []],
    ['19 41', undefined, []],
    ['1e3', undefined, []],
    ['0x1f', undefined, []],
  ])('%j with unit %j means %j', (typed, unit, readings) => {
    expect(plain(typed, unit)).toEqual(readings);
  });

  it.each([
    ['1941', '1941', undefined, true],
    ['1940', '1941', undefined, false],
    ['1940', '1941', '1', true],
    ['1942', '1941', '1', true],
    ['1942,01', '1941', '1', false],
    ['0,3', '0.1', '0.2', true],
    ['0,30000000000000000001', '0.1', '0.2', false],
    ['-5', '5', undefined, false],
    ['1.234', '1234', undefined, true],
    ['1.234', '1.234', undefined, true],
    ['34,0', '34', undefined, true],
    ['34', 'ba mươi tư', undefined, false],
    ['34', '34', 'một', false],
  ])('%j for %j within %j: %j', (typed, accepted, tolerance, expected) => {
    expect(isAcceptedNumber(typed, accepted, tolerance)).toBe(expected);
  });

  it('is compared exactly, as whole numbers of the smallest part are', () => {
    const cents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    fc.assert(
      fc.property(cents, cents, fc.bigInt({ min: 0n, max: 10n ** 20n }), (a, b, near) => {
        const of = (digits: bigint) => ({ digits, scale: 2 });
        const distance = a > b ? a - b : b - a;
        expect(isWithin(of(a), of(b), of(near))).toBe(distance <= near);
        expect(isWithin({ digits: a * 1000n, scale: 5 }, of(b), of(near))).toBe(distance <= near);
      }),
    );
  });

  it('that is written in Vietnamese, in English or plainly is the same number', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999_999 }), fc.nat({ max: 99 }), (whole, part) => {
        const cents = String(part).padStart(2, '0');
        const accepted = `${whole}.${cents}`;
        for (const locale of ['vi', 'en']) {
          const typed = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(Number(accepted));
          expect(isAcceptedNumber(typed, accepted), typed).toBe(true);
        }
        expect(isAcceptedNumber(accepted, accepted)).toBe(true);
        expect(isAcceptedNumber(`${whole + 1},${cents}`, accepted)).toBe(false);
      }),
    );
  });

  it('is held without exponents and signs of other kinds', () => {
    expect(readDecimal('12.50')).toEqual({ digits: 1250n, scale: 2 });
    for (const text of ['', '1e3', '1,5', '.5', 'Infinity', '1.', '--1'])
      expect(readDecimal(text), text).toBeUndefined();
  });
});
