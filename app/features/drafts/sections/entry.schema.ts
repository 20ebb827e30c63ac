import { z } from 'zod';
import { numberField, numberText, textField, textsField, tickField, tickText } from './field.schema.ts';
import { CATEGORIES, type Category } from '#app/domain/units/category.ts';
import type { Section } from './section.ts';

const EntryForm = z.object({
  entry: z
    .object({
      minimumAge: numberField,
      units: textsField,
      blocks: textsField,
      excludesOrganizers: tickField,
      accessCode: textField,
      consent: textField,
      categories: textsField,
    })
    .prefault({}),
});
export type EntryForm = z.input<typeof EntryForm>;

/** Who may enter, and what they bring. */
export const entry: Section<z.output<typeof EntryForm>> = {
  schema: EntryForm,
  toForm: ({ entry: given }) => ({
    entry: {
      minimumAge: numberText(given?.minimumAge),
      units: given?.units ?? [],
      blocks: given?.blocks ?? [],
      excludesOrganizers: tickText(given?.excludesOrganizers ?? true),
      accessCode: given?.accessCode ?? '',
      consent: given?.consent ?? '',
      categories: [...(given?.categories ?? [])],
    },
  }),
  write: (description, form) => ({
    ...description,
    entry: {
      ...form.entry,
      units: [...new Set(form.entry.units)],
      blocks: [...new Set(form.entry.blocks)],
      categories: categoriesAsked(form.entry.categories),
    },
  }),
};

/** In their fixed order; undefined where none is ticked, as descriptions leave out what they do not ask. */
function categoriesAsked(ticked: readonly string[]): Category[] | undefined {
  const asked = CATEGORIES.filter((each) => ticked.includes(each));
  return asked.length > 0 ? asked : undefined;
}
