/** What a cell says of the year of birth: a year, nothing, or something that is no year in which a living person was born. */
export type BirthYear = { readonly year: number | undefined } | 'impossible';

const OLDEST = 115;
const YOUNGEST = 3;
/** Days from 30 December 1899 to 1 January 1970: where spreadsheets begin to count. */
const SERIAL_EPOCH = 25_569;
const DAY_MS = 86_400_000;
/** Numbers of days that stand for 1910 to 2064; years have four digits and are never among them. */
const [FIRST_SERIAL, LAST_SERIAL] = [3_654, 60_000] as const;

/**
 * The year of birth in a cell: "15/03/1975", "1975-03-15", "3/1975", "1975", "15.3.75", "Sinh năm 1975", or the number of days by which
 * a spreadsheet keeps a date. Only the year is kept of it.
 * @param thisYear nobody is born in it or behind it, or more than 115 years before
 */
export function birthYearOf(text: string, thisYear: number): BirthYear {
  const said = text.replaceAll(/\s+/gu, ' ').trim();
  if (said === '' || /^[-–—./\s]+$/u.test(said)) return { year: undefined };
  const year = yearIn(said, thisYear);
  if (year === undefined || year < thisYear - OLDEST || year > thisYear - YOUNGEST) return 'impossible';
  return { year };
}

function yearIn(said: string, thisYear: number): number | undefined {
  const serial = /^(\d{4,5})(?:[.,]\d+)?$/u.exec(said);
  if (serial) {
    const days = Number(serial[1]);
    const isYear = serial[1]?.length === 4 && days >= 1_000 && days < 3_000;
    if (isYear) return days;
    return days >= FIRST_SERIAL && days <= LAST_SERIAL
      ? new Date((days - SERIAL_EPOCH) * DAY_MS).getUTCFullYear()
      : undefined;
  }
  const years = said.match(/(?<!\d)\d{4}(?!\d)/gu) ?? [];
  if (years.length === 1) return isDay(said) ? Number(years[0]) : undefined;
  if (years.length > 1) return undefined;
  const short = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/u.exec(said);
  if (!short || !canBeDay(Number(short[1]), Number(short[2]))) return undefined;
  const two = Number(short[3]);
  return two > thisYear % 100 ? 1_900 + two : 2_000 + two;
}

const canBeDay = (a: number, b: number): boolean => a <= 31 && b <= 31 && Math.min(a, b) <= 12;

/** Whether day and month beside a year can be those of a day; the words around them are nobody's business. */
function isDay(said: string): boolean {
  const beside = (said.replace(/(?<!\d)\d{4}(?!\d)/u, ' ').match(/\d+/gu) ?? []).map(Number);
  if (beside.length > 5) return false;
  const [first = 1, second = 1] = beside;
  return first <= 31 && second <= 31 && Math.min(first, second) <= 12;
}
