import type { Block } from '#app/domain/contests/contest.ts';

/**
 * The block that a unit competes in: of the contest's own blocks the first that names it or a unit above it; a contest that
 * declares none has those of the unit tree. Undefined for a unit outside of every block.
 */
export function blockOf(
  blocks: readonly Block[],
  place: { readonly pathIds: readonly string[]; readonly block: string | undefined },
): string | undefined {
  if (blocks.length === 0) return place.block;
  return blocks.find((block) => block.units.some((id) => place.pathIds.includes(id)))?.name;
}
