import { database } from '#app/platform/db/client.server.ts';

/** People with an attempt in a round, counted by the unit of their entry. */
export async function countPeopleOfRound(roundId: string): Promise<Map<string, number>> {
  const rows = await (
    await database()
  ).attempt.groupBy({
    by: ['unitId'],
    // why number 1: everybody who has attempts in the round has exactly one first one.
    where: { roundId, number: 1 },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.unitId, row._count._all]));
}
