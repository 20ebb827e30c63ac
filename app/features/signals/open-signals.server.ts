import type { Contest } from '#app/domain/contests/contest.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { can, type Action } from '#app/domain/identity/permissions.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { SignalCase } from '#app/domain/signals/signal.ts';
import { findContest } from '#app/features/contests/index.server.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { findStatements, loadSignal, type StoredSignal } from './signal.repo.server.ts';

/** Whether the actor has this right over the whole tree: signals are about people of all units. */
export const hasTopRight = async (actor: Actor, action: Action, now: Instant): Promise<boolean> =>
  can(actor, action, (await getTopUnit(now))?.path ?? '');

/** A signal by the address of its page, for who has the right: a signal of another contest is not found. */
export async function openSignal(
  { actor, contestSlug, signalId }: { actor: Actor; contestSlug: string; signalId: string },
  action: 'see-signals' | 'decide-signals',
  now: Instant,
): Promise<Result<{ contest: Contest; signal: StoredSignal }, 'forbidden' | 'not-found'>> {
  // why forbidden first: who may not see signals learns nothing about which there are.
  if (!(await hasTopRight(actor, action, now))) return refuse('forbidden');
  const contest = await findContest({ slug: contestSlug });
  const signal = contest && (await loadSignal(signalId));
  return contest && signal?.contestId === contest.id ? ok({ contest, signal }) : refuse('not-found');
}

/** A signal as decisions on it look at it. */
export async function caseOf(signal: StoredSignal, tx?: Tx): Promise<SignalCase> {
  const statements = await findStatements(signal.id, tx);
  return {
    kind: signal.kind,
    state: signal.state,
    members: signal.evidence.members,
    askedAt: signal.askedAt,
    heard: statements.filter(({ isContestant }) => isContestant).map(({ authorId }) => authorId),
  };
}
