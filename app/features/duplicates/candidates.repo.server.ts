import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';

/** An account as the search for double ones reads it. */
export interface CandidateRow {
  readonly accountId: string;
  readonly fullName: string;
  readonly foldedName: string;
  readonly birthYear: number;
  readonly unitId: string;
}

const person = { id: true, fullName: true, foldedName: true, birthYear: true, unitId: true } as const;
const isThere = { disabledAt: null, mergedIntoId: null, erasedAt: null } as const;
const candidateOf = ({ id: accountId, ...row }: Omit<CandidateRow, 'accountId'> & { id: string }): CandidateRow => ({
  accountId,
  ...row,
});

/** Accounts by their ids, without those that have ended. */
export async function findCandidates(ids: readonly string[]): Promise<CandidateRow[]> {
  const rows = await (
    await database()
  ).account.findMany({ where: { id: { in: [...ids] }, ...isThere }, select: person });
  return rows.map(candidateOf);
}

/** Accounts that were made after one of them, in the order in which they were made: ids grow with time. */
export async function findNewAccounts(afterId: string, take: number): Promise<string[]> {
  const rows = await (
    await database()
  ).account.findMany({ where: { id: { gt: afterId } }, orderBy: { id: 'asc' }, take, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Everybody of a unit, a page at a time, in the order of ids. */
export async function pageUnit(unitId: string, afterId: string, take: number): Promise<CandidateRow[]> {
  const rows = await (
    await database()
  ).account.findMany({
    where: { unitId, id: { gt: afterId }, ...isThere },
    orderBy: { id: 'asc' },
    take,
    select: person,
  });
  return rows.map(candidateOf);
}

/** Acts after which an account may look like another one. */
const CHANGES = ['transfer.carried-out', 'account.corrected', 'account.merge-undone'];

/** Accounts about which something was changed after an instant, the first ones, and up to when was looked: of that instant all. */
export async function findChangedAccounts(
  after: Instant,
  take: number,
): Promise<{ readonly ids: string[]; readonly upTo: Instant }> {
  const client = await database();
  const select = { subject: true, at: true } as const;
  const where = { action: { in: CHANGES } };
  const rows = await client.auditEntry.findMany({
    where: { ...where, at: { gt: new Date(after) } },
    orderBy: { at: 'asc' },
    take,
    select,
  });
  const upTo = rows.at(-1)?.at;
  // why: one act may move hundreds of people in one instant, and who did not fit in would never be looked at.
  if (upTo && rows.length === take)
    rows.push(...(await client.auditEntry.findMany({ where: { ...where, at: upTo }, select })));
  return {
    ids: rows.map(({ subject }) => subject.replace(/^account:/u, '')),
    upTo: upTo?.getTime() ?? after,
  };
}

/** Accounts that were seen at a device after an instant, the first ones, and up to when was looked: of that instant all. */
export async function findTracedAccounts(
  after: Instant,
  take: number,
): Promise<{ readonly ids: string[]; readonly upTo: Instant }> {
  const client = await database();
  const select = { accountId: true, lastAt: true } as const;
  const rows = await client.attemptTrace.findMany({
    where: { lastAt: { gt: new Date(after) } },
    orderBy: { lastAt: 'asc' },
    take,
    select,
  });
  const upTo = rows.at(-1)?.lastAt;
  if (upTo && rows.length === take)
    rows.push(...(await client.attemptTrace.findMany({ where: { lastAt: upTo }, select })));
  return { ids: rows.map(({ accountId }) => accountId), upTo: upTo?.getTime() ?? after };
}

/** Where an account was seen. */
export interface Trace {
  readonly accountId: string;
  readonly contestId: string;
  readonly deviceHash: string;
  readonly networkHash: string;
}

const trace = { accountId: true, contestId: true, deviceHash: true, networkHash: true } as const;

/** Where some accounts were seen. */
export const findTraces = async (accountIds: readonly string[], take: number): Promise<Trace[]> =>
  (await database()).attemptTrace.findMany({
    where: { accountId: { in: [...accountIds] } },
    take,
    select: trace,
  });

/** Who was seen at a device in a contest. */
export const findAtDevice = async (contestId: string, deviceHash: string, take: number): Promise<string[]> => {
  const rows = await (
    await database()
  ).attemptTrace.findMany({
    where: { contestId, deviceHash },
    distinct: ['accountId'],
    take,
    select: { accountId: true },
  });
  return rows.map(({ accountId }) => accountId);
};

/** How far the search has come, as it was written down last; undefined before the first time. */
export async function findProgress(action: string): Promise<string | undefined> {
  const row = await (
    await database()
  ).auditEntry.findFirst({ where: { action }, orderBy: [{ at: 'desc' }, { id: 'desc' }], select: { detail: true } });
  return row?.detail;
}
