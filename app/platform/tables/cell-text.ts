import type { CellRun } from './table.ts';
import type { CellStyle, Decimals } from './read-styles.ts';

/** Text as it is set, in a cell or in the list of shared strings. */
export interface Text {
  readonly runs: readonly CellRun[];
  readonly isLegacy: boolean;
}

/** What the cells of all sheets refer to. */
export interface Book {
  readonly strings: readonly Text[];
  readonly styles: readonly CellStyle[];
  readonly is1904: boolean;
}

/** What a cell shows. A formula shows what it gave last; a date the day as Vietnamese write it. */
export function cellText(type: string, value: string, inline: Text, style: CellStyle | undefined, book: Book): Text {
  const isMarked = style?.isMarked ?? false;
  const plain = (text: string): Text => ({ runs: [{ text, isMarked }], isLegacy: style?.isLegacy ?? false });
  const rich = (text: Text | undefined): Text => ({
    runs: (text?.runs ?? []).map((run) => ({ ...run, isMarked: run.isMarked || isMarked })),
    isLegacy: (text?.isLegacy ?? false) || (style?.isLegacy ?? false),
  });
  switch (type) {
    case 's':
      return rich(book.strings[Number(value)]);
    case 'inlineStr':
      return rich(inline);
    case 'b':
      return plain(value === '1' ? 'Đúng' : 'Sai');
    case 'e':
      return plain('');
    case 'n':
      if (value === '') return plain('');
      if (style?.isDate) return plain(dateText(Number(value), book.is1904));
      return plain(style?.percent ? percentText(value, style.percent) : numberText(value));
    default:
      return plain(value);
  }
}

const numberText = (value: string): string => {
  const number = Number(value);
  return value === '' || !Number.isFinite(number) ? value : String(Number(number.toPrecision(15)));
};

/** "50%", "12,5%": as it is shown, for the number in the file is 0.5. */
function percentText(value: string, { least, most }: Decimals): string {
  const number = Number(value) * 100;
  if (!Number.isFinite(number)) return value;
  const digits = { minimumFractionDigits: least, maximumFractionDigits: most, useGrouping: false };
  return `${new Intl.NumberFormat('vi-VN', digits).format(number)}%`;
}

const DAY_MS = 86_400_000;

/** Days since 30 December 1899, or since 1904 (ECMA-376 part 1, 18.17.4). */
function dateText(days: number, is1904: boolean): string {
  if (!Number.isFinite(days) || days < 0 || days > 2_958_466) return '';
  const date = new Date(Date.UTC(1899, 11, 30) + Math.round((days + (is1904 ? 1_462 : 0)) * DAY_MS));
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}
