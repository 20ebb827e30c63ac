import type { FileNote, FileRefusal, ParsedFile, ParsedItem, UploadedFile } from '#app/domain/exchange/parsed-file.ts';
import { fold } from '#app/domain/kernel/text.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { openArchive, type Archive } from '#app/platform/archive.server.ts';
import { shownMedia, type MediaStore } from '../shared/media-store.server.ts';
import { TEXT_LIMITS } from '../shared/text-file.server.ts';
import { openBundle } from '../table/open-bundle.server.ts';
import { findHeads } from '../table/heads.ts';
import { readTable } from '../table/read-table.ts';
import type { Picture } from '#app/platform/tables/table.ts';
import { readLinesOfSheet } from './read-lines-of-sheet.server.ts';
import { readWorkbook, type Sheet } from '#app/platform/tables/read-workbook.server.ts';

/** Sheets of the template that hold no questions. */
const NO_QUESTIONS = /^(?:huong dan|danh muc|danhmuc)/u;

/** Reads the questions of a workbook, or of a workbook that is packed with its images. Every sheet with the heads of a table is read. */
export async function readXlsx(
  file: UploadedFile,
  onProgress: (done: number, total: number) => void,
): Promise<Result<ParsedFile, FileRefusal>> {
  const bundle = await openBundle(file, /\.xlsx$/iu);
  if (!bundle.ok) return bundle;
  const archive = await openArchive(bundle.value.bytes);
  if (!archive.ok) return archive;
  const { names } = archive.value;
  if (names.some((name) => /vbaProject|macrosheets\//iu.test(name))) return refuse({ code: 'has-macros' });
  if (names.some((name) => name.endsWith('xl/workbook.bin'))) return refuse({ code: 'not-that-format' });
  const tables = await readWorkbook(archive.value);
  if (!tables.ok) return tables;
  const items: ParsedItem[] = [];
  const notes: FileNote[] = [];
  const placed = new Set<string>();
  // why only then: beside a table of questions another sheet is a list of people, say.
  const mayGuess = !tables.value.some(({ rows }) => findHeads(rows));
  for (const [index, table] of tables.value.entries()) {
    if (NO_QUESTIONS.test(fold(table.sheet ?? '')) || table.rows.length === 0) continue;
    onProgress(index, tables.value.length);
    const pictures = await picturesOf(archive.value, table, bundle.value.store);
    if (!pictures.ok) return pictures;
    const read = readTable({ ...table, pictures: pictures.value }, bundle.value.withImages, mayGuess);
    if (read) {
      items.push(...read.items);
      notes.push(...read.notes);
      if (read.strayPictures === 0 && pictures.value.length === table.images.length)
        for (const { file: name } of table.images) placed.add(name);
      continue;
    }
    const lines = mayGuess ? readLinesOfSheet(table) : undefined;
    if (lines) {
      items.push(...lines.items);
      notes.push(...lines.notes);
    } else notes.push({ level: 'warning', code: 'sheet-without-heads', at: { sheet: table.sheet } });
  }
  if (items.length > TEXT_LIMITS.items) return refuse({ code: 'too-many-items', values: { limit: TEXT_LIMITS.items } });
  if (names.some((name) => name.startsWith('xl/media/') && !placed.has(name))) {
    notes.push({ level: 'warning', code: 'pictures-in-sheet', at: {} });
  }
  return ok({ format: 'xlsx', items, notes, media: shownMedia(bundle.value.store, items) });
}

/** The images of a sheet that can be read, kept, with the rows that they stand in. */
async function picturesOf(archive: Archive, sheet: Sheet, store: MediaStore): Promise<Result<Picture[], FileRefusal>> {
  const pictures: Picture[] = [];
  for (const { row, file } of sheet.images) {
    if (!archive.names.includes(file)) continue;
    const bytes = await archive.read(file);
    if (!bytes.ok) return bytes;
    const address = store.keep(file.split('/').at(-1) ?? file, bytes.value);
    if (address !== undefined) pictures.push({ row, address });
  }
  return ok(pictures);
}
