import { database } from '#app/platform/db/client.server.ts';

/** A unit as the memory of the tree keeps it. */
export interface UnitRecord {
  readonly id: string;
  readonly parentId: string | null;
  readonly path: string;
  readonly name: string;
  readonly foldedName: string;
  readonly sortKey: string;
  readonly kind: string;
  readonly block: string | null;
  readonly code: string | null;
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly guidance: string;
  readonly takesPeople: boolean;
}

/** What a unit was from a day on, as stored. */
export interface VersionRecord {
  readonly unitId: string;
  readonly validFrom: Date;
  readonly parentId: string | null;
  readonly name: string;
  readonly kind: string;
  readonly block: string | null;
  readonly code: string | null;
}

/** One step from a unit to what came out of it, as stored. */
export interface LinkRecord {
  readonly fromId: string;
  readonly toId: string;
  readonly at: Date;
  readonly isMain: boolean;
  readonly source: string;
}

/** Every unit, valid or no longer, in alphabetical order. */
export const findAllUnits = async (): Promise<UnitRecord[]> =>
  (await database()).unit.findMany({
    omit: { isEdited: true, createdAt: true, updatedAt: true },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
  });

/** Every version of every unit, oldest first. */
export const findAllVersions = async (): Promise<VersionRecord[]> =>
  (await database()).unitVersion.findMany({ omit: { createdAt: true }, orderBy: { validFrom: 'asc' } });

/** Every link between units. */
export const findAllLinks = async (): Promise<LinkRecord[]> =>
  (await database()).unitLink.findMany({
    omit: { createdAt: true },
    orderBy: [{ fromId: 'asc' }, { toId: 'asc' }],
  });

/** A short text that is another one after every change of units, versions, links or acts on the tree. */
export async function findTreeMark(): Promise<string> {
  const client = await database();
  const [units, versions, links, changes] = await Promise.all([
    client.unit.aggregate({ _count: { _all: true }, _max: { updatedAt: true } }),
    client.unitVersion.aggregate({ _count: { _all: true }, _max: { createdAt: true } }),
    client.unitLink.aggregate({ _count: { _all: true }, _max: { createdAt: true } }),
    client.unitChange.aggregate({ _count: { _all: true, undoneAt: true } }),
  ]);
  return [
    units._count._all,
    units._max.updatedAt?.getTime(),
    versions._count._all,
    versions._max.createdAt?.getTime(),
    links._count._all,
    links._max.createdAt?.getTime(),
    changes._count._all,
    changes._count.undoneAt,
  ].join(' ');
}
