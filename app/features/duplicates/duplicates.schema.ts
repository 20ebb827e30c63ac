import { z } from 'zod';
import { tidy } from '#app/domain/kernel/text.ts';

const reason = z
  .string({ error: 'reasonMissing' })
  .transform(tidy)
  .pipe(z.string().min(5, 'reasonMissing').max(500, 'reasonMissing'));

/** What is decided on two accounts. */
export const PairForm = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({
      intent: z.literal('merge'),
      keep: z.enum(['a', 'b'], { error: 'keepMissing' }),
      grants: z.enum(['take', 'end'], { error: 'formOld' }).optional(),
      reason,
    }),
    z.strictObject({ intent: z.literal('apart'), reason }),
  ],
  { error: 'formOld' },
);

/** What is sent about a merge in the history. */
export const UndoMergeForm = z.strictObject(
  { mergeId: z.string({ error: 'formOld' }).regex(/^[\w-]{1,60}$/u, 'formOld'), reason },
  { error: 'formOld' },
);
