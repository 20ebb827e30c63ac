import { sortKey } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findCurrentUnits, findHeadcounts, type Unit } from './unit.repo.server.ts';

/** A unit in the list of all, with its own headcount. */
export interface UnitRow {
  readonly id: string;
  readonly parentId: string | undefined;
  readonly path: string;
  readonly name: string;
  readonly kind: string;
  readonly block: string | undefined;
  /** People of the unit itself, without those below; 0 where nobody counted. */
  readonly headcount: number;
  /** The figure only shows how the page works. */
  readonly isSample: boolean;
}

/** All units that are valid now in tree order: each branch after its top, neighbours by block and then by name. */
export async function listUnits(now: Instant): Promise<UnitRow[]> {
  const [units, headcounts] = await Promise.all([findCurrentUnits(now), findHeadcounts('all', now)]);
  const ids = new Set(units.map((unit) => unit.id));
  const children = new Map<string | undefined, Unit[]>();
  for (const unit of units) {
    // why: a unit whose parent has ended is shown at the top rather than nowhere.
    const parent = unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : undefined;
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  const inOrder = (parent: string | undefined): Unit[] =>
    byBlock(children.get(parent) ?? []).flatMap((unit) => [unit, ...inOrder(unit.id)]);
  return inOrder(undefined).map((unit) => ({
    id: unit.id,
    parentId: unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : undefined,
    path: unit.path,
    name: unit.name,
    kind: unit.kind,
    block: unit.block ?? undefined,
    headcount: headcounts.get(unit.id)?.people ?? 0,
    isSample: headcounts.get(unit.id)?.isSample ?? false,
  }));
}

/** Stable: within a block the alphabetical order that the units came in stays. */
const byBlock = (units: readonly Unit[]): Unit[] =>
  units.toSorted((a, b) => {
    const [left, right] = [sortKey(a.block ?? ''), sortKey(b.block ?? '')];
    return left < right ? -1 : left > right ? 1 : 0;
  });
