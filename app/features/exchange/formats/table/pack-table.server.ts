import type { FileNote, ParsedMedia, WrittenFile } from '#app/domain/exchange/parsed-file.ts';
import { zipOf } from '#app/platform/zip.server.ts';
import { IMAGE_FOLDER } from './image-folder.ts';

/** An instant for files that must not depend on the clock: the same items give the same bytes. */
export const WRITTEN_AT = Date.UTC(2026, 0, 1);

/** The table alone, or with the images that it names in a .zip. */
export async function packTable(
  table: { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array },
  media: ReadonlyMap<string, ParsedMedia>,
  losses: readonly FileNote[],
): Promise<WrittenFile> {
  if (media.size === 0) return { ...table, losses };
  const images = [...media.values()].map(({ name, bytes }) => ({ name: `${IMAGE_FOLDER}/${name}`, bytes }));
  const bytes = await zipOf([{ name: table.name, bytes: table.bytes }, ...images], WRITTEN_AT);
  return { name: table.name.replace(/\.\w+$/u, '.zip'), contentType: 'application/zip', bytes, losses };
}
