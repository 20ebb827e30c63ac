import { isSameTally, NO_TALLY, TallySum, type UnitTally } from '#app/domain/participation/tally.ts';
import type { TalliesByScope } from '#app/domain/participation/count-groups.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { UnitTree } from '#app/features/units/index.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { branchPart, findTallies, storeTallies, type PartTally, type StoredTally } from './tally.repo.server.ts';

/** Own figures of a unit that are no longer what is stored. */
export interface Change {
  readonly scopeId: string;
  readonly unitId: string;
  readonly before: UnitTally;
  readonly after: UnitTally;
}

/** What has changed in own figures. */
export function changesOf(
  scopeIds: readonly string[],
  unitIds: readonly string[],
  counted: TalliesByScope,
  stored: readonly StoredTally[],
): Change[] {
  const before = new Map(stored.map(({ scopeId, unitId, tally }) => [`${scopeId} ${unitId}`, tally]));
  return scopeIds.flatMap((scopeId) =>
    unitIds.flatMap((unitId): Change[] => {
      const change = {
        scopeId,
        unitId,
        before: before.get(`${scopeId} ${unitId}`) ?? NO_TALLY,
        after: counted.get(scopeId)?.get(unitId) ?? NO_TALLY,
      };
      return isSameTally(change.before, change.after) ? [] : [change];
    }),
  );
}

/** Stores own figures, and the difference in every branch that the units are in. */
export async function storeChanges(tx: Tx, tree: UnitTree, changes: readonly Change[], now: Instant): Promise<void> {
  const part = branchPart(tree.stamp);
  const sums = new Map<string, Map<string, TallySum>>();
  for (const { scopeId, unitId, before, after } of changes) {
    const inScope = sums.get(scopeId) ?? new Map<string, TallySum>();
    sums.set(scopeId, inScope);
    for (const id of tree.pathIds(tree.remap(unitId))) {
      const sum = inScope.get(id) ?? new TallySum();
      inScope.set(id, sum.add(after).add(before, -1));
    }
  }
  const ids = new Set([...sums.values()].flatMap((inScope) => [...inScope.keys()]));
  for (const { scopeId, unitId, tally } of await findTallies(tx, part, [...sums.keys()], [...ids])) {
    sums.get(scopeId)?.get(unitId)?.add(tally);
  }
  const branches = [...sums].flatMap(([scopeId, inScope]) =>
    [...inScope].map(([unitId, tally]): PartTally => ({ scopeId, part, unitId, tally })),
  );
  const own = changes.map(({ scopeId, unitId, after }): PartTally => ({ scopeId, part: 'own', unitId, tally: after }));
  await storeTallies(tx, [...own, ...branches], now);
}
