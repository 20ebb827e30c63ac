import { database } from '#app/platform/db/client.server.ts';
import type { LogRow } from '../log.repo.server.ts';

/** Acts of the chain behind a place, in order. */
export const pageLog = async (after: number, limit: number): Promise<LogRow[]> =>
  (await database()).auditEntry.findMany({
    where: { sequence: { gt: after } },
    orderBy: { sequence: 'asc' },
    take: limit,
  });

/** Acts without a place in the chain, behind an id. */
export const pageUnsealed = async (after: string, limit: number): Promise<LogRow[]> =>
  (await database()).auditEntry.findMany({
    where: { sequence: null, id: { gt: after } },
    orderBy: { id: 'asc' },
    take: limit,
  });

/** Signatures under the chain, of places behind one and up to another. */
export const findSignatures = async (after: number, to: number) =>
  (await database()).auditSeal.findMany({
    where: { sequence: { gt: after, lte: to } },
    orderBy: { sequence: 'asc' },
  });

/** The steps by which attempts ended. */
export async function findLastSteps(
  attemptIds: readonly string[],
): Promise<Map<string, { sequence: number; mac: string }>> {
  if (attemptIds.length === 0) return new Map();
  const rows = await (
    await database()
  ).attemptStep.findMany({
    where: { attemptId: { in: [...attemptIds] }, kind: { in: ['submitted', 'expired'] } },
    orderBy: { sequence: 'asc' },
    select: { attemptId: true, sequence: true, mac: true },
  });
  return new Map(rows.map(({ attemptId, sequence, mac }) => [attemptId, { sequence, mac }]));
}
