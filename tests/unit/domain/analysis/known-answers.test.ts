import { describe, expect, test } from 'vitest';
import type { ItemFigures } from '#app/domain/analysis/item-figures.ts';
import {
  figuresOf,
  SEVEN_QUESTIONS,
  SEVEN_QUESTIONS_KNOWN,
  TWENTY_QUESTIONS,
  TWENTY_QUESTIONS_KNOWN,
} from '#tests/support/known-quizzes.ts';
import { naiveQuiz } from '#tests/support/naive-statistics.ts';

/** As near as the published digits tell: a share of the figure itself. */
const near = (actual: number | undefined, known: number, share: number): void => {
  expect(actual).toBeDefined();
  expect(Math.abs((actual ?? Infinity) - known)).toBeLessThanOrEqual(Math.abs(known) * share);
};

const FIELDS = [
  'facility',
  'sd',
  'effectiveWeight',
  'covariance',
  'discriminationIndex',
  'largestCovariance',
  'discriminativeEfficiency',
] as const;

describe('seven questions', () => {
  const { test: whole, items } = figuresOf(SEVEN_QUESTIONS);

  test.each(FIELDS)('%s is what the spreadsheet has', (field) => {
    for (const [place, known] of SEVEN_QUESTIONS_KNOWN[field].entries()) near(items[place]?.[field], known, 1e-5);
  });

  test.each(Object.entries(SEVEN_QUESTIONS_KNOWN.test))(
    '%s of the test is what the spreadsheet has',
    (field, known) => {
      near(whole[field as keyof typeof SEVEN_QUESTIONS_KNOWN.test], known, 1e-5);
    },
  );

  test('every figure equals the plain formulas to 1e-9', () => {
    const naive = naiveQuiz(SEVEN_QUESTIONS);
    for (const field of ['mean', 'sd', 'skewness', 'kurtosis', 'cic', 'errorRatio', 'standardError'] as const) {
      near(whole[field], naive[field], 1e-9);
    }
    for (const [place, item] of items.entries()) {
      const plain = naive.items[place];
      near(item.facility, plain?.facility ?? NaN, 1e-9);
      near(item.sd, plain?.sd ?? NaN, 1e-9);
      near(item.discriminationIndex, plain?.discrimination ?? NaN, 1e-9);
      near(item.discriminativeEfficiency, plain?.efficiency ?? NaN, 1e-9);
      near(item.wholeDiscrimination, plain?.whole.discrimination ?? NaN, 1e-9);
      near(item.wholeEfficiency, plain?.whole.efficiency ?? NaN, 1e-9);
      near(item.effectiveWeight, plain?.effectiveWeight ?? NaN, 1e-9);
    }
  });
});

describe('twenty questions', () => {
  const { test: whole, items } = figuresOf(TWENTY_QUESTIONS);

  /** The published figure, to its last digit. */
  const same = (of: (item: ItemFigures) => number | undefined, known: readonly (number | null)[], digits: number) => {
    for (const [place, figure] of known.entries()) {
      const item = items[place];
      const actual = item && of(item);
      if (figure === null) expect(actual, `question ${place + 1}`).toBeUndefined();
      else expect(actual, `question ${place + 1}`).toBeCloseTo(figure, digits);
    }
  };

  test('the totals are those of the file', () => {
    const sums = TWENTY_QUESTIONS.marks.map((row) => row.reduce((sum, mark) => sum + mark, 0));
    for (const [index, total] of TWENTY_QUESTIONS_KNOWN.totals.entries()) expect(sums[index]).toBeCloseTo(total, 9);
  });

  test('facility, where a question is worth something', () => {
    same(({ facility }) => facility && facility * 100, TWENTY_QUESTIONS_KNOWN.facilityPercent, 8);
  });

  test('standard deviation', () => same(({ sd }) => sd && sd * 1000, TWENTY_QUESTIONS_KNOWN.sdThousandths, 6));

  test('effective weight', () => same((item) => item.effectiveWeight, TWENTY_QUESTIONS_KNOWN.effectiveWeight, 8));

  test('discrimination index, where marks differ', () => {
    same((item) => item.discriminationIndex, TWENTY_QUESTIONS_KNOWN.discriminationIndex, 8);
  });

  test('discriminative efficiency', () => {
    same((item) => item.discriminativeEfficiency, TWENTY_QUESTIONS_KNOWN.discriminativeEfficiency, 7);
  });

  test('intended weight: what a question is worth of the twenty-four marks', () => {
    expect(items[7]?.intendedWeight).toBeCloseTo((100 * 8) / 24, 12);
    expect(items[4]?.intendedWeight).toBe(0);
    expect(whole.maxScore).toBe(24);
  });
});
