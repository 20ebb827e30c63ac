import { createHash } from 'node:crypto';
import { sortKey } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { remapTo } from '#app/domain/units/remap.ts';
import { idsOfPath } from '#app/domain/units/tree.ts';
import { treeAt, type TreeUnit } from '#app/domain/units/tree-at.ts';
import { getUnitMemory, type UnitMemory } from './unit-memory.server.ts';

/** The tree of units of one day, and the way into it for units of every other day. */
export interface UnitTree {
  /** Every unit that was valid then, parents before children. */
  readonly units: readonly TreeUnit[];
  readonly byId: ReadonlyMap<string, TreeUnit>;
  /** What stood directly below a unit, in alphabetical order; the roots for undefined. */
  childrenOf(unitId: string | undefined): readonly TreeUnit[];
  /** The unit and all above it in this tree, from the root down; empty for a unit that is not in it. */
  pathIds(unitId: string): readonly string[];
  /** The unit of this tree that figures of a unit of any date belong to; see remapTo(). */
  remap(unitId: string): string;
  /** Since when the tree has been as it is. */
  readonly since: Instant;
  /** Another text whenever this tree or the way into it changes. */
  readonly stamp: string;
}

const MAX_TREES = 16;
/** Trees by the instant of the last change before the one that was asked for: between two changes there is one tree. */
const kept = new WeakMap<UnitMemory, { changes: readonly Instant[]; trees: Map<Instant, UnitTree> }>();

/** The tree of units as it was at an instant, at most five seconds old. */
export async function getUnitTree(at: Instant, now: Instant): Promise<UnitTree> {
  const memory = await getUnitMemory(now);
  let shelf = kept.get(memory);
  if (!shelf) kept.set(memory, (shelf = { changes: changesOf(memory), trees: new Map() }));
  const since = lastBefore(shelf.changes, at);
  const known = shelf.trees.get(since);
  if (known) return known;
  const tree = builtTree(memory, since);
  if (shelf.trees.size >= MAX_TREES) shelf.trees.delete(shelf.trees.keys().next().value as Instant);
  shelf.trees.set(since, tree);
  return tree;
}

/** Instants at which the tree changed, in order. */
function changesOf({ histories }: UnitMemory): Instant[] {
  const instants = new Set<Instant>();
  for (const { validFrom, validTo, versions } of histories) {
    instants.add(validFrom);
    if (validTo !== undefined) instants.add(validTo);
    for (const version of versions) instants.add(version.validFrom);
  }
  return [...instants].toSorted((a, b) => a - b);
}

function lastBefore(changes: readonly Instant[], at: Instant): Instant {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] as Instant) <= at) low = middle + 1;
    else high = middle;
  }
  // why one before the first: then there was no unit yet, and all such instants have the same, empty tree.
  return changes[low - 1] ?? (changes[0] ?? 0) - 1;
}

function builtTree({ histories, links }: UnitMemory, at: Instant): UnitTree {
  const units = treeAt(histories, at);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const remap = remapTo({ links, histories, tree: units, at });
  const hash = createHash('sha256').update(JSON.stringify(units));
  for (const { id } of histories) if (!byId.has(id)) hash.update(`\n${id} ${remap(id)}`);
  return {
    units,
    byId,
    childrenOf: childrenFinder(units),
    pathIds: (unitId) => idsOfPath(byId.get(unitId)?.path ?? ''),
    remap,
    since: at,
    stamp: hash.digest('base64url').slice(0, 22),
  };
}

function childrenFinder(units: readonly TreeUnit[]): UnitTree['childrenOf'] {
  const children = new Map<string | undefined, TreeUnit[]>();
  for (const unit of units) {
    const siblings = children.get(unit.parentId);
    if (siblings) siblings.push(unit);
    else children.set(unit.parentId, [unit]);
  }
  const sorted = new Map<string | undefined, readonly TreeUnit[]>();
  return (unitId) => {
    const known = sorted.get(unitId);
    if (known) return known;
    const byName = inAlphabet(children.get(unitId) ?? []);
    if (children.has(unitId)) sorted.set(unitId, byName);
    return byName;
  };
}

const inAlphabet = (units: readonly TreeUnit[]): TreeUnit[] =>
  units
    .map((unit) => ({ unit, key: sortKey(unit.name) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.unit.id < b.unit.id ? -1 : 1))
    .map(({ unit }) => unit);
