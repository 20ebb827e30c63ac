import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import type { Prisma } from '#prisma/generated/sqlite/client.ts';
import { ordered, type Description } from './description.ts';

/** A description in work. */
export interface Draft {
  readonly id: string;
  /** The contest that it changes; undefined for a new one. */
  readonly contestSlug: string | undefined;
  readonly title: string;
  readonly description: Description;
  /** Grows with every change: who names an older one has not seen the newest. */
  readonly version: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

const draftOf = (row: Prisma.ContestDraftGetPayload<object>): Draft => ({
  id: row.id,
  contestSlug: row.contestSlug ?? undefined,
  title: row.title,
  description: JSON.parse(row.description) as Description,
  version: row.updatedAt.getTime(),
  createdAt: row.createdAt.getTime(),
  updatedAt: row.updatedAt.getTime(),
});

const columnsOf = (description: Description): { title: string; description: string } => ({
  title: description.title ?? '',
  description: JSON.stringify(ordered(description)),
});

/** Stores a new draft. @returns its id */
export async function createDraft(
  tx: Tx,
  draft: { description: Description; contestSlug: string | undefined; actorId: string; at: Instant },
): Promise<string> {
  const { description, contestSlug, actorId, at } = draft;
  const { id } = await tx.contestDraft.create({
    data: {
      ...columnsOf(description),
      contestSlug: contestSlug ?? null,
      createdById: actorId,
      createdAt: new Date(at),
      updatedAt: new Date(at),
    },
  });
  return id;
}

/** A draft by its id; undefined when there is none. */
export async function findDraft(id: string, tx?: Tx): Promise<Draft | undefined> {
  if (!canBeKey(id)) return undefined;
  const row = await (tx ?? (await database())).contestDraft.findUnique({ where: { id } });
  return row ? draftOf(row) : undefined;
}

/** The draft that changes a contest; undefined when nobody works on one. */
export async function findDraftOfContest(contestSlug: string, tx?: Tx): Promise<Draft | undefined> {
  if (!canBeKey(contestSlug)) return undefined;
  const row = await (tx ?? (await database())).contestDraft.findFirst({
    where: { contestSlug },
    orderBy: { createdAt: 'asc' },
  });
  return row ? draftOf(row) : undefined;
}

/** All drafts, the one that was changed last first. */
export async function findDrafts(): Promise<Draft[]> {
  const rows = await (await database()).contestDraft.findMany({ orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }] });
  return rows.map(draftOf);
}

/** Stores a changed draft, unless somebody else has changed it since. @returns whether it was stored */
export async function updateDraft(tx: Tx, draft: Draft, description: Description, at: Instant): Promise<boolean> {
  // why max: two changes within a millisecond are two versions all the same.
  const updatedAt = new Date(Math.max(at, draft.version + 1));
  const { count } = await tx.contestDraft.updateMany({
    where: { id: draft.id, updatedAt: new Date(draft.version) },
    data: { ...columnsOf(description), updatedAt },
  });
  return count === 1;
}

/** Takes a draft away, unless somebody else has changed it since. @returns whether it was there in that version */
export async function deleteDraft(tx: Tx, draft: Draft): Promise<boolean> {
  const { count } = await tx.contestDraft.deleteMany({
    where: { id: draft.id, updatedAt: new Date(draft.version) },
  });
  return count === 1;
}
