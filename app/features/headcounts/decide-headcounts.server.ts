import type { Actor } from '#app/domain/identity/actor.ts';
import { can, canFromAbove } from '#app/domain/identity/permissions.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { dropUnitIndex, getUnitIndex } from '#app/features/units/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { storeHeadcount } from './headcount.repo.server.ts';
import { findProposals, storeDecision, type Proposal } from './proposal.repo.server.ts';

interface Deciding {
  readonly actor: Actor;
  readonly ids: readonly string[];
  readonly now: Instant;
}

/** How many were decided, and how many were not, as the actor proposed them. */
export interface Decided {
  readonly decided: number;
  readonly own: number;
}

type DecideRefusal = 'headcount-decided' | 'headcount-own' | 'forbidden';

/** Those of the proposals that wait and that the actor may decide: from above, and never the own ones. */
async function decidable(
  tx: Tx,
  { actor, ids, now }: Deciding,
): Promise<Result<{ open: Proposal[]; own: number }, DecideRefusal>> {
  const index = await getUnitIndex(now);
  const waiting = (await findProposals(tx, ids)).filter((each) => each.state === 'waiting');
  const allowed = waiting.filter(({ unitId }) => {
    const place = index.get(unitId);
    return place !== undefined && canFromAbove(actor, 'approve-headcount', place);
  });
  if (waiting.length > 0 && allowed.length === 0) return refuse('forbidden');
  const open = allowed.filter((each) => each.proposedById !== actor.accountId);
  const own = allowed.length - open.length;
  if (open.length === 0) return refuse(own > 0 ? 'headcount-own' : 'headcount-decided');
  return ok({ open, own });
}

async function decide(
  command: Deciding,
  {
    state,
    reason,
    store,
  }: { state: 'approved' | 'returned'; reason: string; store: (tx: Tx, open: Proposal[]) => Promise<void> },
): Promise<Result<Decided, DecideRefusal>> {
  const { actor, now } = command;
  return inTransaction(
    async (tx) => {
      const found = await decidable(tx, command);
      if (!found.ok) return found;
      const { open, own } = found.value;
      const ids = open.map(({ id }) => id);
      await storeDecision(tx, ids, { state, actorId: actor.accountId, at: now, reason });
      await store(tx, open);
      for (const { id, unitId, category, people } of open) {
        await recordAudit(tx, {
          at: now,
          actorId: actor.accountId,
          action: `headcount.${state}`,
          subject: `unit:${unitId}`,
          detail: { proposal: id, category, people },
        });
      }
      return ok({ decided: open.length, own });
    },
    { timeoutMs: 60_000 },
  );
}

/**
 * Approves proposals: from now on their figures hold from the day that they name. Those that were decided before, and those that
 * the actor proposed, stay as they are.
 */
export async function approveHeadcounts(command: Deciding): Promise<Result<Decided, DecideRefusal>> {
  const decided = await decide(command, {
    state: 'approved',
    reason: '',
    store: async (tx, open) => {
      for (const { unitId, category, asOf, people, source } of open) {
        await storeHeadcount(tx, { unitId, category, asOf, people, source });
      }
    },
  });
  // why: whoever remembers units remembers their headcounts too.
  if (decided.ok) dropUnitIndex();
  return decided;
}

const REASON = { shortest: 5, longest: 500 };

/** Gives proposals back to their units, with the reason why; what holds stays. */
export async function returnHeadcounts(
  command: Deciding & { readonly reason: string },
): Promise<Result<Decided, DecideRefusal | 'reason-missing'>> {
  const reason = tidy(command.reason);
  if (reason.length < REASON.shortest || reason.length > REASON.longest) return refuse('reason-missing');
  return decide(command, { state: 'returned', reason, store: async () => undefined });
}

/** Takes a proposal of the unit back that nobody has decided. */
export async function withdrawHeadcount({
  actor,
  id,
  unitId,
  now,
}: {
  actor: Actor;
  id: string;
  unitId: string;
  now: Instant;
}): Promise<Result<Decided, 'forbidden' | 'headcount-decided'>> {
  const place = (await getUnitIndex(now)).get(unitId);
  if (!place || !can(actor, 'propose-headcount', place)) return refuse('forbidden');
  return inTransaction(async (tx) => {
    const [found] = await findProposals(tx, [id]);
    if (found?.unitId !== unitId) return refuse('headcount-decided');
    const count = await storeDecision(tx, [id], { state: 'withdrawn', actorId: actor.accountId, at: now, reason: '' });
    if (count === 0) return refuse('headcount-decided');
    const detail = { proposal: id };
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'headcount.withdrawn',
      subject: `unit:${unitId}`,
      detail,
    });
    return ok({ decided: 1, own: 0 });
  });
}
