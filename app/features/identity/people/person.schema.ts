import { z } from 'zod';
import { ROLES } from '#app/domain/identity/actor.ts';
import { tidy } from '#app/domain/kernel/text.ts';

const reason = z
  .string({ error: 'reasonMissing' })
  .transform(tidy)
  .pipe(z.string().min(5, 'reasonMissing').max(300, 'reasonLong'));
const unitId = z.string({ error: 'unitMissing' }).regex(/^[\w-]{1,100}$/, 'unitMissing');
const block = z
  .string()
  .max(200, 'formOld')
  .default('')
  .transform((text) => text || undefined);
const role = z.enum(ROLES, { error: 'roleMissing' });

/** Acts on the account itself. */
export const ACCOUNT_ACTS = ['disable', 'enable', 'end-sessions', 'remove-factors'] as const;
export type AccountAct = (typeof ACCOUNT_ACTS)[number];

/** What the page of a person posts. */
export const PersonForm = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({
      intent: z.literal('give'),
      role,
      unitId,
      block,
      reason,
      unitQuery: z.string().max(500).optional(),
    }),
    z.strictObject({ intent: z.literal('take'), role, unitId, block, reason }),
    ...ACCOUNT_ACTS.map((act) => z.strictObject({ intent: z.literal(act), reason })),
  ],
  { error: 'formOld' },
);

/** The state of the list, which stands in the address. */
export const PeopleQuery = z.object({
  q: z.string().max(100).catch(''),
  unit: z.string().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
