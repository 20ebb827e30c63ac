import { z } from 'zod';
import { tidy } from '#app/domain/kernel/text.ts';
import { HEADCOUNT_CATEGORIES } from '#app/domain/units/category.ts';
import { readDay, readPeople } from '#app/domain/units/headcount.ts';

const id = z.string().regex(/^[\w-]{1,100}$/);

/** A number of people; undefined for a field that was left empty. */
const people = z
  .string()
  .optional()
  .transform((text, context) => {
    const typed = (text ?? '').trim();
    const value = readPeople(typed);
    if (typed !== '' && value === undefined) context.addIssue({ code: 'custom', message: 'notNumber' });
    return value;
  });

/** The day of figures, which has begun. @param now the instant of the request */
export const dayField = (now: number) =>
  z.string({ error: 'asOfMissing' }).transform((text, context) => {
    const at = readDay(text);
    if (at === undefined) context.addIssue({ code: 'custom', message: 'asOfMissing' });
    else if (at > now) context.addIssue({ code: 'custom', message: 'asOfFuture' });
    return at ?? 0;
  });

export const sourceField = z
  .string({ error: 'sourceMissing' })
  .transform(tidy)
  .pipe(z.string().min(3, 'sourceMissing').max(200, 'sourceMissing'));

const figures = Object.fromEntries(HEADCOUNT_CATEGORIES.map((category) => [category, people])) as Record<
  (typeof HEADCOUNT_CATEGORIES)[number],
  typeof people
>;

const ticked = z
  .union([id, z.array(id)])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));

/** Every form of the page of headcounts. @param now the instant of the request */
export const headcountForm = (now: number) =>
  z.discriminatedUnion('intent', [
    z.object({ intent: z.literal('propose'), asOf: dayField(now), source: sourceField, ...figures }),
    z.object({ intent: z.literal('withdraw'), proposalId: id }),
    z.object({ intent: z.literal('approve'), id: ticked }),
    z.object({ intent: z.literal('approve-clean'), clean: z.string().max(10_000) }),
    z.object({ intent: z.literal('return'), id: ticked, reason: z.string().max(2_000).optional() }),
  ]);
