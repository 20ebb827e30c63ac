import { z } from 'zod';

const id = (fault: string) => z.string({ error: fault }).regex(/^[\w-]{1,100}$/, fault);

/** What the page of those in charge posts: a charge that is given or taken. */
export const ChargeForm = z.strictObject(
  {
    intent: z.enum(['give', 'take'], { error: 'formOld' }),
    accountId: id('personMissing'),
    unitId: id('unitMissing'),
    block: z
      .string()
      .max(200, 'formOld')
      .default('')
      .transform((block) => block || undefined),
    personQuery: z.string().max(200).optional(),
    unitQuery: z.string().max(500).optional(),
  },
  { error: 'formOld' },
);

/** The state of the list, which stands in the address. */
export const ManagerQuery = z.object({
  q: z.string().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
