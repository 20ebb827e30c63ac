import type { Difficulty, ItemBody, ItemPlace, ItemStatus } from '#app/domain/items/item.ts';
import type { ItemState } from '#app/domain/items/lifecycle.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { marksOf } from '#app/features/items/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** Where an item belongs, and whether it is contested: what stands beside the text in drafts and versions. */
export interface DeskPlace extends ItemPlace {
  readonly contested: boolean;
}

export interface DeskDraft {
  readonly body: ItemBody;
  readonly place: DeskPlace;
  readonly revision: number;
  readonly baseVersionId: string | undefined;
  readonly updatedAt: Instant;
}

/** An item as its author and its reviewers find it. */
export interface DeskItem {
  readonly id: string;
  readonly state: ItemState;
  readonly place: DeskPlace;
  readonly currentVersionId: string | undefined;
  readonly reviewVersionId: string | undefined;
  readonly authorId: string | undefined;
  readonly draft: DeskDraft | undefined;
}

export interface DeskVersion {
  readonly id: string;
  readonly number: number;
  readonly body: ItemBody;
  /** Undefined in versions of content/, which have none: the item's own place is theirs. */
  readonly place: DeskPlace | undefined;
  readonly authorId: string | undefined;
  readonly at: Instant;
}

const split = (joined: string): string[] => joined.split('|').filter((part) => part !== '');
const join = (parts: readonly string[]): string => (parts.length > 0 ? `|${parts.join('|')}|` : '');

const placeColumns = ({ topicSlug, lessonSlug, difficulty, tags, contested }: DeskPlace) => ({
  topicSlug,
  lessonSlug,
  difficulty,
  tags: join(tags),
  contested,
});

/** The item with its draft; undefined when there is none. */
export async function loadDesk(itemId: string, tx?: Tx): Promise<DeskItem | undefined> {
  if (!canBeKey(itemId)) return undefined;
  const db = tx ?? (await database());
  const row = await db.item.findUnique({ where: { id: itemId }, include: { draft: true } });
  if (!row) return undefined;
  const { draft } = row;
  return {
    id: row.id,
    state: {
      status: row.status as ItemStatus,
      work: row.work as ItemState['work'],
      writerIds: split(draft?.writerIds ?? ''),
      hasPublishedVersion: row.currentVersionId !== null,
    },
    place: {
      topicSlug: row.topicSlug,
      lessonSlug: row.lessonSlug,
      difficulty: row.difficulty as Difficulty,
      tags: split(row.tags),
      contested: row.contested,
    },
    currentVersionId: row.currentVersionId ?? undefined,
    reviewVersionId: row.reviewVersionId ?? undefined,
    authorId: row.authorId ?? undefined,
    draft: draft
      ? {
          body: JSON.parse(draft.body) as ItemBody,
          place: JSON.parse(draft.place) as DeskPlace,
          revision: draft.revision,
          baseVersionId: draft.baseVersionId ?? undefined,
          updatedAt: draft.updatedAt.getTime(),
        }
      : undefined,
  };
}

/** Versions of an item, the newest first. */
export async function loadVersions(itemId: string, tx?: Tx): Promise<DeskVersion[]> {
  const rows = await (tx ?? (await database())).itemVersion.findMany({
    where: { itemId },
    orderBy: { number: 'desc' },
  });
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    body: JSON.parse(row.body) as ItemBody,
    place: row.place === '' ? undefined : (JSON.parse(row.place) as DeskPlace),
    authorId: row.authorId ?? undefined,
    at: row.createdAt.getTime(),
  }));
}

/** Makes a new item with its draft. */
export async function createItemRow(
  tx: Tx,
  item: { id: string; body: ItemBody; place: DeskPlace; authorId: string },
  at: Instant,
): Promise<void> {
  const { id, body, place, authorId } = item;
  await tx.item.create({
    data: {
      id,
      status: 'draft',
      work: 'draft',
      ...placeColumns(place),
      ...marksOf(id, body, place),
      isEdited: true,
      authorId,
      createdAt: new Date(at),
      draft: { create: { body: JSON.stringify(body), place: JSON.stringify(place), writerIds: join([authorId]) } },
    },
  });
}

/**
 * Moves an item on, if it still stands as it was read: whoever comes second changes nothing. Holds the item's row until the
 * transaction ends, so that a saving and a submission of the same item come one after the other.
 */
export async function moveItem(
  tx: Tx,
  was: DeskItem,
  to: { state: ItemState; currentVersionId?: string | undefined; reviewVersionId: string | undefined },
): Promise<boolean> {
  const { count } = await tx.item.updateMany({
    where: {
      id: was.id,
      status: was.state.status,
      work: was.state.work,
      currentVersionId: was.currentVersionId ?? null,
      reviewVersionId: was.reviewVersionId ?? null,
    },
    data: {
      status: to.state.status,
      work: to.state.work,
      currentVersionId: to.currentVersionId ?? was.currentVersionId ?? null,
      reviewVersionId: to.reviewVersionId ?? null,
      isEdited: true,
    },
  });
  return count === 1;
}

/** Gives an item the columns of a text: all of them, or those of searching alone while papers are drawn from another text. */
export async function setItemText(
  tx: Tx,
  item: { id: string; body: ItemBody; place: DeskPlace; isCurrent: boolean },
): Promise<void> {
  const { id, body, place, isCurrent } = item;
  const { interaction, ...search } = marksOf(id, body, place);
  await tx.item.update({
    where: { id },
    data: { ...search, ...(isCurrent ? { interaction, ...placeColumns(place) } : {}) },
  });
}

/** A saved text: the draft as it is afterwards. */
export interface SavedDraft {
  readonly itemId: string;
  readonly body: ItemBody;
  readonly place: DeskPlace;
  readonly writerIds: readonly string[];
}

export async function beginDraft(tx: Tx, draft: SavedDraft, baseVersionId: string | undefined): Promise<void> {
  const { itemId, body, place, writerIds } = draft;
  const text = { body: JSON.stringify(body), place: JSON.stringify(place), writerIds: join(writerIds) };
  await tx.itemDraft.create({ data: { itemId, ...text, baseVersionId: baseVersionId ?? null } });
}

/** Saves over the revision that the writer has seen. @returns false where somebody else saved since */
export async function saveOver(tx: Tx, draft: SavedDraft, revision: number): Promise<boolean> {
  const { itemId, body, place, writerIds } = draft;
  const { count } = await tx.itemDraft.updateMany({
    where: { itemId, revision },
    data: {
      body: JSON.stringify(body),
      place: JSON.stringify(place),
      writerIds: join(writerIds),
      revision: { increment: 1 },
    },
  });
  return count === 1;
}

export async function dropDraft(tx: Tx, itemId: string): Promise<void> {
  await tx.itemDraft.deleteMany({ where: { itemId } });
}

/** Freezes a text. */
export async function freezeVersion(
  tx: Tx,
  version: { id: string; itemId: string; draft: DeskDraft; contentHash: string; authorId: string; at: Instant },
): Promise<void> {
  const { id, itemId, draft, contentHash, authorId, at } = version;
  const newest = await tx.itemVersion.aggregate({ where: { itemId }, _max: { number: true } });
  const number = (newest._max.number ?? 0) + 1;
  const text = { body: JSON.stringify(draft.body), place: JSON.stringify(draft.place) };
  await tx.itemVersion.create({
    data: { id, itemId, number, ...text, contentHash, authorId, createdAt: new Date(at) },
  });
}
