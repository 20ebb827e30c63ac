import { z } from 'zod';
import type { ContestRules } from '#app/domain/contests/contest.ts';
import { HOUR, MINUTE, SECOND } from '#app/domain/kernel/time.ts';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối');
const instant = z.iso.datetime({
  offset: true,
  error: 'phải là thời điểm có múi giờ, ví dụ 2026-12-01T08:00:00+07:00',
});

export const BlueprintSchema = z.strictObject({
  sections: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        quotas: z
          .array(
            z.strictObject({
              topic: slug.optional(),
              lesson: z.string().min(1).optional(),
              difficulty: z.enum(['easy', 'medium', 'hard']).optional(),
              tag: z.string().min(1).optional(),
              count: z.int().min(1).max(200),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});

export const ContestRulesSchema = z.strictObject({
  organizer: z.string().min(3),
  audience: z.string().min(3),
  marking: z.strictObject({
    right: z.number().positive().max(100),
    wrong: z.number().min(-100).max(0),
    blank: z.number().min(-100).max(0),
    partial: z.enum(['none', 'proportional']),
  }),
  attempts: z.strictObject({ limit: z.int().min(1).max(100), counted: z.enum(['best', 'first', 'last']) }),
  tieBreaks: z.array(z.enum(['duration', 'submittedAt'])),
  boards: z.enum(['live', 'after-close']),
  /** ms */
  grace: z
    .int()
    .min(0)
    .max(10 * MINUTE),
  minimumHeadcount: z.int().min(0),
}) satisfies z.ZodType<ContestRules>;

/** A file of content/contests: the contest description as people write it. */
export const ContestFileSchema = z
  .strictObject({
    slug,
    title: z.string().min(5).max(300),
    organizer: z.string().min(3),
    audience: z.string().min(3),
    marking: ContestRulesSchema.shape.marking,
    attempts: ContestRulesSchema.shape.attempts,
    tieBreaks: ContestRulesSchema.shape.tieBreaks,
    boards: ContestRulesSchema.shape.boards,
    graceSeconds: z.int().min(0).max(600),
    minimumHeadcount: z.int().min(0),
    rounds: z
      .array(
        z
          .strictObject({
            number: z.int().min(1),
            title: z.string().min(1),
            opensAt: instant,
            closesAt: instant,
            minutes: z
              .number()
              .positive()
              .max((24 * HOUR) / MINUTE),
            blueprint: BlueprintSchema,
          })
          .refine((round) => Date.parse(round.opensAt) < Date.parse(round.closesAt), {
            error: 'giờ đóng phải sau giờ mở',
            path: ['closesAt'],
          }),
      )
      .min(1),
  })
  .refine((contest) => new Set(contest.rounds.map((round) => round.number)).size === contest.rounds.length, {
    error: 'hai vòng thi trùng số thứ tự',
    path: ['rounds'],
  });

export type ContestFile = z.infer<typeof ContestFileSchema>;

/** The rules of a contest file in the shape that the engine obeys. */
export const rulesOf = (file: ContestFile): ContestRules => ({
  organizer: file.organizer,
  audience: file.audience,
  marking: file.marking,
  attempts: file.attempts,
  tieBreaks: file.tieBreaks,
  boards: file.boards,
  grace: file.graceSeconds * SECOND,
  minimumHeadcount: file.minimumHeadcount,
});
