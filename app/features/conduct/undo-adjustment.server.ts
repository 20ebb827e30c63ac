import { decideAct } from '#app/domain/contests/conduct.ts';
import { ok, refuse } from '#app/domain/kernel/result.ts';
import { findAdjustments } from '#app/features/contests/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import type { Adjusted } from './adjust-round.server.ts';
import { holdRound, storeUndoing } from './conduct.repo.server.ts';
import { openContest, readRound, reasonOf, takeEffect, type Conducting } from './open-conduct.server.ts';

/**
 * Takes an adjustment back. Nobody loses time that has passed: a deadline that the adjustment had moved ends at the undoing
 * at the earliest. A pause that lasts is not undone but ended, by resuming.
 */
export async function undoAdjustment(
  command: Omit<Conducting, 'key'> & { readonly adjustmentId: string },
): Promise<Adjusted> {
  const { actor, contestSlug, adjustmentId, now } = command;
  const opened = await openContest(actor, contestSlug, now);
  if (!opened.ok) return opened;
  const contestId = opened.value.id;
  const reason = reasonOf(command.reason);
  if (reason === undefined) return refuse('reason-missing');
  const stored = await inTransaction(async (tx): Promise<Adjusted> => {
    const held = [...(await findAdjustments(contestId, tx))];
    const roundId = held.find(([, adjustments]) => adjustments.some((each) => each.id === adjustmentId))?.[0];
    if (roundId === undefined) return refuse('not-found');
    const isOpen = await holdRound(tx, roundId, now);
    const found = await readRound(tx, contestId, roundId, now);
    if (!found || !isOpen) return refuse('round-settled');
    const decided = decideAct(found, { kind: 'undo', adjustmentId }, '');
    if (!decided.ok) return decided;
    const undone = decided.value.find((each) => each.id === adjustmentId);
    await storeUndoing(tx, adjustmentId, { at: undone?.undoneAt ?? now, actorId: actor.accountId, reason });
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'adjustment.undone',
      subject: `adjustment:${adjustmentId}`,
      detail: { contestId, roundId, reason },
    });
    return ok({ contestId, adjustmentIds: [adjustmentId], roundIds: [roundId] });
  });
  if (stored.ok) await takeEffect(stored.value.roundIds, now);
  return stored;
}
