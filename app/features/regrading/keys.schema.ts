import { z } from 'zod';
import type { Interaction } from '#app/domain/items/item.ts';
import { CORRECTION_KINDS } from '#app/domain/scoring/correction.ts';

/** The form in which a correction is asked for, looked at and confirmed. What fits the item is the domain's to say. */
export const CorrectionForm = z.strictObject(
  {
    intent: z.enum(['preview', 'edit', 'confirm'], { error: 'formOld' }),
    key: z
      .string()
      .regex(/^[\w-]{8,100}$/, 'formOld')
      .optional(),
    seen: z
      .string()
      .regex(/^\d{1,6}$/, 'formOld')
      .optional(),
    kind: z.enum(CORRECTION_KINDS, { error: 'kindMissing' }),
    /** Options that were ticked. */
    options: z.union([z.string().max(100), z.array(z.string().max(100)).max(100)]).optional(),
    /** Answers that were written, one a line. */
    answers: z.string().max(10_000, 'keyMissing').optional(),
    reason: z.string({ error: 'reasonMissing' }).trim().min(5, 'reasonMissing').max(500, 'reasonMissing'),
  },
  { error: 'formOld' },
);

/** The parts of the form that say what is right. */
type Answers = Pick<z.output<typeof CorrectionForm>, 'options' | 'answers'>;

/** The options that were ticked. */
const tickedOf = ({ options = [] }: Answers): string[] => (typeof options === 'string' ? [options] : options);

/** The answers that a form accepts, each as a whole response. */
export function acceptedOf(interaction: Interaction, form: Answers): string[][] {
  const lines = (form.answers ?? '').split('\n').filter((line) => line.trim() !== '');
  const parts = (line: string): string[] => line.split(/[,;]/u).map((part) => part.replace(/\s/gu, '').toLowerCase());
  switch (interaction) {
    case 'choice':
    case 'trueFalse':
      return tickedOf(form).map((id) => [id]);
    case 'multipleChoice':
      return [tickedOf(form)];
    case 'order':
    case 'match':
      return lines.map(parts);
    case 'textEntry':
    case 'numericEntry':
      return lines.map((line) => [line]);
  }
}
