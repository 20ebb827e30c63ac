import { z } from 'zod';
import { choiceField, numberField, numberText, textField, textsField } from './field.schema.ts';
import type { Section } from './section.ts';

const UNIT_CRITERIA = ['people', 'rate', 'meanScore', 'allRight'] as const;

const BoardsForm = z.object({
  boards: choiceField(['live', 'frozen', 'after-close', 'own-row']),
  frozenForMinutes: numberField,
  keys: choiceField(['after-round', 'after-contest', 'never']),
  units: z.object({ criteria: textsField, minimumHeadcount: numberField }).prefault({}),
  blocks: z
    .array(z.object({ name: textField, units: textsField }))
    .max(50)
    .default([]),
});
export type BoardsForm = z.input<typeof BoardsForm>;

/** Who sees rankings and keys when, and how units compete. */
export const boards: Section<z.output<typeof BoardsForm>> = {
  schema: BoardsForm,
  toForm: (description) => ({
    boards: description.boards ?? '',
    frozenForMinutes: numberText(description.frozenForMinutes),
    keys: description.keys ?? 'after-round',
    units: {
      criteria: description.units?.criteria ?? [],
      minimumHeadcount: numberText(description.units?.minimumHeadcount),
    },
    blocks: (description.blocks ?? []).map(({ name, units }) => ({ name: name ?? '', units: units ?? [] })),
  }),
  write: (description, { units, blocks, ...form }) => ({
    ...description,
    ...form,
    frozenForMinutes: form.frozenForMinutes ?? 0,
    units: { ...units, criteria: UNIT_CRITERIA.filter((criterion) => units.criteria.includes(criterion)) },
    blocks: blocks.map((block) => ({ ...block, units: [...new Set(block.units)] })),
  }),
};
