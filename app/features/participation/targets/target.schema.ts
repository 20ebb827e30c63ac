import { z } from 'zod';
import { tidy } from '#app/domain/kernel/text.ts';
import { readLocalTime, readTargetValue, TARGET_MEASURES, TARGET_SPREADS } from '#app/domain/participation/target.ts';

const due = (now: number) =>
  z.string({ error: 'dueMissing' }).transform((text, context) => {
    const at = readLocalTime(text);
    if (at === undefined) context.addIssue({ code: 'custom', message: 'dueMissing' });
    else if (at <= now) context.addIssue({ code: 'custom', message: 'duePast' });
    return at ?? 0;
  });

const setForm = (now: number) =>
  z
    .object({
      intent: z.literal('set'),
      spread: z.enum(TARGET_SPREADS, { error: 'spreadMissing' }),
      measure: z.enum(TARGET_MEASURES, { error: 'measureMissing' }),
      value: z.string({ error: 'valueWrong' }).max(20, 'valueWrong'),
      dueAt: due(now),
      note: z.string().transform(tidy).pipe(z.string().max(300, 'noteLong')).optional(),
    })
    // why also where other fields have faults: a person should see all of them at once.
    .refine(({ measure, value }) => readTargetValue(measure, value) !== undefined, {
      path: ['value'],
      error: ({ input }) => (isRate(input) ? 'rateWrong' : 'valueWrong'),
      when: ({ value }) => hasMeasure(value),
    })
    .transform((form) => ({
      ...form,
      value: readTargetValue(form.measure, form.value) ?? 0,
      note: form.note ?? '',
    }));

const isRate = (form: unknown): boolean =>
  typeof form === 'object' && form !== null && 'measure' in form && form.measure === 'rate';

/** Whether what a person typed can be read at all: it says how it is measured, and has a text. */
const hasMeasure = (form: unknown): boolean =>
  typeof form === 'object' &&
  form !== null &&
  'measure' in form &&
  TARGET_MEASURES.some((each) => each === form.measure) &&
  'value' in form &&
  typeof form.value === 'string';

/** The forms of the page of targets. @param now the instant of the request */
export const targetForm = (now: number) =>
  z.discriminatedUnion('intent', [
    z.object({ intent: z.literal('withdraw'), targetId: z.string().regex(/^[\w-]{1,100}$/) }),
    setForm(now),
  ]);
