import { parse } from 'csv-parse/sync';
import type { FileRefusal, ParsedFile, UploadedFile } from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { shownMedia } from '../shared/media-store.server.ts';
import { TEXT_LIMITS } from '../shared/text-file.server.ts';
import { openBundle } from '../table/open-bundle.server.ts';
import { readTable } from '../table/read-table.ts';
import type { Table } from '../table/table.ts';
import { decodeTable } from './decode-table.server.ts';

/** A cell that a spreadsheet could take for a formula has an apostrophe before it, as we write it; here it goes again. */
const GUARDED = /^'(?='*[\s\u00A0\uFEFF]*[=+\-@＝＋－＠\t\r\n])/u;

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Reads questions of a CSV file (RFC 4180; comma, semicolon or tab), or of one that is packed with its images. */
export async function readCsv(
  file: UploadedFile,
  onProgress: (done: number, total: number) => void,
): Promise<Result<ParsedFile, FileRefusal>> {
  const bundle = await openBundle(file, /\.(?:csv|tsv|txt)$/iu);
  if (!bundle.ok) return bundle;
  if (bundle.value.bytes.length > TEXT_LIMITS.bytes) return refuse({ code: 'file-too-large' });
  const text = decodeTable(bundle.value.bytes);
  if (!text.ok) return text;
  const table = tableOf(text.value.replace(/^\uFEFF/u, ''));
  if (!table.ok) return table;
  if (table.value.rows.length > TEXT_LIMITS.items + 100) {
    return refuse({ code: 'too-many-items', values: { limit: TEXT_LIMITS.items } });
  }
  const read = readTable(table.value, bundle.value.withImages, true);
  onProgress(1, 1);
  if (!read) return refuse({ code: 'table-without-heads' });
  const { items, notes } = read;
  return ok({ format: 'csv', items, notes, media: shownMedia(bundle.value.store, items) });
}

function tableOf(text: string): Result<Table, FileRefusal> {
  try {
    const lines = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 400_000,
    }) as unknown as Line[];
    const rows = lines.map(({ record, info }, at) => ({
      // why the line before: the parser counts to the end of a record, and people look for its beginning.
      number: (lines[at - 1]?.info.lines ?? 0) + 1,
      end: info.lines,
      cells: record.flatMap((value, column) => {
        const shown = value.replace(GUARDED, '');
        return shown.trim() === '' ? [] : [{ column, runs: [{ text: shown, isMarked: false }], isLegacy: false }];
      }),
    }));
    return ok({ sheet: undefined, rows: rows.filter(({ cells }) => cells.length > 0) });
  } catch (error) {
    const line = /line (\d+)/u.exec(String(error))?.[1];
    return refuse({ code: 'broken-file', ...(line === undefined ? {} : { at: { line: Number(line) } }) });
  }
}

/** The sign that parts the first lines most evenly. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r\n|\r|\n/u, 40).filter((line) => line.trim() !== '');
  const counts = [',', ';', '\t'].map((sign) => ({
    sign,
    count: Math.max(0, ...lines.map((line) => line.replaceAll(/"[^"]*"/gu, '').split(sign).length - 1)),
  }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ',';
}
