import { localDay, startOfLocalDay, DAY, type Instant } from '#app/domain/kernel/time.ts';

/** What the log is asked for, as it stands in the address. */
export interface LogQuery {
  /** A name to sign in with. */
  readonly who: string;
  /** A kind of act. */
  readonly act: string;
  /** "attempt:<id>", or an id alone. */
  readonly subject: string;
  /** The slug of a contest. */
  readonly contest: string;
  /** First and last day, as forms send them: 2026-09-01. */
  readonly from: string;
  readonly to: string;
  /** Go on behind this act. */
  readonly after: string;
}

export const LOG_FIELDS = ['who', 'act', 'subject', 'contest', 'from', 'to'] as const;

const LONGEST = 200;

/** Reads it from an address; what is too long or is not a day is left out. */
export function readLogQuery(query: URLSearchParams): LogQuery {
  const text = (name: string): string => (query.get(name) ?? '').trim().slice(0, LONGEST);
  const day = (name: string): string => (startOf(text(name)) === undefined ? '' : text(name));
  return {
    who: text('who'),
    act: text('act'),
    subject: text('subject'),
    contest: text('contest'),
    from: day('from'),
    to: day('to'),
    after: text('after'),
  };
}

/** The address of the same question, behind an act where one is given. */
export function logAddress(query: LogQuery, more: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams();
  for (const name of LOG_FIELDS) if (query[name] !== '') search.set(name, query[name]);
  for (const [name, value] of Object.entries(more)) search.set(name, value);
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** When a day begins in Viet Nam; undefined for a text that is no day. */
function startOf(text: string): Instant | undefined {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? [];
  if (year === '') return undefined;
  const number = Number(year + month + day);
  const at = startOfLocalDay(number);
  return Number.isFinite(at) && localDay(at) === number ? at : undefined;
}

/** The time that is asked for: from the beginning of its first day to the end of its last. */
export function periodOf({ from, to }: LogQuery): { since: Instant | undefined; until: Instant | undefined } {
  const end = startOf(to);
  return { since: startOf(from), until: end === undefined ? undefined : end + DAY };
}
