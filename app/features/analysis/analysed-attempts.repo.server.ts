import type { Step } from '#app/domain/attempts/step.ts';
import type { Form } from '#app/domain/contests/form.ts';
import type { Response } from '#app/domain/items/response.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { Prisma } from '#prisma/generated/sqlite/client.ts';
import { database } from '#app/platform/db/client.server.ts';

/** A finished attempt as a choice among a person's attempts looks at it. */
export interface AttemptHead {
  readonly id: string;
  readonly accountId: string;
  readonly number: number;
  readonly score: number;
  readonly startedAt: Instant;
}

/** What one slot of an attempt earned, and what was answered to it. */
export interface SlotRow {
  readonly slot: number;
  readonly itemVersionId: string;
  readonly answered: boolean;
  readonly mark: number;
}

/** What is read of an attempt. */
export interface AttemptRecord {
  readonly outcomes: readonly SlotRow[];
  readonly steps: readonly Step[];
  /** Undefined where the papers of the round need not be looked at. */
  readonly form: Form | undefined;
}

const isCounted = { isValid: true, isSetAside: false, state: { not: 'inProgress' } } as const;

/** Valid finished attempts of a round in order of person and number, after the one given: the order of the index. */
export async function findHeads(
  roundId: string,
  after: { accountId: string; number: number } | undefined,
  limit: number,
): Promise<AttemptHead[]> {
  const beyond = after && {
    OR: [{ accountId: { gt: after.accountId } }, { accountId: after.accountId, number: { gt: after.number } }],
    accountId: { gte: after.accountId },
  };
  const rows = await (
    await database()
  ).attempt.findMany({
    where: { roundId, ...isCounted, ...beyond },
    orderBy: [{ accountId: 'asc' }, { number: 'asc' }],
    take: limit,
    select: { id: true, accountId: true, number: true, score: true, startedAt: true },
  });
  return rows.map((row) => ({ ...row, score: row.score ?? 0, startedAt: row.startedAt.getTime() }));
}

/** Outcomes, answers and, where they are wanted, papers of some attempts. */
export async function findRecords(
  ids: readonly string[],
  { wantsForms }: { wantsForms: boolean },
): Promise<Map<string, AttemptRecord>> {
  const client = await database();
  // why raw: of the millions of rows that are read here Prisma's models cost three times as much.
  const outcomes = await client.$queryRaw<(SlotRow & { attemptId: string })[]>`
    SELECT "attemptId", "slot", "itemVersionId", "answered", "mark" FROM "Outcome"
    WHERE "attemptId" IN (${Prisma.join([...ids])}) ORDER BY "attemptId", "slot"`;
  const steps = await client.$queryRaw<StepRow[]>`
    SELECT "attemptId", "sequence", "kind", "slot", "response", "receivedAt", "chosenAt" FROM "AttemptStep"
    WHERE "attemptId" IN (${Prisma.join([...ids])}) AND "kind" IN ('responseSaved', 'predicted')
    ORDER BY "attemptId", "sequence"`;
  const forms = wantsForms
    ? await client.attempt.findMany({ where: { id: { in: [...ids] } }, select: { id: true, form: true } })
    : [];
  const formOf = new Map(forms.map(({ id, form }) => [id, JSON.parse(form) as Form]));
  const records = new Map(
    ids.map((id) => [id, { outcomes: [] as SlotRow[], steps: [] as Step[], form: formOf.get(id) }]),
  );
  for (const row of outcomes) records.get(row.attemptId)?.outcomes.push(row);
  for (const row of steps) records.get(row.attemptId)?.steps.push(stepOf(row));
  return records;
}

interface StepRow {
  readonly attemptId: string;
  readonly sequence: number;
  readonly kind: string;
  readonly slot: number | null;
  readonly response: string | null;
  readonly receivedAt: Date;
  readonly chosenAt: Date | null;
}

/** A step as far as answers and their time go. */
function stepOf(row: StepRow): Step {
  const said = {
    sequence: row.sequence,
    receivedAt: row.receivedAt.getTime(),
    key: '',
    chosenAt: (row.chosenAt ?? row.receivedAt).getTime(),
    isLate: false,
  };
  return row.kind === 'predicted'
    ? { ...said, kind: 'predicted', value: undefined }
    : { ...said, kind: 'responseSaved', slot: row.slot ?? 0, response: JSON.parse(row.response ?? '[]') as Response };
}

/**
 * How many attempts of a contest are over. Once it is over an attempt changes by a corrected key or a ruling alone, so that this
 * number, the corrections and the rulings say whether figures are old; it is read from an index, as pages ask for it.
 */
export async function countOver(contestId: string): Promise<number> {
  const states = await (
    await database()
  ).attempt.groupBy({ by: ['state'], where: { contestId }, _count: { _all: true } });
  return states.reduce((sum, { state, _count }) => (state === 'inProgress' ? sum : sum + _count._all), 0);
}
