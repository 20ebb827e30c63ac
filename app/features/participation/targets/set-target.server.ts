import type { Actor } from '#app/domain/identity/actor.ts';
import { can, canFromAbove, type Place } from '#app/domain/identity/permissions.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { Target, TargetSpread } from '#app/domain/participation/target.ts';
import { getUnitIndex } from '#app/features/units/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { findTarget, storeTarget, storeWithdrawal } from './target.repo.server.ts';

/** For the unit itself a target comes from above; for those below it, from who is in charge of it. */
export const maySetTarget = (actor: Actor | undefined, spread: TargetSpread, place: Place): boolean =>
  spread === 'unit' ? canFromAbove(actor, 'set-targets', place) : can(actor, 'set-targets', place);

interface Setting {
  readonly actor: Actor;
  readonly target: Pick<Target, 'contestId' | 'roundId' | 'unitId' | 'spread' | 'measure' | 'value' | 'dueAt' | 'note'>;
  readonly now: Instant;
}

/** Sets a target; the newest holds, and those before it stay in the history. */
export async function setTarget({
  actor,
  target,
  now,
}: Setting): Promise<Result<{ id: string }, 'forbidden' | 'invalid'>> {
  const place = (await getUnitIndex(now)).get(target.unitId);
  if (!place || !maySetTarget(actor, target.spread, place)) return refuse('forbidden');
  if (!(target.value > 0) || (target.measure === 'rate' && target.value > 1) || target.dueAt <= now) {
    return refuse('invalid');
  }
  const id = await inTransaction(async (tx) => {
    const stored = await storeTarget(tx, { ...target, setById: actor.accountId, setAt: now });
    const { contestId, spread, measure, value } = target;
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'target.set',
      subject: `unit:${target.unitId}`,
      detail: { target: stored, contestId, spread, measure, value },
    });
    return stored;
  });
  return ok({ id });
}

/** Takes a target back; the one before it holds again. */
export async function withdrawTarget({
  actor,
  id,
  unitId,
  now,
}: {
  actor: Actor;
  id: string;
  /** The unit at which it was set. */
  unitId: string;
  now: Instant;
}): Promise<Result<{ id: string }, 'forbidden' | 'target-withdrawn'>> {
  const place = (await getUnitIndex(now)).get(unitId);
  return inTransaction(async (tx) => {
    const target = await findTarget(tx, id);
    if (target?.unitId !== unitId || !place) return refuse('target-withdrawn');
    if (!maySetTarget(actor, target.spread, place)) return refuse('forbidden');
    if (!(await storeWithdrawal(tx, id, { actorId: actor.accountId, at: now }))) return refuse('target-withdrawn');
    const detail = { target: id };
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'target.withdrawn',
      subject: `unit:${unitId}`,
      detail,
    });
    return ok({ id });
  });
}
