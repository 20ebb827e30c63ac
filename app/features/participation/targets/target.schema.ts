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
    .transform((form, context) => {
      const value = readTargetValue(form.measure, form.value);
      const message = form.measure === 'rate' ? 'rateWrong' : 'valueWrong';
      if (value === undefined) context.addIssue({ code: 'custom', message, path: ['value'] });
      return { ...form, value: value ?? 0, note: form.note ?? '' };
    });

/** The forms of the page of targets. @param now the instant of the request */
export const targetForm = (now: number) =>
  z.discriminatedUnion('intent', [
    z.object({ intent: z.literal('withdraw'), targetId: z.string().regex(/^[\w-]{1,100}$/) }),
    setForm(now),
  ]);
