import { createHash, randomUUID } from 'node:crypto';
import type { WholeItem } from '#app/domain/exchange/compare-item.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import type { ChangedItem, ItemStand } from '../../bank/index.server.ts';

/** An item that an import makes. */
export interface ItemToWrite {
  readonly id: string;
  readonly whole: WholeItem;
  readonly searchText: string;
  readonly fingerprint: string;
  /** Frozen for review at once. */
  readonly submits: boolean;
  /** What the event keeps: where in which file it stood. */
  readonly detail: object;
}

/** An item that an import gives another text. */
export interface ItemToChange extends ItemToWrite {
  /** How it stood when it was looked at; it is written only where it still stands so. */
  readonly was: ItemStand;
  readonly writerIds: readonly string[];
}

interface Act {
  readonly actorId: string;
  readonly batchId: string;
  readonly now: Instant;
}

/** Between two bites the server answers others: SQLite works in the very thread that answers. */
const BITE = 100;

const pause = (): Promise<void> => new Promise((go) => void setImmediate(go));

const placeJson = ({ place, contested }: WholeItem): string => JSON.stringify({ ...place, contested });

const placeColumns = ({ place, contested }: WholeItem) => ({
  topicSlug: place.topicSlug,
  lessonSlug: place.lessonSlug,
  difficulty: place.difficulty,
  tags: place.tags.length > 0 ? `|${place.tags.join('|')}|` : '',
  contested,
});

const hashOf = (body: string): string => createHash('sha256').update(body).digest('hex');

const versionOf = (item: ItemToWrite, number: number, body: string, { actorId, now }: Act, id: string) => ({
  id,
  itemId: item.id,
  number,
  body,
  contentHash: hashOf(body),
  place: placeJson(item.whole),
  authorId: actorId,
  createdAt: new Date(now),
});

/** Makes items in few statements, each with its draft and its events. */
export async function createItems(
  tx: Tx,
  items: readonly ItemToWrite[],
  act: Act,
  onProgress: (done: number) => void,
): Promise<void> {
  const at = new Date(act.now);
  const { actorId, batchId } = act;
  for (let from = 0; from < items.length; from += BITE) {
    const some = items.slice(from, from + BITE).map((item) => ({
      item,
      body: JSON.stringify(item.whole.body),
      versionId: item.submits ? randomUUID() : null,
    }));
    await tx.item.createMany({
      data: some.map(({ item, versionId }) => ({
        id: item.id,
        status: item.submits ? 'review' : 'draft',
        work: item.submits ? 'review' : 'draft',
        ...placeColumns(item.whole),
        interaction: item.whole.body.interaction,
        isEdited: true,
        authorId: actorId,
        reviewVersionId: versionId,
        searchText: item.searchText,
        fingerprint: item.fingerprint,
        createdAt: at,
        updatedAt: at,
      })),
    });
    await tx.itemDraft.createMany({
      data: some.map(({ item, body }) => ({
        itemId: item.id,
        body,
        place: placeJson(item.whole),
        writerIds: `|${actorId}|`,
        updatedAt: at,
      })),
    });
    const frozen = some.flatMap(({ item, body, versionId }) =>
      versionId === null ? [] : versionOf(item, 1, body, act, versionId),
    );
    if (frozen.length > 0) await tx.itemVersion.createMany({ data: frozen });
    await tx.itemEvent.createMany({
      data: some.flatMap(({ item, versionId }) => [
        { itemId: item.id, kind: 'imported', actorId, batchId, detail: JSON.stringify(item.detail), at },
        ...(versionId === null ? [] : [{ itemId: item.id, kind: 'submitted', versionId, actorId, batchId, at }]),
      ]),
    });
    onProgress(from + some.length);
    await pause();
  }
}

/** A draft as undoing needs it. */
const KEPT = { body: true, place: true, baseVersionId: true, revision: true, writerIds: true } as const;

/**
 * Gives an item another text, as a draft over the version that papers are drawn from.
 * @returns what undoing needs; undefined where somebody has worked at the item meanwhile
 */
export async function changeItem(tx: Tx, item: ItemToChange, act: Act): Promise<ChangedItem | undefined> {
  const { was } = item;
  const at = new Date(act.now);
  const body = JSON.stringify(item.whole.body);
  const place = placeJson(item.whole);
  const revision = (was.revision ?? 0) + 1;
  const writerIds = `|${[...new Set([...item.writerIds, act.actorId])].join('|')}|`;
  const fresh = { body, place, revision, writerIds, updatedAt: at };
  const draft = (await tx.itemDraft.findUnique({ where: { itemId: item.id }, select: KEPT })) ?? undefined;
  if (was.revision === null) {
    if (draft) return undefined;
    await tx.itemDraft.create({ data: { itemId: item.id, baseVersionId: was.currentVersionId, ...fresh } });
  } else {
    const saved = await tx.itemDraft.updateMany({ where: { itemId: item.id, revision: was.revision }, data: fresh });
    if (saved.count === 0) return undefined;
  }
  const versionId = item.submits ? randomUUID() : null;
  const status = was.currentVersionId === null ? (item.submits ? 'review' : 'draft') : was.status;
  const became: ItemStand = {
    ...was,
    // why the place of a published item stays: papers go on being drawn by where it stands until the new text is approved.
    ...(was.currentVersionId === null ? placeColumns(item.whole) : {}),
    status,
    work: item.submits ? 'review' : 'draft',
    reviewVersionId: versionId,
    revision,
  };
  const { revision: _, ...columns } = became;
  const moved = await tx.item.updateMany({
    where: { id: item.id, work: was.work, status: was.status, currentVersionId: was.currentVersionId },
    data: {
      ...columns,
      isEdited: true,
      searchText: item.searchText,
      fingerprint: item.fingerprint,
      ...(was.currentVersionId === null ? { interaction: item.whole.body.interaction } : {}),
      updatedAt: at,
    },
  });
  if (moved.count === 0) return undefined;
  if (versionId !== null) {
    const newest = await tx.itemVersion.aggregate({ where: { itemId: item.id }, _max: { number: true } });
    const number = (newest._max.number ?? 0) + 1;
    await tx.itemVersion.create({ data: versionOf(item, number, body, act, versionId) });
  }
  const { actorId, batchId } = act;
  await tx.itemEvent.createMany({
    data: [
      { itemId: item.id, kind: 'imported', actorId, batchId, detail: JSON.stringify(item.detail), at },
      ...(versionId === null ? [] : [{ itemId: item.id, kind: 'submitted', versionId, actorId, batchId, at }]),
    ],
  });
  return { id: item.id, was, became, draft };
}

/** Notes an import as an act that can be undone. @returns its id */
export async function addBatch(
  tx: Tx,
  batch: { id: string; actorId: string; now: Instant; size: number; before: object },
): Promise<void> {
  const { id, actorId, now, size, before } = batch;
  await tx.itemBatch.create({
    data: { id, kind: 'import', actorId, at: new Date(now), size, before: JSON.stringify(before) },
  });
}
