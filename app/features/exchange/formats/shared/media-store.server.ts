import { createHash } from 'node:crypto';
import type { ParsedItem, ParsedMedia } from '#app/domain/exchange/parsed-file.ts';
import { MEDIA_SCHEME, mediaOf } from '#app/domain/items/item.ts';

/** Images of one file, each kept once, by the SHA-256 of its bytes. */
export interface MediaStore {
  readonly media: ReadonlyMap<string, ParsedMedia>;
  /** Keeps an image. @returns its address in Markdown; undefined for SVG, for what is no image, and beyond the limits */
  keep(name: string, bytes: Uint8Array): string | undefined;
}

const LIMITS = { images: 5_000, bytesEach: 20 * 1024 * 1024, bytesTotal: 200 * 1024 * 1024 };

const BEGINNINGS: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
];

/** PNG, JPEG, GIF, BMP and WebP by their first bytes; a name proves nothing. */
function isImage(bytes: Uint8Array): boolean {
  const isWebp = bytes.length > 12 && Buffer.from(bytes.subarray(8, 12)).toString('latin1') === 'WEBP';
  return isWebp || BEGINNINGS.some((beginning) => beginning.every((byte, at) => bytes[at] === byte));
}

/** An empty store. */
export function mediaStore(): MediaStore {
  const media = new Map<string, ParsedMedia>();
  let total = 0;
  return {
    media,
    keep(name, bytes) {
      if (!isImage(bytes) || bytes.length > LIMITS.bytesEach) return undefined;
      const id = createHash('sha256').update(bytes).digest('hex');
      if (media.has(id)) return MEDIA_SCHEME + id;
      total += bytes.length;
      if (media.size >= LIMITS.images || total > LIMITS.bytesTotal) return undefined;
      media.set(id, { name: name.slice(-120), bytes: Uint8Array.from(bytes) });
      return MEDIA_SCHEME + id;
    },
  };
}

/** What of the store the items show: images of questions that are not taken are not kept either. */
export function shownMedia(store: MediaStore, items: readonly ParsedItem[]): ReadonlyMap<string, ParsedMedia> {
  const shown = new Set(items.flatMap(({ body }) => mediaOf(body)));
  return new Map([...store.media].filter(([id]) => shown.has(id)));
}

/** The bytes of a data: address of an image. */
export function bytesOfDataUrl(address: string): Uint8Array | undefined {
  const [, base64] = /^data:image\/[\w.+-]+;base64,([\w+/=\s]+)$/iu.exec(address) ?? [];
  return base64 === undefined ? undefined : new Uint8Array(Buffer.from(base64, 'base64'));
}
