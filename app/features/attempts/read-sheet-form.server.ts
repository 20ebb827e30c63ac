import { randomUUID } from 'node:crypto';
import { movedOrder } from '#app/domain/items/moved-order.ts';
import { isSameAnswer, type Answer } from './answer.ts';
import { readNumber } from './prediction-number.ts';
import type { SaveResponse, SaveResponses } from './save-responses.schema.ts';

const MAX_PLACES = 50;

const textsOf = (values: readonly FormDataEntryValue[]): string[] =>
  values.filter((value): value is string => typeof value === 'string').slice(0, MAX_PLACES);

const placesIn = (texts: readonly string[], least = 1): number[] =>
  texts.map(Number).filter((place) => Number.isInteger(place) && place >= least);

/**
 * What a sheet that was posted without scripts changes: for each slot the fields `q<slot>` (chosen places, targets, positions of
 * rows, or a text, by `kind<slot>`) and `was<slot>` (the answer when the page was made, with commas). Only what the person
 * changed on this page is saved, so that an old page does not undo what was answered elsewhere since. A slot that stands there
 * twice counts once.
 */
export function readSheetForm(data: FormData): SaveResponse[] {
  const saves: SaveResponse[] = [];
  for (const name of new Set(data.keys())) {
    const was = data.get(name);
    const slot = Number(/^was([1-9]\d{0,2})$/.exec(name)?.[1]);
    if (!Number.isInteger(slot) || typeof was !== 'string') continue;
    const answer = answerIn(data, slot);
    const before = typeof answer === 'string' ? was : placesIn(was === '' ? [] : was.split(','), 0);
    const key = randomUUID();
    if (isSameAnswer(answer, before)) continue;
    saves.push(typeof answer === 'string' ? { slot, text: answer, key } : { slot, places: [...answer], key });
  }
  return saves;
}

function answerIn(data: FormData, slot: number): Answer {
  const fields = textsOf(data.getAll(`q${slot}`));
  switch (data.get(`kind${slot}`)) {
    case 'textEntry':
    case 'numericEntry':
      return fields[0]?.trim() ? fields[0] : '';
    case 'match':
      return fields.some(Boolean) ? placesIn(fields, 0) : [];
    case 'order': {
      const rows = placesIn(textsOf(data.getAll(`rows${slot}`)).flatMap((row) => row.split(',')));
      const positions = fields.map((field) => Number(field) || undefined);
      return positions.some(Boolean) ? movedOrder(rows, positions) : [];
    }
    default:
      return placesIn(fields);
  }
}

/**
 * What a sheet that was posted without scripts predicts: the fields `prediction` and `wasPrediction`. Undefined where nothing
 * was changed, or where what was typed is no number: then what was saved before stays.
 */
export function readPrediction(data: FormData): SaveResponses['prediction'] {
  const [typed, was] = [data.get('prediction'), data.get('wasPrediction')];
  if (typeof typed !== 'string') return undefined;
  const value = readNumber(typed);
  if (value === null || value === (typeof was === 'string' ? readNumber(was) : undefined)) return undefined;
  return { value: value ?? null, key: randomUUID() };
}

/** Whether what was typed as a prediction is no number that can be one: the page says so. */
export function hasPredictionFault(data: FormData): boolean {
  const typed = data.get('prediction');
  return typeof typed === 'string' && readNumber(typed) === null;
}
