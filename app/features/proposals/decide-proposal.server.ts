import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { decide, isReason, withdraw, type Proposal, type ProposalRefusal } from '#app/domain/proposals/proposal.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { holdAlone } from '#app/platform/db/hold.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { findProposal, storeDecision, type StoredProposal } from './proposal.repo.server.ts';

interface Deciding {
  readonly actor: Actor;
  readonly proposalId: string;
  readonly now: Instant;
}

/** Why a proposal was not decided. */
export type DecidingRefusal = ProposalRefusal | 'not-found';

/**
 * Carries out what another person proposed, once: the act and the end of the proposal are stored together or not at all. Of
 * several people who agree at the same moment one carries it out, the others are told that it is done.
 * @param act what was proposed; it refuses before it has written anything
 */
export function carryOutProposal<Value, Refusal>(
  { actor, proposalId, now }: Deciding,
  act: (tx: Tx, proposal: StoredProposal) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | DecidingRefusal>> {
  return inTransaction(async (tx): Promise<Result<Value, Refusal | DecidingRefusal>> => {
    const opened = await open(tx, proposalId, (each) => decide(each, 'carriedOut', { id: actor.accountId, at: now }));
    if (!opened.ok) return opened;
    const { proposal, decided } = opened.value;
    const done = await act(tx, proposal);
    if (!done.ok) return done;
    await close(tx, proposal, decided, '');
    return done;
  });
}

/** Refuses what another person proposed, and says why. */
export async function refuseProposal(
  command: Deciding & { readonly reason: string },
): Promise<Result<undefined, DecidingRefusal>> {
  const reason = tidy(command.reason);
  if (!isReason(reason)) return refuse('reason-missing');
  const by = { id: command.actor.accountId, at: command.now };
  return end(command.proposalId, (each) => decide(each, 'refused', by), reason);
}

/** Takes a proposal back: only who made it does. */
export function withdrawProposal({ actor, proposalId, now }: Deciding): Promise<Result<undefined, DecidingRefusal>> {
  return end(proposalId, (each) => withdraw(each, { id: actor.accountId, at: now }), '');
}

type Step = (proposal: Proposal) => Result<Proposal, ProposalRefusal>;

function end(id: string, step: Step, reason: string): Promise<Result<undefined, DecidingRefusal>> {
  return inTransaction(async (tx) => {
    const opened = await open(tx, id, step);
    if (!opened.ok) return opened;
    await close(tx, opened.value.proposal, opened.value.decided, reason);
    return ok(undefined);
  });
}

async function open(
  tx: Tx,
  id: string,
  step: Step,
): Promise<Result<{ proposal: StoredProposal; decided: Proposal }, DecidingRefusal>> {
  await holdAlone(tx, `proposal:${id}`);
  const proposal = await findProposal(tx, id);
  if (!proposal) return refuse('not-found');
  const decided = step(proposal);
  return decided.ok ? ok({ proposal, decided: decided.value }) : decided;
}

async function close(tx: Tx, { id, kind, subject }: StoredProposal, decided: Proposal, reason: string): Promise<void> {
  if (!(await storeDecision(tx, id, decided, reason))) throw new Error(`proposal ${id} was decided twice at once`);
  const { state, decidedById, decidedAt, proposedById } = decided;
  const action = { carriedOut: 'proposal.carried-out', refused: 'proposal.refused', withdrawn: 'proposal.withdrawn' };
  await recordAudit(tx, {
    at: decidedAt ?? 0,
    actorId: decidedById,
    action: state === 'waiting' ? 'proposal.made' : action[state],
    subject: `proposal:${id}`,
    detail: { kind, about: subject, proposedBy: proposedById },
  });
}
