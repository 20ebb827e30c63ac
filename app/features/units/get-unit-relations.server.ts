import { sortKey } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getUnitMemory } from './unit-memory.server.ts';

/** Where a unit came from and what became of it. */
export interface UnitRelations {
  /** When the unit ended; undefined while it is valid, and for an end that is still to come. */
  readonly endedAt: Instant | undefined;
  /** Units that it became, or gave a part to. */
  readonly successors: readonly RelatedUnit[];
  /** Units that it came out of. */
  readonly predecessors: readonly RelatedUnit[];
  /** Names that it had before, oldest first. */
  readonly formerNames: readonly { readonly name: string; readonly until: Instant }[];
}

/** A unit at the other end of a link. */
export interface RelatedUnit {
  readonly id: string;
  readonly name: string;
  /** What stands above it, if that is not the root: "Huyện Hà Quảng". */
  readonly above: string | undefined;
  readonly at: Instant;
}

/** Where a unit came from and what became of it; nothing for a unit that does not exist. */
export async function getUnitRelations({ unitId, now }: { unitId: string; now: Instant }): Promise<UnitRelations> {
  const { byId, histories, links } = await getUnitMemory(now);
  const relatedTo = (id: string, at: Date): RelatedUnit[] => {
    const unit = byId.get(id);
    if (!unit || at.getTime() > now) return [];
    const parent = unit.parentId === null ? undefined : byId.get(unit.parentId);
    return [
      { id, name: unit.name, above: parent && parent.parentId !== null ? parent.name : undefined, at: at.getTime() },
    ];
  };
  const ended = byId.get(unitId)?.validTo?.getTime();
  const versions = histories.find(({ id }) => id === unitId)?.versions ?? [];
  return {
    endedAt: ended !== undefined && ended <= now ? ended : undefined,
    successors: inAlphabet(links.flatMap(({ fromId, toId, at }) => (fromId === unitId ? relatedTo(toId, at) : []))),
    predecessors: inAlphabet(links.flatMap(({ fromId, toId, at }) => (toId === unitId ? relatedTo(fromId, at) : []))),
    formerNames: versions.flatMap(({ name }, index) => {
      const next = versions[index + 1];
      return next && next.validFrom <= now && next.name !== name ? [{ name, until: next.validFrom }] : [];
    }),
  };
}

const inAlphabet = (units: readonly RelatedUnit[]): RelatedUnit[] =>
  units
    .map((unit) => ({ unit, key: sortKey(unit.name) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ unit }) => unit);
