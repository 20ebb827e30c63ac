import type { Difficulty, ItemBody, ItemPlace, ItemStatus } from '#app/domain/items/item.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** What the store knows of an item beside its body. */
export interface StoredItem extends ItemPlace {
  readonly id: string;
  readonly status: ItemStatus;
  readonly currentVersionId: string | undefined;
  /** What it says is contested: never on a paper. */
  readonly contested: boolean;
}

export interface VersionHead {
  readonly itemVersionId: string;
  readonly number: number;
  readonly contentHash: string;
}

interface ItemRow {
  readonly id: string;
  readonly status: string;
  readonly topicSlug: string;
  readonly lessonSlug: string;
  readonly difficulty: string;
  readonly tags: string;
  readonly currentVersionId: string | null;
  readonly contested: boolean;
}

const fromRow = (row: ItemRow): StoredItem => ({
  id: row.id,
  status: row.status as ItemStatus,
  topicSlug: row.topicSlug,
  lessonSlug: row.lessonSlug,
  difficulty: row.difficulty as Difficulty,
  tags: row.tags.split('|').filter(Boolean),
  currentVersionId: row.currentVersionId ?? undefined,
  contested: row.contested,
});

const placeColumns = (place: ItemPlace) => ({
  topicSlug: place.topicSlug,
  lessonSlug: place.lessonSlug,
  difficulty: place.difficulty,
  tags: place.tags.length > 0 ? `|${place.tags.join('|')}|` : '',
});

/** Every item there has ever been, with the newest of its versions. */
export async function listItems(tx: Tx): Promise<(StoredItem & { newest: VersionHead | undefined })[]> {
  const rows = await tx.item.findMany({
    include: {
      versions: { orderBy: { number: 'desc' }, take: 1, select: { id: true, number: true, contentHash: true } },
    },
  });
  return rows.map((row) => {
    const version = row.versions[0];
    return {
      ...fromRow(row),
      newest: version && { itemVersionId: version.id, number: version.number, contentHash: version.contentHash },
    };
  });
}

/** The items that papers are drawn from. */
export async function listPublished(): Promise<StoredItem[]> {
  const rows = await (await database()).item.findMany({ where: { status: 'published' } });
  return rows.map(fromRow);
}

/** Creates the item or moves it to another place; its versions stay as they are. */
export async function putItem(tx: Tx, id: string, status: ItemStatus, place: ItemPlace): Promise<void> {
  const columns = { status, ...placeColumns(place) };
  await tx.item.upsert({ where: { id }, create: { id, ...columns }, update: columns });
}

export async function setStatus(tx: Tx, ids: readonly string[], status: ItemStatus): Promise<void> {
  await tx.item.updateMany({ where: { id: { in: [...ids] } }, data: { status } });
}

/** Freezes a new revision and makes it the current one. */
export async function addVersion(
  tx: Tx,
  version: { itemId: string; number: number; body: ItemBody; contentHash: string; at: Instant },
): Promise<void> {
  const { itemId, number, body, contentHash, at } = version;
  const { id } = await tx.itemVersion.create({
    data: { itemId, number, body: JSON.stringify(body), contentHash, createdAt: new Date(at) },
  });
  await tx.item.update({ where: { id: itemId }, data: { currentVersionId: id } });
}

/** Bodies of these versions; ids that do not exist are left out. */
export async function loadBodies(itemVersionIds: readonly string[]): Promise<Map<string, ItemBody>> {
  const rows = await (
    await database()
  ).itemVersion.findMany({
    where: { id: { in: [...itemVersionIds] } },
    select: { id: true, body: true },
  });
  return new Map(rows.map((row) => [row.id, JSON.parse(row.body) as ItemBody]));
}

/** Which item each of these versions is a revision of. */
export async function loadItemsOfVersions(itemVersionIds: readonly string[]): Promise<Map<string, StoredItem>> {
  const rows = await (
    await database()
  ).itemVersion.findMany({
    where: { id: { in: [...itemVersionIds] } },
    select: { id: true, item: true },
  });
  return new Map(rows.map((row) => [row.id, fromRow(row.item)]));
}
