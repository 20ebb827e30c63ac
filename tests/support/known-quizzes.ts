// Marks of quizzes whose statistics are known, and what others computed of them.
import { countAttempt, noCounts, type RoundCounts } from '#app/domain/analysis/round-counts.ts';
import { roundFigures, type RoundFigures } from '#app/domain/analysis/round-figures.ts';

/** Marks of a quiz: a row for each attempt, a column for each question. */
export interface Quiz {
  readonly marks: readonly (readonly number[])[];
  readonly maxMarks: readonly number[];
}

/** Counts attempts at a quiz in which everybody had the same questions, q1, q2, … */
export function countsOf({ marks, maxMarks }: Quiz): RoundCounts {
  const counts = noCounts();
  for (const [index, row] of marks.entries()) {
    countAttempt(counts, {
      person: `person-${index}`,
      slots: row.map((mark, place) => ({
        slot: place + 1,
        itemVersionId: idOf(place),
        mark,
        maxMark: maxMarks[place] ?? 1,
        answered: true,
        answers: [],
      })),
    });
  }
  return counts;
}

/** In order of the columns, whatever their number. */
export const idOf = (place: number): string => `q${String(place + 1).padStart(3, '0')}`;

export const figuresOf = (quiz: Quiz): RoundFigures => roundFigures(countsOf(quiz), new Map());

/**
 * 25 attempts at seven questions: the marks (results00.csv) and the statistics that were computed from them in a spreadsheet
 * (qstats00.csv, stats_from_steps_walkthrough_test.php), as published with Moodle's mod/quiz/report/statistics. The spreadsheet
 * had a third with fewer digits in one cell; Moodle's own test compares to 1e-5.
 */
export const SEVEN_QUESTIONS: Quiz = {
  maxMarks: [1, 1, 1, 1, 1, 1, 1],
  marks: [
    [1, 1, 1, 1, 1, 0, 1],
    [1, 1, 1, 1, 0.5, 1, 0],
    [1, 1, 1, 1, 0.5, 0, 1],
    [0, 0, 1, 1, 1, 0, 0],
    [1, 0, 1, 0, 0, 1, 0.5],
    [1, 1, 1, 1, 0.5, 0, 0.5],
    [0, 1, 1, 1, 0.5, 1, 0.5],
    [1, 1, 1, 0, 0.5, 1, 0.5],
    [1, 0, 1, 1, 1, 1, 1],
    [0, 1, 1, 0, 0.5, 1, 0.5],
    [0.8, 0, 1, 1, 0.5, 1, 0.5],
    [1, 1, 1, 0, 0.5, 1, 1],
    [1, 0, 1, 1, 0.5, 1, 0.5],
    [1, 0, 1, 1, 1, 0, 0.5],
    [0, 0, 1, 1, 0, 1, 1],
    [1, 0, 1, 0, 0.5, 1, 1],
    [0.8, 0, 1, 1, 0.5, 0, 1],
    [1, 0, 1, 1, 0, 1, 0.5],
    [1, 0, 1, 1, 0.5, 0, 0.5],
    [0, 1, 1, 0, 0.5, 1, 0],
    [1, 1, 0.3333333, 1, 0.5, 0, 0.5],
    [1, 1, 1, 0, 0.5, 0, 0.5],
    [1, 1, 1, 1, 0, 1, 0.5],
    [0, 0, 1, 0, 0.5, 1, 1],
    [0, 0, 1, 1, 1, 1, 1],
  ],
};

export const SEVEN_QUESTIONS_KNOWN = {
  facility: [0.704, 0.48, 0.973333332, 0.68, 0.52, 0.64, 0.62],
  sd: [0.4513682901, 0.5099019514, 0.13333334, 0.4760952286, 0.3055050463, 0.4898979486, 0.331662479],
  effectiveWeight: [
    21.2922742344, 18.8979800309, 4.443012573, 18.9347251357, 11.1450138688, 9.8081339177, 15.4788602394,
  ],
  covariance: [-0.022555556, -0.1172777785, -0.0098888894, -0.0833888893, -0.0436944444, -0.2015555547, -0.0142499998],
  discriminationIndex: [
    -7.0650767526, -28.8982125772, -9.1230674268, -22.6306444113, -17.6997047674, -45.3785178421, -5.6543166602,
  ],
  largestCovariance: [0.2385555565, 0.318833334, 0.045666669, 0.2652222232, 0.2063055556, 0.3539999995, 0.2190833335],
  discriminativeEfficiency: [
    -9.4550536967, -36.7834118938, -21.6545012165, -31.4411395613, -21.1794802584, -56.9365974439, -6.5043742058,
  ],
  test: {
    median: 4.5,
    mean: 4.617333332,
    sd: 0.8117265554,
    skewness: -0.092502502,
    kurtosis: -0.7073968557,
    cic: -87.2230935542,
    errorRatio: 136.8294900795,
    standardError: 1.1106813066,
  },
} as const;

// Questions 8 to 20 in the order of the file: 8, 9, 10, 11, 12, 19, 20, 17, 18, 14, 15, 16, 13.
const IN_FILE = [8, 9, 10, 11, 12, 19, 20, 17, 18, 14, 15, 16, 13];
const OF_FILE = [
  [5.5, 0.3, 0.9, 1, 0.3, 0, 1, 1, 0, 0, 0, 1, 1],
  [1, 0.9, 0.9, 0.3, 0.3, 0, 1, 0, 1, 0, 0, 1, 1],
  [2.5, 1, 0.9, 0.3, 1, 1, 1, 1, 1, 0, 1, 1, 0],
  [4, 0.3, 0.9, 1, 0.3, 0, 1, 1, 0, 0, 0, 0, 0],
  [3, 0.9, 0.3, 0.9, 1, 1, 0, 1, 1, 1, 0, 0, 0],
  [4.5, 0.9, 1, 1, 0.9, 0, 0, 0, 0, 1, 1, 1, 0],
  [3, 0.3, 0.3, 0.3, 0.3, 1, 1, 1, 1, 0, 1, 1, 1],
  [6, 0.9, 0.9, 1, 0.3, 0, 1, 1, 0, 1, 1, 1, 0],
  [0.5, 0.9, 1, 0.9, 0.3, 0, 1, 1, 1, 1, 1, 0, 0],
  [5.5, 0.9, 1, 0.9, 0.3, 0, 0, 1, 0, 1, 0, 0, 1],
  [2.5, 0.9, 1, 1, 0.9, 0, 1, 1, 0, 1, 0, 0, 0],
  [4, 0.9, 0.3, 0.9, 1, 0, 1, 1, 1, 1, 1, 1, 0],
  [4, 0.9, 0.3, 0.3, 1, 1, 0, 0, 1, 1, 1, 0, 1],
  [3, 1, 1, 0.3, 1, 1, 0, 1, 1, 1, 0, 1, 0],
  [1, 1, 0.9, 0.3, 0.3, 0, 0, 0, 0, 0, 1, 0, 1],
  [1, 0.3, 0.3, 0.3, 0.9, 0, 1, 0, 0, 0, 0, 1, 0],
  [1.5, 1, 0.3, 0.9, 1, 0, 0, 1, 0, 1, 0, 1, 1],
  [4, 0.9, 1, 0.9, 1, 0, 0, 0, 1, 1, 1, 1, 0],
  [2, 0.9, 0.9, 0.3, 0.9, 0, 0, 0, 0, 1, 0, 0, 0],
  [1, 1, 0.3, 0.3, 0.3, 0, 0, 1, 0, 1, 1, 0, 0],
  [6, 0.9, 1, 1, 0.9, 1, 1, 0, 0, 0, 0, 1, 0],
  [7, 0.9, 0.3, 0.3, 0.3, 0, 0, 1, 1, 0, 1, 1, 1],
];

/**
 * 22 attempts at twenty questions, four of which nobody got and three of which are worth nothing: marks and statistics as
 * published with Moodle (statistics_test.php, mdl_question_states.csv; the statistics from a spreadsheet, to ten digits).
 */
export const TWENTY_QUESTIONS: Quiz = {
  maxMarks: [1, 1, 1, 1, 0, 0, 0, 8, ...Array.from({ length: 12 }, () => 1)],
  marks: OF_FILE.map((row) => Array.from({ length: 20 }, (_, place) => row[IN_FILE.indexOf(place + 1)] ?? 0)),
};

export const TWENTY_QUESTIONS_KNOWN = {
  totals: [
    12, 7.4, 11.7, 8.5, 10.1, 11.3, 11.2, 14.1, 8.6, 11.6, 9.3, 13.1, 11.5, 11.3, 5.5, 4.8, 8.7, 11.8, 6, 5.9, 12.8,
    13.8,
  ],
  facilityPercent: [
    0,
    0,
    0,
    0,
    null,
    null,
    null,
    41.19318182,
    81.36363636,
    71.36363636,
    65.45454545,
    65.90909091,
    36.36363636,
    59.09090909,
    50,
    59.09090909,
    63.63636364,
    45.45454545,
    27.27272727,
    50,
  ],
  sdThousandths: [
    0, 0, 0, 0, 0, 0, 0, 1912.733589, 251.2738111, 322.6312277, 333.4199022, 337.5811591, 492.3659639, 503.2362797,
    511.7663157, 503.2362797, 492.3659639, 509.6471914, 455.8423058, 511.7663157,
  ],
  effectiveWeight: [
    0, 0, 0, 0, 0, 0, 0, 26.58464457, 3.368456046, 3.253955259, 7.584083694, 3.79658376, 3.183278505, 4.532356904,
    7.78856243, 10.08351572, 8.381139345, 8.727645713, 7.946277111, 4.769500946,
  ],
  discriminationIndex: [
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    25.88327077,
    1.170256965,
    -4.207816809,
    28.16930644,
    -2.513606859,
    -12.99017581,
    -8.900638238,
    8.670004606,
    29.63337745,
    15.18945843,
    16.21079629,
    15.52451404,
    -8.396734802,
  ],
  discriminativeEfficiency: [
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    27.23492723,
    1.382386552,
    -4.691171307,
    31.12404354,
    -2.877487579,
    -17.5074184,
    -10.27568922,
    10.86956522,
    34.58997279,
    17.4790556,
    20.14359793,
    22.06477733,
    -10,
  ],
} as const;
