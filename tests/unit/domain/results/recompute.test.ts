// Two engines that share no code, and one file between them: what the one publishes the other must find again.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RankCriterion } from '#app/domain/contests/contest.ts';
import { rankRows } from '#app/domain/results/rank.ts';
import { recomputeResults } from '#app/domain/results/recompute.ts';
import {
  RESULTS_FORMAT,
  RESULTS_VERSION,
  type PublishedAttempt,
  type PublishedRow,
  type RankedDescription,
  type ResultsFile,
} from '#app/domain/results/results-file.ts';
import { overallStanding, roundStanding, type FinishedAttempt, type Standing } from '#app/domain/results/standing.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const AT = Date.UTC(2026, 8, 1);
const iso = (at: number): string => new Date(at).toISOString();

const CRITERIA: readonly RankCriterion[] = [
  'score',
  'predictionDistance',
  'duration',
  'submittedAt',
  'fewerAttempts',
  'older',
  'younger',
  'lot',
];

interface Contest {
  readonly rules: RankedDescription;
  readonly roundCount: number;
  /** Which of the rounds, and whether the whole, are settled. */
  readonly settled: readonly boolean[];
  readonly isWholeSettled: boolean;
  readonly people: readonly { readonly birthYear: number; readonly attempts: readonly RandomAttempt[] }[];
}

interface RandomAttempt {
  readonly round: number;
  readonly score: number;
  readonly duration: number;
  readonly submittedAt: number;
  readonly prediction: number | undefined;
  readonly isValid: boolean;
}

// Few values each, so that there are ties in every criterion and chains are looked at to their ends.
const attempts: fc.Arbitrary<RandomAttempt> = fc.record({
  round: fc.integer({ min: 1, max: 3 }),
  score: fc.constantFrom(10, 10, 9.66667, 9.33333, -1.5),
  duration: fc.constantFrom(60_000, 60_999, 61_000, 271_500),
  submittedAt: fc.integer({ min: 0, max: 3 }).map((each) => AT + each),
  prediction: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined, freq: 4 }),
  isValid: fc.constantFrom(true, true, true, false),
});

const contests: fc.Arbitrary<Contest> = fc
  .record({
    counted: fc.constantFrom('only' as const, 'best' as const, 'best' as const, 'first' as const, 'last' as const),
    overall: fc.constantFrom('none' as const, 'sum' as const, 'best' as const),
    ranking: fc.shuffledSubarray([...CRITERIA], { minLength: 1 }),
    asks: fc.option(fc.constantFrom('people' as const, 'attempts' as const, 'peopleAllRight' as const)),
    predictionScope: fc.constantFrom('round' as const, 'contest' as const),
    roundCount: fc.integer({ min: 1, max: 3 }),
    settled: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    isWholeSettled: fc.boolean(),
    people: fc.array(
      fc.record({
        birthYear: fc.constantFrom(1960, 1990, 2010),
        attempts: fc.array(attempts, { maxLength: 6 }),
      }),
      { maxLength: 9 },
    ),
  })
  .map(({ counted, overall, ranking, asks, predictionScope, ...rest }) => ({
    ...rest,
    // why: a contest settles with its last round.
    isWholeSettled: rest.isWholeSettled && rest.settled.slice(0, rest.roundCount).every(Boolean),
    people: rest.people.map((person) => ({
      ...person,
      attempts: person.attempts.filter(({ round }) => round <= rest.roundCount),
    })),
    rules: {
      attempts: { counted },
      overall,
      ranking,
      ...(asks === null ? {} : { prediction: { asks, scope: predictionScope } }),
    },
  }));

const idOf = (round: number): string => `round-${round}`;
const codeOf = (index: number): string => sha256(`person ${index}`).slice(0, 16);
const seedOf = (scope: number | 'all'): string => `seed of ${scope}`;
/** A person's unit in an attempt: people move. */
const unitOf = (index: number, number: number): string => `unit-${(index + number) % 3}`;

/** The file that the engine would publish. */
function publish({ rules, roundCount, settled, isWholeSettled, people }: Contest): ResultsFile {
  const roundNumbers = Array.from({ length: roundCount }, (_, index) => index + 1);
  const persons = people.map(({ birthYear, attempts: own }, index) => {
    const numbered = new Map<number, number>();
    return {
      code: codeOf(index),
      birthYear,
      attempts: own.map((attempt): FinishedAttempt => {
        const number = (numbered.get(attempt.round) ?? 0) + 1;
        numbered.set(attempt.round, number);
        const { score, duration, submittedAt, prediction, isValid } = attempt;
        const id = `${index}-${attempt.round}-${number}`;
        const unitId = unitOf(index, number);
        const roundId = idOf(attempt.round);
        return { id, roundId, number, unitId, score, maxScore: 10, duration, submittedAt, prediction, isValid };
      }),
    };
  });
  const countsOf = (rounds: readonly number[]) => {
    const engine = { ...rules, attempts: { ...rules.attempts, limits: [] } };
    const standing = (person: (typeof persons)[number], round: number): Standing | undefined =>
      roundStanding(
        person.attempts.filter(({ roundId }) => roundId === idOf(round)),
        { birthYear: person.birthYear, lot: undefined },
        engine,
        new Map(),
      );
    const ranked = persons.map((person) => rounds.flatMap((round) => standing(person, round) ?? []));
    return {
      people: ranked.filter((own) => own.length > 0).length,
      attempts: persons
        .flatMap((person) => person.attempts)
        .filter(({ isValid, roundId }) => isValid && rounds.some((round) => idOf(round) === roundId)).length,
      peopleAllRight: ranked.filter((own) => own.some(({ isAllRight }) => isAllRight)).length,
      frozenAt: iso(AT),
    };
  };
  const counts = new Map<number | 'all', ReturnType<typeof countsOf>>();
  for (const round of roundNumbers) if (settled[round - 1]) counts.set(round, countsOf([round]));
  if (isWholeSettled) counts.set('all', countsOf(roundNumbers));
  const actuals = new Map<string, number>();
  for (const round of roundNumbers) {
    const actual =
      rules.prediction && counts.get(rules.prediction.scope === 'contest' ? 'all' : round)?.[rules.prediction.asks];
    if (actual !== undefined) actuals.set(idOf(round), actual);
  }
  const rowsOf = (scope: number | 'all'): PublishedRow[] => {
    const engine = { ...rules, attempts: { ...rules.attempts, limits: [] } };
    const standings = persons.flatMap(({ code, birthYear, attempts: own }) => {
      const person = { birthYear, lot: counts.has(scope) ? sha256(`${seedOf(scope)}:${code}`) : undefined };
      const standing =
        scope === 'all'
          ? overallStanding(own, person, engine, actuals, roundNumbers.map(idOf))
          : roundStanding(
              own.filter(({ roundId }) => roundId === idOf(scope)),
              person,
              engine,
              actuals,
            );
      return standing ? [{ code, standing }] : [];
    });
    return rankRows(
      standings,
      ({ standing }) => standing.rankKey,
      ({ code }) => code,
    ).map(({ rank, row }) => {
      const { unitId, score, maxScore, duration, submittedAt, attempts: count, rounds, ...rest } = row.standing;
      return {
        rank,
        person: row.code,
        unit: unitId,
        block: `block of ${unitId}`,
        score,
        maxScore,
        durationMs: duration,
        submittedAt: iso(submittedAt),
        attempts: count,
        rounds,
        prediction: rest.prediction ?? null,
        predictionDistance: rest.predictionDistance ?? null,
      };
    });
  };
  const scopeOf = (scope: number | 'all') => ({
    lot: { commitment: sha256(seedOf(scope)), seed: counts.has(scope) ? seedOf(scope) : null },
    counts: counts.get(scope) ?? null,
    settledAt: counts.has(scope) ? iso(AT) : null,
  });
  const times = { plannedOpensAt: iso(AT), plannedClosesAt: iso(AT), opensAt: iso(AT), closesAt: iso(AT) };
  return {
    format: RESULTS_FORMAT,
    version: RESULTS_VERSION,
    contest: { id: 'contest', slug: 'thi', title: 'Cuộc thi' },
    isFinal: isWholeSettled,
    description: rules,
    rounds: roundNumbers.map((number) => ({
      number,
      id: idOf(number),
      title: `Vòng ${number}`,
      ...times,
      adjustments: [],
      ...scopeOf(number),
    })),
    whole: scopeOf('all'),
    units: [],
    attempts: persons.flatMap(({ code, birthYear, attempts: own }) =>
      own.map(
        ({
          roundId,
          number,
          unitId,
          score,
          maxScore,
          duration,
          submittedAt,
          prediction,
          isValid,
        }): PublishedAttempt => ({
          person: code,
          birthYear,
          unit: unitId,
          block: `block of ${unitId}`,
          round: Number(roundId.split('-')[1]),
          number,
          score,
          maxScore,
          durationMs: duration,
          submittedAt: iso(submittedAt),
          prediction: prediction ?? null,
          isValid,
        }),
      ),
    ),
    rankings: [...roundNumbers, ...(rules.overall === 'none' ? [] : (['all'] as const))].map((scope) => ({
      scope,
      rows: rowsOf(scope),
    })),
  };
}

describe('a ranking that is recomputed from its file', () => {
  test('is the ranking of the engine, for every chain, policy, overall mode and prediction', () => {
    let rows = 0;
    fc.assert(
      fc.property(contests, (contest) => {
        const recomputed = recomputeResults(publish(contest), sha256);
        rows += recomputed.rows;
        expect(recomputed.differences).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
    expect(rows).toBeGreaterThan(5_000);
  });

  test('does not hang on the order of the attempts in the file', () => {
    fc.assert(
      fc.property(contests, (contest) => {
        const file = publish(contest);
        expect(recomputeResults({ ...file, attempts: file.attempts.toReversed() }, sha256).differences).toEqual([]);
      }),
    );
  });
});

/** Another value of the same kind. */
function changed(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return Number.isNaN(Date.parse(value)) ? `${value}x` : iso(Date.parse(value) + 1);
  return 7;
}

describe('a file in which one thing was changed', () => {
  const nonEmpty = contests.filter(({ people }) =>
    people.some(({ attempts: own }) => own.some(({ isValid }) => isValid)),
  );

  test('in a row of a ranking is found, whatever it is', () => {
    fc.assert(
      fc.property(nonEmpty, fc.nat(), fc.nat(), fc.nat(), (contest, which, where, what) => {
        const file = publish(contest);
        const rankings = file.rankings.filter(({ rows }) => rows.length > 0);
        const ranking = rankings[which % rankings.length]!;
        const row = ranking.rows[where % ranking.rows.length]!;
        const fields = Object.keys(row) as (keyof PublishedRow)[];
        const field = fields[what % fields.length]!;
        Object.assign(row, { [field]: changed(row[field]) });
        expect(recomputeResults(file, sha256).differences).not.toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('in an attempt that counts is found', () => {
    const fields = ['score', 'maxScore', 'durationMs', 'submittedAt', 'unit', 'block', 'isValid', 'person'] as const;
    fc.assert(
      fc.property(nonEmpty, fc.nat(), fc.constantFrom(...fields), (contest, which, field) => {
        const file = publish({ ...contest, rules: { ...contest.rules, attempts: { counted: 'first' } } });
        const counting = file.attempts.filter(
          (attempt) =>
            attempt.isValid &&
            file.attempts.every(
              (other) =>
                !other.isValid ||
                other.person !== attempt.person ||
                other.round !== attempt.round ||
                other.number >= attempt.number,
            ),
        );
        const attempt = counting[which % counting.length]!;
        Object.assign(attempt, { [field]: changed(attempt[field]) });
        expect(recomputeResults(file, sha256).differences).not.toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('in frozen counts, seeds or commitments is found', () => {
    fc.assert(
      fc.property(
        contests,
        fc.nat(),
        fc.constantFrom('people', 'attempts', 'peopleAllRight', 'seed', 'commitment'),
        (contest, which, field) => {
          const file = publish(contest);
          const scopes = [...file.rounds, file.whole].filter(({ counts }) => counts !== null);
          fc.pre(scopes.length > 0);
          const { lot, counts } = scopes[which % scopes.length]!;
          const target: object = field === 'seed' || field === 'commitment' ? lot : counts!;
          Object.assign(target, { [field]: changed(target[field as never]) });
          expect(recomputeResults(file, sha256).differences).not.toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('by a row that was taken away, put in, doubled or moved is found', () => {
    fc.assert(
      fc.property(nonEmpty, fc.constantFrom('drop', 'add', 'double', 'turn', 'forget'), (contest, act) => {
        const file = publish(contest);
        const index = file.rankings.findIndex(({ rows }) => rows.length > 0);
        const { scope, rows } = file.rankings[index]!;
        const first = rows[0]!;
        const acts = {
          drop: rows.slice(1),
          add: [...rows, { ...first, person: 'ffffffffffffffff', rank: 99 }],
          double: [...rows, { ...first, rank: 99 }],
          turn: rows.toReversed(),
          forget: undefined,
        };
        if (act === 'turn') fc.pre(rows.at(-1)!.rank > 1);
        const changedRows = acts[act];
        const rankings = file.rankings.flatMap((ranking) =>
          ranking.scope !== scope ? [ranking] : changedRows ? [{ scope, rows: changedRows }] : [],
        );
        expect(recomputeResults({ ...file, rankings }, sha256).differences).not.toEqual([]);
      }),
    );
  });
});

test('what is said of a difference names scope, person, field and both values', () => {
  const file = publish({
    rules: { attempts: { counted: 'best' }, overall: 'none', ranking: ['score', 'duration'] },
    roundCount: 1,
    settled: [true, false, false],
    isWholeSettled: false,
    people: [
      {
        birthYear: 1990,
        attempts: [{ round: 1, score: 10, duration: 60_000, submittedAt: AT, prediction: undefined, isValid: true }],
      },
    ],
  });
  Object.assign(file.rankings[0]!.rows[0]!, { score: 9 });
  expect(recomputeResults(file, sha256).differences).toEqual([
    { scope: 1, person: codeOf(0), what: 'score', published: '9', recomputed: '10' },
  ]);
});
