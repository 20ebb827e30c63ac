import { createHash } from 'node:crypto';
import type { FileRefusal, ParsedMedia } from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { openArchive } from '#app/platform/archive.server.ts';

/** Within a .zip: the questions, and the folder of the images that they show. */
export const ITEMS_FILE = 'items.yml';
export const IMAGE_FOLDER = 'hinh';

const LIMITS = { entries: 5_000, totalBytes: 200 * 1024 * 1024, ratio: 200 };
const IMAGE_ADDRESS = /\]\((hinh\/[^)\s]{1,200})\)/gu;

/** A YAML text with the images that came with it. */
export interface PackedYaml {
  readonly text: string;
  readonly media: ReadonlyMap<string, ParsedMedia>;
  /** The same Markdown with images named by the hash of their bytes. */
  withImages(text: string): string;
}

/** The text of a .yml file, or of items.yml in a .zip, in UTF-8. */
export async function openImages(bytes: Uint8Array): Promise<Result<PackedYaml, FileRefusal>> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    const text = textOf(bytes);
    return text.ok ? ok({ text: text.value, media: new Map(), withImages: (markdown) => markdown }) : text;
  }
  const archive = await openArchive(bytes, LIMITS);
  if (!archive.ok) return archive;
  const raw = await archive.value.read(ITEMS_FILE);
  if (!raw.ok) return raw;
  const text = textOf(raw.value);
  if (!text.ok) return text;
  const media = new Map<string, ParsedMedia>();
  const ids = new Map<string, string>();
  for (const name of archive.value.names) {
    if (!name.startsWith(`${IMAGE_FOLDER}/`) || name.endsWith('/')) continue;
    const image = await archive.value.read(name);
    if (!image.ok) return image;
    const id = createHash('sha256').update(image.value).digest('hex');
    ids.set(name, id);
    media.set(id, { name: name.slice(IMAGE_FOLDER.length + 1), bytes: image.value });
  }
  const withImages = (markdown: string): string =>
    markdown.replaceAll(IMAGE_ADDRESS, (whole, name: string) => {
      const id = ids.get(name);
      return id === undefined ? whole : `](media:${id})`;
    });
  return ok({ text: text.value, media, withImages });
}

function textOf(bytes: Uint8Array): Result<string, FileRefusal> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n'));
  } catch {
    return refuse({ code: 'broken-encoding' });
  }
}
