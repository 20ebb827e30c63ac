import type { FileRefusal } from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { openArchive } from '../archive.server.ts';
import { markOf } from '../decode-text.server.ts';
import { foreignKindOf } from '../foreign-kind.ts';
import { readCsvTable } from './read-csv-table.server.ts';
import type { TableFile, TableSheet } from './read-tables.server.ts';
import { readWorkbook } from './read-workbook.server.ts';
import { textOf, type Table } from './table.ts';

/** More columns than any list of people or units has; what stands beyond is not read. */
const MOST_COLUMNS = 200;

/** The work of readTables() itself, in the process that it starts. */
export async function sheetsOfFile({ bytes }: TableFile): Promise<Result<TableSheet[], FileRefusal>> {
  if (isZip(bytes)) return sheetsOfWorkbook(bytes);
  const foreign = foreignKindOf(bytes);
  if (foreign) return refuse({ code: 'unknown-format', values: { kind: foreign } });
  if (isBinary(bytes)) return refuse({ code: 'unknown-format', values: { kind: 'binary' } });
  const table = readCsvTable(bytes);
  if (!table.ok) return table;
  return table.value.rows.length === 0 ? refuse({ code: 'file-empty' }) : ok([sheetOf(table.value)]);
}

async function sheetsOfWorkbook(bytes: Uint8Array): Promise<Result<TableSheet[], FileRefusal>> {
  const archive = await openArchive(bytes);
  if (!archive.ok) return archive;
  const { names } = archive.value;
  if (names.some((name) => /vbaProject|macrosheets\//iu.test(name))) return refuse({ code: 'has-macros' });
  if (!names.some((name) => /(?:^|\/)xl\/workbook\.xml$/u.test(name))) {
    const kind = names.includes('META-INF/manifest.xml') ? 'opendocument' : 'binary';
    return refuse({ code: 'unknown-format', values: { kind } });
  }
  const tables = await readWorkbook(archive.value);
  if (!tables.ok) return tables;
  const sheets = tables.value.map(sheetOf).filter(({ rows }) => rows.length > 0);
  return sheets.length === 0 ? refuse({ code: 'file-empty' }) : ok(sheets);
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** A zero byte in a text that is not UTF-16. */
const isBinary = (bytes: Uint8Array): boolean =>
  markOf(bytes) === undefined && bytes.subarray(0, 256 * 1024).includes(0);

const sheetOf = ({ sheet, rows }: Table): TableSheet => ({
  name: sheet ?? '',
  rows: rows.map(({ number, cells }) => {
    const texts: string[] = [];
    for (const cell of cells) if (cell.column < MOST_COLUMNS) texts[cell.column] = textOf(cell);
    return { number, cells: Array.from(texts, (text) => text ?? '') };
  }),
});
