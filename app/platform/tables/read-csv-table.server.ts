import { parse } from 'csv-parse/sync';
import type { FileRefusal } from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { decodeTable } from './decode-table.server.ts';
import type { Table } from './table.ts';

/** A cell that a spreadsheet could take for a formula has an apostrophe before it, as we write it; here it goes again. */
const GUARDED = /^'(?='*[\s\u00A0\uFEFF]*[=+\-@＝＋－＠\t\r\n])/u;

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The table of a CSV file (RFC 4180; comma, semicolon or tab), its empty rows left out. Refused with the line that is broken. */
export function readCsvTable(bytes: Uint8Array): Result<Table, FileRefusal> {
  const text = decodeTable(bytes);
  return text.ok ? tableOf(text.value.replace(/^\uFEFF/u, '')) : text;
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
    const rows = lines.map(({ record, info }) => ({
      // why less its own breaks: the parser counts to the end of a record, and people look for its beginning.
      number: info.lines - record.reduce((breaks, value) => breaks + value.split(/\r\n|\r|\n/u).length - 1, 0),
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
