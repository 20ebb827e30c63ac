import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** A person as a request for another unit shows them. */
export interface TransferPerson {
  readonly id: string;
  readonly fullName: string;
  readonly birthYear: number;
  readonly unitId: string;
}

const person = { id: true, fullName: true, birthYear: true, unitId: true } as const;

/** A person by account id. */
export const findPerson = async (tx: Tx | undefined, id: string): Promise<TransferPerson | undefined> =>
  (await (tx ?? (await database())).account.findUnique({ where: { id }, select: person })) ?? undefined;

/** People by account id. */
export async function findPersons(ids: readonly string[]): Promise<Map<string, TransferPerson>> {
  const rows = await (await database()).account.findMany({ where: { id: { in: [...new Set(ids)] } }, select: person });
  return new Map(rows.map((row) => [row.id, row]));
}

/** People of a unit, or of its whole branch, whose folded name has a text in it, by name. */
export const searchPersons = async (
  folded: string,
  path: string | { readonly startsWith: string },
  take: number,
): Promise<TransferPerson[]> =>
  (await database()).account.findMany({
    where: { foldedName: { contains: folded }, unit: { path } },
    orderBy: [{ foldedName: 'asc' }, { id: 'asc' }],
    take,
    select: person,
  });

/** Gives a person another unit, if they still have the one that they leave. @returns whether they had */
export async function storeUnit(tx: Tx, accountId: string, fromUnitId: string, unitId: string): Promise<boolean> {
  const { count } = await tx.account.updateMany({ where: { id: accountId, unitId: fromUnitId }, data: { unitId } });
  return count === 1;
}

/** What a person has in a contest. */
export interface EntryRow {
  readonly contestId: string;
  readonly unitId: string;
  /** Rounds that the person has attempts in. */
  readonly roundIds: readonly string[];
  readonly isRunning: boolean;
}

/** The entries of a person into these contests, with what is known of their attempts. */
export async function findEntries(
  tx: Tx | undefined,
  accountId: string,
  contestIds: readonly string[],
): Promise<EntryRow[]> {
  const client = tx ?? (await database());
  const entries = await client.participation.findMany({
    where: { contestId: { in: [...contestIds] }, accountId },
    select: { contestId: true, unitId: true },
    orderBy: { contestId: 'asc' },
  });
  const attempts = await client.attempt.findMany({
    where: { accountId },
    select: { contestId: true, roundId: true, state: true },
  });
  return entries.map((entry) => {
    const own = attempts.filter(({ contestId }) => contestId === entry.contestId);
    return {
      ...entry,
      roundIds: [...new Set(own.map(({ roundId }) => roundId))],
      isRunning: own.some(({ state }) => state === 'inProgress'),
    };
  });
}

/** Gives the entry of a person into a contest, and all their attempts in it, another unit. @returns how many attempts */
export async function storeEntryUnit(
  tx: Tx,
  key: { readonly contestId: string; readonly accountId: string },
  unitId: string,
): Promise<number> {
  await tx.participation.update({ where: { contestId_accountId: key }, data: { unitId } });
  return (await tx.attempt.updateMany({ where: key, data: { unitId } })).count;
}
