import type { Actor } from '#app/domain/identity/actor.ts';
import { can } from '#app/domain/identity/permissions.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { ProposalRefusal } from '#app/domain/proposals/proposal.ts';
import type { RulingCause, RulingKind, RulingRefusal } from '#app/domain/rulings/ruling.ts';
import { carryOutProposal, makeProposal, type DecidingRefusal } from '#app/features/proposals/index.server.ts';
import { forgetBoards } from '#app/features/results/index.server.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { check, openAttempt, rule } from './rule.server.ts';

/** Why an attempt is not ruled on. */
export type RulingProposalRefusal = RulingRefusal | ProposalRefusal | 'not-found' | 'forbidden';

interface Proposing {
  readonly actor: Actor;
  readonly attemptId: string;
  readonly cause: Exclude<RulingCause, 'merge'>;
  /** The signal that was looked into; empty otherwise. */
  readonly causeId: string;
  /** The contestant reads it once it is carried out. */
  readonly reason: string;
  readonly now: Instant;
}

type Proposed = Result<{ readonly proposalId: string }, RulingProposalRefusal>;

/** Proposes that an attempt does not count. It counts until a second person has agreed. */
export const proposeSetAside = (command: Proposing): Promise<Proposed> => proposeRuling('setAside', command);

/** Proposes that an attempt counts again which was set aside. */
export const proposeRestore = (command: Proposing): Promise<Proposed> => proposeRuling('restored', command);

const KINDS = { setAside: 'setAside', restored: 'restoreAttempt' } as const;

interface RulingBody {
  readonly attemptId: string;
  readonly cause: RulingCause;
  readonly causeId: string;
}

function proposeRuling(kind: RulingKind, command: Proposing): Promise<Proposed> {
  const { actor, attemptId, cause, causeId, reason, now } = command;
  return inTransaction(async (tx): Promise<Proposed> => {
    if (!(await mayDecide(actor, now))) return refuse('forbidden');
    const opened = await openAttempt(tx, attemptId);
    if (!opened) return refuse('not-found');
    const checked = check(opened, kind, actor.accountId);
    if (!checked.ok) return checked;
    const body: RulingBody = { attemptId: opened.attempt.id, cause, causeId };
    const subject = `attempt:${attemptId}`;
    return makeProposal(tx, {
      actor,
      kind: KINDS[kind],
      subject,
      contestId: opened.contest.id,
      body,
      reason,
      now,
    });
  });
}

const mayDecide = async (actor: Actor, now: Instant): Promise<boolean> =>
  can(actor, 'decide-signals', (await getTopUnit(now))?.path ?? '');

/**
 * Carries out, as the second person, that an attempt does not count or counts again: rankings and figures follow in the same
 * transaction. The contestant of the attempt never decides on it.
 */
export async function carryOutRuling(command: {
  actor: Actor;
  proposalId: string;
  now: Instant;
}): Promise<Result<{ readonly attemptId: string }, RulingProposalRefusal | DecidingRefusal>> {
  const { actor, now } = command;
  if (!(await mayDecide(actor, now))) return refuse('forbidden');
  const done = await carryOutProposal<{ readonly attemptId: string }, RulingProposalRefusal>(
    command,
    async (tx, proposal) => {
      const { id: proposalId, kind, reason } = proposal;
      if (kind !== 'setAside' && kind !== 'restoreAttempt') return refuse('not-found');
      const { attemptId, cause, causeId } = JSON.parse(proposal.body) as RulingBody;
      const ruling = { attemptId, cause, causeId, reason, proposalId, actorId: actor.accountId, now };
      const ruled = await rule(tx, { ...ruling, kind: kind === 'setAside' ? 'setAside' : 'restored' });
      return ruled.ok ? ok({ attemptId }) : ruled;
    },
  );
  if (done.ok) forgetBoards();
  return done;
}
