import type { Instant } from '#app/domain/kernel/time.ts';
import { isValidAt, versionAt } from '#app/domain/units/tree-at.ts';
import { unitsBelow, type Forest, type UnitRecord } from '#app/domain/units/unit-record.ts';
import { listUnitChanges, type ListedChange } from './list-unit-changes.server.ts';
import { countPeople } from './people.repo.server.ts';
import { findLinks, readForest } from './tree.repo.server.ts';

interface NamedUnit {
  readonly id: string;
  readonly name: string;
}

/** A unit with its life, for who looks after the tree. */
export interface ManagedUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly block: string | undefined;
  readonly code: string | undefined;
  readonly guidance: string;
  readonly takesPeople: boolean;
  readonly parent: NamedUnit | undefined;
  /** From the root down, without the unit itself. */
  readonly above: readonly NamedUnit[];
  readonly validFrom: Instant;
  readonly validTo: Instant | undefined;
  readonly state: 'valid' | 'ended' | 'coming';
  readonly versions: readonly {
    readonly validFrom: Instant;
    readonly validTo: Instant | undefined;
    readonly name: string;
    readonly kind: string;
    readonly parentName: string | undefined;
    readonly block: string | undefined;
    readonly code: string | undefined;
  }[];
  readonly cameFrom: readonly (NamedUnit & { readonly at: Instant })[];
  readonly wentTo: readonly (NamedUnit & { readonly at: Instant })[];
  readonly below: number;
  readonly people: number;
  readonly changes: readonly ListedChange[];
}

const nameIn = (forest: Forest, id: string, at: Instant): string => {
  const unit = forest.get(id);
  return unit ? versionAt(unit, at).name : id;
};

/** Everything about one unit that a change may be about; undefined where there is none. */
export async function getManagedUnit(unitId: string, now: Instant): Promise<ManagedUnit | undefined> {
  const forest = await readForest();
  const unit = forest.get(unitId);
  if (!unit) return undefined;
  const [links, people, { changes }] = await Promise.all([
    findLinks(unitId),
    countPeople([unitId]),
    listUnitChanges({ unitId, page: 1 }),
  ]);
  const seenAt = unit.validTo !== undefined && unit.validTo <= now ? unit.validTo - 1 : Math.max(now, unit.validFrom);
  const { parentId, name, kind, block, code } = versionAt(unit, seenAt);
  const named = (id: string): NamedUnit => ({ id, name: nameIn(forest, id, seenAt) });
  return {
    id: unitId,
    name,
    kind,
    block,
    code,
    guidance: unit.guidance,
    takesPeople: unit.takesPeople,
    parent: parentId === undefined ? undefined : named(parentId),
    above: aboveOf(forest, unit, seenAt).map(named),
    validFrom: unit.validFrom,
    validTo: unit.validTo,
    state: isValidAt(unit, now) ? 'valid' : unit.validFrom > now ? 'coming' : 'ended',
    versions: unit.versions.map((version, index) => ({
      validFrom: version.validFrom,
      validTo: unit.versions[index + 1]?.validFrom ?? unit.validTo,
      name: version.name,
      kind: version.kind,
      parentName: version.parentId === undefined ? undefined : nameIn(forest, version.parentId, version.validFrom),
      block: version.block,
      code: version.code,
    })),
    cameFrom: links.filter(({ toId }) => toId === unitId).map(({ fromId, at }) => ({ ...named(fromId), at })),
    wentTo: links.filter(({ fromId }) => fromId === unitId).map(({ toId, at }) => ({ ...named(toId), at })),
    below: unitsBelow(forest, unitId, seenAt).length,
    people: people.get(unitId) ?? 0,
    changes,
  };
}

function aboveOf(forest: Forest, unit: UnitRecord, at: Instant): string[] {
  const line: string[] = [];
  for (let above = versionAt(unit, at).parentId; above !== undefined && !line.includes(above);) {
    line.unshift(above);
    const next = forest.get(above);
    above = next && versionAt(next, at).parentId;
  }
  return line;
}
