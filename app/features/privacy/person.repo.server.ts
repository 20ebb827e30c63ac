// The one place that reads, empties and deletes whatever the register of personal data says, table by table.
import { givenColumns, type Blank, type PersonalTable } from '#app/domain/privacy/register.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

type Where = Readonly<Record<string, unknown>>;
/** A value as the database gives it. */
export type Stored = string | number | boolean | Date | Uint8Array | null;

interface Delegate {
  findMany(query: { where: Where; select: Record<string, true>; take: number }): Promise<Record<string, Stored>[]>;
  count(query: { where: Where }): Promise<number>;
  deleteMany(query: { where: Where }): Promise<{ count: number }>;
  updateMany(query: { where: Where; data: Readonly<Record<string, Blank>> }): Promise<{ count: number }>;
}

/** The table of a model of the register; a contract test holds the register to the schema. */
const tableOf = (client: unknown, model: string): Delegate =>
  (client as Record<string, Delegate>)[model.charAt(0).toLowerCase() + model.slice(1)] as Delegate;

const rowsOfPerson = (table: PersonalTable, accountId: string): Where =>
  table.via === 'Attempt'
    ? { attempt: { accountId } }
    : { OR: table.person.map((column) => ({ [column]: accountId })) };

/** Which column says to which round or contest a row belongs, in tables that are given when that is settled. */
const SCOPE_COLUMNS: Readonly<Record<string, string>> = { Outcome: 'roundId', Standing: 'scopeId', Signal: 'roundId' };

/** The rounds and contests of a person that nothing can change any more. */
export async function findSettledScopes(accountId: string): Promise<string[]> {
  const rows = await (
    await database()
  ).attempt.findMany({
    where: { accountId, round: { settledAt: { not: null } } },
    distinct: ['roundId'],
    select: { roundId: true, contestId: true, round: { select: { contest: { select: { settledAt: true } } } } },
  });
  return rows.flatMap(({ roundId, contestId, round }) =>
    round.contest.settledAt === null ? [roundId] : [roundId, contestId],
  );
}

/** What the person is given of a table, and how many rows there are; at most `take`. */
export async function findGivenRows(
  table: PersonalTable,
  accountId: string,
  { settled, take }: { settled: readonly string[]; take: number },
): Promise<{ total: number; rows: Record<string, Stored>[] }> {
  const own = rowsOfPerson(table, accountId);
  const scope = SCOPE_COLUMNS[table.model] ?? '';
  const where = table.whenSettled ? { AND: [own, { [scope]: { in: settled } }] } : own;
  const select = Object.fromEntries(givenColumns(table).map((column) => [column, true as const]));
  const client = tableOf(await database(), table.model);
  const [total, rows] = await Promise.all([client.count({ where }), client.findMany({ where, select, take })]);
  return { total, rows };
}

/** Deletes the rows of a person. @returns how many */
export const deleteRowsOf = async (tx: Tx, table: PersonalTable, accountId: string): Promise<number> =>
  (await tableOf(tx, table.model).deleteMany({ where: rowsOfPerson(table, accountId) })).count;

/** Empties columns in the rows of a person. @returns how many rows there are */
export async function blankRowsOf(
  tx: Tx,
  table: PersonalTable,
  accountId: string,
  blank: Readonly<Record<string, Blank>> | undefined,
): Promise<number> {
  const where = rowsOfPerson(table, accountId);
  const client = tableOf(tx, table.model);
  return blank ? (await client.updateMany({ where, data: blank })).count : client.count({ where });
}

/** Closes an account for good, behind which nobody is any more. */
export async function closeErased(tx: Tx, accountId: string, at: Instant): Promise<void> {
  const when = new Date(at);
  const data = { signInName: `erased:${accountId}`, erasedAt: when, disabledAt: when };
  await tx.account.update({ where: { id: accountId }, data });
}

/** Notes that a person was erased: a copy of before is to be erased again. */
export async function storeErasure(
  tx: Tx,
  erasure: { accountId: string; cause: string; kept: Readonly<Record<string, number>>; at: Instant },
): Promise<void> {
  const { accountId, cause, kept, at } = erasure;
  const row = { at: new Date(at), cause, kept: JSON.stringify(kept) };
  await tx.erasure.upsert({ where: { accountId }, create: { accountId, ...row }, update: row });
}

/** Everybody who was erased, the oldest first. */
export async function findErasures(): Promise<{ accountId: string; at: Instant; cause: string }[]> {
  const rows = await (await database()).erasure.findMany({ orderBy: [{ at: 'asc' }, { accountId: 'asc' }] });
  return rows.map(({ accountId, at, cause }) => ({ accountId, at: at.getTime(), cause }));
}

/** Who a person is, as far as these pages need it. */
export async function findPerson(tx: Tx | undefined, accountId: string) {
  const row = await (tx ?? (await database())).account.findUnique({
    where: { id: accountId },
    select: { id: true, fullName: true, birthYear: true, unitId: true, erasedAt: true },
  });
  return row ?? undefined;
}

/** Keeps a name and a year of birth as the person or an organizer corrected them. */
export async function storeIdentity(
  tx: Tx,
  accountId: string,
  identity: { fullName: string; foldedName: string; birthYear: number },
): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: identity });
}

/** Whether the person works on an attempt now. */
export async function hasRunningAttempt(accountId: string, now: Instant, tx?: Tx): Promise<boolean> {
  const running = await (tx ?? (await database())).attempt.findFirst({
    where: { accountId, state: 'inProgress', deadlineAt: { gt: new Date(now) } },
    select: { id: true },
  });
  return running !== null;
}

/** Whether somebody else administers the installation. */
export const hasOtherAdministrator = async (tx: Tx, accountId: string): Promise<boolean> =>
  (await tx.grant.findFirst({
    where: { role: 'administrator', accountId: { not: accountId } },
    select: { accountId: true },
  })) !== null;

/** Whether the person administers the installation. */
export const isAdministrator = async (tx: Tx, accountId: string): Promise<boolean> =>
  (await tx.grant.findFirst({ where: { role: 'administrator', accountId }, select: { accountId: true } })) !== null;
