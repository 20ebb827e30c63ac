import type { ParsedMedia } from '#app/domain/exchange/parsed-file.ts';
import { MEDIA_SCHEME } from '#app/domain/items/item.ts';

/** An image on its way out, under the name that the file gives it. */
export interface OutgoingImage {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** An image by the id that Markdown names; undefined where its bytes are not at hand. */
export function imageOut(id: string, media: ReadonlyMap<string, ParsedMedia>): OutgoingImage | undefined {
  const found = media.get(id) ?? media.get(MEDIA_SCHEME + id);
  if (!found) return undefined;
  const [extension, type] = kindOf(found.bytes);
  return { id, name: `${id.slice(0, 24)}.${extension}`, type, bytes: found.bytes };
}

function kindOf(bytes: Uint8Array): readonly [string, string] {
  if (bytes[0] === 0x89) return ['png', 'image/png'];
  if (bytes[0] === 0xff) return ['jpg', 'image/jpeg'];
  if (bytes[0] === 0x47) return ['gif', 'image/gif'];
  return ['webp', 'image/webp'];
}
