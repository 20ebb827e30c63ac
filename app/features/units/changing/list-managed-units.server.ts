import { sortKey } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getTopUnit } from '../get-top-unit.server.ts';
import { findUnit } from '../unit.repo.server.ts';
import { getUnit, type UnitView } from '../get-unit.server.ts';
import { countBelow } from './tree.repo.server.ts';

export const UNITS_PER_PAGE = 60;

/** One branch of the tree, a page of it. */
export interface ManagedBranch {
  readonly unit: UnitView;
  readonly above: readonly UnitView[];
  readonly total: number;
  readonly pages: number;
  readonly units: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly block: string | undefined;
    readonly below: number;
  }[];
}

/** The units directly below one, or below the top; undefined in an empty tree, and for a unit that does not exist. */
export async function listManagedUnits(asked: {
  readonly unitId: string | undefined;
  readonly page: number;
  readonly now: Instant;
}): Promise<ManagedBranch | undefined> {
  const { page, now } = asked;
  const unitId = asked.unitId ?? (await getTopUnit(now))?.id;
  if (unitId === undefined || !(await findUnit(unitId))) return undefined;
  const found = await getUnit({ unitId, now });
  if (!found.ok) return undefined;
  const { unit, ancestors, children } = found.value;
  const inOrder = children.toSorted((a, b) =>
    (a.block ?? '') === (b.block ?? '') ? 0 : sortKey(a.block ?? '') < sortKey(b.block ?? '') ? -1 : 1,
  );
  const shown = inOrder.slice((page - 1) * UNITS_PER_PAGE, page * UNITS_PER_PAGE);
  const below = await countBelow(
    shown.map(({ id }) => id),
    now,
  );
  return {
    unit,
    above: ancestors,
    total: children.length,
    pages: Math.max(1, Math.ceil(children.length / UNITS_PER_PAGE)),
    units: shown.map(({ id, name, kind, block }) => ({ id, name, kind, block, below: below.get(id) ?? 0 })),
  };
}
