import { z } from 'zod';
import { passwordFault } from '#app/domain/identity/password-rule.ts';
import { OF_AGE_FOR_CONSENT } from '#app/domain/identity/minor.ts';
import { signInNameOf } from '#app/domain/identity/sign-in-name.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import { RELATIONS } from '#app/domain/privacy/consents.ts';

export const YOUNGEST = 6;

export const personName = z
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

export const birthYear = (thisYear: number) =>
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
        fullName: personName,
        birthYear: birthYear(thisYear),
        unitId: z.string({ error: 'unitMissing' }).regex(/^[a-z0-9-]{1,100}$/, 'unitMissing'),
        signInName,
        password: newPassword,
        // Of who is surely under seven it is not asked, and not kept: the page sends it without asking.
        consent: z.literal('yes', { error: 'consentMissing' }),
        // For who may be under 16: the agreement of a parent or guardian. Empty fields of other people are not looked at.
        guardianName: z.string().max(200).optional(),
        guardianRelation: z.string().max(20).optional(),
        guardianConsent: z.literal('yes').optional(),
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
      for (const [path, fault] of consentFaults(context.value, thisYear)) {
        context.issues.push({ code: 'custom', message: fault, path: [path], input: '' });
      }
    });

/** What a guardian fills in, and what is wrong with it. */
export function readGuardianFields(form: {
  guardianName?: string | undefined;
  guardianRelation?: string | undefined;
  guardianConsent?: string | undefined;
}) {
  const name = personName.safeParse(form.guardianName ?? '');
  const relation = z.enum(RELATIONS).safeParse(form.guardianRelation);
  const faults: [string, string][] = [
    ...(name.success ? [] : [['guardianName', 'guardianNameMissing'] as [string, string]]),
    ...(relation.success ? [] : [['guardianRelation', 'guardianRelationMissing'] as [string, string]]),
    ...(form.guardianConsent === 'yes' ? [] : [['guardianConsent', 'guardianConsentMissing'] as [string, string]]),
  ];
  const guardian = name.success && relation.success ? { name: name.data, relation: relation.data } : undefined;
  return { guardian: faults.length === 0 ? guardian : undefined, faults };
}

/** A guardian agrees beside who may be under 16. */
const consentFaults = (
  form: { birthYear: number } & Parameters<typeof readGuardianFields>[0],
  thisYear: number,
): [string, string][] => (thisYear - form.birthYear <= OF_AGE_FOR_CONSENT ? readGuardianFields(form).faults : []);

export type RegisterForm = z.infer<ReturnType<typeof registerForm>>;
