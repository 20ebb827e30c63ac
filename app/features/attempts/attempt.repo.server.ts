import type { AttemptState } from '#app/domain/attempts/replay.ts';
import type { Step } from '#app/domain/attempts/step.ts';
import { stepText } from '#app/domain/audit/canonical.ts';
import type { Form } from '#app/domain/contests/form.ts';
import type { Response } from '#app/domain/items/response.ts';
import type { Duration, Instant } from '#app/domain/kernel/time.ts';
import type { AttemptScore } from '#app/domain/scoring/score-attempt.ts';
import type { Prisma } from '#prisma/generated/sqlite/client.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { keyedHash } from '#app/platform/sealed-field.server.ts';

/** An attempt as it is stored, without its history. */
export interface StoredAttempt {
  readonly id: string;
  readonly roundId: string;
  readonly contestId: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly number: number;
  readonly seed: string;
  /** The snapshot of the pool that the paper was drawn from; empty for attempts from before there were any. */
  readonly poolHash: string;
  readonly form: Form;
  readonly startedAt: Instant;
  /** As of the last look: acts derive it again, see attempt-frame.server.ts. */
  readonly deadlineAt: Instant;
  readonly grace: Duration;
  /** The tab that leads. */
  readonly device: string | undefined;
  readonly state: AttemptState;
  readonly finishedAt: Instant | undefined;
  /** Running time for ranking, see domain/attempts/duration.ts. */
  readonly duration: Duration | undefined;
  readonly score: number | undefined;
  readonly maxScore: number;
  /** False where the rules want every question answered and one is not. */
  readonly isValid: boolean;
  /** True while a ruling takes it out of every ranking and figure. */
  readonly isSetAside: boolean;
  readonly prediction: number | undefined;
  /** Answers that arrived after the deadline, within the grace. */
  readonly late: number;
}

type AttemptRow = Prisma.AttemptGetPayload<object>;

/** A row of the table as an attempt. */
export const attemptOf = (row: AttemptRow): StoredAttempt => ({
  id: row.id,
  roundId: row.roundId,
  contestId: row.contestId,
  accountId: row.accountId,
  unitId: row.unitId,
  number: row.number,
  seed: row.seed,
  poolHash: row.poolHash,
  form: JSON.parse(row.form) as Form,
  startedAt: row.startedAt.getTime(),
  deadlineAt: row.deadlineAt.getTime(),
  grace: row.graceMs,
  device: row.device ?? undefined,
  state: row.state as AttemptState,
  finishedAt: row.finishedAt?.getTime(),
  duration: row.durationMs ?? undefined,
  score: row.score ?? undefined,
  maxScore: row.maxScore,
  isValid: row.isValid,
  isSetAside: row.isSetAside,
  prediction: row.prediction ?? undefined,
  late: row.late,
});

type StepRow = Prisma.AttemptStepGetPayload<object>;

/** A row of the table as a step. */
export function stepOf(row: StepRow): Step {
  const base = { sequence: row.sequence, receivedAt: row.receivedAt.getTime() };
  if (row.kind !== 'responseSaved' && row.kind !== 'predicted') {
    return { ...base, kind: row.kind as 'started' | 'submitted' | 'expired' };
  }
  const said = {
    key: row.key as string,
    // why: steps from before devices told the age of an answer count as chosen on arrival.
    chosenAt: (row.chosenAt ?? row.receivedAt).getTime(),
    device: row.device ?? undefined,
    isLate: row.isLate,
  };
  const told: unknown = JSON.parse(row.response as string);
  return row.kind === 'predicted'
    ? { ...base, ...said, kind: 'predicted', value: (told as number | null) ?? undefined }
    : { ...base, ...said, kind: 'responseSaved', slot: row.slot as number, response: told as Response };
}

/** An attempt with all its steps. */
export interface LoadedAttempt {
  readonly attempt: StoredAttempt;
  readonly steps: Step[];
  /** Keyed hash of the last step: the next one is chained to it. Empty where the steps are from before they had any. */
  readonly lastMac: string;
}

/** An attempt with all its steps, by its id AND its owner: nobody else's id finds anything. */
export async function loadAttempt(
  tx: Tx | undefined,
  id: string,
  accountId: string | undefined,
): Promise<LoadedAttempt | undefined> {
  if (!canBeKey(id)) return undefined;
  const row = await (tx ?? (await database())).attempt.findFirst({
    where: { id, ...(accountId === undefined ? {} : { accountId }) },
    include: { steps: { orderBy: { sequence: 'asc' } } },
  });
  return row
    ? { attempt: attemptOf(row), steps: row.steps.map(stepOf), lastMac: row.steps.at(-1)?.mac ?? '' }
    : undefined;
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
  attempt: Omit<
    StoredAttempt,
    'device' | 'state' | 'finishedAt' | 'duration' | 'score' | 'isValid' | 'isSetAside' | 'prediction' | 'late'
  >,
): Promise<void> {
  const { form, startedAt, deadlineAt, grace, ...rest } = attempt;
  // why createMany for one row: create would read back what it wrote, and thousands may start together.
  await tx.attempt.createMany({
    data: {
      ...rest,
      form: JSON.stringify(form),
      startedAt: new Date(startedAt),
      deadlineAt: new Date(deadlineAt),
      graceMs: grace,
      state: 'inProgress',
    },
  });
  await appendSteps(tx, attempt.id, [{ sequence: 1, kind: 'started', receivedAt: startedAt }], '');
}

/**
 * Appends steps, each with a keyed hash over itself and the one before it. The key (attempt, sequence) settles a race: the slower
 * writer gets a conflict and tries again.
 * @param lastMac the keyed hash of the step before the first of these; empty for the first step of an attempt
 * @returns the keyed hash of the last step
 */
export async function appendSteps(tx: Tx, attemptId: string, steps: readonly Step[], lastMac: string): Promise<string> {
  if (steps.length === 0) return lastMac;
  let mac = lastMac;
  const rows = steps.map((step) => {
    const row = stepRowOf(step);
    mac = keyedHash('step', stepText(mac, attemptId, row));
    return { attemptId, ...row, mac };
  });
  await tx.attemptStep.createMany({ data: rows });
  return mac;
}

/** A step as the columns of its row. */
const stepRowOf = (step: Step) => ({
  sequence: step.sequence,
  kind: step.kind,
  receivedAt: new Date(step.receivedAt),
  ...(step.kind === 'responseSaved' ? { slot: step.slot, response: JSON.stringify(step.response) } : {}),
  ...(step.kind === 'predicted' ? { response: JSON.stringify(step.value ?? null) } : {}),
  ...('key' in step
    ? { key: step.key, chosenAt: new Date(step.chosenAt), device: step.device ?? null, isLate: step.isLate }
    : {}),
});

/** Makes a tab the one that leads. */
export async function setDevice(tx: Tx, attemptId: string, device: string): Promise<void> {
  await tx.attempt.update({ where: { id: attemptId }, data: { device } });
}

/** Stores what the fold of a finished attempt's steps gives. */
export async function storeFinished(
  tx: Tx,
  attempt: StoredAttempt,
  finished: {
    state: AttemptState;
    finishedAt: Instant;
    deadlineAt: Instant;
    duration: Duration;
    result: AttemptScore;
    isValid: boolean;
    prediction: number | undefined;
    late: number;
  },
): Promise<void> {
  await tx.attempt.update({
    where: { id: attempt.id },
    data: {
      state: finished.state,
      finishedAt: new Date(finished.finishedAt),
      deadlineAt: new Date(finished.deadlineAt),
      durationMs: finished.duration,
      score: finished.result.score,
      maxScore: finished.result.maxScore,
      isValid: finished.isValid,
      prediction: finished.prediction ?? null,
      late: finished.late,
    },
  });
  await tx.outcome.createMany({
    data: finished.result.outcomes.map((outcome) => ({ attemptId: attempt.id, roundId: attempt.roundId, ...outcome })),
  });
}
