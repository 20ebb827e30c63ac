import type { Actor } from '#app/domain/identity/actor.ts';
import { can } from '#app/domain/identity/permissions.ts';
import { unitPagesOf, type UnitPageName } from '#app/domain/identity/unit-pages.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getTopUnit, getUnit, getUnitIndex } from '#app/features/units/index.server.ts';

/** The unit whose requests a page is about. */
export interface TransfersUnit {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly ancestors: readonly { readonly id: string; readonly name: string }[];
  readonly pages: readonly UnitPageName[];
}

/** The unit of a page of requests, for who decides about them there. */
export async function openTransfers(query: {
  actor: Actor;
  unitId: string;
  now: Instant;
}): Promise<Result<TransfersUnit, 'not-found' | 'forbidden'>> {
  const { actor, unitId, now } = query;
  const [found, index, top] = await Promise.all([getUnit({ unitId, now }), getUnitIndex(now), getTopUnit(now)]);
  // why: only who may do this everywhere is told that there is no such unit.
  if (!found.ok) return refuse(can(actor, 'decide-transfer', top?.path ?? '') ? 'not-found' : 'forbidden');
  const { unit, ancestors } = found.value;
  const place = { id: unit.id, path: unit.path, block: index.get(unit.id)?.block };
  if (!can(actor, 'decide-transfer', place)) return refuse('forbidden');
  return ok({
    id: unit.id,
    path: unit.path,
    name: unit.name,
    ancestors: ancestors.map(({ id, name }) => ({ id, name })),
    pages: unitPagesOf(actor, place),
  });
}
