import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** An image without its bytes. */
export interface MediaHead {
  readonly id: string;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
}

const head = { id: true, mediaType: true, width: true, height: true } as const;

/** The image that a file with this hash is, or became. */
export async function findMediaByHash(tx: Tx, hash: string): Promise<MediaHead | undefined> {
  const row = await tx.media.findFirst({
    where: { OR: [{ id: hash }, { originalHash: hash }] },
    orderBy: { createdAt: 'asc' },
    select: head,
  });
  return row ?? undefined;
}

export async function putMedia(
  tx: Tx,
  media: MediaHead & { readonly originalHash: string; readonly bytes: Uint8Array<ArrayBuffer> },
  at: Instant,
): Promise<void> {
  const data = { ...media, size: media.bytes.byteLength, createdAt: new Date(at) };
  await tx.media.upsert({ where: { id: media.id }, create: data, update: {} });
}

/** An image with its bytes. */
export async function loadMedia(id: string): Promise<{ mediaType: string; bytes: Uint8Array } | undefined> {
  const row = await (await database()).media.findUnique({ where: { id }, select: { mediaType: true, bytes: true } });
  return row ?? undefined;
}
