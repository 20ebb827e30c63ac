import type { FileRefusal, UploadedFile } from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { openArchive } from '#app/platform/archive.server.ts';
import { mediaStore, type MediaStore } from '../shared/media-store.server.ts';
import { IMAGE_FOLDER } from './image-folder.ts';

const IMAGE = /!\[([^\]]*)\]\((hinh\/[^)\s]{1,200})\)/gu;
const LIMITS = { entries: 5_000, totalBytes: 200 * 1024 * 1024, ratio: 200 };

export interface Bundle {
  /** The table itself. */
  readonly bytes: Uint8Array;
  readonly store: MediaStore;
  /** The same Markdown with images named by the hash of their bytes. */
  withImages(markdown: string): string;
}

/** A table as it came, or one in a .zip with the images that it shows in the folder "hinh". */
export async function openBundle(file: UploadedFile, table: RegExp): Promise<Result<Bundle, FileRefusal>> {
  const store = mediaStore();
  const alone = { bytes: file.bytes, store, withImages: (markdown: string) => markdown };
  if (file.bytes[0] !== 0x50 || file.bytes[1] !== 0x4b) return ok(alone);
  const archive = await openArchive(file.bytes, LIMITS);
  if (!archive.ok) return archive;
  const { names } = archive.value;
  if (names.some((name) => /(?:^|\/)xl\/workbook\.(?:xml|bin)$/u.test(name))) return ok(alone);
  const tables = names.filter((name) => table.test(name) && !name.startsWith('__MACOSX/'));
  const [only] = tables;
  if (only === undefined || tables.length > 1) return refuse({ code: 'not-that-format' });
  const bytes = await archive.value.read(only);
  if (!bytes.ok) return bytes;
  const addresses = new Map<string, string>();
  for (const name of names.filter((each) => each.startsWith(`${IMAGE_FOLDER}/`))) {
    const image = await archive.value.read(name);
    if (!image.ok) return image;
    const address = store.keep(name, image.value);
    if (address !== undefined) addresses.set(name, address);
  }
  return ok({
    bytes: bytes.value,
    store,
    withImages: (markdown) =>
      markdown.replaceAll(IMAGE, (whole, alt: string, name: string) => {
        const address = addresses.get(name);
        return address === undefined ? whole : `![${alt}](${address})`;
      }),
  });
}
