import { z } from 'zod';

const line = (limit: number) => z.string().trim().min(1).max(limit);
const keys = z.array(z.string().min(1)).min(1);

/** topic.yml */
export const TopicFile = z.strictObject({
  year: z.number().int().min(2016).max(2100),
  title: line(400),
  shortTitle: line(80),
  scope: line(120),
  summary: line(500),
  objectives: z.array(line(300)).min(2).max(4),
  sources: keys,
});

/** Front matter of a lesson. */
export const LessonFrontMatter = z.strictObject({
  title: line(160),
  summary: line(400),
  objectives: z.array(line(300)).min(2).max(3),
  keyPoints: z.array(line(400)).min(3).max(5),
  facts: keys,
  sources: keys,
});

/** facts/*.yml */
export const FactFile = z.array(
  z.strictObject({
    id: z.string().regex(/^[A-Z]\d+(-\d+)?$/u, 'phải có dạng "C12" hoặc "F23-4"'),
    statement: line(1_000),
    certainty: z.enum(['H', 'M', 'L']),
    sources: keys,
    contested: z.boolean().optional(),
    note: line(1_000).optional(),
  }),
);

/** sources/*.yml */
export const SourceFile = z.record(
  z.string().regex(/^[A-Za-z0-9_]+$/u),
  z.strictObject({ title: line(400), url: z.url({ protocol: /^https?$/u }).optional() }),
);
