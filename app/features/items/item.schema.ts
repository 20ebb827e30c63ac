import { z } from 'zod';

/** Lower-case words with hyphens: file names, lessons, tags. */
export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'chỉ gồm chữ thường không dấu, số và dấu gạch nối');

const line = (limit: number) => z.string().trim().min(1).max(limit);

const Option = z.strictObject({
  text: line(300),
  correct: z.boolean().optional(),
  /** Why just this option is right or wrong. */
  rationale: line(500).optional(),
});

const Question = z.strictObject({
  interaction: z.enum(['choice', 'multipleChoice', 'trueFalse']),
  difficulty: z.enum(['easy', 'medium', 'hard']),
  prompt: line(500),
  options: z.array(Option).min(2).max(6),
  rationale: line(1_000),
  facts: z.array(z.string()).min(1),
  source: z.strictObject({ title: line(300), url: z.url({ protocol: /^https?$/u }).optional() }),
  tags: z.array(Slug).max(8),
});

/** items/<topic>.yml: contest questions, whose keys are secret while a round is open. */
export const ContestItems = z.array(
  Question.extend({ id: z.string().regex(/^\d{4}-\d{3}$/u, 'phải có dạng "2023-001"'), lesson: Slug }),
);

/** <lesson>.practice.yml: questions for learning. */
export const PracticeItems = z.array(
  Question.extend({ id: z.string().regex(/^\d{4}-p\d{2}$/u, 'phải có dạng "2023-p01"') }),
);

export type AuthoredQuestion = z.output<typeof Question>;
