import type { Adjustment } from '#app/domain/contests/timeline.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

const dateOf = (at: Instant | undefined): Date | null => (at === undefined ? null : new Date(at));

/**
 * Holds a round for the acts of one transaction: who conducts it, and who settles it, does so one after the other.
 * @returns whether there is such a round and nobody has settled it
 */
export async function holdRound(tx: Tx, roundId: string, now: Instant): Promise<boolean> {
  const { count } = await tx.round.updateMany({
    where: { id: roundId, settledAt: null },
    data: { updatedAt: new Date(now) },
  });
  return count === 1;
}

/** Stores a new adjustment. */
export async function storeAdjustment(
  tx: Tx,
  adjustment: Adjustment,
  act: {
    contestId: string;
    roundId: string;
    unitId?: string | undefined;
    reason: string;
    actorId: string;
    at: Instant;
  },
): Promise<void> {
  const { contestId, roundId, unitId, reason, actorId, at } = act;
  await tx.adjustment.create({
    data: {
      id: adjustment.id,
      contestId,
      roundId,
      kind: adjustment.kind,
      ms: adjustment.ms,
      accountId: adjustment.accountId ?? null,
      unitId: unitId ?? null,
      startsAt: dateOf(adjustment.startsAt),
      endsAt: dateOf(adjustment.endsAt),
      reason,
      actorId,
      at: new Date(at),
    },
  });
}

/** Whether an adjustment with this id is stored: the form that made it was sent before. */
export const hasAdjustment = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.adjustment.findUnique({ where: { id }, select: { id: true } })) !== null;

/** Ends a pause. */
export async function storeEnd(tx: Tx, id: string, endsAt: Instant): Promise<void> {
  await tx.adjustment.update({ where: { id }, data: { endsAt: new Date(endsAt) } });
}

/** Marks an adjustment as undone. */
export async function storeUndoing(
  tx: Tx,
  id: string,
  undoing: { at: Instant; actorId: string; reason: string },
): Promise<void> {
  await tx.adjustment.update({
    where: { id },
    data: { undoneAt: new Date(undoing.at), undoneById: undoing.actorId, undoReason: undoing.reason },
  });
}

/** An adjustment as it is stored, with who made and who undid it. */
export interface AdjustmentRow {
  readonly id: string;
  readonly roundId: string;
  readonly kind: Adjustment['kind'];
  readonly ms: number;
  readonly accountId: string | undefined;
  readonly unitId: string | undefined;
  readonly startsAt: Instant | undefined;
  readonly endsAt: Instant | undefined;
  readonly reason: string;
  readonly actorId: string;
  readonly at: Instant;
  readonly undone: { readonly at: Instant; readonly byId: string; readonly reason: string } | undefined;
}

/** Everything that was adjusted in a contest, the latest first. */
export async function findAdjustmentRows(contestId: string): Promise<AdjustmentRow[]> {
  const rows = await (
    await database()
  ).adjustment.findMany({ where: { contestId }, orderBy: [{ at: 'desc' }, { id: 'desc' }] });
  return rows.map((row) => ({
    id: row.id,
    roundId: row.roundId,
    kind: row.kind as Adjustment['kind'],
    ms: row.ms,
    accountId: row.accountId ?? undefined,
    unitId: row.unitId ?? undefined,
    startsAt: row.startsAt?.getTime(),
    endsAt: row.endsAt?.getTime(),
    reason: row.reason,
    actorId: row.actorId,
    at: row.at.getTime(),
    undone: row.undoneAt
      ? { at: row.undoneAt.getTime(), byId: row.undoneById ?? '', reason: row.undoReason ?? '' }
      : undefined,
  }));
}

/** Who resumed after these pauses, and why, by the id of the pause. */
export async function findResumings(
  adjustmentIds: readonly string[],
): Promise<Map<string, { byId: string; reason: string }>> {
  const rows = await (
    await database()
  ).auditEntry.findMany({
    where: { action: 'round.resumed', subject: { in: adjustmentIds.map((id) => `adjustment:${id}`) } },
    select: { subject: true, actorId: true, detail: true },
  });
  return new Map(
    rows.map(({ subject, actorId, detail }) => {
      const { reason = '' } = JSON.parse(detail) as { reason?: string };
      return [subject.slice('adjustment:'.length), { byId: actorId ?? '', reason }];
    }),
  );
}

/** Whether there is an account with this id. */
export const hasAccount = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.account.findUnique({ where: { id }, select: { id: true } })) !== null;

/** Whether a contest has a notice with this id, withdrawn or not. */
export const hasNotice = async (tx: Tx, id: string, contestId: string): Promise<boolean> =>
  (await tx.notice.count({ where: { id, contestId } })) > 0;

/** Takes a notice of a contest back. @returns whether it stood until now */
export async function storeWithdrawal(tx: Tx, id: string, contestId: string, at: Instant): Promise<boolean> {
  const { count } = await tx.notice.updateMany({
    where: { id, contestId, withdrawnAt: null },
    data: { withdrawnAt: new Date(at) },
  });
  return count === 1;
}

/** A notice in the history of a contest. */
export interface NoticeRow {
  readonly id: string;
  readonly text: string;
  readonly actorId: string;
  readonly at: Instant;
  readonly withdrawnAt: Instant | undefined;
}

/** Every notice of a contest, the latest first, also those that were withdrawn. */
export async function listNotices(contestId: string): Promise<NoticeRow[]> {
  const rows = await (
    await database()
  ).notice.findMany({ where: { contestId }, orderBy: [{ at: 'desc' }, { id: 'desc' }] });
  return rows.map(({ id, text, actorId, at, withdrawnAt }) => ({
    id,
    text,
    actorId,
    at: at.getTime(),
    withdrawnAt: withdrawnAt?.getTime(),
  }));
}
