import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** An attempt as a decision on it looks at it. */
export interface AttemptFacts {
  readonly id: string;
  readonly contestId: string;
  readonly roundId: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly number: number;
  readonly state: string;
  readonly startedAt: Instant;
  readonly deadlineAt: Instant;
  readonly finishedAt: Instant | undefined;
  readonly durationMs: number | undefined;
  readonly score: number | undefined;
  readonly maxScore: number;
  readonly isValid: boolean;
  readonly isSetAside: boolean;
  readonly late: number;
}

const facts = {
  id: true,
  contestId: true,
  roundId: true,
  accountId: true,
  unitId: true,
  number: true,
  state: true,
  startedAt: true,
  deadlineAt: true,
  finishedAt: true,
  durationMs: true,
  score: true,
  maxScore: true,
  isValid: true,
  isSetAside: true,
  late: true,
} as const;

interface Row {
  readonly startedAt: Date;
  readonly deadlineAt: Date;
  readonly finishedAt: Date | null;
  readonly durationMs: number | null;
  readonly score: number | null;
}

const factsOf = <T extends Row>({ startedAt, deadlineAt, finishedAt, durationMs, score, ...row }: T) => ({
  ...row,
  startedAt: startedAt.getTime(),
  deadlineAt: deadlineAt.getTime(),
  finishedAt: finishedAt?.getTime(),
  durationMs: durationMs ?? undefined,
  score: score ?? undefined,
});

/** An attempt by its id, whoever it is of. */
export async function findAttemptFacts(tx: Tx | undefined, id: string): Promise<AttemptFacts | undefined> {
  if (!canBeKey(id)) return undefined;
  const row = await (tx ?? (await database())).attempt.findUnique({ where: { id }, select: facts });
  return row ? factsOf(row) : undefined;
}

/** Some attempts by their ids, in no order. */
export async function findManyFacts(ids: readonly string[]): Promise<Map<string, AttemptFacts>> {
  const rows = await (await database()).attempt.findMany({ where: { id: { in: [...ids] } }, select: facts });
  return new Map(rows.map((row) => [row.id, factsOf(row)]));
}

/** A step as deciders see it: when and what kind, never the answer. */
export interface StepFacts {
  readonly sequence: number;
  readonly kind: string;
  readonly slot: number | undefined;
  readonly receivedAt: Instant;
  readonly chosenAt: Instant | undefined;
  readonly isLate: boolean;
  /** The tab that sent it: only whether two steps came from the same one is of interest. */
  readonly device: string | undefined;
}

/** The steps of an attempt without what was answered. */
export async function findStepFacts(attemptId: string): Promise<StepFacts[]> {
  const rows = await (
    await database()
  ).attemptStep.findMany({
    where: { attemptId },
    orderBy: { sequence: 'asc' },
    select: { sequence: true, kind: true, slot: true, receivedAt: true, chosenAt: true, isLate: true, device: true },
  });
  return rows.map(({ slot, receivedAt, chosenAt, device, ...row }) => ({
    ...row,
    slot: slot ?? undefined,
    receivedAt: receivedAt.getTime(),
    chosenAt: chosenAt?.getTime(),
    device: device ?? undefined,
  }));
}

/** How many devices and networks an attempt was worked at from, as far as traces are still kept. */
export async function countTraces(attemptId: string): Promise<{ devices: number; networks: number }> {
  const rows = await (
    await database()
  ).attemptTrace.findMany({ where: { attemptId }, select: { deviceHash: true, networkHash: true } });
  return {
    devices: new Set(rows.map(({ deviceHash }) => deviceHash).filter(Boolean)).size,
    networks: new Set(rows.map(({ networkHash }) => networkHash)).size,
  };
}

/** Attempts of a person in these rounds that are not set aside, the oldest first. */
export const findCounting = (
  tx: Tx,
  accountId: string,
  roundIds: readonly string[],
): Promise<{ id: string; unitId: string }[]> =>
  tx.attempt.findMany({
    where: { accountId, roundId: { in: [...roundIds] }, isSetAside: false },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, unitId: true },
  });
