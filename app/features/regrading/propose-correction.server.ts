import { can } from '#app/domain/identity/permissions.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { ProposalRefusal } from '#app/domain/proposals/proposal.ts';
import type { Correction } from '#app/domain/scoring/correction.ts';
import { findContest, findCorrections } from '#app/features/contests/index.server.ts';
import {
  carryOutProposal,
  findProposal,
  makeProposal,
  type DecidingRefusal,
  type StoredProposal,
} from '#app/features/proposals/index.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { announceCorrection, makeCorrection } from './correct-key.server.ts';
import {
  decideCorrection,
  openItem,
  reasonOf,
  type Correcting,
  type CorrectingRefusal,
} from './open-correcting.server.ts';

/** Why a correction is not proposed or not carried out. */
export type CorrectionProposalRefusal = CorrectingRefusal | ProposalRefusal;

interface CorrectionBody {
  readonly itemVersionId: string;
  readonly correction: Correction;
}

interface Proposing extends Correcting {
  readonly reason: string;
  /** How many corrections the contest had when this one was looked at. */
  readonly seen?: number | undefined;
}

/** Proposes a correction: nothing is graded again, and nobody is told, until a second person has looked at it and agreed. */
export async function proposeCorrection(
  command: Proposing,
): Promise<Result<{ readonly proposalId: string }, CorrectionProposalRefusal>> {
  const { actor, itemVersionId, seen, now } = command;
  const reason = reasonOf(command.reason);
  if (reason === undefined) return refuse('reason-missing');
  const opened = await openItem(command.contestSlug, itemVersionId);
  if (!opened.ok) return opened;
  const { contest, body } = opened.value;
  return inTransaction(async (tx): Promise<Result<{ readonly proposalId: string }, CorrectionProposalRefusal>> => {
    const all = await findCorrections(contest.id, tx);
    if (seen !== undefined && seen !== all.length) return refuse('correction-changed');
    const decided = decideCorrection(all, command, body);
    if (!decided.ok) return decided;
    const proposed: CorrectionBody = { itemVersionId, correction: decided.value.correction };
    return makeProposal(tx, {
      actor,
      kind: 'correctKey',
      subject: correctionSubject(contest.id, itemVersionId),
      contestId: contest.id,
      body: proposed,
      reason,
      now,
    });
  });
}

/** What a proposal to correct the key of an item is about. */
export const correctionSubject = (contestId: string, itemVersionId: string): string =>
  `key:${contestId}:${itemVersionId}`;

/** What a proposal to correct a key wants; undefined for another kind, and where the contest is gone. */
export async function readCorrection(
  proposal: StoredProposal,
): Promise<
  { readonly contestSlug: string; readonly itemVersionId: string; readonly correction: Correction } | undefined
> {
  if (proposal.kind !== 'correctKey' || proposal.contestId === undefined) return undefined;
  const contest = await findContest({ id: proposal.contestId });
  return contest && { contestSlug: contest.slug, ...(JSON.parse(proposal.body) as CorrectionBody) };
}

/**
 * Carries out, as the second person, a correction that another one proposed. startRegrading() begins to grade again.
 * @param seen how many corrections the contest had when the second person looked at what it would change
 * @param topPath where the right to correct keys is asked for
 */
export async function carryOutCorrection(command: {
  actor: Actor;
  proposalId: string;
  seen: number | undefined;
  topPath: string;
  now: Instant;
}): Promise<Result<{ readonly correctionId: string }, CorrectionProposalRefusal | DecidingRefusal>> {
  const { actor, proposalId, seen, topPath, now } = command;
  if (!can(actor, 'correct-keys', topPath)) return refuse('forbidden');
  const known = await findProposal(undefined, proposalId);
  const wanted = known && (await readCorrection(known));
  if (!wanted) return refuse('not-found');
  const opened = await openItem(wanted.contestSlug, wanted.itemVersionId);
  if (!opened.ok) return opened;
  const done = await carryOutProposal<{ readonly correctionId: string }, CorrectionProposalRefusal>(
    { actor, proposalId, now },
    async (tx, { id, reason, proposedById }) => {
      const proposal = { id, byId: proposedById };
      const made = await makeCorrection(
        tx,
        { actor, ...wanted, reason, key: id, seen, proposal, now },
        { ...opened.value, reason },
      );
      return made.ok ? ok({ correctionId: made.value.correctionId }) : made;
    },
  );
  if (done.ok) announceCorrection(opened.value.contest);
  return done;
}
