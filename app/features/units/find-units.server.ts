import type { Instant } from '#app/domain/kernel/time.ts';
import { searchRank, searchWords } from '#app/domain/units/unit-search.ts';
import { findAncestors, findLeaf, findUnit, searchUnits, type Unit } from './unit.repo.server.ts';
import { pathText } from './path-text.server.ts';

/** A unit in a list to choose from. */
export interface UnitHit {
  readonly id: string;
  readonly name: string;
  /** What stands above it, "Tỉnh Cao Bằng › Khối xã, phường": tells like-named units apart. */
  readonly pathText: string;
}

/** What the search says to a script: the question as asked, and the answer. */
export interface UnitSearchAnswer {
  readonly query: string;
  readonly hits: readonly UnitHit[];
}

const MAX_HITS = 12;
/** Enough to rank fairly, little enough for one letter in a tree of thousands. */
const RANKED = 100;

/**
 * Units whose name has the query in it, with or without marks; names where it begins a word come first.
 * @param only 'leaves' (default): units that people can belong to; 'all': also those that have units below
 * @returns at most MAX_HITS; nothing for a query without letters or digits
 */
export async function findUnits({
  query,
  now,
  only = 'leaves',
}: {
  query: string;
  now: Instant;
  only?: 'leaves' | 'all';
}): Promise<UnitHit[]> {
  const words = searchWords(query);
  if (words.length === 0) return [];
  const limits = { now, only, take: RANKED };
  const found = await searchUnits(words, { ...limits, isWide: false });
  const others = found.length < MAX_HITS ? await searchUnits(words, { ...limits, isWide: true }) : [];
  const best = [...new Map([...found, ...others].map((unit) => [unit.id, unit])).values()]
    .toSorted((a, b) => searchRank(a.name, query) - searchRank(b.name, query))
    .slice(0, MAX_HITS);
  return hitsOf(best);
}

/** One unit that people can belong to, as a hit; undefined when there is no such unit (any more). */
export async function findUnitToJoin({ unitId, now }: { unitId: string; now: Instant }): Promise<UnitHit | undefined> {
  const unit = await findLeaf(unitId, now);
  return unit ? (await hitsOf([unit]))[0] : undefined;
}

/** One unit, whether it has units below it or not, as a hit; undefined when there is none. */
export async function findUnitHit(unitId: string): Promise<UnitHit | undefined> {
  const unit = await findUnit(unitId);
  return unit ? (await hitsOf([unit]))[0] : undefined;
}

async function hitsOf(units: readonly Unit[]): Promise<UnitHit[]> {
  const above = await findAncestors(units);
  return units.map((unit) => ({ id: unit.id, name: unit.name, pathText: pathText(unit, above) }));
}
