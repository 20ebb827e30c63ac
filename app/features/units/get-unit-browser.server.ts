import { sortKey } from '#app/domain/kernel/text.ts';
import { localDay, startOfLocalDay, type Instant } from '#app/domain/kernel/time.ts';
import { rollUp } from '#app/domain/units/tree.ts';
import type { TreeUnit } from '#app/domain/units/tree-at.ts';
import { getUnitTree, type UnitTree } from './get-unit-tree.server.ts';
import { findHeadcounts } from './unit.repo.server.ts';

/** A unit in the browsing list. */
export interface BrowsedUnit {
  readonly id: string;
  readonly name: string;
  /** People of the unit and everything below it; 0 where nobody counted. */
  readonly people: number;
  /** How many units stand directly below it. */
  readonly below: number;
}

/** One level of the tree of a day. */
export interface UnitBrowser {
  /** What stands above the opened unit, from the root down. */
  readonly above: readonly { readonly id: string; readonly name: string }[];
  /** The unit whose branch is shown; undefined when the tree has several roots, or none, and none is opened. */
  readonly top: BrowsedUnit | undefined;
  /** What stands directly below, by block; units without a block come first, under an empty name. */
  readonly groups: readonly { readonly block: string; readonly units: readonly BrowsedUnit[] }[];
  /** How many more there are than are shown. */
  readonly hidden: number;
  /** A figure that is shown is only a sample. */
  readonly isSample: boolean;
}

/** More than any province has directly below it; beyond that people search. */
const MAX_SHOWN = 300;
const FRESH_MS = 5_000;

interface Counted {
  readonly totals: ReadonlyMap<string, number>;
  readonly samples: ReadonlySet<string>;
}

const counted = new WeakMap<UnitTree, { asOf: Instant; day: number; figures: Promise<Counted> }>();

/**
 * One level of the tree of a day: what stands directly below one unit.
 * @param open the unit; without it, or when it was not in that tree, the root
 */
export async function getUnitBrowser({
  open,
  at,
  now,
}: {
  open: string | undefined;
  at: Instant;
  now: Instant;
}): Promise<UnitBrowser> {
  const tree = await getUnitTree(at, now);
  const { totals, samples } = await countsOf(tree, at, now);
  const roots = tree.childrenOf(undefined);
  const top = tree.byId.get(open ?? '') ?? (roots.length === 1 ? roots[0] : undefined);
  const viewOf = ({ id, name }: TreeUnit): BrowsedUnit => ({
    id,
    name,
    people: totals.get(id) ?? 0,
    below: tree.childrenOf(id).length,
  });
  const all = top ? tree.childrenOf(top.id) : roots;
  const shown = all.slice(0, MAX_SHOWN);
  const aboveIds = top ? tree.pathIds(top.id).slice(0, -1) : [];
  return {
    above: aboveIds.map((id) => ({ id, name: tree.byId.get(id)?.name ?? id })),
    top: top && viewOf(top),
    // why blocks only below a root: further down all units are of one block.
    groups: byBlock(shown, top?.parentId === undefined, viewOf),
    hidden: all.length - shown.length,
    isSample: [...(top ? [top] : []), ...shown].some(({ id }) => samples.has(id)),
  };
}

function byBlock(
  units: readonly TreeUnit[],
  isGrouped: boolean,
  viewOf: (unit: TreeUnit) => BrowsedUnit,
): UnitBrowser['groups'] {
  const groups = new Map<string, BrowsedUnit[]>();
  for (const unit of units) {
    const block = isGrouped ? (unit.block ?? '') : '';
    const group = groups.get(block);
    if (group) group.push(viewOf(unit));
    else groups.set(block, [viewOf(unit)]);
  }
  return [...groups]
    .map(([block, members]) => ({ block, key: sortKey(block), units: members }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ block, units: members }) => ({ block, units: members }));
}

/** Headcounts of the tree, rolled up; kept for some seconds, as they need a look at every unit. */
async function countsOf(tree: UnitTree, at: Instant, now: Instant): Promise<Counted> {
  const known = counted.get(tree);
  const day = localDay(at);
  if (known && known.day === day && now >= known.asOf && now - known.asOf < FRESH_MS) return known.figures;
  const figures = readCounts(tree, at);
  counted.set(tree, { asOf: now, day, figures });
  figures.catch(() => counted.delete(tree));
  return figures;
}

async function readCounts(tree: UnitTree, at: Instant): Promise<Counted> {
  const rows = await findHeadcounts('all', at);
  const own = new Map<string, number>();
  const samples = new Set<string>();
  for (const [unitId, { people, isSample }] of rows) {
    if (!tree.byId.has(unitId)) continue;
    own.set(unitId, people);
    if (isSample) for (const id of tree.pathIds(unitId)) samples.add(id);
  }
  return { totals: rollUp(tree.units, own, 0, (a, b) => a + b), samples };
}

/** "2025-06-30" as the beginning of that day; undefined for what is no day. */
export function dayOfTree(text: string | null): { readonly text: string; readonly at: Instant } | undefined {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/u.test(text)) return undefined;
  const day = Number(text.replaceAll('-', ''));
  const at = startOfLocalDay(day);
  return localDay(at) === day ? { text, at } : undefined;
}
