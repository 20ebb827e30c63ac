import type { ContestPast } from '#app/domain/contests/locks.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** What has happened in a contest so far: it decides which of its rules may still be changed. */
export async function loadPast(contestId: string, tx?: Tx): Promise<ContestPast> {
  const client = tx ?? (await database());
  const rounds = await client.round.findMany({
    where: { contestId },
    select: { number: true, _count: { select: { attempts: true, adjustments: true } } },
  });
  const contest = await client.contest.findUnique({ where: { id: contestId }, select: { settledAt: true } });
  return {
    attempts: new Map(rounds.map((round) => [round.number, round._count.attempts])),
    adjusted: new Set(rounds.filter((round) => round._count.adjustments > 0).map((round) => round.number)),
    isSettled: (contest?.settledAt ?? null) !== null,
  };
}
