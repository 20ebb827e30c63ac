import type { Actor } from '#app/domain/identity/actor.ts';
import { can } from '#app/domain/identity/permissions.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { isReason } from '#app/domain/proposals/proposal.ts';
import { changeCorrections } from '#app/features/contests/index.server.ts';
import { findFrozenCounts, forgetBoards, refreshStandings } from '#app/features/results/index.server.ts';
import { rule } from '#app/features/rulings/index.server.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { holdAlone } from '#app/platform/db/hold.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { HOLD_MERGES } from './merge-accounts.server.ts';
import {
  findAccounts,
  findAttemptsOf,
  findMerge,
  findSetAsideBy,
  hasLaterMerge,
  storeUndo,
  type StoredMerge,
} from './merge.repo.server.ts';
import { RowChangedSince, rowsOfText, takeBack, type MovedRow } from './move-log.repo.server.ts';
import { follow } from './move-rows.server.ts';
import { reopenPairs } from './pair.repo.server.ts';
import { planOf } from './plan.server.ts';

/** Why a merge is not taken back. */
export type UndoRefusal =
  | 'forbidden'
  | 'not-found'
  | 'reason-missing'
  | 'already-undone'
  | 'merge-own'
  | 'merge-later-one'
  | 'merge-attempt-running'
  | 'merge-account-gone'
  | 'merge-changed-since';

interface Undoing {
  readonly actor: Actor;
  readonly mergeId: string;
  readonly reason: string;
  readonly now: Instant;
}

/**
 * Takes a merge back: every row is again as it was, attempts that were set aside by it count again, rankings and figures follow.
 * Refused where the kept account has done something since that rests on what was merged. Sessions that were ended stay ended.
 */
export async function undoMerge(command: Undoing): Promise<Result<undefined, UndoRefusal>> {
  const { actor, now } = command;
  const reason = tidy(command.reason);
  if (!can(actor, 'merge-accounts', (await getTopUnit(now))?.path ?? '')) return refuse('forbidden');
  if (!isReason(reason)) return refuse('reason-missing');
  await refreshStandings();
  try {
    const undone = await inTransaction((tx) => undo(tx, { ...command, reason }));
    if (undone.ok) forgetBoards();
    return undone;
  } catch (error) {
    if (error instanceof RowChangedSince) return refuse('merge-changed-since');
    throw error;
  }
}

async function undo(tx: Tx, { actor, mergeId, reason, now }: Undoing): Promise<Result<undefined, UndoRefusal>> {
  await holdAlone(tx, HOLD_MERGES);
  const merge = await findMerge(tx, mergeId);
  if (!merge) return refuse('not-found');
  const { keptId, mergedId } = merge;
  const moved = rowsOfText(merge.moved);
  const checked = await check(tx, merge, moved, actor);
  if (!checked.ok) return checked;
  const { accountId: actorId } = actor;
  for (const attemptId of await findSetAsideBy(tx, mergeId)) {
    const restored = await rule(tx, {
      attemptId,
      kind: 'restored',
      cause: 'merge',
      causeId: mergeId,
      reason,
      actorId,
      now,
    });
    if (!restored.ok) return refuse('merge-changed-since');
  }
  await takeBack(tx, moved);
  const accounts = await findAccounts(tx, [keptId, mergedId]);
  const plan = await planOf(tx, merge);
  await follow(
    tx,
    plan,
    [keptId, mergedId],
    [...accounts.values()].map(({ unitId }) => unitId),
    now,
  );
  if (!(await storeUndo(tx, mergeId, { actorId, reason, at: now })))
    throw new Error(`merge ${mergeId} was undone twice`);
  await reopenPairs(tx, merge);
  const detail = { kept: keptId, merge: mergeId, rows: moved.length };
  await recordAudit(tx, { at: now, actorId, action: 'account.merge-undone', subject: `account:${mergedId}`, detail });
  return ok(undefined);
}

async function check(
  tx: Tx,
  merge: StoredMerge,
  moved: readonly MovedRow[],
  actor: Actor,
): Promise<Result<undefined, UndoRefusal>> {
  const { keptId, mergedId, undoneAt, at } = merge;
  if (undoneAt !== undefined) return refuse('already-undone');
  if ([keptId, mergedId].includes(actor.accountId)) return refuse('merge-own');
  const accounts = await findAccounts(tx, [keptId, mergedId]);
  const [kept, ended] = [accounts.get(keptId), accounts.get(mergedId)];
  if (!kept || !ended) return refuse('merge-account-gone');
  if (kept.mergedIntoId !== undefined || (await hasLaterMerge(tx, merge))) return refuse('merge-later-one');
  // why erased: what was moved is not known any more.
  if (kept.isGone || ended.isErased || ended.mergedIntoId !== keptId) return refuse('merge-account-gone');
  const attempts = await findAttemptsOf(tx, [keptId]);
  if (attempts.some(({ isFinished }) => !isFinished)) return refuse('merge-attempt-running');
  const entered = new Set(
    moved.flatMap(({ table, where }) => (table === 'participation' ? [String(where['contestId'])] : [])),
  );
  for (const contestId of entered) {
    await changeCorrections(tx, contestId);
    // why: what was published counted one person, and what the kept account sat since rests on the attempts of both.
    const isFrozen = (await findFrozenCounts(contestId, tx)).size > 0;
    const hasSatSince = attempts.some((attempt) => attempt.contestId === contestId && attempt.startedAt >= at);
    if (isFrozen || hasSatSince) return refuse('merge-changed-since');
  }
  return ok(undefined);
}
