import type { FileRefusal, ParsedFile, UploadedFile } from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { shownMedia } from '../shared/media-store.server.ts';
import { TEXT_LIMITS } from '../shared/text-file.server.ts';
import { openBundle } from '../table/open-bundle.server.ts';
import { readTable } from '../table/read-table.ts';
import { readCsvTable } from '#app/platform/tables/read-csv-table.server.ts';

/** Reads questions of a CSV file (RFC 4180; comma, semicolon or tab), or of one that is packed with its images. */
export async function readCsv(
  file: UploadedFile,
  onProgress: (done: number, total: number) => void,
): Promise<Result<ParsedFile, FileRefusal>> {
  const bundle = await openBundle(file, /\.(?:csv|tsv|txt)$/iu);
  if (!bundle.ok) return bundle;
  if (bundle.value.bytes.length > TEXT_LIMITS.bytes) return refuse({ code: 'file-too-large' });
  const table = readCsvTable(bundle.value.bytes);
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
