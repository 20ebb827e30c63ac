import { describe, expect, test } from 'vitest';
import { scoreBins } from '#app/domain/results/score-bins.ts';

const sum = (bins: readonly { people: number }[]): number => bins.reduce((all, bin) => all + bin.people, 0);

describe('scores in bins', () => {
  test('whole scores of a short paper have a bin each, empty ones too', () => {
    const bins = scoreBins(
      [
        { score: 2, people: 3 },
        { score: 4, people: 1 },
      ],
      4,
    );
    expect(bins.map((bin) => bin.people)).toEqual([0, 0, 3, 0, 1]);
    expect(bins.every((bin) => bin.from === bin.to)).toBe(true);
  });

  test('parts of a mark share a bin, and the highest score is in the last one', () => {
    const bins = scoreBins(
      [
        { score: 0.5, people: 1 },
        { score: 1, people: 2 },
        { score: 3, people: 4 },
      ],
      3,
    );
    expect(bins).toEqual([
      { from: 0, to: 1, people: 1 },
      { from: 1, to: 2, people: 2 },
      { from: 2, to: 3, people: 4 },
    ]);
  });

  test.each([
    [100, 40],
    [20, 0],
    [1_000, 999.5],
  ])('up to %d marks there are at most 25 bins and nobody is lost', (maxScore, score) => {
    const bins = scoreBins(
      [
        { score, people: 7 },
        { score: maxScore, people: 2 },
      ],
      maxScore,
    );
    expect(bins.length).toBeLessThanOrEqual(26);
    expect(sum(bins)).toBe(9);
  });

  test('scores below zero, where wrong answers cost, are shown as well', () => {
    const bins = scoreBins(
      [
        { score: -2, people: 1 },
        { score: 3, people: 1 },
      ],
      5,
    );
    expect(bins[0]).toEqual({ from: -2, to: -2, people: 1 });
    expect(sum(bins)).toBe(2);
  });
});
