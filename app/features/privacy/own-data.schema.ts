import { z } from 'zod';
import { tidy } from '#app/domain/kernel/text.ts';

const words = z.string().max(1_000).default('').transform(tidy);

/** A corrected name and year of birth, a request of another kind, or one that is taken back. */
export const OwnDataForm = z.strictObject(
  {
    intent: z.enum(['correct', 'restrict', 'object', 'withdraw']),
    fullName: z.string().max(200).optional(),
    birthYear: z.string().max(10).optional(),
    words,
    requestId: z.string().max(64).optional(),
  },
  { error: 'unknownField' },
);

/** A consent that is given or withdrawn. */
export const ConsentForm = z.strictObject(
  {
    intent: z.enum(['give', 'withdraw', 'guardian']),
    purpose: z.enum(['contest', 'contest:guardian', 'boardName', 'email']).optional(),
    guardianName: z.string().max(200).optional(),
    guardianRelation: z.string().max(20).optional(),
    guardianConsent: z.literal('yes').optional(),
    consent: z.literal('yes').optional(),
    returnTo: z.string().max(2_000).optional(),
  },
  { error: 'unknownField' },
);

/** Erasing the own data: the own name typed, and what becomes of contests that are not over. */
export const EraseForm = z.strictObject(
  { typedName: z.string().max(200).default(''), contests: z.enum(['withdraw', 'wait']).optional() },
  { error: 'unknownField' },
);

/** What an organizer does about a request. */
export const AnswerForm = z.strictObject(
  {
    intent: z.enum(['answer', 'carryOut', 'refuse']),
    requestId: z.string().min(1).max(64),
    answer: words,
  },
  { error: 'unknownField' },
);
