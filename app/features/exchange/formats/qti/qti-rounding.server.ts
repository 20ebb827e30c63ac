import type { XmlElement } from '#app/platform/xml.server.ts';

/** A sum of decimals without the dust of floating point. */
export const tidied = (value: number): number => Number(value.toPrecision(12));

/** Digits that a sum without dust still tells apart. */
const MOST_DIGITS = 11;

/** How many places behind the point <equalRounded> keeps of a number, fewer than none for tens and hundreds. */
function placesOf({ attributes }: XmlElement, value: number): number | undefined {
  const figures = Number(attributes.get('figures')?.trim() || Number.NaN);
  const isPlaces = attributes.get('roundingMode') === 'decimalPlaces';
  if (!Number.isInteger(figures) || figures < (isPlaces ? 0 : 1) || figures > MOST_DIGITS) return undefined;
  const exponent = value === 0 ? 0 : Number(value.toExponential().split('e')[1]);
  const places = isPlaces ? figures : figures - 1 - exponent;
  return exponent + places < MOST_DIGITS ? places : undefined;
}

/** A number as <equalRounded> compares it, halves away from zero; undefined where it names a variable or too many digits. */
export function roundedAs(element: XmlElement, value: number): number | undefined {
  const places = placesOf(element, value);
  if (places === undefined) return undefined;
  const units = Math.floor(tidied(Math.abs(value) * 10 ** places) + 0.5);
  return tidied((Math.sign(value) * units) / 10 ** places);
}

/** Numbers between which all are rounded to the same as this one, and the place where they may be rounded more finely. */
export function roundedEnds(element: XmlElement, value: number): number[] {
  const rounded = roundedAs(element, value);
  const places = rounded === undefined ? undefined : placesOf(element, rounded);
  if (rounded === undefined || places === undefined) return [];
  // why the finer half too: of significant figures there is one more below 100 than above it.
  const halves = [places, places + 1].map((each) => 0.5 / 10 ** each);
  return [rounded, ...halves.flatMap((half) => [tidied(rounded - half), tidied(rounded + half)])];
}
