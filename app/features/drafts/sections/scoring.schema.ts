import { z } from 'zod';
import { choiceField, numberField, numberText, tickField, tickText } from './field.schema.ts';
import type { Section } from './section.ts';

const ScoringForm = z.object({
  attempts: z
    .object({
      limits: z
        .array(z.object({ count: numberField, per: choiceField(['round', 'day', 'week', 'contest']) }))
        .max(4)
        .default([]),
      counted: choiceField(['only', 'best', 'first', 'last']),
    })
    .prefault({}),
  overall: choiceField(['none', 'sum', 'best']),
  marking: z
    .object({
      right: numberField,
      wrong: numberField,
      blank: numberField,
      partial: choiceField(['none', 'proportional']),
    })
    .prefault({}),
  mustAnswerAll: tickField,
  graceSeconds: numberField,
});
export type ScoringForm = z.input<typeof ScoringForm>;

/** A form asks how many marks are taken away; a description says what is earned, which is nothing or less. */
const cost = (marks: number | undefined): number | undefined =>
  marks === undefined || marks === 0 ? marks : -Math.abs(marks);
const costText = (marks: number | undefined): string => numberText(marks === undefined ? undefined : Math.abs(marks));

/** How often a person may sit, which attempt counts, and how marks are given. */
export const scoring: Section<z.output<typeof ScoringForm>> = {
  schema: ScoringForm,
  toForm: ({ attempts, overall, marking, mustAnswerAll, graceSeconds }) => ({
    attempts: {
      limits: (attempts?.limits ?? []).map(({ count, per }) => ({ count: numberText(count), per: per ?? '' })),
      counted: attempts?.counted ?? '',
    },
    overall: overall ?? 'none',
    marking: {
      right: numberText(marking?.right),
      wrong: costText(marking?.wrong),
      blank: costText(marking?.blank),
      partial: marking?.partial ?? '',
    },
    mustAnswerAll: tickText(mustAnswerAll),
    graceSeconds: numberText(graceSeconds),
  }),
  write: (description, { marking, ...form }) => ({
    ...description,
    ...form,
    marking: { ...marking, wrong: cost(marking.wrong), blank: cost(marking.blank) },
  }),
};
