import { HOUR, type Instant } from '#app/domain/kernel/time.ts';

/** Viet Nam is seven hours ahead of UTC, the whole year. */
const OFFSET = 7 * HOUR;

/** An instant as descriptions write it: 2026-12-01T08:00:00+07:00. */
export const instantText = (at: Instant): string => `${new Date(at + OFFSET).toISOString().slice(0, 19)}+07:00`;

/** The time of a description in a field for date and time: 2026-12-01T08:00, with seconds where it has any. */
export function fieldOfInstant(text: string | undefined): string {
  const at = Date.parse(text ?? '');
  if (Number.isNaN(at)) return '';
  const local = new Date(at + OFFSET).toISOString();
  return local.slice(17, 19) === '00' ? local.slice(0, 16) : local.slice(0, 19);
}

const SENT =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})[T ](?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?$/u;
const TYPED = /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})[ ,]+(?<hour>\d{1,2})[:hg](?<minute>\d{2})$/u;

/**
 * What somebody put into a field for date and time, as descriptions write it; undefined where it is no time. Understood are
 * what browsers send and what people type where the field is plain text: 01/12/2026 08:00.
 */
export function instantOfField(text: string): string | undefined {
  const found = (SENT.exec(text) ?? TYPED.exec(text))?.groups;
  if (!found) return undefined;
  const part = (name: string): number => Number(found[name] ?? '0');
  const parts = [part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')] as const;
  const at = Date.UTC(...parts);
  const date = new Date(at);
  // why compared: Date turns the 31st of November into the 1st of December.
  const isReal =
    date.getUTCMonth() === parts[1] &&
    date.getUTCDate() === parts[2] &&
    date.getUTCHours() === parts[3] &&
    date.getUTCMinutes() === parts[4] &&
    date.getUTCSeconds() === parts[5];
  return isReal ? instantText(at - OFFSET) : undefined;
}
