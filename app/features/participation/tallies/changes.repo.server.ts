import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';

/** What happened to attempts, as the audit tells it: written in the transaction of the act itself, in an index by time. */
const ACTS = ['attempt.started', 'attempt.submitted', 'attempt.expired'];
const SUBJECT = 'attempt:';

/** An act on an attempt. */
export interface AttemptAct {
  /** The audit row. */
  readonly id: string;
  readonly at: Instant;
  readonly attemptId: string;
}

/** Acts on attempts from an instant on, oldest first, behind one that is known. */
export async function findActs(
  since: Instant,
  after: Pick<AttemptAct, 'id' | 'at'> | undefined,
  limit: number,
): Promise<AttemptAct[]> {
  const rows = await (
    await database()
  ).auditEntry.findMany({
    where: {
      action: { in: ACTS },
      at: { gte: new Date(after?.at ?? since) },
      ...(after ? { OR: [{ at: { gt: new Date(after.at) } }, { id: { gt: after.id } }] } : {}),
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: limit,
    select: { id: true, at: true, subject: true },
  });
  return rows.map(({ id, at, subject }) => ({ id, at: at.getTime(), attemptId: subject.slice(SUBJECT.length) }));
}

/** The units of attempts of one contest. */
export async function findUnitsOfAttempts(contestId: string, attemptIds: readonly string[]): Promise<string[]> {
  if (attemptIds.length === 0) return [];
  const rows = await (
    await database()
  ).attempt.findMany({ where: { id: { in: [...attemptIds] } }, select: { unitId: true, contestId: true } });
  return [...new Set(rows.filter((row) => row.contestId === contestId).map(({ unitId }) => unitId))];
}

/** Units with finished attempts that the standings do not know yet. @returns undefined where there are more than `most` attempts */
export async function findUnrankedUnits(contestId: string, most: number): Promise<Set<string> | undefined> {
  const rows = await (
    await database()
  ).attempt.findMany({
    where: { isRanked: false, state: { in: ['submitted', 'expired'] } },
    take: most + 1,
    select: { unitId: true, contestId: true },
  });
  if (rows.length > most) return undefined;
  return new Set(rows.filter((row) => row.contestId === contestId).map(({ unitId }) => unitId));
}

/** Units of people whose progress in the lessons of a topic changed since an instant. */
export async function findUnitsOfReaders(topicSlug: string, since: Instant): Promise<string[]> {
  const rows = await (
    await database()
  ).$queryRaw<{ unitId: string }[]>`
    SELECT DISTINCT a."unitId" FROM "LessonProgress" p JOIN "Account" a ON a."id" = p."accountId"
    WHERE p."updatedAt" >= ${new Date(since)} AND p."topicSlug" = ${topicSlug}`;
  return rows.map(({ unitId }) => unitId);
}

/** Ids of people of some units who entered a contest, behind one of them, in their order. */
export async function pageEntered(
  contestId: string,
  unitIds: readonly string[],
  afterAccountId: string,
  limit: number,
): Promise<string[]> {
  const rows = await (
    await database()
  ).participation.findMany({
    where: { contestId, unitId: { in: [...unitIds] }, counts: true, accountId: { gt: afterAccountId } },
    orderBy: { accountId: 'asc' },
    take: limit,
    select: { accountId: true },
  });
  return rows.map(({ accountId }) => accountId);
}
