import type { Actor } from '#app/domain/identity/actor.ts';
import { grantsFor } from '#app/domain/identity/permissions.ts';
import { unitPagesOf, type UnitPageName } from '#app/domain/identity/unit-pages.ts';
import { sortKey } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { isWithin } from '#app/domain/units/tree.ts';
import { getUnitIndex, type UnitIndex } from '../../units/index.server.ts';

/** Something that a person is in charge of, with the way to it. */
export interface ChargeView {
  readonly unitId: string;
  readonly unitName: string;
  /** Name of the unit above; undefined at the top. */
  readonly above: string | undefined;
  readonly block: string | undefined;
  /** Pages of the unit that the person may open beside its figures. */
  readonly pages: readonly UnitPageName[];
  /** Units of the block nearest to the top, where the charge is about a block; at most as many as a list shows. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

const MOST_UNITS = 100;

/** What the person is in charge of: whole units first, then blocks. Empty for everybody else. */
export async function listCharges(actor: Actor | undefined, now: Instant): Promise<ChargeView[]> {
  const grants = grantsFor(actor, 'delegate-unit-manager').filter((grant) => grant.role === 'unitManager');
  if (grants.length === 0) return [];
  const index = await getUnitIndex(now);
  return grants
    .map(({ unitId, unitPath, block }) => {
      const place = index.get(unitId);
      const aboveId = place?.pathIds.at(-2);
      return {
        unitId,
        unitName: place?.name ?? unitId,
        above: aboveId === undefined ? undefined : index.get(aboveId)?.name,
        block,
        pages: block === undefined && place ? unitPagesOf(actor, place) : [],
        units: block === undefined ? [] : topUnitsOfBlock(index, unitPath, block),
      };
    })
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = (charge: ChargeView): string =>
  `${charge.block === undefined ? 0 : 1}${sortKey(charge.unitName)}\u0001${sortKey(charge.block ?? '')}`;

/** Units of a block in a branch that have no unit of the block above them there, by name. */
function topUnitsOfBlock(index: UnitIndex, unitPath: string, block: string): { id: string; name: string }[] {
  const own = [...index.values()].filter((each) => isWithin(each.path, unitPath) && each.block === block);
  const ids = new Set(own.map(({ id }) => id));
  return own
    .filter(({ pathIds }) => !pathIds.slice(0, -1).some((id) => ids.has(id)))
    .toSorted((a, b) => (sortKey(a.name) < sortKey(b.name) ? -1 : 1))
    .slice(0, MOST_UNITS)
    .map(({ id, name }) => ({ id, name }));
}
