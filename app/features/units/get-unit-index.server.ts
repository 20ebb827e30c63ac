import type { Instant } from '#app/domain/kernel/time.ts';
import { idsOfPath } from '#app/domain/units/tree.ts';
import { dropUnitMemory, getUnitMemory, type UnitMemory } from './unit-memory.server.ts';

/** Where a unit stands, whether it is still valid or not. */
export interface UnitPlace {
  readonly id: string;
  readonly path: string;
  /** The unit and all above it, from the root down. */
  readonly pathIds: readonly string[];
  readonly name: string;
  /** Its own block, or that of the nearest unit above that has one. */
  readonly block: string | undefined;
}

export type UnitIndex = ReadonlyMap<string, UnitPlace>;

/** Forgets what is known about units: called when the tree changes. */
export const dropUnitIndex = dropUnitMemory;

const kept = new WeakMap<UnitMemory, UnitIndex>();

/** Every unit by its id, at most five seconds old. */
export async function getUnitIndex(now: Instant): Promise<UnitIndex> {
  const memory = await getUnitMemory(now);
  const known = kept.get(memory);
  if (known) return known;
  const index = indexOf(memory);
  kept.set(memory, index);
  return index;
}

const indexOf = ({ units, byId }: UnitMemory): UnitIndex =>
  new Map(
    units.map((unit) => {
      const pathIds = idsOfPath(unit.path);
      const block = pathIds.map((id) => byId.get(id)?.block ?? undefined).findLast((each) => each !== undefined);
      return [unit.id, { id: unit.id, path: unit.path, pathIds, name: unit.name, block }];
    }),
  );
