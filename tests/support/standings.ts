// Finished attempts without sitting them, and the rows that come of them.
import { MINUTE } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import type { Account, Contest, Round, Standing } from '#prisma/generated/sqlite/client.ts';
import { OPENING } from './clock.ts';

interface Finished {
  readonly score?: number;
  readonly duration?: number;
  /** When it was handed in. */
  readonly finishedAt?: number;
  readonly isValid?: boolean;
  readonly prediction?: number | undefined;
  readonly state?: 'submitted' | 'expired' | 'inProgress';
}

/** An attempt as finishing leaves it, the next of the person in the round; the standings do not know it yet. @returns its id */
export async function aFinishedAttempt(round: Round, account: Account, given: Finished = {}): Promise<string> {
  const db = await database();
  const key = { contestId: round.contestId, accountId: account.id };
  await db.participation.upsert({
    where: { contestId_accountId: key },
    update: {},
    create: {
      ...key,
      unitId: account.unitId,
      birthYear: account.birthYear,
      registeredAt: new Date(OPENING),
      day: 20_260_901,
    },
  });
  const number = 1 + (await db.attempt.count({ where: { roundId: round.id, accountId: account.id } }));
  const { duration = 5 * MINUTE, state = 'submitted', score = 5, isValid = true, prediction } = given;
  const finishedAt = given.finishedAt ?? round.opensAt.getTime() + number * 20 * MINUTE;
  const isOver = state !== 'inProgress';
  const { id } = await db.attempt.create({
    data: {
      roundId: round.id,
      contestId: round.contestId,
      accountId: account.id,
      unitId: account.unitId,
      number,
      seed: 'x',
      form: '{"slots":[]}',
      startedAt: new Date(finishedAt - duration),
      deadlineAt: new Date(finishedAt - duration + 10 * MINUTE),
      graceMs: 0,
      state,
      finishedAt: isOver ? new Date(finishedAt) : null,
      durationMs: isOver ? duration : null,
      score: isOver ? score : null,
      maxScore: 10,
      isValid,
      prediction: prediction ?? null,
    },
  });
  return id;
}

/** Another round of a contest, like the first one but for what is given. */
export async function anotherRound(
  round: Round,
  given: Partial<Pick<Round, 'number' | 'title' | 'kind' | 'opensAt' | 'closesAt' | 'lotSeed'>>,
): Promise<Round> {
  const { id: _, ...copy } = round;
  const number = given.number ?? round.number + 1;
  const another = await (
    await database()
  ).round.create({ data: { ...copy, title: `Vòng ${number}`, ...given, number } });
  forgetEverything();
  return another;
}

/** A row without what says when it was written. */
export type PlainRow = Omit<Standing, 'updatedAt'>;

/** The rows of a scope in their order. */
export async function rowsOf(scopeId: string): Promise<PlainRow[]> {
  const rows = await (
    await database()
  ).standing.findMany({ where: { scopeId }, orderBy: [{ rankKey: 'asc' }, { accountId: 'asc' }] });
  return rows.map(({ updatedAt: _, ...row }) => row);
}

/** All rows of a contest in one order. */
export async function allRowsOf(contest: Pick<Contest, 'id'>): Promise<PlainRow[]> {
  const rows = await (
    await database()
  ).standing.findMany({ where: { contestId: contest.id }, orderBy: [{ scopeId: 'asc' }, { accountId: 'asc' }] });
  return rows.map(({ updatedAt: _, ...row }) => row);
}
