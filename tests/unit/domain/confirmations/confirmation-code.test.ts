import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cleanCode,
  CODE_ALPHABET,
  CODE_LENGTH,
  codeFromBytes,
  groupedCode,
  isCodeShaped,
} from '#app/domain/confirmations/confirmation-code.ts';

const codes = fc
  .array(fc.constantFrom(...CODE_ALPHABET), { minLength: CODE_LENGTH, maxLength: CODE_LENGTH })
  .map((signs) => signs.join(''));

describe('a confirmation code', () => {
  test('has at least 60 bits', () => {
    expect(CODE_LENGTH * Math.log2(CODE_ALPHABET.length)).toBeGreaterThanOrEqual(60);
    expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length);
  });

  test('is made of its own signs, from any bytes that suffice', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 64 }), (bytes) => {
        const code = codeFromBytes(bytes);
        const usable = bytes.filter((byte) => byte < 242).length;
        expect(code === undefined).toBe(usable < CODE_LENGTH);
        if (code !== undefined) expect(isCodeShaped(code)).toBe(true);
      }),
    );
  });

  test('gives each sign the same share of the bytes', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const first = codeFromBytes(Array.from({ length: CODE_LENGTH }, () => byte))?.[0];
      if (first !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array.from({ length: CODE_ALPHABET.length }, () => 11));
  });

  test('is read whatever the case, the spaces, the dashes and the look-alikes', () => {
    const looks: Record<string, string[]> = {
      '0': ['O', 'o', 'Q', 'D', 'Đ', 'đ', 'Ô'],
      '1': ['I', 'i', 'l', 'L'],
      '2': ['Z', 'z'],
      '5': ['S', 's'],
      '6': ['G', 'g'],
      '8': ['B', 'b'],
      V: ['U', 'v', 'ư'],
    };
    const typed = codes.chain((code) =>
      fc
        .tuple(
          ...[...code].map((sign) =>
            fc
              .tuple(
                fc.constantFrom(sign, sign.toLowerCase(), ...(looks[sign] ?? [])),
                fc.constantFrom('', ' ', '-', '–', '.'),
              )
              .map((parts) => parts.join('')),
          ),
        )
        .map((parts) => [code, parts.join('')] as const),
    );
    fc.assert(
      fc.property(typed, ([code, text]) => {
        expect(cleanCode(text)).toBe(code);
      }),
    );
  });

  test('comes back from its groups', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(cleanCode(groupedCode(code))).toBe(code);
      }),
    );
    expect(groupedCode('012345678900000')).toBe('01234-56789-00000');
  });

  test.each(['', 'AEY', '0123456789000000', '01234567890000', '01234567890000W', '😀'.repeat(15)])(
    'is not %s',
    (text) => expect(isCodeShaped(cleanCode(text))).toBe(false),
  );
});
