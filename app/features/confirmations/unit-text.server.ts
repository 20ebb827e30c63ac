import type { UnitIndex } from '#app/features/units/index.server.ts';

/** Name of a unit with the one above it, which tells like-named units apart; the top is left out, as everybody stands below it. */
export function unitText(index: UnitIndex, unitId: string): string {
  const ids = index.get(unitId)?.pathIds ?? [unitId];
  const nearest = ids.slice(1).slice(-2);
  return (nearest.length > 0 ? nearest : ids)
    .toReversed()
    .map((id) => index.get(id)?.name ?? id)
    .join(', ');
}
