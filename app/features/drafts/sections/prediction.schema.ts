import { z } from 'zod';
import type { Description } from '../description.ts';
import { choiceField } from './field.schema.ts';
import type { Section } from './section.ts';

const PredictionForm = z.object({
  prediction: z
    .object({ asks: choiceField(['people', 'attempts', 'peopleAllRight']), scope: choiceField(['round', 'contest']) })
    .prefault({}),
});
export type PredictionForm = z.input<typeof PredictionForm>;

/** What people predict. Who begins to ask for it means it to rank: distance comes in after the score, and goes with it. */
export const prediction: Section<z.output<typeof PredictionForm>> = {
  schema: PredictionForm,
  toForm: ({ prediction: given }) => ({
    prediction: { asks: given?.asks ?? '', scope: given?.scope ?? 'round' },
  }),
  write(description, { prediction: { asks, scope = 'round' } }) {
    const { prediction: before, ...rest } = description;
    if (asks === undefined) {
      return { ...rest, ranking: rest.ranking?.filter((criterion) => criterion !== 'predictionDistance') };
    }
    return { ...rest, prediction: { asks, scope }, ranking: before ? rest.ranking : withDistance(rest.ranking) };
  },
};

function withDistance(ranking: Description['ranking'] = []): NonNullable<Description['ranking']> {
  if (ranking.includes('predictionDistance')) return ranking;
  const place = ranking.indexOf('score') + 1;
  return ranking.toSpliced(place, 0, 'predictionDistance');
}
