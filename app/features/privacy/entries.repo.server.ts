import { randomUUID } from 'node:crypto';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** A contest that a person has entered, and what of it can still change. */
export interface OwnContest {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly unitId: string;
  /** Rounds that are not settled. */
  readonly openRounds: readonly string[];
  readonly settledRounds: readonly string[];
}

/** The contests that a person has entered, practice left out, the newest first. */
export async function findOwnContests(accountId: string, tx?: Tx): Promise<OwnContest[]> {
  const rows = await (tx ?? (await database())).participation.findMany({
    where: { accountId, counts: true },
    orderBy: { registeredAt: 'desc' },
    select: {
      unitId: true,
      contest: {
        select: {
          id: true,
          slug: true,
          title: true,
          rounds: { where: { kind: 'contest' }, select: { id: true, settledAt: true } },
        },
      },
    },
  });
  return rows.map(({ unitId, contest: { rounds, ...contest } }) => ({
    ...contest,
    unitId,
    openRounds: rounds.filter(({ settledAt }) => settledAt === null).map(({ id }) => id),
    settledRounds: rounds.filter(({ settledAt }) => settledAt !== null).map(({ id }) => id),
  }));
}

/** All units that the figures of a person count in. */
export async function findUnitsOf(tx: Tx, accountId: string): Promise<string[]> {
  const [account, entries] = await Promise.all([
    tx.account.findUnique({ where: { id: accountId }, select: { unitId: true } }),
    tx.participation.findMany({ where: { accountId }, select: { unitId: true } }),
  ]);
  return [...new Set([...(account ? [account.unitId] : []), ...entries.map(({ unitId }) => unitId)])];
}

const RULING = { kind: 'setAside', cause: 'other', causeId: 'erasure' } as const;

/**
 * Takes a person out of what is not settled of a contest: attempts of open rounds do not count any more, and stand in no
 * ranking. What is settled stays.
 */
export async function withdrawFromContest(
  tx: Tx,
  withdrawal: { accountId: string; contest: OwnContest; reason: string; now: Instant },
): Promise<void> {
  const { accountId, contest, reason, now } = withdrawal;
  const { id: contestId, openRounds, settledRounds } = contest;
  const attempts = await tx.attempt.findMany({
    where: { accountId, roundId: { in: [...openRounds] }, isSetAside: false },
    select: { id: true },
  });
  for (const { id: attemptId } of attempts) {
    const data = { id: randomUUID(), attemptId, contestId, accountId, ...RULING, reason, actorId: accountId };
    await tx.attemptRuling.create({ data: { ...data, at: new Date(now) } });
  }
  await tx.attempt.updateMany({ where: { id: { in: attempts.map(({ id }) => id) } }, data: { isSetAside: true } });
  const scopes = settledRounds.length === 0 ? [...openRounds, contestId] : openRounds;
  const scopeIds = scopes.flatMap((scope) => [scope, `${scope}@frozen`]);
  await tx.standing.deleteMany({ where: { accountId, scopeId: { in: scopeIds } } });
  if (settledRounds.length > 0) return;
  await tx.participation.update({
    where: { contestId_accountId: { contestId, accountId } },
    data: { counts: false },
  });
}
