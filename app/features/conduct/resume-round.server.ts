import { decideAct, lastingPause } from '#app/domain/contests/conduct.ts';
import { ok, refuse } from '#app/domain/kernel/result.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import type { Adjusted } from './adjust-round.server.ts';
import { holdRound, storeEnd } from './conduct.repo.server.ts';
import { openContest, readRound, reasonOf, takeEffect, type Conducting } from './open-conduct.server.ts';

/** Lets a round that stands still go on: the close and every deadline move by the length of the pause. */
export async function resumeRound(command: Omit<Conducting, 'key'> & { readonly roundId: string }): Promise<Adjusted> {
  const { actor, contestSlug, roundId, now } = command;
  const opened = await openContest(actor, contestSlug, now);
  if (!opened.ok) return opened;
  const contestId = opened.value.id;
  const reason = reasonOf(command.reason);
  if (reason === undefined) return refuse('reason-missing');
  const stored = await inTransaction(async (tx): Promise<Adjusted> => {
    const isOpen = await holdRound(tx, roundId, now);
    const found = await readRound(tx, contestId, roundId, now);
    if (!found) return refuse('not-found');
    if (!isOpen) return refuse('round-settled');
    const pause = lastingPause(found.clock.adjustments);
    const decided = decideAct(found, { kind: 'resume' }, '');
    if (!decided.ok) return decided;
    const ended = decided.value.find((each) => each.id === pause?.id);
    if (!ended) throw new Error('resuming ended no pause');
    await storeEnd(tx, ended.id, ended.endsAt ?? now);
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'round.resumed',
      subject: `adjustment:${ended.id}`,
      detail: { contestId, roundId, reason },
    });
    return ok({ contestId, adjustmentIds: [ended.id], roundIds: [roundId] });
  });
  if (stored.ok) await takeEffect(stored.value.roundIds, now);
  return stored;
}
