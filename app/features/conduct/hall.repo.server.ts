import type { AttemptState } from '#app/domain/attempts/replay.ts';
import type { Duration, Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';

/** How many attempts each round of a contest has, by state. */
export async function countStates(contestId: string): Promise<Map<string, Map<AttemptState, number>>> {
  const rows = await (
    await database()
  ).attempt.groupBy({ by: ['roundId', 'state'], where: { contestId }, _count: { _all: true } });
  const states = new Map<string, Map<AttemptState, number>>();
  for (const { roundId, state, _count } of rows) {
    const ofRound = states.get(roundId) ?? new Map<AttemptState, number>();
    states.set(roundId, ofRound.set(state as AttemptState, _count._all));
  }
  return states;
}

/** How many papers that were drawn ahead each round has left. */
export async function countPapers(roundIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await (
    await database()
  ).preparedForm.groupBy({
    by: ['roundId'],
    where: { roundId: { in: [...roundIds] }, takenAt: null },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.roundId, row._count._all]));
}

/** How many running attempts of each round had their deadline before an instant, as it is stored. */
export async function countOverdue(contestId: string, before: Instant): Promise<Map<string, number>> {
  const rows = await (
    await database()
  ).attempt.groupBy({
    by: ['roundId'],
    where: { contestId, state: 'inProgress', deadlineAt: { lt: new Date(before) } },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.roundId, row._count._all]));
}

/** How many answers reached running attempts of a round since an instant. */
export const countSaves = async (roundId: string, since: Instant): Promise<number> =>
  (await database()).attemptStep.count({
    where: {
      kind: { in: ['responseSaved', 'predicted'] },
      receivedAt: { gte: new Date(since) },
      attempt: { roundId, state: 'inProgress' },
    },
  });

/** How many running attempts of a contest have said nothing since an instant. */
export const countSilent = async (contestId: string, since: Instant): Promise<number> =>
  (await database()).attempt.count({
    where: { contestId, state: 'inProgress', steps: { none: { receivedAt: { gte: new Date(since) } } } },
  });

/** A running attempt that has said nothing for some time. */
export interface SilentAttempt {
  readonly attemptId: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly roundId: string;
  readonly startedAt: Instant;
  /** The last thing that the server received: an answer, or the start. */
  readonly lastAt: Instant;
}

/** The running attempts of a contest that have said nothing for the longest time, the most silent one first. */
export async function findMostSilent(contestId: string, limit: number): Promise<SilentAttempt[]> {
  const client = await database();
  const last = await client.attemptStep.groupBy({
    by: ['attemptId'],
    where: { attempt: { contestId, state: 'inProgress' } },
    _max: { receivedAt: true },
    orderBy: { _max: { receivedAt: 'asc' } },
    take: limit,
  });
  const rows = await client.attempt.findMany({
    where: { id: { in: last.map((row) => row.attemptId) } },
    select: { id: true, accountId: true, unitId: true, roundId: true, startedAt: true },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return last.flatMap(({ attemptId, _max }) => {
    const row = byId.get(attemptId);
    if (!row || !_max.receivedAt) return [];
    const { accountId, unitId, roundId, startedAt } = row;
    return [
      { attemptId, accountId, unitId, roundId, startedAt: startedAt.getTime(), lastAt: _max.receivedAt.getTime() },
    ];
  });
}

/** Whose time runs in a round, and since when. */
export interface RunningSitter {
  readonly accountId: string;
  readonly unitId: string;
  readonly startedAt: Instant;
  readonly grace: Duration;
}

/** Everybody who sits a round now. */
export async function findRunningSitters(roundId: string): Promise<RunningSitter[]> {
  const rows = await (
    await database()
  ).attempt.findMany({
    where: { roundId, state: 'inProgress' },
    select: { accountId: true, unitId: true, startedAt: true, graceMs: true },
  });
  return rows.map(({ accountId, unitId, startedAt, graceMs }) => ({
    accountId,
    unitId,
    startedAt: startedAt.getTime(),
    grace: graceMs,
  }));
}
