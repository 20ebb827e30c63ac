import { loadMedia } from './media.repo.server.ts';

const MEDIA_ID = /^[0-9a-f]{64}$/u;

/** An image of the bank with its bytes; undefined where there is none. */
export async function getMedia(id: string): Promise<{ mediaType: string; bytes: Uint8Array } | undefined> {
  return MEDIA_ID.test(id) ? loadMedia(id) : undefined;
}
