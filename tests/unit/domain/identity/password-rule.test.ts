import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FEWEST_GUESSES,
  FEWEST_GUESSES_WITH_DUTY,
  guessFault,
  isPasswordFault,
  passwordFault,
  spellingsToGuess,
  wordsOf,
} from '#app/domain/identity/password-rule.ts';
import { identityText } from '#app/text/identity.ts';

describe('words that a stranger would try', () => {
  it('are the names in their parts, the number in its spellings, the year and the unit', () => {
    const words = wordsOf({
      fullName: 'Nông Thị Ước',
      signInName: '0912345678',
      birthYear: 1990,
      unitName: 'Xã Trường Hà',
      hasDuty: false,
    });
    const expected = ['nongthiuoc', 'uocnong', 'thiuoc', 'uoc', 'ntu', '0912345678', '912345678', '84912345678'];
    expect(words).toEqual(expect.arrayContaining([...expected, '345678', '1990', 'truongha']));
    expect(new Set(words).size).toBe(words.length);
    expect(words.every((word) => word.length > 1)).toBe(true);
  });
});

describe('the fault that a number of guesses makes', () => {
  const weak = (kind: 'own' | 'common' | 'pattern' | 'unknown') => ({ guesses: 10, parts: [{ kind, length: 6 }] });

  it('is named by the longest part that is no secret, of the weakest spelling', () => {
    expect(guessFault([weak('own')], false)).toBe('passwordHasOwn');
    expect(guessFault([weak('common')], false)).toBe('passwordCommon');
    expect(guessFault([weak('pattern')], false)).toBe('passwordPattern');
    expect(guessFault([weak('unknown')], false)).toBe('passwordWeak');
    expect(guessFault([{ guesses: 1e20, parts: [] }, weak('own')], false)).toBe('passwordHasOwn');
    const parts = [
      { kind: 'common', length: 3 },
      { kind: 'unknown', length: 9 },
      { kind: 'own', length: 4 },
    ] as const;
    expect(guessFault([{ guesses: 10, parts }], false)).toBe('passwordHasOwn');
  });

  it('is none from ten millions on, or ten milliards for who holds a duty', () => {
    const at = (guesses: number) => [{ guesses, parts: [] }];
    expect(guessFault(at(FEWEST_GUESSES), false)).toBeUndefined();
    expect(guessFault(at(FEWEST_GUESSES - 1), false)).toBe('passwordWeak');
    expect(guessFault(at(FEWEST_GUESSES), true)).toBe('passwordWeak');
    expect(guessFault(at(FEWEST_GUESSES_WITH_DUTY), true)).toBeUndefined();
    expect(guessFault([], false)).toBeUndefined();
  });
});

describe('a password at first sight', () => {
  it('is judged by its length alike in both Unicode forms, and never by kinds of characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 0, maxLength: 200 }), (password) => {
        expect(passwordFault(password.normalize('NFC'), [])).toBe(passwordFault(password.normalize('NFD'), []));
        const length = [...password.normalize('NFC')].length;
        expect(passwordFault(password, []) === 'passwordShort').toBe(length < 8);
        expect(passwordFault(password, []) === 'passwordLong').toBe(length > 128);
        expect(spellingsToGuess(password).length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('has a sentence for every fault in both languages', () => {
    for (const { faults } of [identityText.vi, identityText.en]) {
      const names = Object.keys(faults).filter((name) => name.startsWith('password') && name !== 'passwordMissing');
      expect(names.every(isPasswordFault)).toBe(true);
      expect(names).toHaveLength(8);
    }
    expect(isPasswordFault('name-taken')).toBe(false);
  });
});
