import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cleanRecoveryCode,
  groupedRecoveryCode,
  isLive,
  isRecoveryCodeShaped,
  recoveryCodeFrom,
  RECOVERY_CODE_TRIES,
} from '#app/domain/identity/recovery-code.ts';

const tenBytes = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe('a code for recovery', () => {
  test('is read back from its groups, in small letters, with spaces and look-alikes', () => {
    fc.assert(
      fc.property(tenBytes, (bytes) => {
        const code = recoveryCodeFrom(bytes);
        expect(isRecoveryCodeShaped(code)).toBe(true);
        expect(cleanRecoveryCode(groupedRecoveryCode(code))).toBe(code);
        const heard = groupedRecoveryCode(code)
          .toLowerCase()
          .replaceAll('0', 'o')
          .replaceAll('1', 'l')
          .replace('-', ' – ');
        expect(cleanRecoveryCode(heard)).toBe(code);
      }),
    );
  });

  test('has every sign in every place equally often', () => {
    const seen = Array.from({ length: 256 }, (_, byte) => recoveryCodeFrom(new Uint8Array(10).fill(byte))[0] ?? '');
    const counts = new Map<string, number>();
    for (const sign of seen) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    expect(counts.size).toBe(32);
    expect(new Set(counts.values())).toEqual(new Set([8]));
  });

  test('is never made of fewer bytes', () => {
    expect(() => recoveryCodeFrom(new Uint8Array(9))).toThrow(RangeError);
  });

  test('never falls over what somebody types', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof isRecoveryCodeShaped(cleanRecoveryCode(text))).toBe('boolean');
      }),
    );
  });

  test('is live only unused, in time and with tries left', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000),
        fc.nat(10),
        fc.option(fc.nat(1_000), { nil: undefined }),
        fc.nat(2_000),
        (expiresAt, tries, usedAt, now) => {
          const isGood = usedAt === undefined && now < expiresAt && tries < RECOVERY_CODE_TRIES;
          expect(isLive({ expiresAt, tries, usedAt }, now)).toBe(isGood);
        },
      ),
    );
  });
});
