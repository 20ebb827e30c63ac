import type { WholeItem } from '#app/domain/exchange/compare-item.ts';
import type { Difficulty, ItemBody, ItemPlace } from '#app/domain/items/item.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import type { ItemStand } from '../../bank/index.server.ts';

/** An item of the bank as an import compares with it: its newest text, and how it stands. */
export interface ExistingItem {
  readonly id: string;
  readonly fingerprint: string;
  readonly whole: WholeItem;
  readonly stand: ItemStand;
  readonly writerIds: readonly string[];
}

const CHUNK = 200;

const SELECT = {
  id: true,
  status: true,
  work: true,
  topicSlug: true,
  lessonSlug: true,
  difficulty: true,
  tags: true,
  contested: true,
  currentVersionId: true,
  reviewVersionId: true,
  fingerprint: true,
  draft: { select: { body: true, revision: true, writerIds: true, place: true } },
  versions: { select: { body: true }, orderBy: { number: 'desc' }, take: 1 },
} as const;

type Where = { id: { in: string[] } } | { fingerprint: { in: string[] } };

/** Items that have one of these ids, or ask one of these questions, by id. */
export async function loadExisting(
  ids: readonly string[],
  fingerprints: readonly string[],
  tx?: Tx,
): Promise<Map<string, ExistingItem>> {
  const client = tx ?? (await database());
  const found = new Map<string, ExistingItem>();
  const take = async (where: Where): Promise<void> => {
    const rows = await client.item.findMany({ where, select: SELECT });
    // why: SQLite works in the very thread that answers; between two chunks others get their turn.
    await new Promise((go) => void setImmediate(go));
    for (const row of rows) {
      const body = row.draft?.body ?? row.versions[0]?.body;
      if (body === undefined) continue;
      const { fingerprint, draft, versions: _, id, ...columns } = row;
      const stand = { ...columns, revision: draft?.revision ?? null } as ItemStand;
      const written = draft ? (JSON.parse(draft.place) as ItemPlace & { contested?: boolean }) : undefined;
      const place: ItemPlace = {
        topicSlug: written?.topicSlug ?? row.topicSlug,
        lessonSlug: written?.lessonSlug ?? row.lessonSlug,
        difficulty: (written?.difficulty ?? row.difficulty) as Difficulty,
        tags: written?.tags ?? row.tags.split('|').filter(Boolean),
      };
      found.set(id, {
        id,
        fingerprint,
        stand,
        whole: { body: JSON.parse(body) as ItemBody, place, contested: written?.contested ?? row.contested },
        writerIds: draft?.writerIds.split('|').filter(Boolean) ?? [],
      });
    }
  };
  for (const some of chunks([...new Set(ids)])) await take({ id: { in: some } });
  for (const some of chunks([...new Set(fingerprints)])) await take({ fingerprint: { in: some } });
  return found;
}

function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += CHUNK) yield all.slice(at, at + CHUNK);
}
