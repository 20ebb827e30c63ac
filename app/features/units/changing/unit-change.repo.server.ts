import type { Instant } from '#app/domain/kernel/time.ts';
import type { ChangeKind, NewLink } from '#app/domain/units/change-command.ts';
import type { UnitEdit } from '#app/domain/units/unit-record.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import type { CarriedHeadcount, MovedPeople } from './people.repo.server.ts';

/** What is kept of a change: what was before and what came after, and who went where. */
export interface ChangeDetail {
  /** planned: its day is yet to come, and nobody has moved. */
  readonly state: 'planned' | 'done';
  readonly edits: readonly UnitEdit[];
  readonly links: readonly NewLink[];
  readonly heirs: readonly { readonly from: string; readonly to: string }[];
  readonly moved: readonly MovedPeople[];
  readonly headcounts: readonly CarriedHeadcount[];
}

/** A change without its detail, as lists show it. */
export interface ChangeHead {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly unitIds: readonly string[];
  readonly actorId: string | undefined;
  readonly effectiveAt: Instant;
  readonly reason: string;
  readonly at: Instant;
  readonly undoneAt: Instant | undefined;
  readonly undoneById: string | undefined;
}

const HEAD = {
  id: true,
  kind: true,
  unitIds: true,
  actorId: true,
  effectiveAt: true,
  reason: true,
  at: true,
  undoneAt: true,
  undoneById: true,
} as const;

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly unitIds: string;
  readonly actorId: string | null;
  readonly effectiveAt: Date;
  readonly reason: string;
  readonly at: Date;
  readonly undoneAt: Date | null;
  readonly undoneById: string | null;
}

const headOf = (row: Row): ChangeHead => ({
  id: row.id,
  kind: row.kind as ChangeKind,
  unitIds: row.unitIds.split('|').filter(Boolean),
  actorId: row.actorId ?? undefined,
  effectiveAt: row.effectiveAt.getTime(),
  reason: row.reason,
  at: row.at.getTime(),
  undoneAt: row.undoneAt?.getTime(),
  undoneById: row.undoneById ?? undefined,
});

/** Stores a change. @returns its id */
export async function storeChange(
  tx: Tx,
  change: {
    readonly kind: ChangeKind;
    readonly unitIds: readonly string[];
    readonly actorId: string;
    readonly effectiveAt: Instant;
    readonly reason: string;
    readonly detail: ChangeDetail;
    readonly at: Instant;
  },
): Promise<string> {
  const { kind, unitIds, actorId, effectiveAt, reason, detail, at } = change;
  const { id } = await tx.unitChange.create({
    data: {
      kind,
      unitIds: `|${unitIds.join('|')}|`,
      actorId,
      effectiveAt: new Date(effectiveAt),
      reason,
      detail: JSON.stringify(detail),
      at: new Date(at),
    },
    select: { id: true },
  });
  return id;
}

/** Stores what a change has become. */
export const storeDetail = async (tx: Tx, id: string, detail: ChangeDetail): Promise<void> => {
  await tx.unitChange.update({ where: { id }, data: { detail: JSON.stringify(detail) } });
};

/** Says that a change was taken back. */
export const storeUndoing = async (
  tx: Tx,
  id: string,
  { actorId, at }: { actorId: string; at: Instant },
): Promise<void> => {
  await tx.unitChange.update({ where: { id }, data: { undoneAt: new Date(at), undoneById: actorId } });
};

/** One change with all that is kept of it; undefined where there is none. */
export async function findChange(
  id: string,
  tx?: Tx,
): Promise<(ChangeHead & { readonly detail: ChangeDetail }) | undefined> {
  if (!canBeKey(id)) return undefined;
  const row = await (tx ?? (await database())).unitChange.findUnique({ where: { id } });
  return row ? { ...headOf(row), detail: JSON.parse(row.detail) as ChangeDetail } : undefined;
}

/** Ids of changes whose day has come and that were not carried out yet, the oldest day first. */
export async function findDue(now: Instant): Promise<string[]> {
  const rows = await (
    await database()
  ).unitChange.findMany({
    where: { undoneAt: null, effectiveAt: { lte: new Date(now) }, detail: { startsWith: '{"state":"planned"' } },
    orderBy: [{ effectiveAt: 'asc' }, { at: 'asc' }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Changes, the newest first. */
export async function findChanges(
  filter: { readonly unitId?: string | undefined; readonly kind?: string | undefined },
  { skip, take }: { skip: number; take: number },
): Promise<{ total: number; changes: ChangeHead[] }> {
  const where = {
    ...(filter.kind === undefined ? {} : { kind: filter.kind }),
    ...(filter.unitId === undefined ? {} : { unitIds: { contains: `|${filter.unitId}|` } }),
  };
  const client = await database();
  const [total, rows] = await Promise.all([
    client.unitChange.count({ where }),
    client.unitChange.findMany({ where, orderBy: [{ at: 'desc' }, { id: 'desc' }], skip, take, select: HEAD }),
  ]);
  return { total, changes: rows.map(headOf) };
}

/** Full names of accounts, for "by whom". */
export async function findActorNames(accountIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await (
    await database()
  ).account.findMany({ where: { id: { in: [...accountIds] } }, select: { id: true, fullName: true } });
  return new Map(rows.map(({ id, fullName }) => [id, fullName]));
}
