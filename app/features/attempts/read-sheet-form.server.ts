import { randomUUID } from 'node:crypto';
import { readNumber } from './prediction-number.ts';
import type { SaveResponse, SaveResponses } from './save-responses.schema.ts';

const MAX_PLACES = 20;

function placesIn(texts: readonly string[]): number[] {
  return texts
    .map(Number)
    .filter((place) => Number.isInteger(place) && place >= 1)
    .slice(0, MAX_PLACES);
}

/**
 * What a sheet that was posted without scripts changes: for each slot the fields `q<slot>` (chosen places) and `was<slot>`
 * (the places when the page was made, with commas). Only what the person changed on this page is saved, so that an old page
 * does not undo what was answered elsewhere since. A slot that stands there twice counts once.
 */
export function readSheetForm(data: FormData): SaveResponse[] {
  const saves: SaveResponse[] = [];
  for (const name of new Set(data.keys())) {
    const was = data.get(name);
    const slot = Number(/^was([1-9]\d{0,2})$/.exec(name)?.[1]);
    if (!Number.isInteger(slot) || typeof was !== 'string') continue;
    const places = placesIn(data.getAll(`q${slot}`).filter((value): value is string => typeof value === 'string'));
    const before = placesIn(was.split(','));
    const isSame = places.length === before.length && places.every((place) => before.includes(place));
    if (!isSame) saves.push({ slot, places, key: randomUUID() });
  }
  return saves;
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
