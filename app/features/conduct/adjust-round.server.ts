import { decideAct, type RoundAct } from '#app/domain/contests/conduct.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { hasAdjustment, holdRound, storeAdjustment } from './conduct.repo.server.ts';
import {
  idOf,
  openContest,
  readRound,
  reasonOf,
  takeEffect,
  type Conducting,
  type ConductRefusal,
} from './open-conduct.server.ts';

/** Ids of the adjustments, and of the rounds whose time changed; none where the same form had been sent before. */
export type Adjusted = Result<
  { readonly contestId: string; readonly adjustmentIds: readonly string[]; readonly roundIds: readonly string[] },
  ConductRefusal
>;

interface Making {
  readonly act: Extract<RoundAct, { kind: 'extend' | 'grant' | 'pause' }>;
  /** The word of the audit log. */
  readonly action: string;
  /** The unit whose branch gets extra time. */
  readonly unitId?: string | undefined;
}

/** Makes an adjustment of one round in a transaction of its own, and makes it effective. */
export async function adjustRound(
  command: Conducting & { readonly roundId: string },
  making: Making,
): Promise<Adjusted> {
  const contest = await openContest(command.actor, command.contestSlug, command.now);
  if (!contest.ok) return contest;
  const contestId = contest.value.id;
  const stored = await inTransaction((tx) => storeIn(tx, command, { contestId, ...making }));
  if (!stored.ok) return stored;
  const { id, isNew } = stored.value;
  const roundIds = isNew ? [command.roundId] : [];
  await takeEffect(roundIds, command.now);
  return ok({ contestId, adjustmentIds: [id], roundIds });
}

/** Decides and stores an adjustment of one round with its audit row; one that is stored already is the success of before. */
export async function storeIn(
  tx: Tx,
  command: Conducting & { readonly roundId: string },
  { contestId, act, action, unitId }: Making & { contestId: string },
): Promise<Result<{ id: string; isNew: boolean }, ConductRefusal>> {
  const { actor, roundId, now } = command;
  const id = idOf(command, roundId);
  const reason = reasonOf(command.reason);
  if (reason === undefined) return refuse('reason-missing');
  const isOpen = await holdRound(tx, roundId, now);
  if (await hasAdjustment(tx, id)) return ok({ id, isNew: false });
  const found = await readRound(tx, contestId, roundId, now);
  if (!found) return refuse('not-found');
  if (!isOpen) return refuse('round-settled');
  const decided = decideAct(found, act, id);
  if (!decided.ok) return decided;
  const adjustment = decided.value.find((each) => each.id === id);
  if (!adjustment) throw new Error(`the act ${act.kind} made no adjustment`);
  await storeAdjustment(tx, adjustment, { contestId, roundId, unitId, reason, actorId: actor.accountId, at: now });
  const whom = { ...(adjustment.accountId && { accountId: adjustment.accountId }), ...(unitId && { unitId }) };
  await recordAudit(tx, {
    at: now,
    actorId: actor.accountId,
    action,
    subject: `adjustment:${id}`,
    detail: { contestId, roundId, ms: adjustment.ms, reason, ...whom },
  });
  return ok({ id, isNew: true });
}
