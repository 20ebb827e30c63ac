import { idsOfPath } from '#app/domain/units/tree.ts';
import type { Unit } from './unit.repo.server.ts';

/** What stands above a unit, from the root down, its block after the root: "Tỉnh Cao Bằng › Khối xã, phường". */
export function pathText(unit: Unit, above: ReadonlyMap<string, Unit>): string {
  const [root, ...rest] = idsOfPath(unit.path)
    .slice(0, -1)
    .map((id) => above.get(id)?.name ?? id);
  return [root, unit.block, ...rest].filter(Boolean).join(' › ');
}
