import { z } from 'zod';
import { LONGEST_NOTICE, LONGEST_REASON } from '#app/domain/contests/conduct.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import { MINUTE } from '#app/domain/kernel/time.ts';

const id = (fault: string) => z.string({ error: fault }).regex(/^[\w-]{1,100}$/, fault);

const reason = z
  .string({ error: 'reasonMissing' })
  .transform(tidy)
  .pipe(z.string().min(5, 'reasonMissing').max(LONGEST_REASON, 'reasonMissing'));

/** Minutes as typed, in milliseconds. How many are allowed is the domain's to say. */
const minutes = z
  .string({ error: 'minutesForm' })
  .trim()
  .regex(/^\d{1,6}$/, 'minutesForm')
  .transform((text) => Number(text) * MINUTE);

const roundId = id('roundMissing');

/** Every form is looked at before it is confirmed; the key is given with the look. */
const steps = {
  intent: z.enum(['preview', 'confirm'], { error: 'formOld' }),
  key: z
    .string()
    .regex(/^[\w-]{8,100}$/, 'formOld')
    .optional(),
};

export const ExtendForm = z.strictObject({ ...steps, roundId, minutes, reason }, { error: 'formOld' });

/** A pause and its end are two acts of one page: the form says which it showed. */
export const RoundForm = z.strictObject(
  { ...steps, roundId, reason, act: z.enum(['pause', 'resume'], { error: 'formOld' }) },
  { error: 'formOld' },
);

export const UndoForm = z.strictObject({ ...steps, reason }, { error: 'formOld' });

/** What the search of a person or a unit adds to a form. */
const search = {
  personQuery: z.string().max(200).optional(),
  unitQuery: z.string().max(500).optional(),
};

/** Extra time: `whom` says which of the two choosers counts. */
export const GrantForm = z
  .strictObject(
    {
      ...steps,
      ...search,
      whom: z.enum(['person', 'unit'], { error: 'formOld' }),
      accountId: z.string().max(100).optional(),
      unitId: z.string().max(100).optional(),
      roundId,
      minutes,
      reason,
    },
    { error: 'formOld' },
  )
  .check((context) => {
    const { whom, accountId, unitId } = context.value;
    if (whom === 'person' && !accountId) {
      context.issues.push({ code: 'custom', message: 'personMissing', path: ['accountId'], input: '' });
    }
    if (whom === 'unit' && !unitId) {
      context.issues.push({ code: 'custom', message: 'unitMissing', path: ['unitId'], input: '' });
    }
  });

export const NoticeForm = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({
      intent: z.literal('send'),
      key: steps.key.unwrap(),
      text: z.string({ error: 'noticeMissing' }).trim().min(5, 'noticeMissing').max(LONGEST_NOTICE, 'noticeMissing'),
    }),
    z.strictObject({ intent: z.literal('withdraw'), noticeId: id('formOld') }),
  ],
  { error: 'formOld' },
);

export const BoardForm = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({
      ...search,
      intent: z.literal('add'),
      accountId: id('personMissing'),
      unitId: z.string().max(100).optional(),
      reason,
      force: z.literal('yes').optional(),
    }),
    z.strictObject({ intent: z.literal('remove'), accountId: id('personMissing'), reason }),
  ],
  { error: 'formOld' },
);
