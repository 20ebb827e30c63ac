import { z } from 'zod';

const id = z.string().max(60);

/** What is done on the page of a roster. */
export const RosterAct = z.object({
  intent: z.enum(['match', 'restore', 'drop', 'reopen']),
  personId: id.optional(),
  sure: z.string().max(10).optional(),
});

/** A list that was looked at and is taken in. */
export const TakeInForm = z.object({ intent: z.literal('take-in'), importId: id });

/** Who a person of the roster is: an account, or "none". */
export const ReviewForm = z.object({ personId: id.min(1), choice: id.optional() });
