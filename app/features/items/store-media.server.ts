import { ok, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { cleanImage, hashOfBytes, type CleanImage, type ImageRefusal } from './clean-image.server.ts';
import { findMediaByHash, putMedia, type MediaHead } from './media.repo.server.ts';

/**
 * Keeps an image that was cleaned before the transaction began (a picture takes longer than a transaction should).
 * @returns the image; one that is known already, as it is or as the file that it came from, stays the one that it is
 */
export async function storeMedia(tx: Tx, image: CleanImage, at: Instant): Promise<MediaHead> {
  const known = (await findMediaByHash(tx, image.originalHash)) ?? (await findMediaByHash(tx, image.id));
  if (known) return known;
  await putMedia(tx, image, at);
  return { id: image.id, mediaType: image.mediaType, width: image.width, height: image.height };
}

/** Takes an image that a person sends: cleans it and keeps it. A file that was sent before costs nothing. */
export async function addImage(file: Uint8Array, at: Instant): Promise<Result<MediaHead, ImageRefusal>> {
  const hash = hashOfBytes(file);
  const known = await inTransaction((tx) => findMediaByHash(tx, hash));
  if (known) return ok(known);
  const image = await cleanImage(file);
  if (!image.ok) return image;
  return ok(await inTransaction((tx) => storeMedia(tx, image.value, at)));
}
