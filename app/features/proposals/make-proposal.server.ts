import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { isReason, type ProposalKind, type ProposalRefusal } from '#app/domain/proposals/proposal.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { holdAlone } from '#app/platform/db/hold.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { createProposal, findWaiting } from './proposal.repo.server.ts';

/** What somebody proposes. Who may propose it is for the room of the act to say. */
export interface Proposing {
  readonly actor: Actor;
  readonly kind: ProposalKind;
  readonly subject: string;
  readonly contestId: string | undefined;
  readonly body: object;
  readonly reason: string;
  readonly now: Instant;
}

/**
 * Writes down what somebody proposes, in the caller's transaction. About one thing one proposal of a kind waits at a time, so that
 * nobody decides on something that another decision has just changed.
 */
export async function makeProposal(
  tx: Tx,
  { actor, kind, subject, contestId, body, reason: typed, now }: Proposing,
): Promise<Result<{ readonly proposalId: string }, ProposalRefusal>> {
  const reason = tidy(typed);
  if (!isReason(reason)) return refuse('reason-missing');
  await holdAlone(tx, `proposal:${subject}`);
  if (await findWaiting(tx, [kind], subject)) return refuse('proposal-waiting');
  const proposalId = await createProposal(tx, {
    kind,
    subject,
    contestId,
    body: JSON.stringify(body),
    reason,
    proposedById: actor.accountId,
    proposedAt: now,
  });
  await recordAudit(tx, {
    at: now,
    actorId: actor.accountId,
    action: 'proposal.made',
    subject: `proposal:${proposalId}`,
    detail: { kind, about: subject },
  });
  return ok({ proposalId });
}
