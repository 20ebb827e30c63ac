import { paths } from '#app/paths.ts';

const FIELD = /^[up]\d{1,6}$/u;
const ANSWER = /^[a-z0-9-]{1,100}$/u;
/** More questions than anybody answers at one sitting. */
const MOST_ANSWERS = 400;

/** What people answered, from a form or an address: "u12" names the unit that row 12 means, "p12" the one above it. */
export const answersOf = (fields: URLSearchParams): Map<string, string> =>
  new Map([...fields].filter(([name, value]) => FIELD.test(name) && ANSWER.test(value)).slice(0, MOST_ANSWERS));

/** The address of a file that was read, with the answers and the day in it. */
export function importAddress(
  importId: string,
  { answers, day, page = 1 }: { answers: ReadonlyMap<string, string>; day: string; page?: number },
): string {
  const query = new URLSearchParams([
    ...answers,
    ['day', day],
    ...(page === 1 ? [] : [['page', String(page)] as [string, string]]),
  ]);
  return `${paths.unitImport(importId)}?${query.toString()}`;
}
