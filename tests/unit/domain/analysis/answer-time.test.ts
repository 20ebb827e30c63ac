import { describe, expect, test } from 'vitest';
import { answerSeconds } from '#app/domain/analysis/answer-time.ts';
import type { Step } from '#app/domain/attempts/step.ts';

const START = 1_000_000;
const saved = (sequence: number, slot: number, seconds: number): Step => {
  const at = START + seconds * 1_000;
  return {
    kind: 'responseSaved',
    sequence,
    slot,
    response: ['a'],
    receivedAt: at,
    chosenAt: at,
    isLate: false,
    key: `k${sequence}`,
    device: undefined,
  };
};
const secondsOf = (...steps: Step[]): [number, number][] => [...answerSeconds(START, steps)];

describe('seconds of an answer', () => {
  test('run from one act to the next, and add up where an answer is changed', () => {
    expect(secondsOf(saved(1, 1, 20), saved(2, 2, 50), saved(3, 1, 55))).toEqual([
      [1, 25],
      [2, 30],
    ]);
  });

  test('go by when people chose, not by when it arrived', () => {
    expect(secondsOf(saved(1, 2, 50), saved(2, 1, 20))).toEqual([
      [1, 20],
      [2, 30],
    ]);
  });

  test('are not told for answers of one instant, and what follows them begins there', () => {
    expect(secondsOf(saved(1, 1, 40), saved(2, 2, 40), saved(3, 3, 60))).toEqual([[3, 20]]);
  });

  test('are not told for an answer that came with others once, though it was changed alone later', () => {
    expect(secondsOf(saved(1, 1, 40), saved(2, 2, 40), saved(3, 1, 60))).toEqual([]);
  });

  test('are never below 0, where a device says that a choice is older than the start', () => {
    expect(secondsOf(saved(1, 1, -5), saved(2, 2, 10))).toEqual([
      [1, 0],
      [2, 10],
    ]);
  });
});
