import { refuse, ok, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { idsOfPath } from '#app/domain/units/tree.ts';
import { findAncestors, findChildren, findUnit, type Unit } from './unit.repo.server.ts';

/** A unit as pages show it. */
export interface UnitView {
  readonly id: string;
  readonly parentId: string | undefined;
  readonly path: string;
  readonly name: string;
  readonly kind: string;
  readonly block: string | undefined;
}

export interface UnitWithNeighbours {
  readonly unit: UnitView;
  /** From the root down, the unit itself left out. */
  readonly ancestors: readonly UnitView[];
  /** Valid now, in alphabetical order. */
  readonly children: readonly UnitView[];
}

const viewOf = (unit: Unit): UnitView => ({
  id: unit.id,
  parentId: unit.parentId ?? undefined,
  path: unit.path,
  name: unit.name,
  kind: unit.kind,
  block: unit.block ?? undefined,
});

/** One unit with what stands above and below it. A unit that has ended can still be looked at. */
export async function getUnit({
  unitId,
  now,
}: {
  unitId: string;
  now: Instant;
}): Promise<Result<UnitWithNeighbours, 'not-found'>> {
  const unit = await findUnit(unitId);
  if (!unit) return refuse('not-found');
  const [above, children] = await Promise.all([findAncestors([unit]), findChildren(unitId, now)]);
  const ancestors = idsOfPath(unit.path).flatMap((id) => {
    const ancestor = above.get(id);
    return ancestor ? [viewOf(ancestor)] : [];
  });
  return ok({ unit: viewOf(unit), ancestors, children: children.map(viewOf) });
}
