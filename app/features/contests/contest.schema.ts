import { z } from 'zod';
import type { Blueprint, ContestRules } from '#app/domain/contests/contest.ts';
import { INTERACTIONS } from '#app/domain/items/item.ts';
import { CATEGORIES } from '#app/domain/units/category.ts';
import { HOUR, MINUTE, SECOND } from '#app/domain/kernel/time.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const slug = z.string().max(80).regex(SLUG, 'chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối');
const instant = z.iso.datetime({
  offset: true,
  error: 'phải là thời điểm có múi giờ, ví dụ 2026-12-01T08:00:00+07:00',
});
const text = (max: number) => z.string().trim().min(1).max(max);
const minutes = z
  .number()
  .positive()
  .max((24 * HOUR) / MINUTE);

const quota = z.strictObject({
  topic: slug.optional(),
  lesson: text(80).optional(),
  difficulty: z.enum(['easy', 'medium', 'hard']).optional(),
  tag: text(80).optional(),
  interaction: z.enum(INTERACTIONS).optional(),
  count: z.int().min(1).max(200),
  marks: z.number().positive().max(1_000).optional(),
});

export const BlueprintSchema = z.strictObject({
  sections: z
    .array(z.strictObject({ title: text(200), quotas: z.array(quota).min(1).max(100) }))
    .min(1)
    .max(20),
  optionsShown: z.int().min(2).max(10).optional(),
}) satisfies z.ZodType<Blueprint>;

const entry = z.strictObject({
  minimumAge: z.int().min(1).max(100).optional(),
  units: z.array(slug).max(500).default([]),
  blocks: z.array(text(200)).max(50).default([]),
  excludesOrganizers: z.boolean().default(true),
  accessCode: z.string().trim().min(4).max(64).optional(),
  consent: z.string().trim().min(10).max(2_000).optional(),
  categories: z
    .array(z.enum(CATEGORIES))
    .min(1)
    .max(CATEGORIES.length)
    .refine((all) => new Set(all).size === all.length, 'mỗi đối tượng chỉ ghi một lần')
    .optional(),
});

/** What a contest file and the stored rules have in common. */
const shared = {
  organizer: z.string().trim().min(3).max(300),
  audience: z.string().trim().min(3).max(1_000),
  entry: entry.prefault({}),
  marking: z.strictObject({
    right: z.number().positive().max(1_000),
    wrong: z.number().min(-1_000).max(0),
    blank: z.number().min(-1_000).max(0),
    partial: z.enum(['none', 'proportional']),
  }),
  mustAnswerAll: z.boolean().default(false),
  attempts: z.strictObject({
    limits: z
      .array(z.strictObject({ count: z.int().min(1).max(1_000), per: z.enum(['round', 'day', 'week', 'contest']) }))
      .max(4),
    counted: z.enum(['only', 'best', 'first', 'last']),
  }),
  overall: z.enum(['none', 'sum', 'best']).default('none'),
  prediction: z
    .strictObject({ asks: z.enum(['people', 'attempts', 'peopleAllRight']), scope: z.enum(['round', 'contest']) })
    .optional(),
  ranking: z
    .array(
      z.enum(['score', 'predictionDistance', 'duration', 'submittedAt', 'fewerAttempts', 'older', 'younger', 'lot']),
    )
    .min(1)
    .max(8),
  boards: z.enum(['live', 'frozen', 'after-close', 'own-row']),
  keys: z.enum(['after-round', 'after-contest', 'never']).default('after-round'),
  units: z
    .strictObject({
      criteria: z
        .array(z.enum(['people', 'rate', 'meanScore', 'allRight']))
        .min(1)
        .max(4),
      minimumHeadcount: z.int().min(0).max(1_000_000),
    })
    .prefault({ criteria: ['rate'], minimumHeadcount: 50 }),
  blocks: z
    .array(z.strictObject({ name: text(200), units: z.array(slug).min(1).max(500) }))
    .max(50)
    .default([]),
};

const ms = z
  .int()
  .min(0)
  .max(30 * 24 * HOUR);

/** The rules as they are stored. */
export const ContestRulesSchema = z.strictObject({
  ...shared,
  frozenFor: ms,
  grace: ms.max(HOUR),
}) satisfies z.ZodType<ContestRules>;

const round = z.strictObject({
  number: z.int().min(1).max(1_000),
  title: text(200),
  kind: z.enum(['contest', 'practice']).default('contest'),
  opensAt: instant,
  closesAt: instant,
  minutes,
  window: z.enum(['personal', 'fixed']).default('personal'),
  lateArrival: z.enum(['cut', 'full']).default('cut'),
  entryForMinutes: z.number().positive().max(100_000).optional(),
  blueprint: BlueprintSchema,
});

/**
 * A contest description as people write it, in a file of content/contests, in an export, and behind the editor's fields.
 * The shape alone; what must fit together is checked by descriptionFaults().
 */
export const ContestFileSchema = z.strictObject({
  slug,
  title: z.string().trim().min(5).max(300),
  /** A description to begin a new contest from; it is not a contest itself. */
  isTemplate: z.boolean().default(false),
  ...shared,
  frozenForMinutes: z.int().min(0).max(43_200).default(0),
  graceSeconds: z.int().min(0).max(3_600).default(120),
  rounds: z.array(round).min(1).max(200),
});

export type ContestFile = z.output<typeof ContestFileSchema>;
/** A description before what is left out is filled in. */
export type ContestFileInput = z.input<typeof ContestFileSchema>;
export type RoundFile = ContestFile['rounds'][number];

/** The rules of a description in the shape that the engine obeys. */
export function rulesOf(file: ContestFile): ContestRules {
  const { slug: _, title: __, isTemplate: ___, rounds: ____, frozenForMinutes, graceSeconds, ...rules } = file;
  return { ...rules, frozenFor: frozenForMinutes * MINUTE, grace: graceSeconds * SECOND };
}
