import type { Step } from '#app/domain/attempts/step.ts';
import type { Form } from '#app/domain/contests/form.ts';
import type { Response } from '#app/domain/items/response.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import { Prisma } from '#prisma/generated/sqlite/client.ts';

/** A finished attempt as it is stored, with its paper and its answers. */
export interface StoredSitting {
  readonly id: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  readonly durationMs: number;
  readonly score: number;
  readonly maxScore: number;
  readonly form: Form;
  readonly steps: readonly Step[];
}

/** Finished attempts that count. */
const isOver = (roundId: string) => ({
  roundId,
  state: { not: 'inProgress' },
  isSetAside: false,
  finishedAt: { not: null },
});

/** How many attempts of a round are over. */
export const countOver = async (roundId: string): Promise<number> =>
  (await database()).attempt.count({ where: isOver(roundId) });

/** Ids of some attempts of a round that are over: by id, which says nothing about who and when. */
export async function findSample(roundId: string, size: number): Promise<string[]> {
  const rows = await (
    await database()
  ).attempt.findMany({ where: isOver(roundId), orderBy: { id: 'asc' }, take: size, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Ids of the attempts of a round that are over: unit after unit, and within a unit in order of their end. */
export async function findInOrder(roundId: string, contestId: string, unitId: string): Promise<string[]> {
  const rows = await (
    await database()
  ).attempt.findMany({
    where: { contestId, unitId, ...isOver(roundId) },
    orderBy: [{ finishedAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Units with attempts in a contest. */
export async function findUnitIds(contestId: string): Promise<string[]> {
  const rows = await (
    await database()
  ).attempt.groupBy({ by: ['unitId'], where: { contestId }, orderBy: { unitId: 'asc' } });
  return rows.map(({ unitId }) => unitId);
}

/** These attempts with their answers, in the order of the ids. */
export async function findSittings(ids: readonly string[]): Promise<StoredSitting[]> {
  if (ids.length === 0) return [];
  const client = await database();
  const rows = await client.attempt.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      accountId: true,
      unitId: true,
      startedAt: true,
      finishedAt: true,
      durationMs: true,
      score: true,
      maxScore: true,
      form: true,
    },
  });
  // why raw: of the millions of rows that are read here Prisma's models cost three times as much.
  const steps = await client.$queryRaw<StepRow[]>`
    SELECT "attemptId", "sequence", "kind", "slot", "response", "receivedAt", "chosenAt" FROM "AttemptStep"
    WHERE "attemptId" IN (${Prisma.join([...ids])}) AND "kind" IN ('responseSaved', 'predicted')
    ORDER BY "attemptId", "sequence"`;
  const stepsOf = new Map<string, Step[]>(ids.map((id) => [id, []]));
  for (const row of steps) stepsOf.get(row.attemptId)?.push(stepOf(row));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id): StoredSitting[] => {
    const row = byId.get(id);
    if (!row?.finishedAt) return [];
    const [startedAt, finishedAt] = [row.startedAt.getTime(), row.finishedAt.getTime()];
    return [
      {
        ...row,
        startedAt,
        finishedAt,
        // why the least: where the time runs for all from the opening on, who came late has not worked since then.
        durationMs: Math.max(0, Math.min(row.durationMs ?? Infinity, finishedAt - startedAt)),
        score: row.score ?? 0,
        form: JSON.parse(row.form) as Form,
        steps: stepsOf.get(id) ?? [],
      },
    ];
  });
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
