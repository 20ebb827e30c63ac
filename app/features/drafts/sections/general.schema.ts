import { z } from 'zod';
import { textField } from './field.schema.ts';
import type { Section } from './section.ts';

const GeneralForm = z.object({ title: textField, organizer: textField, audience: textField });
export type GeneralForm = z.input<typeof GeneralForm>;

/** What the contest is called, who organizes it and whom it is for. */
export const general: Section<z.output<typeof GeneralForm>> = {
  schema: GeneralForm,
  toForm: ({ title = '', organizer = '', audience = '' }) => ({ title, organizer, audience }),
  write: (description, form) => ({ ...description, ...form }),
};
