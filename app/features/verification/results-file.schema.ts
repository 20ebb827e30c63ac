import { z } from 'zod';
import { RESULTS_FORMAT, RESULTS_VERSIONS, type ResultsFile } from '#app/domain/results/results-file.ts';
import { RULING_CAUSES } from '#app/domain/rulings/ruling.ts';
import { CORRECTION_KINDS } from '#app/domain/scoring/correction.ts';

const instant = z.iso.datetime();
const count = z.int().min(0);

const scope = {
  lot: z.object({ commitment: z.string().nullable(), seed: z.string().nullable() }),
  counts: z.object({ people: count, attempts: count, peopleAllRight: count, frozenAt: instant }).nullable(),
  settledAt: instant.nullable(),
};

const adjustment = z.object({
  kind: z.enum(['extraTime', 'extension', 'pause']),
  ms: z.number(),
  person: z.string().optional(),
  units: z.array(z.string()).optional(),
  startsAt: instant.optional(),
  endsAt: instant.optional(),
  at: instant,
  undoneAt: instant.optional(),
});

/** As much of the description as a ranking hangs on; the rest is for people. */
const description = z.looseObject({
  attempts: z.looseObject({ counted: z.enum(['only', 'best', 'first', 'last']) }),
  overall: z.enum(['none', 'sum', 'best']),
  ranking: z
    .array(
      z.enum(['score', 'predictionDistance', 'duration', 'submittedAt', 'fewerAttempts', 'older', 'younger', 'lot']),
    )
    .min(1),
  prediction: z
    .object({ asks: z.enum(['people', 'attempts', 'peopleAllRight']), scope: z.enum(['round', 'contest']) })
    .optional(),
});

const attempt = z.strictObject({
  person: z.string(),
  birthYear: z.int().optional(),
  unit: z.string(),
  block: z.string(),
  round: z.int(),
  number: z.int(),
  score: z.number(),
  maxScore: z.number(),
  durationMs: count,
  submittedAt: instant,
  prediction: count.nullable(),
  isValid: z.boolean(),
  isSetAside: z.boolean().optional(),
  rulings: z
    .array(z.strictObject({ isSetAside: z.boolean(), cause: z.enum(RULING_CAUSES), at: instant }))
    .min(1)
    .optional(),
  scores: z
    .array(z.strictObject({ correction: z.int().min(0), score: z.number(), maxScore: z.number() }))
    .min(1)
    .optional(),
});

const keys = z.array(z.array(z.string())).nullable();

const correction = z.object({
  number: z.int().min(1),
  itemVersionId: z.string(),
  prompt: z.string(),
  kind: z.enum(CORRECTION_KINDS),
  originalKey: keys,
  key: keys,
  reason: z.string(),
  at: instant,
  doneAt: instant.nullable(),
  attempts: count,
  changed: count,
});

const row = z.strictObject({
  rank: z.int().min(1),
  person: z.string(),
  unit: z.string(),
  block: z.string(),
  score: z.number(),
  maxScore: z.number(),
  durationMs: count,
  submittedAt: instant,
  attempts: count,
  rounds: count,
  prediction: count.nullable(),
  predictionDistance: count.nullable(),
});

/** A file of results as somebody may bring it: nothing about it is taken on trust. */
export const ResultsFileSchema = z.object({
  format: z.literal(RESULTS_FORMAT),
  version: z.literal(RESULTS_VERSIONS),
  contest: z.object({ id: z.string(), slug: z.string(), title: z.string() }),
  isFinal: z.boolean(),
  description,
  rounds: z.array(
    z.object({
      number: z.int(),
      id: z.string(),
      title: z.string(),
      plannedOpensAt: instant,
      plannedClosesAt: instant,
      opensAt: instant,
      closesAt: instant,
      adjustments: z.array(adjustment),
      fullScore: z.number().nullable().optional(),
      ...scope,
    }),
  ),
  whole: z.object(scope),
  corrections: z.array(correction).optional(),
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  attempts: z.array(attempt),
  rankings: z.array(z.object({ scope: z.union([z.int(), z.literal('all')]), rows: z.array(row) })),
}) satisfies z.ZodType<ResultsFile>;
