import { z } from 'zod';

const Choice = z.union([z.string().max(8), z.array(z.string().max(8)).max(10)]);

/** Prefix of the fields that carry answers: "answer.2023-p01". */
export const ANSWER_PREFIX = 'answer.';

/** What the forms of a lesson page post: "I have read it", or answers to practice questions. */
export const LessonPost = z
  .record(z.string().max(40), Choice)
  .transform((fields) => ({
    intent: fields['intent'],
    /** The question whose button was pressed. */
    asked: typeof fields['asked'] === 'string' ? fields['asked'] : '',
    answers: Object.fromEntries(
      Object.entries(fields)
        .filter(([name]) => name.startsWith(ANSWER_PREFIX))
        .map(([name, value]) => [name.slice(ANSWER_PREFIX.length), typeof value === 'string' ? [value] : value]),
    ),
  }))
  .pipe(
    z.object({
      intent: z.enum(['read', 'practice']),
      asked: z.string(),
      answers: z.record(z.string(), z.array(z.string())),
    }),
  );
