import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { isReason } from '#app/domain/proposals/proposal.ts';
import { decideSignal, type SignalAct, type SignalRefusal, type SignalState } from '#app/domain/signals/signal.ts';
import { proposeSetAside, type RulingProposalRefusal } from '#app/features/rulings/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { caseOf, openSignal } from './open-signals.server.ts';
import { loadSignal, moveSignal, type StoredSignal } from './signal.repo.server.ts';

export type DecideRefusal = SignalRefusal | RulingProposalRefusal | 'reason-missing' | 'forbidden' | 'not-found';

interface Deciding {
  readonly actor: Actor;
  readonly contestSlug: string;
  readonly signalId: string;
  readonly now: Instant;
}

/** Invites everybody whom the signal is about to say something; it accuses nobody. */
export const askAbout = (command: Deciding): Promise<Result<SignalState, DecideRefusal>> =>
  act({ ...command, reason: '' }, { kind: 'ask' });

/** Ends a signal without consequence: there is a good explanation, or it says too little. */
export const dismissSignal = (
  command: Deciding & { readonly reason: string },
): Promise<Result<SignalState, DecideRefusal>> => act(command, { kind: 'dismiss' });

/**
 * Finds that a signal is right. What follows is proposed only: that these attempts do not count, which a second person decides.
 * @param command.attemptIds none where it is about no person
 */
export const upholdSignal = (
  command: Deciding & { readonly reason: string; readonly attemptIds: readonly string[] },
): Promise<Result<SignalState, DecideRefusal>> =>
  act(command, { kind: 'uphold', attemptIds: [...new Set(command.attemptIds)] });

async function act(
  command: Deciding & { readonly reason: string },
  asked: SignalAct,
): Promise<Result<SignalState, DecideRefusal>> {
  const { actor, now } = command;
  const opened = await openSignal(command, 'decide-signals', now);
  if (!opened.ok) return opened;
  const { signal } = opened.value;
  const reason = tidy(command.reason);
  if (asked.kind !== 'ask' && !isReason(reason)) return refuse('reason-missing');
  const decided = decideSignal(await caseOf(signal), asked, { accountId: actor.accountId, now });
  if (!decided.ok) return decided;
  if (asked.kind === 'uphold') {
    const proposed = await proposeAll(signal, asked.attemptIds, { actor, reason, now });
    if (!proposed.ok) return proposed;
  }
  return inTransaction(async (tx) => {
    const current = await loadSignal(signal.id, tx);
    if (!current) return refuse('not-found');
    // why again: somebody else may have decided meanwhile.
    const still = decideSignal(await caseOf(current, tx), asked, { accountId: actor.accountId, now });
    if (!still.ok) return still;
    const isMoved = await moveSignal(tx, current, { state: still.value, now, actorId: actor.accountId, reason });
    if (!isMoved) return refuse('signal-decided');
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: `signal.${still.value}`,
      subject: `signal:${signal.id}`,
      detail: {
        contestId: signal.contestId,
        kind: signal.kind,
        people: signal.evidence.members.length,
        ...(reason === '' ? {} : { reason }),
        ...(asked.kind === 'uphold' ? { attempts: asked.attemptIds.length } : {}),
      },
    });
    return ok(still.value);
  });
}

/**
 * Proposes for each attempt that it does not count. One that is proposed or set aside already is no fault: a form that was sent
 * twice, or a decision that was cut off in the middle, goes on where it was.
 */
async function proposeAll(
  signal: StoredSignal,
  attemptIds: readonly string[],
  { actor, reason, now }: { actor: Actor; reason: string; now: Instant },
): Promise<Result<undefined, RulingProposalRefusal>> {
  for (const attemptId of attemptIds) {
    const proposed = await proposeSetAside({ actor, attemptId, cause: 'signal', causeId: signal.id, reason, now });
    if (!proposed.ok && proposed.error !== 'proposal-waiting' && proposed.error !== 'already-set-aside')
      return proposed;
  }
  return ok(undefined);
}
