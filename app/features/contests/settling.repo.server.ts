import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { commitmentOf } from './contest.repo.server.ts';

/** The lot of a scope. */
export interface Lot {
  /** Secret until the scope is settled. */
  readonly seed: string;
  /** SHA-256 of the seed, public from the beginning; undefined for a scope of before there were lots. */
  readonly commitment: string | undefined;
}

/** The lots of a contest by the ids of their scopes: its rounds, and the contest itself. */
export type Lots = ReadonlyMap<string, Lot>;

/** Seeds and commitments of a contest. The seeds never leave the server before their scope is settled. */
export async function findLots(contestId: string, tx?: Tx): Promise<Lots> {
  const row = await (tx ?? (await database())).contest.findUnique({
    where: { id: contestId },
    select: { id: true, lotSeed: true, rounds: { select: { id: true, lotSeed: true } } },
  });
  const scopes = row ? [...row.rounds, row] : [];
  return new Map(
    scopes.map(({ id, lotSeed }) => [
      id,
      { seed: lotSeed, commitment: lotSeed === '' ? undefined : commitmentOf(lotSeed) },
    ]),
  );
}

/**
 * Ids of contests in which something may be settled: one of their contest rounds is over by its plan, and not all of them, or
 * not the contest, are settled. Adjustments only ever move a close further on.
 */
export async function findContestsToSettle(now: Instant): Promise<string[]> {
  const over = { kind: 'contest', closesAt: { lte: new Date(now) } };
  const rows = await (
    await database()
  ).contest.findMany({
    where: { OR: [{ settledAt: null, rounds: { some: over } }, { rounds: { some: { ...over, settledAt: null } } }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => row.id);
}

/** Marks a round or a contest as settled. @returns false where it was before */
export async function markSettled(
  tx: Tx,
  scope: { roundId: string } | { contestId: string },
  at: Instant,
): Promise<boolean> {
  const data = { settledAt: new Date(at) };
  const { count } =
    'roundId' in scope
      ? await tx.round.updateMany({ where: { id: scope.roundId, settledAt: null }, data })
      : await tx.contest.updateMany({ where: { id: scope.contestId, settledAt: null }, data });
  return count > 0;
}
