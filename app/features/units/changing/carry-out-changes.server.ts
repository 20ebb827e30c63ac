import { localDay, type Instant } from '#app/domain/kernel/time.ts';
import { presentUnits } from '#app/domain/units/present-tree.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { whenForgotten } from '#app/platform/db/forget.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { dropUnitIndex } from '../get-unit-index.server.ts';
import { CHANGE_TIMEOUT_MS } from './change-tree.server.ts';
import { movePeople, type MovedPeople } from './people.repo.server.ts';
import { alignUnits, holdTree, readForest } from './tree.repo.server.ts';
import { findChange, findDue, storeDetail } from './unit-change.repo.server.ts';

/** The last day that this process has looked at: changes take effect when a day begins, so once a day is enough. */
let seenDay: number | undefined;

whenForgotten(() => {
  seenDay = undefined;
});

/**
 * Carries out what was planned for a day that has come: units get the name and the place that they have from today, people and
 * roles of units that ended go to their successor. Doing it twice changes nothing, so several processes may.
 */
export async function carryOutChanges({ now }: { now: Instant }): Promise<{ changes: number; units: number }> {
  const today = localDay(now);
  if (seenDay === today) return { changes: 0, units: 0 };
  const due = await findDue(now);
  for (const changeId of due) await carryOut(changeId, now);
  const units = await inTransaction(
    async (tx) => {
      await holdTree(tx);
      return alignUnits(tx, presentUnits(await readForest(tx), now));
    },
    { timeoutMs: CHANGE_TIMEOUT_MS },
  );
  if (due.length > 0 || units > 0) dropUnitIndex();
  seenDay = today;
  return { changes: due.length, units };
}

const carryOut = (changeId: string, now: Instant): Promise<void> =>
  inTransaction(
    async (tx) => {
      await holdTree(tx);
      const change = await findChange(changeId, tx);
      if (!change || change.detail.state === 'done' || change.undoneAt !== undefined) return;
      const moved: MovedPeople[] = [];
      for (const { from, to } of change.detail.heirs) moved.push(await movePeople(tx, from, to));
      await storeDetail(tx, changeId, { ...change.detail, state: 'done', moved });
      await recordAudit(tx, {
        at: now,
        actorId: undefined,
        action: 'units.carried-out',
        subject: `unitChange:${changeId}`,
        detail: { kind: change.kind, people: moved.reduce((sum, each) => sum + each.accountIds.length, 0) },
      });
    },
    { timeoutMs: CHANGE_TIMEOUT_MS },
  );
