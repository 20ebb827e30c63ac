import { randomUUID } from 'node:crypto';
import type { SaveResponse } from './save-responses.schema.ts';

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
