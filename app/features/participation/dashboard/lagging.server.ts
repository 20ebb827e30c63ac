import type { LaggingList, LaggingUnit, TargetShown } from './dashboard.ts';
import type { TreeTargets } from './targets-of-tree.server.ts';
import type { WholeTree } from './whole-tree.server.ts';

/** As many as a person reads; the rest is a number. */
const MOST = 12;

/** Units below a unit for which `picks` holds, from above: what stands below one that is picked is not looked at. */
function pickBelow(unitId: string, { tree }: WholeTree, picks: (unitId: string) => boolean): string[] {
  const picked: string[] = [];
  const waiting = tree.childrenOf(unitId).map(({ id }) => id);
  for (const id of waiting) {
    if (picks(id)) picked.push(id);
    else waiting.push(...tree.childrenOf(id).map((child) => child.id));
  }
  return picked;
}

function listOf(
  ids: readonly string[],
  whole: WholeTree,
  of: {
    below: string;
    weightOf: (id: string) => number;
    toTarget: (id: string) => LaggingUnit['toTarget'];
  },
): LaggingList {
  const { tree, totals } = whole;
  const depth = tree.pathIds(of.below).length;
  // why stable: ids come in the order of the tree, and units of equal weight keep it.
  const sorted = ids.map((id) => ({ id, weight: of.weightOf(id) })).toSorted((a, b) => b.weight - a.weight);
  const rows = sorted.slice(0, MOST).map(({ id }): LaggingUnit => ({
    unitId: id,
    name: tree.byId.get(id)?.name ?? '',
    above: tree
      .pathIds(id)
      .slice(depth, -1)
      .map((each) => tree.byId.get(each)?.name ?? '')
      .join(' › '),
    headcount: totals.get(id)?.headcount ?? 0,
    toTarget: of.toTarget(id),
  }));
  return { rows, count: ids.length };
}

/** Units with a headcount of which nobody has taken part; of a branch without anybody its head alone. The largest come first. */
export function unitsWithoutAnybody(unitId: string, whole: WholeTree): LaggingList {
  const headcountOf = (id: string): number => whole.totals.get(id)?.headcount ?? 0;
  const ids = pickBelow(unitId, whole, (id) => headcountOf(id) > 0 && whole.totals.get(id)?.people === 0);
  return listOf(ids, whole, { below: unitId, weightOf: headcountOf, toTarget: () => undefined });
}

/** Units below a unit that have not reached their target, those that miss the most first; undefined where nobody set any. */
export function unitsUnderTarget(unitId: string, whole: WholeTree, targets: TreeTargets): LaggingList | undefined {
  if (targets.isEmpty) return undefined;
  const short = new Map<string, TargetShown>();
  let hasAny = false;
  const waiting = whole.tree.childrenOf(unitId).map(({ id }) => id);
  for (const id of waiting) {
    const figures = whole.totals.get(id);
    const target = figures && targets.of(id, figures);
    hasAny ||= target !== undefined;
    if (target && target.distance > 0) short.set(id, target);
    waiting.push(...whole.tree.childrenOf(id).map((child) => child.id));
  }
  if (!hasAny) return undefined;
  return listOf([...short.keys()], whole, {
    below: unitId,
    weightOf: (id) => short.get(id)?.distance ?? 0,
    toTarget: (id) => {
      const target = short.get(id);
      return target && { count: target.distance, of: target.measure === 'attempts' ? 'attempts' : 'people' };
    },
  });
}
