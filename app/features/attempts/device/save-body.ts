import type { Answer } from '../answer.ts';
import type { Saved } from '../save-responses.server.ts';
import { PREDICTION, type Waiting } from './outbox.ts';

/** An answer that came from another tab or device. */
export interface Elsewhere {
  readonly slot: number;
  readonly chosen: Answer;
}

// why not how long ago: a request that is held up on its way would make its answer younger than it is, and older answers
// would win over newer ones.
const told = ({ key, at }: Waiting) => (at === undefined ? { key } : { key, at });

const saidOf = (answer: Answer) => (typeof answer === 'string' ? { text: answer } : { places: answer });

/** Answers as the server takes them. */
export function savesOf(parcel: readonly Waiting[]): object {
  const prediction = parcel.find((each) => each.slot === PREDICTION);
  return {
    saves: parcel
      .filter((each) => each.slot !== PREDICTION)
      .map((each) => ({ slot: each.slot, ...saidOf(each.chosen), ...told(each) })),
    ...(prediction ? { prediction: { value: prediction.chosen[0] ?? null, ...told(prediction) } } : {}),
  };
}

/** What the server has from elsewhere. */
export const elsewhereOf = ({ elsewhere, prediction }: Saved): Elsewhere[] => [
  ...elsewhere.map(({ slot, places, text }) => ({ slot, chosen: text ?? places })),
  ...(prediction === undefined ? [] : [{ slot: PREDICTION, chosen: prediction === null ? [] : [prediction] }]),
];
