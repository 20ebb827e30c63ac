import { z } from 'zod';
import { passwordFault } from '#app/domain/identity/password-rule.ts';
import { signInNameOf } from '#app/domain/identity/sign-in-name.ts';
import { tidy } from '#app/domain/kernel/text.ts';

export const YOUNGEST = 6;

/** What a person agrees to when registering: the wording on the register page. A new wording gets a new version. */
export const CONSENT = { purpose: 'contest', textVersion: '2026-11-1' } as const;

const fullName = z
  .string({ error: 'fullNameMissing' })
  .transform(tidy)
  .pipe(
    z
      .string()
      .min(1, 'fullNameMissing')
      .max(80, 'fullNameLong')
      .regex(/^\p{L}[\p{L}\p{M}' .’-]*\p{L}\.?$/u, 'fullNameLetters'),
  );

const signInName = z
  .string({ error: 'signInNameMissing' })
  .trim()
  .min(1, 'signInNameMissing')
  .transform((text, context) => {
    const name = signInNameOf(text);
    if (name === undefined) context.addIssue({ code: 'custom', message: 'signInNameForm' });
    return name ?? z.NEVER;
  });

const birthYear = (thisYear: number) =>
  z
    .string({ error: 'birthYearMissing' })
    .trim()
    .min(1, 'birthYearMissing')
    .regex(/^\d{4}$/, 'birthYearForm')
    .transform(Number)
    .pipe(
      z
        .number()
        .min(1900, 'birthYearForm')
        .max(thisYear - YOUNGEST, 'birthYearYoung'),
    );

/** A password as typed: any character; normalised, never trimmed. That it is no name is checked where names are known. */
export const newPassword = z
  .string({ error: 'passwordMissing' })
  .min(1, 'passwordMissing')
  .max(2_000, 'passwordLong')
  .transform((text) => text.normalize('NFC'))
  .check((context) => {
    const message = passwordFault(context.value, []);
    if (message) context.issues.push({ code: 'custom', message, input: '' });
  });

/** The register form. It has no field for a role, and a field that it does not know is refused. */
export const registerForm = (thisYear: number) =>
  z
    .strictObject(
      {
        // In the order of the page: the list of faults follows it.
        fullName,
        birthYear: birthYear(thisYear),
        unitId: z.string({ error: 'unitMissing' }).regex(/^[a-z0-9-]{1,100}$/, 'unitMissing'),
        signInName,
        password: newPassword,
        consent: z.literal('yes', { error: 'consentMissing' }),
        // What the page itself needs.
        intent: z.string().max(50).optional(),
        unitQuery: z.string().max(500).optional(),
        returnTo: z.string().max(2_000).optional(),
        // The answer to the task that is asked in a rush.
        task: z.string().max(2_000).optional(),
      },
      { error: 'unknownField' },
    )
    .check((context) => {
      const { password, fullName: name, signInName: signIn } = context.value;
      const message = passwordFault(password, [name, signIn]);
      if (message) context.issues.push({ code: 'custom', message, path: ['password'], input: '' });
    });

export type RegisterForm = z.infer<ReturnType<typeof registerForm>>;
