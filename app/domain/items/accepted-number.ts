import { fold } from '../kernel/text.ts';

/** A decimal number without rounding: digits / 10^scale. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** A number as items hold it, "-12.5"; undefined for anything else. */
export function readDecimal(text: string): Decimal | undefined {
  const [, sign, whole, part = ''] = /^\s*([-−]?)(\d{1,200})(?:\.(\d{1,200}))?\s*$/u.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const digits = BigInt(whole + part);
  return { digits: sign ? -digits : digits, scale: part.length };
}

/**
 * The numbers that a typed text can mean, none where it is no number. Written the Vietnamese way ("1.234,5"), the English way
 * ("1,234.5", "1234.5"), or with spaces ("1 234,5"); with the unit behind or before it, or without a unit with any words behind it.
 * "1.234" is one thousand and more in Vietnamese and one and a bit in English: nobody can tell which was meant, so both count.
 * So does "12,345". A zero before the mark ("0.234"), more or less than three digits behind it, or four before it leave one meaning.
 */
export function readingsOf(typed: string, unit?: string): Decimal[] {
  const text = withoutUnitBefore(typed.normalize('NFKC').replaceAll(/[−–]/gu, '-').trim(), unit);
  const [, sign = '', written = '', behind = ''] = /^([-+]?)\s*([.,]?\d[\d.,\s]*)(.*)$/su.exec(text) ?? [];
  if (written === '' || !isUnit(behind, unit)) return [];
  const readings = writingsOf(written.trim().replace(/[.,]$/u, '')).flatMap((plain) => readDecimal(plain) ?? []);
  return readings.map(({ digits, scale }) => ({ digits: sign === '-' ? -digits : digits, scale }));
}

/** "$5": some write the unit first. */
function withoutUnitBefore(text: string, unit: string | undefined): string {
  const sign = unit?.normalize('NFKC').trim().toLowerCase() ?? '';
  // why a number behind it: "m" is also how "một" begins.
  const isBefore =
    sign !== '' && text.toLowerCase().startsWith(sign) && /^\s*[-+]?[.,]?\d/u.test(text.slice(sign.length));
  return isBefore ? text.slice(sign.length).trim() : text;
}

function isUnit(behind: string, unit: string | undefined): boolean {
  const said = unitKey(behind);
  return unit === undefined ? !/\d/u.test(said.replace(/(?<=m)[23]$/u, '')) : said === '' || said === unitKey(unit);
}

const unitKey = (unit: string): string => fold(unit.normalize('NFKC')).replaceAll(/[\s.]/gu, '');

/** "1234", "1234,5", ",5" */
const PLAIN = /^(?<whole>\d*)(?:[.,](?<part>\d+))?$/u;
/** "1.234.567", "12,345" */
const GROUPED = /^(?<whole>[1-9]\d{0,2}(?<mark>[.,])\d{3}(?:\k<mark>\d{3})*)$/u;
/** "1.234,5", "1,234.5" */
const GROUPED_WITH_PART = /^(?<whole>[1-9]\d{0,2}(?<mark>[.,])\d{3}(?:\k<mark>\d{3})*)(?!\k<mark>)[.,](?<part>\d+)$/u;
/** "1 234,5". why groups only: "19 41" is no number. */
const SPACED = /^(?<whole>[1-9]\d{0,2}(?:\s\d{3})+)(?:[.,](?<part>\d+))?$/u;

/** The written number as "1234.5", once for each way of reading it. */
const writingsOf = (written: string): string[] =>
  [PLAIN, GROUPED, GROUPED_WITH_PART, SPACED].flatMap((pattern) => {
    const { whole, part } = pattern.exec(written)?.groups ?? {};
    if (whole === undefined) return [];
    return `0${whole.replaceAll(/[.,\s]/gu, '')}${part === undefined ? '' : `.${part}`}`;
  });

/** Whether two numbers are no further apart than the tolerance, which belongs to what is near enough. */
export function isWithin(number: Decimal, accepted: Decimal, tolerance: Decimal): boolean {
  const scale = Math.max(number.scale, accepted.scale, tolerance.scale);
  const distance = scaled(number, scale) - scaled(accepted, scale);
  return (distance < 0n ? -distance : distance) <= scaled(tolerance, scale);
}

const scaled = ({ digits, scale }: Decimal, to: number): bigint => digits * 10n ** BigInt(to - scale);

const ZERO: Decimal = { digits: 0n, scale: 0 };

/** Whether a typed text is a number near enough to an accepted one. @param tolerance "0.5"; none: the number itself */
export function isAcceptedNumber(typed: string, accepted: string, tolerance?: string, unit?: string): boolean {
  const right = readDecimal(accepted);
  const near = tolerance === undefined ? ZERO : readDecimal(tolerance);
  if (!right || !near) return false;
  return readingsOf(typed, unit).some((number) => isWithin(number, right, near));
}
