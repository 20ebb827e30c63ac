import type { AttemptState } from '#app/domain/attempts/replay.ts';
import type { Step } from '#app/domain/attempts/step.ts';
import type { Form } from '#app/domain/contests/form.ts';
import type { Response } from '#app/domain/items/response.ts';
import type { Duration, Instant } from '#app/domain/kernel/time.ts';
import type { AttemptScore } from '#app/domain/scoring/score-attempt.ts';
import type { Prisma } from '#prisma/generated/sqlite/client.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** An attempt as it is stored, without its history. */
export interface StoredAttempt {
  readonly id: string;
  readonly roundId: string;
  readonly contestId: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly number: number;
  readonly form: Form;
  readonly startedAt: Instant;
  readonly deadlineAt: Instant;
  readonly grace: Duration;
  readonly state: AttemptState;
  readonly finishedAt: Instant | undefined;
  /** From the start to the end, at most to the deadline. */
  readonly duration: Duration | undefined;
  readonly score: number | undefined;
  readonly maxScore: number;
}

type AttemptRow = Prisma.AttemptGetPayload<object>;

const attemptOf = (row: AttemptRow): StoredAttempt => ({
  id: row.id,
  roundId: row.roundId,
  contestId: row.contestId,
  accountId: row.accountId,
  unitId: row.unitId,
  number: row.number,
  form: JSON.parse(row.form) as Form,
  startedAt: row.startedAt.getTime(),
  deadlineAt: row.deadlineAt.getTime(),
  grace: row.graceMs,
  state: row.state as AttemptState,
  finishedAt: row.finishedAt?.getTime(),
  duration: row.durationMs ?? undefined,
  score: row.score ?? undefined,
  maxScore: row.maxScore,
});

type StepRow = Prisma.AttemptStepGetPayload<object>;

function stepOf(row: StepRow): Step {
  const base = { sequence: row.sequence, receivedAt: row.receivedAt.getTime() };
  if (row.kind !== 'responseSaved') return { ...base, kind: row.kind as 'started' | 'submitted' | 'expired' };
  return {
    ...base,
    kind: 'responseSaved',
    slot: row.slot as number,
    response: JSON.parse(row.response as string) as Response,
    key: row.key as string,
  };
}

/** An attempt with all its steps, by its id AND its owner: nobody else's id finds anything. */
export async function loadAttempt(
  tx: Tx | undefined,
  id: string,
  accountId: string | undefined,
): Promise<{ attempt: StoredAttempt; steps: Step[] } | undefined> {
  if (!canBeKey(id)) return undefined;
  const row = await (tx ?? (await database())).attempt.findFirst({
    where: { id, ...(accountId === undefined ? {} : { accountId }) },
    include: { steps: { orderBy: { sequence: 'asc' } } },
  });
  return row ? { attempt: attemptOf(row), steps: row.steps.map(stepOf) } : undefined;
}

/** The attempts of one person in a round or a contest, oldest first. */
export async function findOwnAttempts(
  tx: Tx | undefined,
  accountId: string,
  where: { roundId: string } | { contestId: string },
): Promise<StoredAttempt[]> {
  const rows = await (tx ?? (await database())).attempt.findMany({
    where: { accountId, ...where },
    orderBy: { startedAt: 'asc' },
  });
  return rows.map(attemptOf);
}

/** Stores a new attempt with its first step. */
export async function createAttempt(
  tx: Tx,
  attempt: Omit<StoredAttempt, 'state' | 'finishedAt' | 'duration' | 'score'> & { seed: string },
): Promise<void> {
  const { form, startedAt, deadlineAt, grace, ...rest } = attempt;
  await tx.attempt.create({
    data: {
      ...rest,
      form: JSON.stringify(form),
      startedAt: new Date(startedAt),
      deadlineAt: new Date(deadlineAt),
      graceMs: grace,
      state: 'inProgress',
      steps: { create: { sequence: 1, kind: 'started', receivedAt: new Date(startedAt) } },
    },
  });
}

/** Appends steps. The key (attempt, sequence) settles a race: the slower writer gets a conflict and tries again. */
export async function appendSteps(tx: Tx, attemptId: string, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  await tx.attemptStep.createMany({
    data: steps.map((step) => ({
      attemptId,
      sequence: step.sequence,
      kind: step.kind,
      receivedAt: new Date(step.receivedAt),
      ...(step.kind === 'responseSaved'
        ? { slot: step.slot, response: JSON.stringify(step.response), key: step.key }
        : {}),
    })),
  });
}

/** Stores what the fold of a finished attempt's steps gives. */
export async function storeFinished(
  tx: Tx,
  attempt: StoredAttempt,
  finished: { state: AttemptState; finishedAt: Instant; duration: Duration; result: AttemptScore },
): Promise<void> {
  await tx.attempt.update({
    where: { id: attempt.id },
    data: {
      state: finished.state,
      finishedAt: new Date(finished.finishedAt),
      durationMs: finished.duration,
      score: finished.result.score,
    },
  });
  await tx.outcome.createMany({
    data: finished.result.outcomes.map((outcome) => ({ attemptId: attempt.id, roundId: attempt.roundId, ...outcome })),
  });
}

/** Ids of attempts whose deadline is over and which nobody has finished, oldest deadline first. */
export async function findOverdue(now: Instant, limit: number): Promise<string[]> {
  const rows = await (
    await database()
  ).attempt.findMany({
    where: { state: 'inProgress', deadlineAt: { lte: new Date(now) } },
    orderBy: { deadlineAt: 'asc' },
    take: limit,
    select: { id: true, deadlineAt: true, graceMs: true },
  });
  return rows.filter((row) => row.deadlineAt.getTime() + row.graceMs <= now).map((row) => row.id);
}

/** Finished attempts that the standings do not know yet. */
export async function findUnranked(tx: Tx, limit: number): Promise<StoredAttempt[]> {
  const rows = await tx.attempt.findMany({
    where: { isRanked: false, state: { not: 'inProgress' } },
    orderBy: { finishedAt: 'asc' },
    take: limit,
  });
  return rows.map(attemptOf);
}

/** Finished attempts of one person in a round. */
export async function findFinished(tx: Tx, roundId: string, accountId: string): Promise<StoredAttempt[]> {
  const rows = await tx.attempt.findMany({ where: { roundId, accountId, state: { not: 'inProgress' } } });
  return rows.map(attemptOf);
}

/** Marks attempts as known to the standings. */
export async function markRanked(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.attempt.updateMany({ where: { id: { in: [...ids] } }, data: { isRanked: true } });
}

/** How many attempts of a contest there are, and how many run now. */
export async function countAttempts(contestId: string): Promise<{ attempts: number; running: number }> {
  const client = await database();
  const [attempts, running] = await Promise.all([
    client.attempt.count({ where: { contestId } }),
    client.attempt.count({ where: { contestId, state: 'inProgress' } }),
  ]);
  return { attempts, running };
}

/** Per item version of a round: how many answered papers had it, and the sum of their fractions. */
export async function sumOutcomes(
  roundId: string,
): Promise<{ itemVersionId: string; attempts: number; answered: number; fractionSum: number }[]> {
  const client = await database();
  const by = ['itemVersionId'] as const;
  const [all, answered] = await Promise.all([
    client.outcome.groupBy({ by: [...by], where: { roundId }, _count: { _all: true }, _sum: { fraction: true } }),
    client.outcome.groupBy({ by: [...by], where: { roundId, answered: true }, _count: { _all: true } }),
  ]);
  const answeredOf = new Map(answered.map((row) => [row.itemVersionId, row._count._all]));
  return all.map((row) => ({
    itemVersionId: row.itemVersionId,
    attempts: row._count._all,
    answered: answeredOf.get(row.itemVersionId) ?? 0,
    fractionSum: row._sum.fraction ?? 0,
  }));
}
