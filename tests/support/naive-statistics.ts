// The formulas of Moodle's quiz statistics, written down plainly over arrays that are gone through twice: what the counted
// figures are compared with. https://docs.moodle.org/dev/Quiz_statistics_calculations
import type { Quiz } from './known-quizzes.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const ordered = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

export function covariance(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  return sum(a.map((value, index) => (value - meanA) * ((b[index] ?? 0) - meanB))) / (a.length - 1);
}

export const variance = (values: readonly number[]): number => covariance(values, values);

/** Statistics of one question from its marks and what they are compared with (the rest of the paper, or all of it). */
export function naiveItem(marks: readonly number[], others: readonly number[]) {
  const [own, cov] = [variance(marks), covariance(marks, others)];
  const largest = covariance(ordered(marks), ordered(others));
  return {
    sd: Math.sqrt(own),
    covariance: cov,
    largest,
    discrimination: (100 * cov) / Math.sqrt(own * variance(others)),
    efficiency: (100 * cov) / largest,
  };
}

/** Statistics of a quiz in which everybody had the same questions. */
export function naiveQuiz({ marks, maxMarks }: Quiz) {
  const totals = marks.map(sum);
  const columns = maxMarks.map((_, place) => marks.map((row) => row[place] ?? 0));
  const covariances = columns.map((column) => covariance(column, totals));
  const roots = sum(covariances.map((each) => Math.sqrt(Math.max(0, each))));
  const n = marks.length;
  const centre = mean(totals);
  const power = (exponent: number): number => sum(totals.map((total) => (total - centre) ** exponent)) / n;
  const k2 = (n * power(2)) / (n - 1);
  const k3 = (n * n * power(3)) / ((n - 1) * (n - 2));
  const k4 = (n * n * ((n + 1) * power(4) - 3 * (n - 1) * power(2) ** 2)) / ((n - 1) * (n - 2) * (n - 3));
  const p = maxMarks.length;
  const cic = ((100 * p) / (p - 1)) * (1 - sum(columns.map(variance)) / k2);
  return {
    items: columns.map((column, place) => ({
      ...naiveItem(
        column,
        totals.map((total, index) => total - (column[index] ?? 0)),
      ),
      whole: naiveItem(column, totals),
      facility: mean(column) / (maxMarks[place] ?? 1),
      effectiveWeight: (covariances[place] ?? 0) < 0 ? undefined : (100 * Math.sqrt(covariances[place] ?? 0)) / roots,
    })),
    mean: centre,
    sd: Math.sqrt(k2),
    skewness: k3 / k2 ** 1.5,
    kurtosis: k4 / k2 ** 2,
    cic,
    errorRatio: 100 * Math.sqrt(1 - cic / 100),
    standardError: Math.sqrt(1 - cic / 100) * Math.sqrt(k2),
  };
}
