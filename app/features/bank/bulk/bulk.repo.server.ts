import type { BulkItem } from '#app/domain/items/bulk.ts';
import type { Difficulty, ItemBody, ItemStatus } from '#app/domain/items/item.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { TextMarks } from '#app/features/items/index.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import type { ItemStand, KeptDraft } from '../batches/batch-before.ts';

/** An item as a bulk act finds it. */
export interface BulkRow extends Omit<BulkItem, 'faults'> {
  readonly stand: ItemStand;
  readonly draft: KeptDraft | undefined;
  /** The text that is in work: the frozen one in review, else the draft; that of papers where nothing is in work. */
  readonly body: ItemBody | undefined;
  /** ItemVersion.place of the frozen text in review. */
  readonly frozenPlace: string;
  readonly newestNumber: number;
}

const CHUNK = 500;

/** Calls work with at most 500 of them at a time, one after the other. */
export async function inChunks<T>(all: readonly T[], work: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < all.length; start += CHUNK) await work(all.slice(start, start + CHUNK));
}

const split = (joined: string): string[] => joined.split('|').filter((part) => part !== '');

/** Keys by their value: what gets the same columns is written in one statement. */
export function groupByValue<V>(valueOf: ReadonlyMap<string, V>): Map<V, string[]> {
  const groups = new Map<V, string[]>();
  for (const [key, value] of valueOf) {
    const group = groups.get(value);
    if (group) group.push(key);
    else groups.set(value, [key]);
  }
  return groups;
}

/** For looking outside a transaction. */
export const reader = (): Promise<Tx> => database();

/** These items, in the order of their ids; those that do not exist are left out. */
export async function loadBulkRows(tx: Tx, ids: readonly string[]): Promise<BulkRow[]> {
  const rows: BulkRow[] = [];
  await inChunks([...new Set(ids)].toSorted(), async (some) => rows.push(...(await loadSome(tx, some))));
  return rows;
}

async function loadSome(tx: Tx, ids: string[]): Promise<BulkRow[]> {
  const items = await tx.item.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
  const drafts = await tx.itemDraft.findMany({ where: { itemId: { in: ids } } });
  const numbers = await tx.itemVersion.groupBy({
    by: ['itemId'],
    where: { itemId: { in: ids } },
    _max: { number: true },
  });
  const shown = items.flatMap((item) => item.reviewVersionId ?? item.currentVersionId ?? []);
  const versions = await tx.itemVersion.findMany({
    where: { id: { in: shown } },
    select: { id: true, body: true, place: true },
  });
  const draftOf = new Map(drafts.map((draft) => [draft.itemId, draft]));
  const numberOf = new Map(numbers.map(({ itemId, _max }) => [itemId, _max.number ?? 0]));
  const versionOf = new Map(versions.map((version) => [version.id, version]));
  return items.map((item) => {
    const draft = draftOf.get(item.id);
    const version = versionOf.get(item.reviewVersionId ?? item.currentVersionId ?? '');
    const body = item.work === 'draft' ? draft?.body : (version?.body ?? draft?.body);
    const newestNumber = numberOf.get(item.id) ?? 0;
    const stand = standOf(item, draft?.revision);
    return {
      id: item.id,
      status: stand.status,
      work: stand.work,
      writerIds: split(draft?.writerIds ?? ''),
      hasPublishedVersion: item.currentVersionId !== null,
      topicSlug: item.topicSlug,
      lessonSlug: item.lessonSlug,
      difficulty: item.difficulty as Difficulty,
      tags: split(item.tags),
      contested: item.contested,
      hasVersions: newestNumber > 0,
      stand,
      draft: draft && keptDraft(draft),
      body: body === undefined ? undefined : (JSON.parse(body) as ItemBody),
      frozenPlace: version?.place ?? '',
      newestNumber,
    };
  });
}

interface StandRow extends Omit<ItemStand, 'status' | 'work' | 'revision'> {
  readonly status: string;
  readonly work: string;
}

function standOf(item: StandRow, revision: number | undefined): ItemStand {
  const { topicSlug, lessonSlug, difficulty, tags, contested, currentVersionId, reviewVersionId } = item;
  return {
    status: item.status as ItemStatus,
    work: item.work as ItemStand['work'],
    topicSlug,
    lessonSlug,
    difficulty,
    tags,
    contested,
    currentVersionId,
    reviewVersionId,
    revision: revision ?? null,
  };
}

const keptDraft = ({ body, place, baseVersionId, revision, writerIds }: KeptDraft): KeptDraft => ({
  body,
  place,
  baseVersionId,
  revision,
  writerIds,
});

/** How these items stand now. */
export async function loadStands(tx: Tx, ids: readonly string[]): Promise<Map<string, ItemStand>> {
  const stands = new Map<string, ItemStand>();
  await inChunks([...ids], async (some) => {
    const items = await tx.item.findMany({ where: { id: { in: some } } });
    const drafts = await tx.itemDraft.findMany({
      where: { itemId: { in: some } },
      select: { itemId: true, revision: true },
    });
    const revisions = new Map(drafts.map(({ itemId, revision }) => [itemId, revision]));
    for (const item of items) stands.set(item.id, standOf(item, revisions.get(item.id)));
  });
  return stands;
}

/** Columns that all these items get. */
export type ItemColumns = Partial<Omit<ItemStand, 'revision'>> & {
  readonly isEdited?: boolean;
  readonly interaction?: string;
};

/** Gives items the same columns, and says that they have changed. */
export async function setColumns(tx: Tx, ids: readonly string[], columns: ItemColumns): Promise<void> {
  await inChunks([...ids], (some) => tx.item.updateMany({ where: { id: { in: some } }, data: columns }));
}

/** Gives drafts another place; counts as a saving, so that somebody who has one open does not overwrite it unawares. */
export async function setDraftPlaces(tx: Tx, placeOf: ReadonlyMap<string, string>): Promise<void> {
  for (const [place, ids] of groupByValue(placeOf)) {
    await inChunks(ids, (some) =>
      tx.itemDraft.updateMany({
        where: { itemId: { in: some } },
        data: { place, revision: { increment: 1 } },
      }),
    );
  }
}

/** Drops drafts. */
export async function dropDrafts(tx: Tx, ids: readonly string[]): Promise<void> {
  await inChunks([...ids], (some) => tx.itemDraft.deleteMany({ where: { itemId: { in: some } } }));
}

/** Gives an item what it is searched, filtered and recognised by. */
export async function setTextMarks(tx: Tx, id: string, marks: Partial<TextMarks>): Promise<void> {
  await tx.item.update({ where: { id }, data: marks });
}

/** A frozen text on its way in. */
export interface NewVersion {
  readonly id: string;
  readonly itemId: string;
  readonly number: number;
  readonly body: string;
  readonly place: string;
  readonly contentHash: string;
}

export async function addVersions(
  tx: Tx,
  versions: readonly NewVersion[],
  authorId: string,
  at: Instant,
): Promise<void> {
  const createdAt = new Date(at);
  await inChunks(versions, (some) =>
    tx.itemVersion.createMany({ data: some.map((version) => ({ ...version, authorId, createdAt })) }),
  );
}

/** An act on one item, as its history tells it. */
export interface NewEvent {
  readonly itemId: string;
  readonly kind: string;
  readonly versionId?: string | null;
  readonly detail?: object;
}

export async function addEvents(
  tx: Tx,
  events: readonly NewEvent[],
  act: { readonly actorId: string; readonly batchId: string; readonly at: Instant },
): Promise<void> {
  const at = new Date(act.at);
  await inChunks(events, (some) =>
    tx.itemEvent.createMany({
      data: some.map(({ itemId, kind, versionId = null, detail }) => ({
        itemId,
        kind,
        versionId,
        actorId: act.actorId,
        batchId: act.batchId,
        detail: detail ? JSON.stringify(detail) : '',
        at,
      })),
    }),
  );
}
