import { z } from 'zod';

/** What the start button posts: which round, and what entry asks for the first time. */
export const StartForm = z.object({
  roundId: z.string().min(1).max(64).optional(),
  accessCode: z.string().max(200).optional(),
  agrees: z
    .string()
    .optional()
    .transform((agrees) => agrees === 'yes'),
});
