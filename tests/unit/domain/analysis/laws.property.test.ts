import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countAttempt,
  mergeCounts,
  noCounts,
  type AnalysedAttempt,
  type RoundCounts,
} from '#app/domain/analysis/round-counts.ts';
import { roundFigures } from '#app/domain/analysis/round-figures.ts';
import { figuresOf, idOf } from '#tests/support/known-quizzes.ts';
import { naiveItem, naiveQuiz, variance } from '#tests/support/naive-statistics.ts';

/** Attempts at papers that are drawn: each has some of the questions, in any order. */
const drawn = (questions: number, slots: number): fc.Arbitrary<AnalysedAttempt[]> =>
  fc.array(
    fc
      .record({
        person: fc.integer({ min: 1, max: 20 }),
        items: fc.shuffledSubarray([...Array(questions).keys()], { minLength: slots, maxLength: slots }),
        marks: fc.array(fc.constantFrom(0, 0.25, 0.33333, 0.5, 0.66667, 1), { minLength: slots, maxLength: slots }),
        options: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: slots, maxLength: slots }),
        seconds: fc.array(fc.integer({ min: 0, max: 90 }), { minLength: slots, maxLength: slots }),
      })
      .map(({ person, items, marks, options, seconds }) => ({
        person: `p${person}`,
        slots: items.map((item, index) => ({
          slot: index + 1,
          itemVersionId: idOf(item),
          mark: marks[index] ?? 0,
          maxMark: 1,
          answered: true,
          answers: [options[index] ?? 'a'],
          guess: 0.25,
          seconds: seconds[index] ?? 0,
        })),
      })),
    { minLength: 4, maxLength: 60 },
  );

function counted(attempts: readonly AnalysedAttempt[]): RoundCounts {
  const counts = noCounts();
  for (const attempt of attempts) countAttempt(counts, attempt);
  return counts;
}

const figures = (attempts: readonly AnalysedAttempt[]) => roundFigures(counted(attempts), new Map());
const totalOf = ({ slots }: AnalysedAttempt): number => slots.reduce((sum, { mark }) => sum + mark, 0);

/** Equal to a billionth of the figure, or of one. */
function expectNear(actual: number | undefined, expected: number): void {
  if (!Number.isFinite(expected)) return;
  expect(actual).toBeDefined();
  expect(Math.abs((actual ?? Infinity) - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

describe('papers that are drawn', () => {
  test('the order of attempts makes no difference to any bit', () => {
    fc.assert(
      fc.property(
        drawn(9, 5).chain((attempts) =>
          fc.tuple(fc.constant(attempts), fc.shuffledSubarray(attempts, { minLength: attempts.length })),
        ),
        ([attempts, shuffled]) => {
          expect(figures(shuffled)).toEqual(figures(attempts));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('how attempts are divided and put together again makes no difference to any bit', () => {
    fc.assert(
      fc.property(drawn(9, 5), fc.integer({ min: 1, max: 7 }), (attempts, size) => {
        const whole = noCounts();
        for (let from = 0; from < attempts.length; from += size) {
          mergeCounts(whole, counted(attempts.slice(from, from + size)));
        }
        expect(roundFigures(whole, new Map())).toEqual(figures(attempts));
      }),
      { numRuns: 60 },
    );
  });

  test('each question has the figures of the plain formulas over the attempts that had it', () => {
    fc.assert(
      fc.property(drawn(7, 4), (attempts) => {
        const found = figures(attempts);
        for (const item of found.items) {
          const having = attempts.flatMap((attempt) => {
            const slot = attempt.slots.find(({ itemVersionId }) => itemVersionId === item.itemVersionId);
            return slot ? [{ mark: slot.mark, total: totalOf(attempt) }] : [];
          });
          expect(item.attempts).toBe(having.length);
          const marks = having.map(({ mark }) => mark);
          if (having.length < 2 || new Set(marks).size === 1) continue;
          const rest = naiveItem(
            marks,
            having.map(({ mark, total }) => total - mark),
          );
          const whole = naiveItem(
            marks,
            having.map(({ total }) => total),
          );
          expectNear(item.sd, rest.sd);
          expectNear(item.covariance, rest.covariance);
          expectNear(item.largestCovariance, rest.largest);
          if (Math.abs(rest.largest) > 1e-9) {
            expectNear(item.discriminationIndex, rest.discrimination);
            expectNear(item.discriminativeEfficiency, rest.efficiency);
          }
          if (Math.abs(whole.largest) > 1e-9) {
            expectNear(item.wholeDiscrimination, whole.discrimination);
            expectNear(item.wholeEfficiency, whole.efficiency);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('alpha adds up the places of the paper, and the effective weights of an average paper add up to 100', () => {
    fc.assert(
      fc.property(drawn(9, 5), (attempts) => {
        const { test: whole, items } = figures(attempts);
        const totals = attempts.map(totalOf);
        const all = variance(totals);
        if (all > 1e-9 && whole.parts === 'slots') {
          const places = [0, 1, 2, 3, 4].map((place) => variance(attempts.map(({ slots }) => slots[place]?.mark ?? 0)));
          expectNear(whole.cic, 125 * (1 - places.reduce((sum, each) => sum + each, 0) / all));
        }
        const weights = items.reduce((sum, item) => sum + (item.effectiveWeight ?? 0) * item.attempts, 0);
        if (items.some(({ effectiveWeight }) => effectiveWeight !== undefined)) {
          expectNear(weights / attempts.length, 100);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const quiz = fc
  .record({ rows: fc.integer({ min: 4, max: 40 }), columns: fc.integer({ min: 2, max: 8 }) })
  .chain(({ rows, columns }) =>
    fc.array(fc.array(fc.constantFrom(-0.25, 0, 0.5, 1), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map((marks) => ({ marks, maxMarks: (marks[0] ?? []).map(() => 1) }));

describe('papers that are the same for all', () => {
  test('a quiz has the figures of the plain formulas', () => {
    fc.assert(
      fc.property(quiz, (given) => {
        const naive = naiveQuiz(given);
        const { test: whole } = figuresOf(given);
        if (naive.sd < 1e-9) return;
        for (const field of ['mean', 'sd', 'skewness', 'kurtosis', 'cic'] as const)
          expectNear(whole[field], naive[field]);
        for (const [place, item] of figuresOf(given).items.entries()) {
          const plain = naive.items[place];
          if (plain && plain.sd > 1e-9) expectNear(item.facility, plain.facility);
          if (plain?.effectiveWeight !== undefined && plain.sd > 1e-9 && plain.effectiveWeight > 1e-6) {
            expectNear(item.effectiveWeight, plain.effectiveWeight);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('other marks for the same answers change neither discrimination nor alpha', () => {
    fc.assert(
      fc.property(quiz, fc.constantFrom(0.5, 2, 4, 8), (given, factor) => {
        const scaled = {
          marks: given.marks.map((row) => row.map((mark) => mark * factor)),
          maxMarks: given.maxMarks.map((maxMark) => maxMark * factor),
        };
        const [before, after] = [figuresOf(given), figuresOf(scaled)];
        for (const field of ['cic', 'skewness', 'kurtosis', 'errorRatio'] as const) {
          expectNear(after.test[field] ?? NaN, before.test[field] ?? NaN);
        }
        for (const [place, item] of before.items.entries()) {
          const other = after.items[place];
          expectNear(other?.facility, item.facility ?? NaN);
          expectNear(other?.discriminationIndex, item.discriminationIndex ?? NaN);
          expectNear(other?.discriminativeEfficiency, item.discriminativeEfficiency ?? NaN);
          expectNear(other?.sd, (item.sd ?? NaN) * factor);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a constant that everybody gets on top changes nothing but facility and mean', () => {
    fc.assert(
      fc.property(quiz, (given) => {
        const shifted = { ...given, marks: given.marks.map((row) => row.map((mark) => mark + 2)) };
        const [before, after] = [figuresOf(given), figuresOf(shifted)];
        expectNear(after.test.mean, (before.test.mean ?? NaN) + 2 * given.maxMarks.length);
        expectNear(after.test.cic ?? NaN, before.test.cic ?? NaN);
        for (const [place, item] of before.items.entries()) {
          expectNear(after.items[place]?.discriminationIndex ?? NaN, item.discriminationIndex ?? NaN);
          expectNear(after.items[place]?.sd, item.sd ?? NaN);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('many attempts', () => {
  test('far from zero, spread thinly: no digit that matters is lost', () => {
    const marks = Array.from({ length: 20_000 }, (_, index) => [1e6 + (index % 7) * 1e-3, 1e6 + (index % 11) * 1e-3]);
    const { test: whole } = figuresOf({ marks, maxMarks: [1e6, 1e6] });
    // Two plain sums lose this variance whole: it is 10⁻¹⁸ of the squares that they would add up.
    const small = marks.map(([a = 0, b = 0]) => a - 1e6 + (b - 1e6));
    expect(whole.sd).toBeCloseTo(Math.sqrt(variance(small)), 9);
  });

  test('totals that are all different are counted in steps, so that memory stays bounded', () => {
    const counts = noCounts();
    const attempts = 60_000;
    const pairs: [number, number][] = [];
    for (let index = 0; index < attempts; index += 1) {
      // The second question earns something else nearly every time.
      const mark = index % 3 === 0 ? 1 : 0;
      const other = Math.round(((index * 7919) % 100_003) * 100) / 1e6 + mark * 2;
      pairs.push([mark, other]);
      countAttempt(counts, {
        person: 'p',
        slots: [mark, other].map((each, place) => ({
          slot: place + 1,
          itemVersionId: idOf(place),
          mark: each,
          maxMark: 1,
          answered: true,
          answers: ['a'],
        })),
      });
    }
    const item = counts.items.get(idOf(0));
    const size = [...(item?.joint.values() ?? [])].reduce((sum, totals) => sum + totals.size, 0);
    expect(size).toBeLessThanOrEqual(20_000);
    expect(item?.answers.get('a')?.totals.size).toBeLessThanOrEqual(20_000);
    const plain = naiveItem(
      pairs.map(([mark]) => mark),
      pairs.map(([, other]) => other),
    );
    const [found, other] = roundFigures(counts, new Map()).items;
    expect(other?.attempts).toBe(attempts);
    expect(found?.discriminationIndex).toBeCloseTo(plain.discrimination, 3);
  });
});
