import type { Actor } from '#app/domain/identity/actor.ts';
import { unitPagesOf, type UnitPageName } from '#app/domain/identity/unit-pages.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getUnit, getUnitIndex } from '#app/features/units/index.server.ts';
import { keepsRoster } from './keeps-roster.server.ts';

/** The unit whose roster a page is about. */
export interface RosterUnit {
  readonly id: string;
  readonly name: string;
  readonly ancestors: readonly { readonly id: string; readonly name: string }[];
  readonly pages: readonly UnitPageName[];
}

/** The unit of a roster, for who keeps it. */
export async function openRoster(query: {
  actor: Actor;
  unitId: string;
  now: Instant;
}): Promise<Result<RosterUnit, 'not-found' | 'forbidden'>> {
  const { actor, unitId, now } = query;
  // why before it is looked for: whether there is such a unit is nobody's business who would not see its roster.
  if (!keepsRoster(actor, unitId)) return refuse('forbidden');
  const [found, index] = await Promise.all([getUnit({ unitId, now }), getUnitIndex(now)]);
  if (!found.ok) return refuse('not-found');
  const { unit, ancestors } = found.value;
  const block = index.get(unit.id)?.block;
  return ok({
    id: unit.id,
    name: unit.name,
    ancestors: ancestors.map(({ id, name }) => ({ id, name })),
    pages: unitPagesOf(actor, { id: unit.id, path: unit.path, block }),
  });
}
