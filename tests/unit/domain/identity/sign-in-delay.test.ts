import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FREE_FROM_KNOWN_DEVICE,
  FREE_FROM_NETWORK,
  FREE_IN_ALL,
  nextTryAt,
  TRIES_LAST,
  waitAfter,
} from '#app/domain/identity/sign-in-delay.ts';
import { HOUR, MINUTE, SECOND } from '#app/domain/kernel/time.ts';

const free = fc.constantFrom(FREE_FROM_KNOWN_DEVICE, FREE_FROM_NETWORK, FREE_IN_ALL);
const count = fc.nat(100_000);

/** How many tries come through within an hour when each is made as soon as it may be. */
function triesInAnHour(tries: number): number {
  let [made, at] = [0, 0];
  while (at < HOUR) {
    made += 1;
    at = nextTryAt({ count: made, lastAt: at }, tries);
  }
  return made;
}

describe('waits after wrong tries', () => {
  it('double from five seconds to a quarter of an hour', () => {
    expect([4, 5, 6, 7, 8].map((made) => waitAfter(made, 5))).toEqual([0, 5, 10, 20, 40].map((s) => s * SECOND));
    expect(waitAfter(12, 5)).toBe(640 * SECOND);
    expect(waitAfter(13, 5)).toBe(15 * MINUTE);
    expect(waitAfter(100_000, 5)).toBe(15 * MINUTE);
  });

  it('let through less than a hundred an hour, from all networks and the known device together', () => {
    expect(triesInAnHour(FREE_IN_ALL) + triesInAnHour(FREE_FROM_KNOWN_DEVICE)).toBeLessThanOrEqual(100);
    expect(triesInAnHour(FREE_FROM_NETWORK)).toBeLessThanOrEqual(20);
  });

  it('always end, are never shorter after more tries, and are no lock', () => {
    fc.assert(
      fc.property(count, free, (made, tries) => {
        const wait = waitAfter(made, tries);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(15 * MINUTE);
        expect(waitAfter(made + 1, tries)).toBeGreaterThanOrEqual(wait);
        expect(wait).toBeLessThan(TRIES_LAST);
      }),
    );
  });
});
