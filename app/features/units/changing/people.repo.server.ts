import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

const PER_STATEMENT = 500;

/** A headcount that a change brings to a unit which goes on for others. */
export interface CarriedHeadcount {
  readonly unitId: string;
  readonly category: string;
  readonly people: number;
  readonly isSample: boolean;
  /** What stood there for the same day before. */
  readonly was?: { readonly people: number; readonly isSample: boolean; readonly source: string } | undefined;
}

/** People and roles that went from one unit to another with a change: enough to bring them back. */
export interface MovedPeople {
  readonly from: string;
  readonly to: string;
  readonly accountIds: readonly string[];
  readonly grants: readonly MovedGrant[];
}

interface MovedGrant {
  readonly accountId: string;
  readonly role: string;
  readonly block: string;
  readonly grantedById: string | null;
  readonly grantedAt: string;
  /** The person had the same role at the other unit already. */
  readonly isDouble: boolean;
}

/** How many accounts belong to each of these units themselves. */
export async function countPeople(unitIds: readonly string[], tx?: Tx): Promise<Map<string, number>> {
  const rows = await (tx ?? (await database())).account.groupBy({
    by: ['unitId'],
    where: { unitId: { in: [...unitIds] } },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.unitId, row._count._all]));
}

/** How many roles are held at each of these units. */
export async function countGrants(unitIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await (
    await database()
  ).grant.groupBy({ by: ['unitId'], where: { unitId: { in: [...unitIds] } }, _count: { _all: true } });
  return new Map(rows.map((row) => [row.unitId, row._count._all]));
}

/** Lets the people and the roles of one unit belong to another. */
export async function movePeople(tx: Tx, from: string, to: string): Promise<MovedPeople> {
  const accounts = await tx.account.findMany({ where: { unitId: from }, select: { id: true }, orderBy: { id: 'asc' } });
  await tx.account.updateMany({ where: { unitId: from }, data: { unitId: to } });
  const grants: MovedGrant[] = [];
  for (const { accountId, role, block, grantedById, grantedAt } of await tx.grant.findMany({
    where: { unitId: from },
  })) {
    const key = { accountId, role, block };
    const isDouble = (await tx.grant.findFirst({ where: { ...key, unitId: to } })) !== null;
    await tx.grant.deleteMany({ where: { ...key, unitId: from } });
    if (!isDouble) await tx.grant.create({ data: { ...key, unitId: to, grantedById, grantedAt } });
    grants.push({ ...key, grantedById, grantedAt: grantedAt.toISOString(), isDouble });
  }
  return { from, to, accountIds: accounts.map(({ id }) => id), grants };
}

/** Brings back who went with a change; who has left the unit meanwhile stays where they are. */
export async function returnPeople(tx: Tx, { from, to, accountIds, grants }: MovedPeople): Promise<void> {
  for (let at = 0; at < accountIds.length; at += PER_STATEMENT) {
    const id = { in: accountIds.slice(at, at + PER_STATEMENT) };
    await tx.account.updateMany({ where: { id, unitId: to }, data: { unitId: from } });
  }
  for (const { accountId, role, block, grantedById, grantedAt, isDouble } of grants) {
    const key = { accountId, role, block };
    const { count } = isDouble ? { count: 1 } : await tx.grant.deleteMany({ where: { ...key, unitId: to } });
    if (count === 0) continue;
    const data = { ...key, unitId: from, grantedById, grantedAt: new Date(grantedAt) };
    await tx.grant.upsert({
      where: { accountId_role_unitId_block: { ...key, unitId: from } },
      create: data,
      update: {},
    });
  }
}

/** The newest headcounts of units as of an instant, by unit and category. */
export async function headcountsAsOf(
  unitIds: readonly string[],
  at: Instant,
  tx?: Tx,
): Promise<(CarriedHeadcount & { readonly asOf: Instant })[]> {
  const rows = await (tx ?? (await database())).headcount.findMany({
    where: { unitId: { in: [...unitIds] }, asOf: { lte: new Date(at) } },
    orderBy: { asOf: 'asc' },
  });
  const newest = new Map(rows.map((row) => [`${row.unitId} ${row.category}`, row]));
  return [...newest.values()].map(({ unitId, category, people, isSample, asOf }) => ({
    unitId,
    category,
    people,
    isSample,
    asOf: asOf.getTime(),
  }));
}

/** Stores headcounts as of a day. @returns them with what stood there before, so that it can be brought back */
export async function storeCarried(
  tx: Tx,
  headcounts: readonly CarriedHeadcount[],
  { at, source }: { at: Instant; source: string },
): Promise<CarriedHeadcount[]> {
  const stored: CarriedHeadcount[] = [];
  for (const { unitId, category, people, isSample } of headcounts) {
    const key = { unitId, category, asOf: new Date(at) };
    const data = { people, isSample, source };
    const was = await tx.headcount.findUnique({
      where: { unitId_category_asOf: key },
      select: { people: true, isSample: true, source: true },
    });
    await tx.headcount.upsert({ where: { unitId_category_asOf: key }, create: { ...key, ...data }, update: data });
    stored.push({ unitId, category, people, isSample, ...(was ? { was } : {}) });
  }
  return stored;
}

/** Takes headcounts back that a change had brought, where nobody has changed them since. */
export async function dropCarried(tx: Tx, headcounts: readonly CarriedHeadcount[], at: Instant): Promise<void> {
  for (const { unitId, category, people, was } of headcounts) {
    const where = { unitId, category, people, asOf: new Date(at) };
    if (was) await tx.headcount.updateMany({ where, data: was });
    else await tx.headcount.deleteMany({ where });
  }
}

/** What hangs on units beside the tree itself; a unit with any of it is not taken back. */
export async function countUses(tx: Tx, unitIds: readonly string[]): Promise<number> {
  const where = { unitId: { in: [...unitIds] } };
  const ends = { OR: [{ fromUnitId: where.unitId }, { toUnitId: where.unitId }] };
  const counts = await Promise.all([
    tx.account.count({ where }),
    tx.grant.count({ where }),
    tx.participation.count({ where }),
    tx.attempt.count({ where }),
    tx.headcount.count({ where }),
    tx.headcountProposal.count({ where }),
    tx.rosterPerson.count({ where }),
    tx.target.count({ where }),
    tx.unitTransfer.count({ where: ends }),
    tx.unitLink.count({ where: { OR: [{ fromId: where.unitId }, { toId: where.unitId }] } }),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** How many accounts belong to each unit itself. */
export async function countAllPeople(tx?: Tx): Promise<Map<string, number>> {
  const rows = await (tx ?? (await database())).account.groupBy({ by: ['unitId'], _count: { _all: true } });
  return new Map(rows.map((row) => [row.unitId, row._count._all]));
}

/** The newest headcount of everybody of each unit itself, as of an instant. */
export async function headcountsOfAll(at: Instant, tx?: Tx): Promise<Map<string, number>> {
  const rows = await (tx ?? (await database())).headcount.findMany({
    where: { category: 'all', asOf: { lte: new Date(at) } },
    orderBy: { asOf: 'asc' },
  });
  return new Map(rows.map(({ unitId, people }) => [unitId, people]));
}
