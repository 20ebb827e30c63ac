import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterTry, fateOf, mayTry, SOUND, type Outcome } from '#app/domain/messages/delivery.ts';
import { emailAddressOf, maskedEmail, maskedPhone, oneLine } from '#app/domain/messages/recipient.ts';

const MINUTE = 60_000;
const FAILED: Outcome = { kind: 'failed', error: 'timeout' };

describe('an address', () => {
  test.each([
    ['Nguoi.Dung+thi@Example.VN', 'Nguoi.Dung+thi@example.vn'],
    [' a@b.vn ', 'a@b.vn'],
    ['khong co', undefined],
    ['a@b', undefined],
    ['a@b.vn,c@d.vn', undefined],
    ['a@b.vn\r\nBcc: c@d.vn', undefined],
    ['"a b"@c.vn', undefined],
    ['a..b@c.vn', undefined],
    ['<a@b.vn>', undefined],
    [`${'a'.repeat(300)}@b.vn`, undefined],
  ])('%j is read as %j', (typed, expected) => {
    expect(emailAddressOf(typed)).toBe(expected);
  });

  test('never carries the end of a line, or two of them', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const address = emailAddressOf(`${one}@${other}`);
        if (address !== undefined) expect(address).toMatch(/^[^\s,;<>"@]+@[^\s,;<>"@]+$/u);
      }),
    );
  });

  test('is masked for others', () => {
    expect(maskedEmail('nguoi@donvi.gov.vn')).toBe('n•••@d•••.vn');
    expect(maskedPhone('0912345678')).toBe('09•• ••• 678');
  });
});

describe('a subject', () => {
  test('stays on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(oneLine(text)).not.toMatch(/[\r\n\u0000-\u001f\u0085\u2028\u2029]/u);
      }),
    );
  });
});

describe('what becomes of a message', () => {
  test('it is tried again with growing pauses, and then has failed', () => {
    const pauses: number[] = [];
    let now = 0;
    for (let tries = 1; ; tries += 1) {
      const fate = fateOf(FAILED, { tries, now, expiresAt: undefined });
      if (fate.state !== 'waiting') {
        expect([tries, fate]).toEqual([6, { state: 'failed', error: 'timeout' }]);
        break;
      }
      pauses.push(fate.nextTryAt - now);
      now = fate.nextTryAt;
    }
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses[0]).toBe(30_000);
  });

  test('it is not tried again when it was refused, or when its code is over by then', () => {
    expect(fateOf({ kind: 'refused', error: 'smtp 550' }, { tries: 1, now: 0, expiresAt: undefined }).state).toBe(
      'failed',
    );
    expect(fateOf(FAILED, { tries: 1, now: 0, expiresAt: 29_000 }).state).toBe('failed');
    expect(fateOf(FAILED, { tries: 1, now: 0, expiresAt: 31_000 }).state).toBe('waiting');
    expect(fateOf({ kind: 'sent' }, { tries: 6, now: 0, expiresAt: 0 })).toEqual({ state: 'sent' });
  });
});

describe('a sender that is out of order', () => {
  test('rests after five failures in a row, is tried with one message, and is trusted again after it', () => {
    let breaker = SOUND;
    for (let i = 0; i < 4; i += 1) breaker = afterTry(breaker, FAILED, 0);
    expect(mayTry(breaker, 0, 4)).toBe(4);
    breaker = afterTry(breaker, FAILED, 0);
    expect(mayTry(breaker, MINUTE - 1, 4)).toBe(0);
    expect(mayTry(breaker, MINUTE, 4)).toBe(1);
    expect(mayTry(afterTry(breaker, FAILED, MINUTE), MINUTE + 1, 4)).toBe(0);
    expect(mayTry(afterTry(breaker, { kind: 'sent' }, MINUTE), MINUTE + 1, 4)).toBe(4);
  });

  test('is not to blame for recipients that it refuses', () => {
    let breaker = SOUND;
    for (let i = 0; i < 50; i += 1) breaker = afterTry(breaker, { kind: 'refused', error: 'smtp 550' }, 0);
    expect(mayTry(breaker, 0, 4)).toBe(4);
  });
});
