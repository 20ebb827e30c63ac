import { z } from 'zod';
import { tidy } from '#app/domain/kernel/text.ts';

/** What is proposed about an attempt. */
export const RulingForm = z.strictObject(
  {
    intent: z.enum(['setAside', 'restored'], { error: 'formOld' }),
    /** The signal that was looked into, where the page was opened from one. */
    signal: z
      .string()
      .regex(/^[\w-]{0,60}$/u, 'formOld')
      .optional(),
    reason: z
      .string({ error: 'reasonMissing' })
      .transform(tidy)
      .pipe(z.string().min(5, 'reasonMissing').max(500, 'reasonMissing')),
  },
  { error: 'formOld' },
);
