import { z } from 'zod';

const code = z.string({ error: 'wrong-code' }).max(100, 'wrong-code');
const returnTo = z.string().max(2_000).optional();

/** The second step of signing in. */
export const CodeForm = z.strictObject({ code, returnTo }, { error: 'wrong-code' });

/** Proving again who one is. The code is left out by people without roles. */
export const StepUpForm = z.strictObject(
  {
    password: z.string({ error: 'wrong-password' }).min(1, 'wrong-password').max(500, 'wrong-password'),
    code: code.default(''),
    returnTo,
  },
  { error: 'wrong-password' },
);

/** What the page of the own second factors does. */
export const FactorForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('begin'), returnTo }),
  z.strictObject({ intent: z.literal('confirm'), enrolmentId: z.string().max(100), code, returnTo }),
  z.strictObject({ intent: z.literal('remove-totp'), returnTo }),
  z.strictObject({ intent: z.literal('remove-passkey'), passkeyId: z.string().min(1).max(2_000), returnTo }),
  z.strictObject({ intent: z.literal('spare-codes'), returnTo }),
]);

const answer = z.looseObject({ id: z.string().min(1).max(2_000), response: z.record(z.string(), z.unknown()) });
const ceremonyId = z.string().min(1).max(100);

/** What the script of a passkey sends: a beginning, or what the device has answered. The library reads the answer itself. */
export const PasskeyPost = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('begin') }),
  z.strictObject({
    intent: z.literal('finish'),
    ceremonyId,
    answer,
    name: z.string().trim().max(60).optional(),
    returnTo,
  }),
]);
