import { z } from 'zod';
import { tidy } from '#app/domain/kernel/text.ts';

/** What is decided on a proposal. A reason is asked for refusing alone. */
export const DecisionForm = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({
      intent: z.literal('agree'),
      /** How many corrections of keys the contest had when the numbers were looked at. */
      seen: z
        .string()
        .regex(/^\d{0,6}$/u, 'formOld')
        .optional(),
      reason: z.string().optional(),
    }),
    z.strictObject({
      intent: z.literal('refuse'),
      seen: z.string().optional(),
      reason: z
        .string({ error: 'reasonMissing' })
        .transform(tidy)
        .pipe(z.string().min(5, 'reasonMissing').max(500, 'reasonMissing')),
    }),
    z.strictObject({ intent: z.literal('withdraw') }),
  ],
  { error: 'formOld' },
);
