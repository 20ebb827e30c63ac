import { searchName, searchRank, type SearchName, type SearchQuery } from '#app/domain/units/unit-search.ts';
import type { UnitTree } from './get-unit-tree.server.ts';
import type { UnitMemory } from './unit-memory.server.ts';

/** A name that leads to a unit of a tree: its own, one it had before, or that of a unit that became part of it. */
interface FindableName extends SearchName {
  readonly unitId: string;
  /** An old name, with the district it belonged to; undefined for the name of that tree. */
  readonly former: string | undefined;
}

/** A unit that a search found. */
export interface FoundUnit {
  readonly unitId: string;
  readonly former: string | undefined;
}

const kept = new WeakMap<UnitTree, readonly FindableName[]>();

/** Units of a tree whose name, or an old name of which, answers a search; the best first, among equals in alphabetical order. */
export function findInTree(
  tree: UnitTree,
  memory: UnitMemory,
  { query, take }: { query: SearchQuery; take: number },
): FoundUnit[] {
  let names = kept.get(tree);
  if (!names) kept.set(tree, (names = namesOf(tree, memory)));
  // why lists by rank, each cut off: one letter fits thousands of names, and sorting them costs more than all the rest.
  const byRank: FoundUnit[][] = [];
  for (const name of names) {
    const rank = searchRank(name, query);
    if (rank === undefined) continue;
    // An old name stands behind the names of today that answer as well.
    const place = rank * 2 + (name.former === undefined ? 0 : 1);
    const found = (byRank[place] ??= []);
    if (found.length < take) found.push({ unitId: name.unitId, former: name.former });
  }
  const best = new Map<string, FoundUnit>();
  for (const found of byRank) {
    for (const each of found ?? []) {
      if (!best.has(each.unitId)) best.set(each.unitId, each);
      if (best.size === take) return [...best.values()];
    }
  }
  return [...best.values()];
}

function namesOf(tree: UnitTree, memory: UnitMemory): FindableName[] {
  const own = memory.units.flatMap(({ id }) => {
    const unit = tree.byId.get(id);
    return unit ? [{ ...searchName(unit.name), unitId: id, former: undefined }] : [];
  });
  return [...own, ...formerNames(tree, memory)];
}

/** Names of earlier years: of units of the tree that were renamed, and of all units that parts of it came out of. */
function formerNames(tree: UnitTree, { byId, histories, links }: UnitMemory): FindableName[] {
  const next = new Map<string, string[]>();
  for (const { fromId, toId } of links) next.set(fromId, [...(next.get(fromId) ?? []), toId]);
  const nameAbove = (parentId: string | undefined): string | undefined => {
    const parent = parentId === undefined ? undefined : byId.get(parentId);
    return parent && parent.parentId !== null ? parent.name : undefined;
  };
  return histories.flatMap(({ id, versions }) => {
    const today = tree.byId.get(id)?.name;
    const past = versions.filter(({ name, validFrom }) => name !== today && validFrom <= tree.since);
    if (past.length === 0) return [];
    return targetsOf(id, tree, next).flatMap((unitId) =>
      past.map(({ name, parentId }) => ({
        ...searchName(name),
        unitId,
        former: [name, nameAbove(parentId)].filter(Boolean).join(', '),
      })),
    );
  });
}

/** The unit itself where it is in the tree, or all of the tree that came out of it, however many steps away. */
function targetsOf(id: string, tree: UnitTree, next: ReadonlyMap<string, readonly string[]>): string[] {
  const targets: string[] = [];
  const seen = new Set<string>();
  const queue = [id];
  for (const step of queue) {
    if (seen.has(step)) continue;
    seen.add(step);
    if (tree.byId.has(step)) targets.push(step);
    else queue.push(...(next.get(step) ?? []));
  }
  return targets;
}
