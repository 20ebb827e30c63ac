import { z } from 'zod';
import type { RankCriterion } from '#app/domain/contests/contest.ts';
import { choiceField } from './field.schema.ts';
import type { Section } from './section.ts';

/** All that a ranking can look at, in the order in which it is offered. */
export const CRITERIA = [
  'score',
  'predictionDistance',
  'duration',
  'submittedAt',
  'fewerAttempts',
  'older',
  'younger',
  'lot',
] as const satisfies readonly RankCriterion[];

const RankingForm = z.object({ ranking: z.array(choiceField(CRITERIA)).max(20).default([]) });
export type RankingForm = z.input<typeof RankingForm>;

/** What ranking looks at, in the order in which it decides. */
export const ranking: Section<z.output<typeof RankingForm>> = {
  schema: RankingForm,
  toForm: ({ ranking: given }) => ({ ranking: given ?? [] }),
  write: (description, form) => ({
    ...description,
    ranking: [...new Set(form.ranking)].filter((criterion) => criterion !== undefined),
  }),
};
