import type { Instant } from '#app/domain/kernel/time.ts';
import { idsOfPath } from '#app/domain/units/tree.ts';
import { whenForgotten } from '#app/platform/db/forget.server.ts';
import { findUnitPlaces } from './unit.repo.server.ts';

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

const FRESH_MS = 5_000;
let known: { asOf: Instant; index: Promise<UnitIndex> } | undefined;

/** Forgets what is known: called when the tree changes. */
export const dropUnitIndex = (): void => {
  known = undefined;
};

whenForgotten(dropUnitIndex);

/** Every unit by its id, at most five seconds old. */
export function getUnitIndex(now: Instant): Promise<UnitIndex> {
  if (known && now >= known.asOf && now - known.asOf < FRESH_MS) return known.index;
  const index = readIndex();
  known = { asOf: now, index };
  index.catch(dropUnitIndex);
  return index;
}

async function readIndex(): Promise<UnitIndex> {
  const rows = await findUnitPlaces();
  const blocks = new Map(rows.map((row) => [row.id, row.block ?? undefined]));
  return new Map(
    rows.map((row) => {
      const pathIds = idsOfPath(row.path);
      const block = pathIds.map((id) => blocks.get(id)).findLast((each) => each !== undefined);
      return [row.id, { id: row.id, path: row.path, pathIds, name: row.name, block }];
    }),
  );
}
