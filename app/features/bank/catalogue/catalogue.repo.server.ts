import type { Difficulty, Interaction, ItemBody, ItemStatus } from '#app/domain/items/item.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';

/** Where the newest text of an item stands: its draft as of a revision, or a frozen version. */
export type TextId = `draft:${string}:${number}` | `version:${string}`;

/** An item without its texts. */
export interface HeadRow {
  readonly id: string;
  readonly status: ItemStatus;
  readonly work: 'none' | 'draft' | 'review';
  readonly topicSlug: string;
  readonly lessonSlug: string;
  readonly difficulty: Difficulty;
  readonly interaction: Interaction;
  readonly tags: readonly string[];
  readonly contested: boolean;
  readonly authorId: string | undefined;
  readonly writerIds: readonly string[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly searchText: string;
  /** Undefined for an item without any text. */
  readonly textId: TextId | undefined;
}

/** How many ids one statement names: both engines take many more, and plan short lists better. */
const CHUNK = 500;

function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let start = 0; start < all.length; start += CHUNK) yield all.slice(start, start + CHUNK);
}

export const split = (joined: string): string[] => joined.split('|').filter((part) => part !== '');

/** How many items there are. */
export const countItems = async (): Promise<number> => (await database()).item.count();

/** When each item was changed last: of all, or of those changed at that time or later. */
export async function listStamps(since?: Instant): Promise<Map<string, Instant>> {
  const where = since === undefined ? {} : { updatedAt: { gte: new Date(since) } };
  const rows = await (await database()).item.findMany({ where, select: { id: true, updatedAt: true } });
  return new Map(rows.map(({ id, updatedAt }) => [id, updatedAt.getTime()]));
}

/** The heads of these items, or of all. */
export async function loadHeads(ids?: readonly string[]): Promise<HeadRow[]> {
  if (ids === undefined) return loadSome(undefined);
  const heads: HeadRow[] = [];
  for (const some of chunks(ids)) heads.push(...(await loadSome(some)));
  return heads;
}

async function loadSome(ids: string[] | undefined): Promise<HeadRow[]> {
  const db = await database();
  const [items, drafts] = await Promise.all([
    db.item.findMany({ ...(ids ? { where: { id: { in: ids } } } : {}) }),
    db.itemDraft.findMany({
      ...(ids ? { where: { itemId: { in: ids } } } : {}),
      select: { itemId: true, revision: true, writerIds: true },
    }),
  ]);
  const draftOf = new Map(drafts.map((draft) => [draft.itemId, draft]));
  return items.map((item) => {
    const draft = draftOf.get(item.id);
    const versionId = item.reviewVersionId ?? item.currentVersionId;
    return {
      id: item.id,
      status: item.status as ItemStatus,
      work: item.work as HeadRow['work'],
      topicSlug: item.topicSlug,
      lessonSlug: item.lessonSlug,
      difficulty: item.difficulty as Difficulty,
      interaction: item.interaction as Interaction,
      tags: split(item.tags),
      contested: item.contested,
      authorId: item.authorId ?? undefined,
      writerIds: split(draft?.writerIds ?? ''),
      createdAt: item.createdAt.getTime(),
      updatedAt: item.updatedAt.getTime(),
      searchText: item.searchText,
      textId: draft ? `draft:${item.id}:${draft.revision}` : versionId === null ? undefined : `version:${versionId}`,
    };
  });
}

/**
 * These texts. A draft that was saved again meanwhile is given as it is now, under the name that was asked for: the next look
 * at the bank sees the saving.
 */
export async function loadTexts(textIds: readonly TextId[]): Promise<Map<TextId, ItemBody>> {
  const versions = new Map<string, TextId>();
  const drafts = new Map<string, TextId>();
  for (const textId of textIds) {
    if (textId.startsWith('version:')) versions.set(textId.slice('version:'.length), textId);
    else drafts.set(textId.slice('draft:'.length, textId.lastIndexOf(':')), textId);
  }
  const db = await database();
  const found = new Map<TextId, ItemBody>();
  const keep = (textId: TextId | undefined, body: string): void => {
    if (textId) found.set(textId, JSON.parse(body) as ItemBody);
  };
  for (const ids of chunks([...versions.keys()])) {
    const rows = await db.itemVersion.findMany({ where: { id: { in: ids } }, select: { id: true, body: true } });
    for (const { id, body } of rows) keep(versions.get(id), body);
  }
  for (const ids of chunks([...drafts.keys()])) {
    const rows = await db.itemDraft.findMany({ where: { itemId: { in: ids } }, select: { itemId: true, body: true } });
    for (const { itemId, body } of rows) keep(drafts.get(itemId), body);
  }
  return found;
}

/** The last act of each of these items. */
export async function loadLastActs(
  itemIds: readonly string[],
): Promise<Map<string, { readonly kind: string; readonly actorId: string | undefined; readonly at: Instant }>> {
  const rows = await (
    await database()
  ).itemEvent.findMany({
    where: { itemId: { in: [...itemIds] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { itemId: true, kind: true, actorId: true, at: true },
  });
  return new Map(
    rows.map(({ itemId, kind, actorId, at }) => [itemId, { kind, actorId: actorId ?? undefined, at: at.getTime() }]),
  );
}

/** Items in review that this person has endorsed as they are now, and items that were returned and not sent since. */
export async function loadTurns(accountId: string): Promise<{ endorsed: Set<string>; returned: Set<string> }> {
  const db = await database();
  const [endorsements, turns] = await Promise.all([
    db.itemEvent.findMany({
      where: { kind: 'endorsed', actorId: accountId, item: { work: 'review' } },
      select: { itemId: true, versionId: true, item: { select: { reviewVersionId: true } } },
    }),
    db.itemEvent.findMany({
      where: { kind: { in: ['submitted', 'returned', 'withdrawn'] }, item: { work: 'draft' } },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      select: { itemId: true, kind: true },
    }),
  ]);
  const last = new Map(turns.map(({ itemId, kind }) => [itemId, kind]));
  return {
    endorsed: new Set(
      endorsements.flatMap(({ itemId, versionId, item }) => (versionId === item.reviewVersionId ? itemId : [])),
    ),
    returned: new Set([...last].flatMap(([itemId, kind]) => (kind === 'returned' ? itemId : []))),
  };
}
