import { setImmediate } from 'node:timers/promises';
import { TallySum, type UnitTally } from '#app/domain/participation/tally.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getUnitIndex, type UnitTree } from '#app/features/units/index.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { branchPart, deleteBranches, deleteOtherBranches, findTallies, storeTallies } from './tally.repo.server.ts';

const STEP_UNITS = 200;
const MOST_DELETED = 1_000;

type Write = (work: (tx: Tx) => Promise<void>) => Promise<void>;

/** Own figures of every unit in a tree: those of units that are not in it are with the unit that they are mapped to. */
export function ownInTree(own: ReadonlyMap<string, UnitTally>, tree: UnitTree): Map<string, TallySum> {
  const mapped = new Map<string, TallySum>();
  for (const [unitId, tally] of own) sumOf(mapped, tree.remap(unitId)).add(tally);
  return mapped;
}

function sumOf(sums: Map<string, TallySum>, unitId: string): TallySum {
  const known = sums.get(unitId);
  if (known) return known;
  const sum = new TallySum();
  sums.set(unitId, sum);
  return sum;
}

/** Own figures of all units in a scope, read in steps. */
export async function readOwnInSteps(scopeId: string, now: Instant): Promise<Map<string, UnitTally>> {
  const all = [...(await getUnitIndex(now)).keys()];
  const own = new Map<string, UnitTally>();
  for (let from = 0; from < all.length; from += STEP_UNITS) {
    const step = await findTallies(undefined, 'own', [scopeId], all.slice(from, from + STEP_UNITS));
    for (const { unitId, tally } of step) own.set(unitId, tally);
    await setImmediate();
  }
  return own;
}

/** Every branch of a tree as the sum of what is in it, in steps; units without figures are left out. */
export async function branchesOf(own: ReadonlyMap<string, UnitTally>, tree: UnitTree): Promise<Map<string, UnitTally>> {
  const branches = ownInTree(own, tree);
  let step = 0;
  // why backwards: a tree has parents before children.
  for (const { id, parentId } of tree.units.toReversed()) {
    const tally = branches.get(id);
    if (tally === undefined || parentId === undefined) continue;
    sumOf(branches, parentId).add(tally);
    step += 1;
    if (step % STEP_UNITS === 0) await setImmediate();
  }
  return branches;
}

/**
 * Sums up the branches of another tree from own figures, beside those of the tree that is read now: nobody reads them before the
 * state names the tree. Own figures must not change meanwhile.
 * @returns false when it was stopped
 */
export async function sumUpBranches(
  scopeIds: readonly string[],
  tree: UnitTree,
  { write, now, signal }: { write: Write; now: Instant; signal: AbortSignal | undefined },
): Promise<boolean> {
  const part = branchPart(tree.stamp);
  // why first: rows of a count that died on the way.
  await inSteps(write, (tx) => deleteBranches(tx, scopeIds, part, MOST_DELETED));
  for (const scopeId of scopeIds) {
    const branches = await branchesOf(await readOwnInSteps(scopeId, now), tree);
    const rows = [...branches].map(([unitId, tally]) => ({ scopeId, part, unitId, tally }));
    for (let from = 0; from < rows.length; from += STEP_UNITS) {
      if (signal?.aborted === true) return false;
      await write((tx) => storeTallies(tx, rows.slice(from, from + STEP_UNITS), now));
      await setImmediate();
    }
  }
  return true;
}

/** Takes away the branches of trees that are no longer read. */
export async function dropOldBranches(scopeIds: readonly string[], tree: UnitTree, write: Write): Promise<void> {
  await inSteps(write, (tx) => deleteOtherBranches(tx, scopeIds, branchPart(tree.stamp), MOST_DELETED));
}

async function inSteps(write: Write, deleteSome: (tx: Tx) => Promise<number>): Promise<void> {
  for (;;) {
    const step = { deleted: 0 };
    await write(async (tx) => {
      step.deleted = await deleteSome(tx);
    });
    if (step.deleted < MOST_DELETED) return;
    await setImmediate();
  }
}
