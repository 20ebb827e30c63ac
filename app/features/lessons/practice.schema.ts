import { z } from 'zod';
import { ANSWER_PREFIX, responseIn, ROWS_PREFIX } from './practice-answer.ts';

const Value = z.string().max(300);
const Field = z.union([Value, z.array(Value).max(20)]);

/** What the forms of a lesson page post: "I have read it", or answers to practice questions. */
export const LessonPost = z
  .record(z.string().max(40), Field)
  .transform((fields) => ({
    intent: fields['intent'],
    /** The question whose button was pressed. */
    asked: typeof fields['asked'] === 'string' ? fields['asked'] : '',
    answers: Object.fromEntries(
      Object.entries(fields)
        .filter(([name]) => name.startsWith(ANSWER_PREFIX))
        .map(([name, value]) => {
          const itemId = name.slice(ANSWER_PREFIX.length);
          const rows = fields[ROWS_PREFIX + itemId];
          return [
            itemId,
            responseIn(typeof value === 'string' ? [value] : value, typeof rows === 'string' ? rows : undefined),
          ];
        }),
    ),
  }))
  .pipe(
    z.object({
      intent: z.enum(['read', 'practice']),
      asked: z.string(),
      answers: z.record(z.string(), z.array(z.string())),
    }),
  );
