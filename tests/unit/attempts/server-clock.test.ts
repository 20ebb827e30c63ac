// The page's clock: the server's, whatever the device says.
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { ServerClock } from '#app/features/attempts/device/server-clock.ts';
import { newDevice, START } from '#tests/support/device.ts';

let device: ReturnType<typeof newDevice>;
let wall = 0;

beforeEach(() => {
  device = newDevice();
  wall = START + 5 * HOUR;
  vi.spyOn(Date, 'now').mockImplementation(() => wall);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('it runs from the instant that came with the page, and a device clock that jumps changes nothing', () => {
  const clock = new ServerClock(START);
  device.pass(MINUTE);
  wall += DAY;
  expect(clock.now()).toBe(START + MINUTE);
  wall -= 3 * DAY;
  expect(clock.now()).toBe(START + MINUTE);
});

test('an answer pulls it forward to what the server said, and back to what is possible at most', () => {
  const clock = new ServerClock(START);
  clock.aim(START + 10 * SECOND, 400);
  expect(clock.now()).toBe(START + 10 * SECOND);
  // A device that slept is behind; one that ran ahead is at most the round trip ahead.
  clock.aim(START + MINUTE, 200);
  expect(clock.now()).toBe(START + MINUTE);
  clock.aim(START + 30 * SECOND, 200);
  expect(clock.now()).toBe(START + 30 * SECOND + 200);
  clock.aim(START);
  expect(clock.now()).toBe(START + 30 * SECOND + 200);
});

test('it is never ahead of the server and never further behind than the last answer was old', () => {
  const trip = fc.record({
    wait: fc.nat({ max: 60_000 }),
    there: fc.nat({ max: 5_000 }),
    back: fc.nat({ max: 5_000 }),
  });
  fc.assert(
    fc.property(fc.nat({ max: 9_000 }), fc.array(trip, { minLength: 1, maxLength: 8 }), (load, trips) => {
      // The page was made `load` ms before its scripts run.
      let real = START;
      const clock = new ServerClock(START - load);
      const pass = (ms: number): void => {
        device.pass(ms);
        real += ms;
      };
      for (const { wait, there, back } of trips) {
        pass(wait + there);
        const said = real;
        pass(back);
        clock.aim(said, there + back);
        expect(clock.now()).toBeLessThanOrEqual(real);
        expect(clock.now()).toBeGreaterThanOrEqual(real - back);
      }
    }),
  );
});

test('a copy of the page goes on from the last answer, a page from the server does not', () => {
  new ServerClock(START).aim(START + 2 * MINUTE, 100);
  device.pass(30 * SECOND);
  wall += 30 * SECOND;
  const copy = new ServerClock(START);
  copy.recall();
  expect(copy.now()).toBe(START + 2 * MINUTE + 30 * SECOND);
  wall += DAY;
  const fresh = new ServerClock(START + 3 * MINUTE);
  fresh.recall();
  expect(fresh.now()).toBe(START + 3 * MINUTE);
});

test('a device clock that was set back meanwhile does not turn the copy back', () => {
  new ServerClock(START).aim(START + 2 * MINUTE, 100);
  wall -= DAY;
  const copy = new ServerClock(START);
  copy.recall();
  expect(copy.now()).toBe(START + 2 * MINUTE);
});
