import type { Stay } from '#app/domain/privacy/looks.ts';
import { LOOKS_AT_ALL_CONTESTANTS, LOOKS_AT_ALL_OF_UNIT } from '#app/domain/privacy/looks.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';

/** A look as it is kept. */
export interface StoredLook {
  readonly id: string;
  readonly at: Instant;
  readonly actorId: string;
  readonly what: string;
  readonly accountId: string | undefined;
  readonly unitId: string | undefined;
  readonly contestId: string | undefined;
  readonly people: number;
  readonly isFile: boolean;
  readonly reason: string;
}

/** Where a person belonged and what they entered: whose lists they stood on. */
export async function findWhereabouts(accountId: string) {
  const db = await database();
  const [account, moves, entries] = await Promise.all([
    db.account.findUnique({ where: { id: accountId }, select: { unitId: true, createdAt: true } }),
    db.unitTransfer.findMany({
      where: { accountId, state: 'approved', closedAt: { not: null } },
      select: { fromUnitId: true, toUnitId: true, closedAt: true },
    }),
    db.participation.findMany({ where: { accountId }, select: { contestId: true, registeredAt: true } }),
  ]);
  return {
    account: account && { unitId: account.unitId, createdAt: account.createdAt.getTime() },
    moves: moves.map(({ fromUnitId, toUnitId, closedAt }) => ({
      fromUnitId,
      toUnitId,
      at: closedAt?.getTime() ?? 0,
    })),
    entries: entries.map(({ contestId, registeredAt }) => ({ contestId, since: registeredAt.getTime() })),
  };
}

/** Looks at a person and at the lists on which they stood, by others, the newest first. */
export async function pageLooksAt(
  person: {
    accountId: string;
    stays: readonly Stay[];
    entries: readonly { contestId: string; since: Instant }[];
  },
  { page, perPage }: { page: number; perPage: number },
): Promise<{ total: number; rows: StoredLook[] }> {
  const { accountId, stays, entries } = person;
  const db = await database();
  const where = {
    actorId: { not: accountId },
    OR: [
      { accountId },
      ...stays.map(({ unitId, from, until }) => ({
        unitId,
        what: { in: [...LOOKS_AT_ALL_OF_UNIT] },
        at: { gte: new Date(from), ...(until === undefined ? {} : { lt: new Date(until) }) },
      })),
      ...entries.map(({ contestId, since }) => ({
        contestId,
        accountId: null,
        what: { in: [...LOOKS_AT_ALL_CONTESTANTS] },
        at: { gte: new Date(since) },
      })),
    ],
  };
  const [total, rows] = await Promise.all([
    db.look.count({ where }),
    db.look.findMany({ where, orderBy: [{ at: 'desc' }, { id: 'desc' }], skip: (page - 1) * perPage, take: perPage }),
  ]);
  return {
    total,
    rows: rows.map((row) => ({
      ...row,
      at: row.at.getTime(),
      accountId: row.accountId ?? undefined,
      unitId: row.unitId ?? undefined,
      contestId: row.contestId ?? undefined,
    })),
  };
}

/** Names and duties of people who looked. */
export async function findDuties(accountIds: readonly string[]) {
  const rows = await (
    await database()
  ).account.findMany({
    where: { id: { in: [...accountIds] } },
    select: {
      id: true,
      fullName: true,
      grants: { select: { role: true, unit: { select: { name: true } } }, orderBy: { grantedAt: 'asc' }, take: 3 },
    },
  });
  return new Map(
    rows.map(({ id, fullName, grants }) => [
      id,
      { fullName, duties: grants.map(({ role, unit }) => ({ role, unitName: unit.name })) },
    ]),
  );
}

/** Looks within a window, summed up by what was looked at. */
export async function sumLooks(from: Instant, to: Instant) {
  const db = await database();
  const at = { gte: new Date(from), lt: new Date(to) };
  const [sums, actors, people] = await Promise.all([
    db.look.groupBy({
      by: ['what', 'isFile'],
      where: { at },
      _count: { _all: true },
      _sum: { people: true },
      orderBy: [{ what: 'asc' }, { isFile: 'asc' }],
    }),
    db.look.findMany({ where: { at }, distinct: ['what', 'actorId'], select: { what: true, actorId: true } }),
    db.look.findMany({ where: { at, accountId: { not: null } }, distinct: ['accountId'], select: { accountId: true } }),
  ]);
  return {
    rows: sums.map(({ what, isFile, _count, _sum }) => ({
      what,
      isFile,
      looks: _count._all,
      people: _sum.people ?? 0,
      actors: actors.filter((each) => each.what === what).length,
    })),
    namedPeople: people.length,
    sessions: await db.session.count({ where: { createdAt: at } }),
    accounts: await db.account.count({ where: { erasedAt: null, createdAt: { lt: at.lt } } }),
  };
}
