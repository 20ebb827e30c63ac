import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentRound, phaseAt } from '#app/domain/contests/phase.ts';

// Written as intervals of one clock; each is sampled at its ends and inside.
describe('the phases partition time', () => {
  const round = { opensAt: 100, closesAt: 200 };
  test.each([
    { phase: 'upcoming', from: -1_000, to: 100, until: 100 },
    { phase: 'open', from: 100, to: 200, until: 200 },
    { phase: 'closed', from: 200, to: 5_000, until: undefined },
  ])('[$from, $to) is $phase', ({ phase, from, to, until }) => {
    for (const now of [from, from + 1, (from + to) / 2, to - 1]) expect(phaseAt(round, now)).toEqual({ phase, until });
  });

  test('"until" is exactly where the next phase begins, and time never runs back', () => {
    const order = ['upcoming', 'open', 'closed'];
    const times = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(times, times, times, (opensAt, length, now) => {
        const window = { opensAt, closesAt: opensAt + length };
        const { phase, until } = phaseAt(window, now);
        if (until === undefined) return;
        expect(until).toBeGreaterThan(now);
        expect(phaseAt(window, until - 1).phase).toBe(phase);
        expect(order.indexOf(phaseAt(window, until).phase)).toBeGreaterThan(order.indexOf(phase));
      }),
    );
  });
});

describe('the round that a visitor cares about', () => {
  const first = { opensAt: 100, closesAt: 200 };
  const second = { opensAt: 300, closesAt: 400 };
  const rounds = [second, first];
  test.each([
    [0, first],
    [100, first],
    [200, second],
    [399, second],
    [400, second],
    [9_999, second],
  ])('at %i', (now, round) => {
    expect(currentRound(rounds, now)).toBe(round);
  });

  test('a contest without rounds has none', () => {
    expect(currentRound([], 0)).toBeUndefined();
  });

  test('of two that closed, the one that closed last', () => {
    const long = { opensAt: 0, closesAt: 500 };
    expect(currentRound([long, first], 600)).toBe(long);
  });
});
