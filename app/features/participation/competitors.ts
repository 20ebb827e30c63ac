import type { Block } from '#app/domain/contests/contest.ts';
import { idsOfPath } from '#app/domain/units/tree.ts';
import type { UnitRow } from '#app/features/units/index.server.ts';

/** Units that are ranked among themselves. */
export interface Competitors {
  /** Empty for units outside of every block. */
  readonly name: string;
  readonly units: readonly UnitRow[];
}

type BlockOf = (unit: Pick<UnitRow, 'path' | 'block'>) => string | undefined;

/**
 * Who is ranked against whom. Without blocks of the contest's own: the units directly below the top, by the blocks of the
 * tree. With them: in each block the units that it names; a block that names one branch alone ranks the units directly
 * below its head, as one unit is no ranking. Units directly below the top in none of the blocks come last, without a name.
 * @param blockOf the block that a unit belongs to by the contest's rules
 */
export function competitorsOf(units: readonly UnitRow[], blocks: readonly Block[], blockOf: BlockOf): Competitors[] {
  const tops = new Set(units.filter((unit) => unit.parentId === undefined).map((unit) => unit.id));
  const below = units.filter((unit) => unit.parentId !== undefined && tops.has(unit.parentId));
  if (blocks.length === 0) {
    const names = [...new Set(below.map((unit) => blockOf(unit) ?? ''))];
    return names.map((name) => ({ name, units: below.filter((unit) => (blockOf(unit) ?? '') === name) }));
  }
  const declared = blocks.map((block) => ({ name: block.name, units: unitsOfBlock(units, block, blockOf) }));
  const taken = new Set(blocks.flatMap((block) => block.units));
  const above = new Set(units.filter((unit) => taken.has(unit.id)).flatMap((unit) => idsOfPath(unit.path)));
  const others = below.filter((unit) => blockOf(unit) === undefined && !above.has(unit.id));
  return [...declared, { name: '', units: others }].filter((each) => each.units.length > 0);
}

function unitsOfBlock(units: readonly UnitRow[], block: Block, blockOf: BlockOf): UnitRow[] {
  const members = units.filter((unit) => blockOf(unit) === block.name);
  const named = members.filter((unit) => block.units.includes(unit.id));
  const head = named.length === 1 ? named[0] : undefined;
  const children = head ? members.filter((unit) => unit.parentId === head.id) : [];
  return children.length > 0 ? children : named;
}
