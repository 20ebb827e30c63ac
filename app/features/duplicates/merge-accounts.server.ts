import { randomUUID } from 'node:crypto';
import type { Actor } from '#app/domain/identity/actor.ts';
import { can } from '#app/domain/identity/permissions.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { isReason } from '#app/domain/proposals/proposal.ts';
import { changeCorrections } from '#app/features/contests/index.server.ts';
import { forgetBoards, refreshStandings } from '#app/features/results/index.server.ts';
import { rule } from '#app/features/rulings/index.server.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { holdAlone } from '#app/platform/db/hold.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { endSessions, findAccounts, storeMerge, type MergeAccount } from './merge.repo.server.ts';
import { rowsToText } from './move-log.repo.server.ts';
import { follow, moveRows } from './move-rows.server.ts';
import { closePairsOf } from './pair.repo.server.ts';
import { planOf, type MergePlan } from './plan.server.ts';

/** Why two accounts are not made one. */
export type MergeRefusal =
  | 'forbidden'
  | 'not-found'
  | 'reason-missing'
  | 'merge-account-gone'
  | 'merge-attempt-running'
  | 'merge-extra-time'
  | 'merge-own'
  | 'merge-staff';

interface Merging {
  readonly actor: Actor;
  readonly keptId: string;
  /** The account that ends. */
  readonly mergedId: string;
  readonly reason: string;
  /** Whether the kept account takes over duties of the other one; has to be said where there are any. */
  readonly takesGrants?: boolean | undefined;
  readonly now: Instant;
}

/** Merges come one after the other: each looks at accounts that another may just be ending. */
export const HOLD_MERGES = 'account-merges';

/**
 * Makes two accounts of one person one, in one transaction: entries, attempts and what else belongs to a person go to the kept
 * account, the other one ends, and rankings and figures follow. Attempts over the limit of a contest no longer count, the earliest
 * ones being kept. All of it can be taken back with undoMerge().
 */
export async function mergeAccounts(command: Merging): Promise<Result<{ readonly mergeId: string }, MergeRefusal>> {
  const { actor, keptId, mergedId, now } = command;
  const reason = tidy(command.reason);
  const top = (await getTopUnit(now))?.path ?? '';
  if (!can(actor, 'merge-accounts', top)) return refuse('forbidden');
  if (!isReason(reason)) return refuse('reason-missing');
  if (keptId === mergedId) return refuse('not-found');
  if ([keptId, mergedId].includes(actor.accountId)) return refuse('merge-own');
  // why before: attempts that rankings do not know yet would be folded under an account that no longer has them.
  await refreshStandings();
  const merged = await inTransaction(async (tx): Promise<Result<{ readonly mergeId: string }, MergeRefusal>> => {
    await holdAlone(tx, HOLD_MERGES);
    const accounts = await findAccounts(tx, [keptId, mergedId]);
    const [kept, ended] = [accounts.get(keptId), accounts.get(mergedId)];
    if (!kept || !ended) return refuse('not-found');
    if (kept.isGone || ended.isGone) return refuse('merge-account-gone');
    const granted = mayGrant(command, ended, top);
    if (!granted.ok) return granted;
    const plan = await planHeld(tx, command);
    if (plan.isRunning) return refuse('merge-attempt-running');
    if (plan.hasOwnTime) return refuse('merge-extra-time');
    return ok({ mergeId: await carryOut(tx, command, { kept, ended, plan, reason }) });
  });
  if (merged.ok) forgetBoards();
  return merged;
}

/** Duties are never handed on unasked, nor by somebody who may not give them. */
function mayGrant(
  { actor, takesGrants }: Merging,
  ended: MergeAccount,
  top: string,
): Result<undefined, 'merge-staff' | 'forbidden'> {
  if (ended.grants.length === 0) return ok(undefined);
  if (takesGrants === undefined) return refuse('merge-staff');
  return takesGrants && !can(actor, 'grant-role', top) ? refuse('forbidden') : ok(undefined);
}

/** The plan, as it stays until the end of the transaction: nobody freezes figures or corrects keys of these contests meanwhile. */
async function planHeld(tx: Tx, accounts: { keptId: string; mergedId: string }): Promise<MergePlan> {
  const first = await planOf(tx, accounts);
  for (const { contest } of first.contests) await changeCorrections(tx, contest.id);
  return planOf(tx, accounts);
}

async function carryOut(
  tx: Tx,
  { actor, keptId, mergedId, takesGrants = false, now }: Merging,
  { kept, ended, plan, reason }: { kept: MergeAccount; ended: MergeAccount; plan: MergePlan; reason: string },
): Promise<string> {
  const mergeId = randomUUID();
  const log = await moveRows(tx, { kept, merged: ended, plan, takesGrants, now });
  await endSessions(tx, mergedId);
  await follow(tx, plan, [keptId, mergedId], [kept.unitId, ended.unitId], now);
  const setAside = plan.contests.flatMap((each) => each.plan.setAside);
  for (const attemptId of setAside) {
    const ruled = await rule(tx, {
      attemptId,
      kind: 'setAside',
      cause: 'merge',
      causeId: mergeId,
      reason,
      actorId: actor.accountId,
      now,
    });
    if (!ruled.ok) throw new Error(`attempt ${attemptId} could not be set aside: ${ruled.error}`);
  }
  const { accountId: actorId } = actor;
  await storeMerge(tx, { id: mergeId, keptId, mergedId, actorId, at: now, reason, moved: rowsToText(log.rows) });
  await closePairsOf(tx, { id: mergeId, keptId, mergedId }, { actorId, reason, at: now });
  const detail = { kept: keptId, merge: mergeId, rows: log.rows.length, setAside: setAside.length, takesGrants };
  await recordAudit(tx, { at: now, actorId, action: 'account.merged', subject: `account:${mergedId}`, detail });
  return mergeId;
}
