import { z } from 'zod';
import { signInNameOf } from '#app/domain/identity/sign-in-name.ts';
import { newPassword } from '../register.schema.ts';

/** How whoever gives a code has made sure who is asking. */
export const HOW_CHECKED = ['inPerson', 'papers', 'calledBack'] as const;
export type HowChecked = (typeof HOW_CHECKED)[number];

/** What the page of a unit posts: for whom, and how the person was checked. */
export const IssueForm = z.strictObject(
  {
    accountId: z.string({ error: 'personMissing' }).regex(/^[\w-]{1,100}$/, 'personMissing'),
    checkedBy: z.enum(HOW_CHECKED, { error: 'checkMissing' }),
  },
  { error: 'formOld' },
);

/** The state of the search, which stands in the address. */
export const RecoveryQuery = z.object({
  q: z.string().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
  who: z
    .string()
    .regex(/^[\w-]{1,100}$/)
    .optional()
    .catch(undefined),
});

const name = z
  .string({ error: 'signInNameMissing' })
  .trim()
  .min(1, 'signInNameMissing')
  .max(200, 'signInNameForm')
  .refine((text) => signInNameOf(text) !== undefined, 'signInNameForm');

/** Who asks for a code. */
export const ForgottenForm = z.strictObject({ signInName: name }, { error: 'unknownField' });

/** A code with the new password. */
export const RecoverForm = z.strictObject(
  {
    signInName: name,
    code: z.string({ error: 'codeMissing' }).trim().min(1, 'codeMissing').max(60, 'codeForm'),
    password: newPassword,
  },
  { error: 'unknownField' },
);

/** What the page of the own address posts. */
export const EmailForm = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({
      intent: z.literal('give'),
      email: z.string().trim().min(1, 'emailMissing').max(254, 'emailForm'),
    }),
    z.strictObject({ intent: z.literal('verify'), code: z.string().trim().min(1, 'codeMissing').max(60, 'codeForm') }),
    z.strictObject({ intent: z.literal('remove') }),
    z.strictObject({ intent: z.literal('drop') }),
  ],
  { error: 'formOld' },
);
