import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { ChangeRefusal } from '#app/domain/units/change-command.ts';
import { forestFault } from '#app/domain/units/forest-fault.ts';
import { versionAt } from '#app/domain/units/tree-at.ts';
import { isSameRecord, type Forest, type UnitRecord } from '#app/domain/units/unit-record.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { dropUnitIndex } from '../get-unit-index.server.ts';
import { CHANGE_TIMEOUT_MS, mayChangeUnits } from './change-tree.server.ts';
import { countUses, dropCarried, returnPeople } from './people.repo.server.ts';
import { dropLinks, dropUnits, holdTree, readForest, storeEdits } from './tree.repo.server.ts';
import { findChange, storeUndoing } from './unit-change.repo.server.ts';

/**
 * Takes a change back, as long as nothing later rests on it: the units are as it left them, and nobody and nothing hangs on those
 * that it made. People and roles that moved with it go back, but for those who have left since.
 */
export async function undoChange(asked: {
  readonly actor: Actor;
  readonly changeId: string;
  readonly now: Instant;
}): Promise<Result<{ changeId: string }, ChangeRefusal>> {
  const { actor, changeId, now } = asked;
  if (!(await mayChangeUnits(actor, now))) return refuse({ code: 'forbidden' });
  const work = async (tx: Tx): Promise<Result<{ changeId: string }, ChangeRefusal>> => {
    await holdTree(tx);
    const change = await findChange(changeId, tx);
    if (!change) return refuse({ code: 'not-found' });
    if (change.undoneAt !== undefined) return refuse({ code: 'already-undone' });
    await undo(tx, change, now);
    await storeUndoing(tx, changeId, { actorId: actor.accountId, at: now });
    const detail = { kind: change.kind, units: change.detail.edits.length };
    const subject = `unitChange:${changeId}`;
    await recordAudit(tx, { at: now, actorId: actor.accountId, action: 'units.undone', subject, detail });
    return ok({ changeId });
  };
  try {
    const done = await inTransaction(work, { timeoutMs: CHANGE_TIMEOUT_MS });
    if (done.ok) dropUnitIndex();
    return done;
  } catch (error) {
    if (error instanceof NotUndone) return refuse(error.refusal);
    throw error;
  }
}

type Change = NonNullable<Awaited<ReturnType<typeof findChange>>>;

/** Why a change cannot be taken back. Thrown, so that what was taken back so far does not stay. */
class NotUndone extends Error {
  readonly refusal: ChangeRefusal;

  constructor(refusal: ChangeRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

async function undo(tx: Tx, { kind, effectiveAt, detail }: Change, now: Instant): Promise<void> {
  const { edits, links, moved, headcounts } = detail;
  const forest = await readForest(tx);
  const changed = edits.filter(({ after }) => !isSameNow(forest, after)).map(({ after }) => after);
  if (changed.length > 0) throw new NotUndone({ code: 'changed-since', names: namesOf(changed, now) });
  const made = edits.filter(({ before }) => !before).map(({ after }) => after);
  const madeIds = made.map(({ id }) => id);
  const restored = new Map(forest);
  for (const id of madeIds) restored.delete(id);
  const backs = edits.flatMap(({ before, after }) => (before ? [{ before: after, after: before }] : []));
  for (const { after } of backs) restored.set(after.id, after);
  const since = kind === 'corrected' ? Math.min(...backs.map(({ after }) => after.validFrom)) : effectiveAt;
  const touched = new Set([...madeIds, ...backs.map(({ after }) => after.id)]);
  const fault = forestFault(restored, touched, since);
  if (fault) throw new NotUndone(fault.refusal);
  for (const each of moved.toReversed()) await returnPeople(tx, each);
  await dropCarried(tx, headcounts, effectiveAt);
  await dropLinks(tx, links);
  const uses = madeIds.length === 0 ? 0 : await countUses(tx, madeIds);
  if (uses > 0) throw new NotUndone({ code: 'has-been-used', names: namesOf(made, now), count: uses });
  if (backs.length > 0) await storeEdits(tx, backs, { forest: restored, now });
  await dropUnits(tx, madeIds);
}

const isSameNow = (forest: Forest, after: UnitRecord): boolean => {
  const unit = forest.get(after.id);
  return unit !== undefined && isSameRecord(unit, after);
};

const namesOf = (units: readonly UnitRecord[], now: Instant): string[] =>
  units.slice(0, 5).map((unit) => versionAt(unit, now).name);
