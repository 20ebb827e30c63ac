import { ok, refuse, type Result } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';

/** Acts that one person proposes and another carries out. */
export const PROPOSAL_KINDS = ['correctKey', 'setAside', 'restoreAttempt'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export const PROPOSAL_STATES = ['waiting', 'carriedOut', 'refused', 'withdrawn'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** A proposal as its life looks at it. */
export interface Proposal {
  readonly proposedById: string;
  readonly state: ProposalState;
  readonly decidedById: string | undefined;
  readonly decidedAt: Instant | undefined;
}

/** Why a proposal is not made, or not ended. */
export type ProposalRefusal = 'reason-missing' | 'proposal-waiting' | 'proposal-closed' | 'proposal-own' | 'forbidden';

export const SHORTEST_REASON = 5;
export const LONGEST_REASON = 500;

/** A reason that says something, tidied by the caller. */
export const isReason = (reason: string): boolean =>
  reason.length >= SHORTEST_REASON && reason.length <= LONGEST_REASON;

/** A new proposal. */
export const propose = (proposedById: string): Proposal => ({
  proposedById,
  state: 'waiting',
  decidedById: undefined,
  decidedAt: undefined,
});

/** Another person carries it out or refuses it: nobody decides what they proposed themselves. */
export function decide(
  proposal: Proposal,
  verdict: 'carriedOut' | 'refused',
  by: { readonly id: string; readonly at: Instant },
): Result<Proposal, ProposalRefusal> {
  if (proposal.state !== 'waiting') return refuse('proposal-closed');
  if (proposal.proposedById === by.id) return refuse('proposal-own');
  return ok({ ...proposal, state: verdict, decidedById: by.id, decidedAt: by.at });
}

/** Who proposed it takes it back. */
export function withdraw(
  proposal: Proposal,
  by: { readonly id: string; readonly at: Instant },
): Result<Proposal, ProposalRefusal> {
  if (proposal.proposedById !== by.id) return refuse('forbidden');
  if (proposal.state !== 'waiting') return refuse('proposal-closed');
  return ok({ ...proposal, state: 'withdrawn', decidedById: by.id, decidedAt: by.at });
}
