import type { Instant } from '#app/domain/kernel/time.ts';
import { searchQuery } from '#app/domain/units/unit-search.ts';
import { getUnitTree, type UnitTree } from './get-unit-tree.server.ts';
import { pathText } from './path-text.server.ts';
import { findInTree, type FoundUnit } from './unit-finder.server.ts';
import { getUnitMemory, type UnitMemory } from './unit-memory.server.ts';
import { findAncestors, findUnit } from './unit.repo.server.ts';

/** A unit in a list to choose from. */
export interface UnitHit {
  readonly id: string;
  readonly name: string;
  /** What stands above it, "Tỉnh Cao Bằng › Khối xã, phường": tells like-named units apart. */
  readonly pathText: string;
  /** The old name that was searched for, "Phường Hợp Giang, Thành phố Cao Bằng". */
  readonly former?: string | undefined;
  /** How many units stand directly below it; missing for none. */
  readonly below?: number | undefined;
  /** People cannot belong to it, only to a unit below it. */
  readonly isBranch?: true | undefined;
  /** Which unit to choose in this branch, in the words of the organizers. */
  readonly guidance?: { readonly of: string; readonly text: string } | undefined;
}

/** What the search says to a script: the question as asked, and the answer. */
export interface UnitSearchAnswer {
  readonly query: string;
  readonly hits: readonly UnitHit[];
}

const MAX_HITS = 12;
/** An opened branch shows more, as nobody knows yet what to type. */
const MAX_BELOW = 60;

interface UnitQuestion {
  readonly query: string;
  readonly now: Instant;
  /**
   * 'leaves' (default): units that people can belong to, and to be opened the branches that they cannot; 'all': every unit, to be
   * chosen.
   */
  readonly only?: 'leaves' | 'all';
  /** Only units directly below this one, also without a query. */
  readonly below?: string | undefined;
  /** The day whose tree is searched, if not today's. */
  readonly at?: Instant | undefined;
}

/**
 * Units whose name, or a former name, has the query in it, with or without marks; names where it begins a word come first.
 * @returns at most MAX_HITS; nothing for a query without letters or digits, unless a branch is opened
 */
export async function findUnits({ query, now, only = 'leaves', below, at = now }: UnitQuestion): Promise<UnitHit[]> {
  const [tree, memory] = [await getUnitTree(at, now), await getUnitMemory(now)];
  const asked = searchQuery(query);
  if (below !== undefined) {
    const children = tree.childrenOf(below).map(({ id }) => ({ unitId: id, former: undefined }));
    return children.slice(0, MAX_BELOW).map((found) => hitOf(found, { tree, memory, only }));
  }
  if (!asked) return [];
  const found = findInTree(tree, memory, { query: asked, take: MAX_HITS });
  return found.map((each) => hitOf(each, { tree, memory, only }));
}

/** One unit that people can belong to, as a hit; undefined when there is no such unit (any more). */
export async function findUnitToJoin({ unitId, now }: { unitId: string; now: Instant }): Promise<UnitHit | undefined> {
  const [tree, memory] = [await getUnitTree(now, now), await getUnitMemory(now)];
  return tree.byId.has(unitId) && takesPeople(unitId, tree, memory)
    ? hitOf({ unitId, former: undefined }, { tree, memory, only: 'leaves' })
    : undefined;
}

/** One unit, whether it has units below it or not and whether it is still valid or not, as a hit; undefined when there is none. */
export async function findUnitHit(unitId: string): Promise<UnitHit | undefined> {
  const unit = await findUnit(unitId);
  if (!unit) return undefined;
  const above = await findAncestors([unit]);
  return { id: unit.id, name: unit.name, pathText: pathText(unit, above) };
}

/** People belong to what has nothing below it, and to what says so. */
const takesPeople = (unitId: string, tree: UnitTree, memory: UnitMemory): boolean =>
  tree.childrenOf(unitId).length === 0 || memory.byId.get(unitId)?.takesPeople === true;

interface Known {
  readonly tree: UnitTree;
  readonly memory: UnitMemory;
  readonly only: 'leaves' | 'all';
}

function hitOf({ unitId, former }: FoundUnit, { tree, memory, only }: Known): UnitHit {
  const unit = tree.byId.get(unitId) as NonNullable<ReturnType<UnitTree['byId']['get']>>;
  const below = tree.childrenOf(unitId).length;
  const guidance = guidanceOf(unitId, tree, memory);
  return {
    id: unitId,
    name: unit.name,
    pathText: pathText(unit, tree.byId),
    ...(former === undefined ? {} : { former }),
    ...(below === 0 ? {} : { below }),
    ...(only === 'leaves' && !takesPeople(unitId, tree, memory) ? { isBranch: true as const } : {}),
    ...(only === 'leaves' && guidance ? { guidance } : {}),
  };
}

/** The words of the nearest unit, from this one up, that says who belongs where. */
function guidanceOf(unitId: string, tree: UnitTree, memory: UnitMemory): UnitHit['guidance'] {
  const id = tree.pathIds(unitId).findLast((each) => (memory.byId.get(each)?.guidance ?? '') !== '');
  if (id === undefined) return undefined;
  return { of: tree.byId.get(id)?.name ?? id, text: memory.byId.get(id)?.guidance ?? '' };
}
