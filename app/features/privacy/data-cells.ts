import type { Locale } from '#app/text/define-text.ts';
import { ownDataText } from '#app/text/own-data.ts';
import { formatInstant } from '#app/ui/format.ts';
import type { Given } from './get-own-data.server.ts';

/** A value of the own data as people read it. */
export function cellText(value: Given | undefined, locale: Locale): string {
  const t = ownDataText[locale];
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'object') return formatInstant(value.at, locale);
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  return String(value);
}
