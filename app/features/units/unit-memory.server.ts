import type { Instant } from '#app/domain/kernel/time.ts';
import type { UnitHistory } from '#app/domain/units/tree-at.ts';
import { whenForgotten } from '#app/platform/db/forget.server.ts';
import {
  findAllLinks,
  findAllUnits,
  findAllVersions,
  findTreeMark,
  type LinkRecord,
  type UnitRecord,
  type VersionRecord,
} from './tree.repo.server.ts';

/** All there is to know about units: a few thousand rows that nearly every page asks about and that seldom change. */
export interface UnitMemory {
  /** In alphabetical order, those that have ended too. */
  readonly units: readonly UnitRecord[];
  readonly byId: ReadonlyMap<string, UnitRecord>;
  readonly histories: readonly UnitHistory[];
  readonly links: readonly LinkRecord[];
}

const FRESH_MS = 5_000;
let known: { asOf: Instant; mark: string; memory: UnitMemory } | undefined;
/** How often everything was forgotten: what was read before that is of no use after it. */
let generation = 0;
let reading: { asOf: Instant; memory: Promise<UnitMemory> } | undefined;

const isFresh = (asOf: Instant, now: Instant): boolean => now >= asOf && now - asOf < FRESH_MS;

/** Forgets what is known about units: called when the tree changes. */
export const dropUnitMemory = (): void => {
  known = undefined;
  reading = undefined;
  generation += 1;
};

whenForgotten(dropUnitMemory);

/** All units, at most five seconds old. The same object as before when nothing changed: what is derived from it may be kept. */
export async function getUnitMemory(now: Instant): Promise<UnitMemory> {
  if (known && isFresh(known.asOf, now)) return known.memory;
  if (reading && isFresh(reading.asOf, now)) return reading.memory;
  const memory = refreshed(now);
  const started = { asOf: now, memory };
  reading = started;
  try {
    return await memory;
  } finally {
    if (reading === started) reading = undefined;
  }
}

async function refreshed(now: Instant): Promise<UnitMemory> {
  const began = generation;
  // why before the rows: a change in between gives an old mark to new rows, and the next look reads them once more.
  const mark = await findTreeMark();
  if (known?.mark === mark) {
    known = { ...known, asOf: now };
    return known.memory;
  }
  const [units, versions, links] = await Promise.all([findAllUnits(), findAllVersions(), findAllLinks()]);
  const memory = {
    units,
    byId: new Map(units.map((unit) => [unit.id, unit])),
    histories: historiesOf(units, versions),
    links,
  };
  if (began === generation) known = { asOf: now, mark, memory };
  return memory;
}

function historiesOf(units: readonly UnitRecord[], versions: readonly VersionRecord[]): UnitHistory[] {
  const byUnit = new Map<string, VersionRecord[]>();
  for (const version of versions) {
    const list = byUnit.get(version.unitId);
    if (list) list.push(version);
    else byUnit.set(version.unitId, [version]);
  }
  return units.map((unit) => ({
    id: unit.id,
    validFrom: unit.validFrom.getTime(),
    validTo: unit.validTo?.getTime(),
    // why the unit itself: one without a history has always been what it is.
    versions: (byUnit.get(unit.id) ?? [unit]).map((version) => ({
      validFrom: version.validFrom.getTime(),
      parentId: version.parentId ?? undefined,
      name: version.name,
      kind: version.kind,
      block: version.block ?? undefined,
      code: version.code ?? undefined,
    })),
  }));
}
