import { z } from 'zod';
import { INTERACTIONS } from '#app/domain/items/item.ts';
import type { DescribedBlueprint } from '../description.ts';
import { choiceField, numberField, numberText, textField } from './field.schema.ts';
import type { Section } from './section.ts';

const PaperForm = z.object({
  optionsShown: numberField,
  sections: z
    .array(
      z.object({
        title: textField,
        quotas: z
          .array(
            z.object({
              topic: textField,
              lesson: textField,
              difficulty: choiceField(['easy', 'medium', 'hard']),
              tag: textField,
              interaction: choiceField(INTERACTIONS),
              count: numberField,
              marks: numberField,
            }),
          )
          .max(100)
          .default([]),
      }),
    )
    .max(20)
    .default([]),
});
export type PaperForm = z.input<typeof PaperForm>;

const toForm = (blueprint: DescribedBlueprint | undefined) => ({
  optionsShown: numberText(blueprint?.optionsShown),
  sections: (blueprint?.sections ?? []).map(({ title, quotas }) => ({
    title: title ?? '',
    quotas: (quotas ?? []).map((quota) => ({
      topic: quota.topic ?? '',
      lesson: quota.lesson ?? '',
      difficulty: quota.difficulty ?? '',
      tag: quota.tag ?? '',
      interaction: quota.interaction ?? '',
      count: numberText(quota.count),
      marks: numberText(quota.marks),
    })),
  })),
});

/** The paper of one round: its parts, and how many questions of which kind each takes. */
export const papers: Section<z.output<typeof PaperForm>> = {
  schema: PaperForm,
  toForm: ({ rounds = [] }, round) => toForm(rounds.find(({ number }) => number === round)?.blueprint),
  write: (description, form, round) => ({
    ...description,
    rounds: (description.rounds ?? []).map((each) => (each.number === round ? { ...each, blueprint: form } : each)),
  }),
};
