import { idsOfPath } from '#app/domain/units/tree.ts';

/** A unit, as far as what stands above it is told. */
interface Placed {
  readonly path: string;
  readonly block: string | null | undefined;
}

/** What stands above a unit, from the root down, its block after the root: "Tỉnh Cao Bằng › Khối xã, phường". */
export function pathText(unit: Placed, above: ReadonlyMap<string, { readonly name: string }>): string {
  const [root, ...rest] = idsOfPath(unit.path)
    .slice(0, -1)
    .map((id) => above.get(id)?.name ?? id);
  return [root, unit.block, ...rest].filter(Boolean).join(' › ');
}
