import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  hasFactor,
  mayRemoveFactor,
  shownSpareCode,
  SPARE_CODE_LENGTH,
  spareCodeFrom,
  typedCode,
} from '#app/domain/identity/second-factor.ts';

const bytes = fc.array(fc.integer({ min: 0, max: 255 }), {
  minLength: SPARE_CODE_LENGTH,
  maxLength: SPARE_CODE_LENGTH,
});

describe('what is typed as second factor', () => {
  test.each([
    ['123456', { kind: 'totp', code: '123456' }],
    [' 123 456 ', { kind: 'totp', code: '123456' }],
    ['123-456', { kind: 'totp', code: '123456' }],
    ['7k2mq-0xw9c', { kind: 'spare', code: '7K2MQ0XW9C' }],
    ['7K2MQ OXW9C', { kind: 'spare', code: '7K2MQ0XW9C' }],
    ['il2mq–oxw9c', { kind: 'spare', code: '112MQ0XW9C' }],
    ['0123456789', { kind: 'spare', code: '0123456789' }],
    ['', undefined],
    ['12345', undefined],
    ['1234567', undefined],
    ['１２３４５６', undefined],
    ['7K2MQ-0XW9', undefined],
    ['7K2MU-0XW9C', undefined],
    ['1'.repeat(100_000), undefined],
  ])('%j', (typed, code) => expect(typedCode(typed)).toEqual(code));

  test('every spare code is read as it was shown, in either case, with O and L for digits that look so', () => {
    fc.assert(
      fc.property(bytes, fc.boolean(), (random, isLower) => {
        const code = spareCodeFrom(random);
        const shown = shownSpareCode(code).replaceAll('0', 'O').replaceAll('1', 'L');
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/u);
        const typed = typedCode(isLower ? shown.toLowerCase() : shown);
        expect(typed).toEqual({ kind: 'spare', code });
      }),
    );
  });
});

describe('a factor may be given up', () => {
  test.each([
    [{ hasTotp: true, passkeys: 0 }, true, false],
    [{ hasTotp: false, passkeys: 1 }, true, false],
    [{ hasTotp: true, passkeys: 1 }, true, true],
    [{ hasTotp: false, passkeys: 2 }, true, true],
    [{ hasTotp: true, passkeys: 0 }, false, true],
    [{ hasTotp: false, passkeys: 1 }, false, true],
  ])('%j, with roles %s: %s', (factors, hasRoles, isAllowed) =>
    expect(mayRemoveFactor(factors, hasRoles)).toBe(isAllowed),
  );

  test('never so that somebody with roles has none left', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.nat(5), (hasTotp, passkeys) => {
        if (!mayRemoveFactor({ hasTotp, passkeys }, true)) return;
        if (hasTotp) expect(hasFactor({ hasTotp: false, passkeys })).toBe(true);
        if (passkeys > 0) expect(hasFactor({ hasTotp, passkeys: passkeys - 1 })).toBe(true);
      }),
    );
  });
});
