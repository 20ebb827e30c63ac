import type { Instant } from '../kernel/time.ts';
import { childPath } from './tree.ts';
import { versionAt, type UnitVersion } from './tree-at.ts';
import type { Forest } from './unit-record.ts';

/** A unit as the table of units keeps it: as it is now; one that has ended as it was last, one to come as it will begin. */
export interface PresentUnit extends Omit<UnitVersion, 'validFrom'> {
  readonly id: string;
  readonly path: string;
}

/** How every unit stands at an instant, with its path and with the block that it has from above; parents before children. */
export function presentUnits(forest: Forest, now: Instant): Map<string, PresentUnit> {
  const placed = new Map<string, PresentUnit>();
  for (const id of forest.keys()) {
    // why a list and no recursion: a tree is as deep as people make it.
    const line: string[] = [];
    const seen = new Set<string>();
    for (
      let at: string | undefined = id;
      at !== undefined && !placed.has(at) && !seen.has(at);
      at = aboveOf(forest, at, now)
    ) {
      seen.add(at);
      line.push(at);
    }
    for (const unitId of line.toReversed()) placed.set(unitId, place(forest, placed, unitId, now));
  }
  return placed;
}

const heldBy = (forest: Forest, id: string, now: Instant): UnitVersion | undefined => {
  const unit = forest.get(id);
  return unit && versionAt(unit, unit.validTo === undefined ? now : Math.min(now, unit.validTo - 1));
};

const aboveOf = (forest: Forest, id: string, now: Instant): string | undefined => {
  const parentId = heldBy(forest, id, now)?.parentId;
  return parentId !== undefined && forest.has(parentId) ? parentId : undefined;
};

function place(forest: Forest, placed: ReadonlyMap<string, PresentUnit>, id: string, now: Instant): PresentUnit {
  const { parentId, name, kind, block, code } = heldBy(forest, id, now) as UnitVersion;
  const parent = parentId === undefined ? undefined : placed.get(parentId);
  return { id, parentId, path: childPath(parent?.path, id), name, kind, block: block ?? parent?.block, code };
}
