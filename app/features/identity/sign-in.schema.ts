import { z } from 'zod';

/** The sign-in form. What it lacks is told; what is wrong is told by the one sentence for wrong credentials. */
export const SignInForm = z.strictObject(
  {
    signInName: z
      .string({ error: 'signInNameMissing' })
      .trim()
      .min(1, 'signInNameMissing')
      .max(200, 'signInNameMissing'),
    password: z.string({ error: 'passwordMissing' }).min(1, 'passwordMissing').max(500, 'passwordMissing'),
    returnTo: z.string().max(2_000).optional(),
  },
  { error: 'unknownField' },
);

export type SignInForm = z.infer<typeof SignInForm>;
