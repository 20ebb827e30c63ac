import type { Contest } from '#app/domain/contests/contest.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { blockOf } from '#app/features/contests/index.server.ts';
import { getUnitIndex, type UnitIndex } from '#app/features/units/index.server.ts';
import { sharedRead } from './shared-reads.server.ts';
import type { BoardPart } from './standing.repo.server.ts';

/** The part of a board that an address asks for, and what to call it. */
export interface AskedPart {
  readonly part: BoardPart;
  readonly unitName: string | undefined;
  readonly block: string | undefined;
  /** The blocks that there are to choose from. */
  readonly blocks: readonly string[];
  readonly units: UnitIndex;
}

/**
 * What part of a contest's boards is meant: a unit with its branch goes before a block. Undefined where there is no such
 * unit or block.
 */
export async function getBoardPart(
  contest: Contest,
  asked: { unit: string | undefined; block: string | undefined },
  now: Instant,
): Promise<AskedPart | undefined> {
  const units = await getUnitIndex(now);
  const blocks = await sharedRead(`blocks of ${contest.id}`, now, async () => blockNames(contest, units));
  if (asked.unit !== undefined) {
    const unit = units.get(asked.unit);
    if (!unit) return undefined;
    const branch = [...units.values()].filter(({ pathIds }) => pathIds.includes(unit.id)).map(({ id }) => id);
    // why not for the top: its branch is everybody, and the whole board is faster.
    const part = unit.pathIds.length === 1 ? {} : { unitIds: branch };
    return { part, unitName: unit.name, block: undefined, blocks, units };
  }
  const { block } = asked;
  if (block !== undefined && !blocks.includes(block)) return undefined;
  return { part: { block }, unitName: undefined, block, blocks, units };
}

/** The contest's own blocks in their order; those of the unit tree where it declares none. */
function blockNames({ rules }: Contest, units: UnitIndex): readonly string[] {
  if (rules.blocks.length > 0) return rules.blocks.map(({ name }) => name);
  const names = [...units.values()].flatMap((place) => blockOf([], place) ?? []);
  return [...new Set(names)].toSorted((a, b) => (a < b ? -1 : 1));
}
