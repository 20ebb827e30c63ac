import type { Instant } from '#app/domain/kernel/time.ts';
import type { OnDevice, Trace } from '#app/domain/signals/traces.ts';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { Prisma } from '#prisma/generated/sqlite/client.ts';

/** A trace as a request gives it; contest and person are those of the attempt. */
export type NewTrace = Omit<Trace, 'accountId'>;

/** Stores traces; one that is there is only made longer. Traces of attempts that do not exist are left out. */
export async function storeTraces(traces: readonly NewTrace[]): Promise<void> {
  await inTransaction(async (tx) => {
    for (const { attemptId, deviceHash, networkHash, wideHash, firstAt, lastAt } of traces) {
      // why raw: contest and person are those of the attempt, and one statement does it all.
      await tx.$executeRaw`
        INSERT INTO "AttemptTrace"
          ("attemptId", "contestId", "accountId", "deviceHash", "networkHash", "wideHash", "firstAt", "lastAt")
        SELECT "id", "contestId", "accountId", ${deviceHash}, ${networkHash}, ${wideHash},
          ${new Date(firstAt)}, ${new Date(lastAt)}
        FROM "Attempt" WHERE "id" = ${attemptId}
        ON CONFLICT ("attemptId", "deviceHash", "networkHash") DO UPDATE SET "lastAt" = excluded."lastAt"`;
    }
  });
}

/** Devices from which so many accounts or more answered in a round, at most so many devices. */
export async function findSharedDevices(roundId: string, leastAccounts: number, most: number): Promise<string[]> {
  const rows = await (
    await database()
  ).$queryRaw<{ deviceHash: string }[]>`
    SELECT t."deviceHash" FROM "AttemptTrace" t JOIN "Attempt" a ON a."id" = t."attemptId"
    WHERE a."roundId" = ${roundId} AND t."deviceHash" <> '' AND a."isSetAside" = ${false}
    GROUP BY t."deviceHash" HAVING COUNT(DISTINCT t."accountId") >= ${leastAccounts}
    ORDER BY COUNT(DISTINCT t."accountId") DESC, t."deviceHash" LIMIT ${most}`;
  return rows.map(({ deviceHash }) => deviceHash);
}

/** Finished attempts of a round that were answered on a device, at most so many. */
export async function findOnDevice(
  { roundId, contestId, deviceHash }: { roundId: string; contestId: string; deviceHash: string },
  most: number,
): Promise<OnDevice[]> {
  const client = await database();
  const traces = await client.attemptTrace.findMany({
    where: { contestId, deviceHash },
    distinct: ['attemptId'],
    select: { attemptId: true },
    orderBy: { attemptId: 'asc' },
    take: most,
  });
  const rows = await client.attempt.findMany({
    where: {
      id: { in: traces.map(({ attemptId }) => attemptId) },
      roundId,
      finishedAt: { not: null },
      isSetAside: false,
    },
    select: { id: true, accountId: true, unitId: true, startedAt: true, finishedAt: true },
  });
  return rows.map(({ id, accountId, unitId, startedAt, finishedAt }) => ({
    attemptId: id,
    accountId,
    unitId,
    startedAt: startedAt.getTime(),
    finishedAt: (finishedAt ?? startedAt).getTime(),
  }));
}

/** An attempt may leave so many traces that are looked at: more are no use, and could be made in masses. */
const TRACES_OF_ONE = 50;

/** Traces of attempts of a round that came from more than one wide network, some attempts at a time, after the one given. */
export async function findTravelled(
  roundId: string,
  after: string,
  limit: number,
): Promise<{ traces: Trace[]; unitId: string; attemptId: string }[]> {
  const client = await database();
  const found = await client.$queryRaw<{ attemptId: string; unitId: string }[]>`
    SELECT t."attemptId", a."unitId" FROM "AttemptTrace" t JOIN "Attempt" a ON a."id" = t."attemptId"
    WHERE a."roundId" = ${roundId} AND t."attemptId" > ${after} AND a."isSetAside" = ${false}
      AND a."finishedAt" IS NOT NULL
    GROUP BY t."attemptId", a."unitId" HAVING COUNT(DISTINCT t."wideHash") > 1
    ORDER BY t."attemptId" LIMIT ${limit}`;
  if (found.length === 0) return [];
  const ids = found.map(({ attemptId }) => attemptId);
  const rows = await client.$queryRaw<TraceRow[]>`
    SELECT "attemptId", "accountId", "deviceHash", "networkHash", "wideHash", "firstAt", "lastAt" FROM "AttemptTrace"
    WHERE "attemptId" IN (${Prisma.join(ids)}) ORDER BY "attemptId", "firstAt"`;
  const byAttempt = new Map<string, Trace[]>();
  for (const row of rows) {
    const own = byAttempt.get(row.attemptId) ?? [];
    byAttempt.set(row.attemptId, own);
    if (own.length < TRACES_OF_ONE)
      own.push({ ...row, firstAt: instantOf(row.firstAt), lastAt: instantOf(row.lastAt) });
  }
  return found.map((each) => ({ ...each, traces: byAttempt.get(each.attemptId) ?? [] }));
}

type TraceRow = Omit<Trace, 'firstAt' | 'lastAt'> & { readonly firstAt: Date; readonly lastAt: Date };

const instantOf = (date: Date): Instant => date.getTime();
