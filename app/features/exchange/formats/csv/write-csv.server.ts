import type { OutgoingItem, ParsedMedia, WrittenFile } from '#app/domain/exchange/parsed-file.ts';
import { csvLine, text } from '#app/platform/csv.ts';
import { packTable } from '../table/pack-table.server.ts';
import { writeTable } from '../table/write-table.ts';

/** Looks as if it were guarded already: it gets an apostrophe too, for the reader takes one away. */
const LOOKS_GUARDED = /^'+[\s\u00A0\uFEFF]*[=+\-@＝＋－＠\t\r\n]/u;
const guarded = (value: string): string => (LOOKS_GUARDED.test(value) ? `'${value}` : value);

const BYTE_ORDER_MARK = '\uFEFF';

/** Writes items as CSV (RFC 4180, UTF-8); no cell can be taken for a formula. */
export async function writeCsv(
  items: readonly OutgoingItem[],
  media: ReadonlyMap<string, ParsedMedia>,
): Promise<WrittenFile> {
  const { heads, rows, losses } = writeTable(items, media);
  const lines = [heads, ...rows].map((row) => csvLine(row.map((value) => text(guarded(value)))));
  const bytes = new TextEncoder().encode(BYTE_ORDER_MARK + lines.join(''));
  return packTable({ name: 'cau-hoi.csv', contentType: 'text/csv; charset=utf-8', bytes }, media, losses);
}
