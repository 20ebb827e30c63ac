import type { Form } from '#app/domain/contests/form.ts';
import type { Response } from '#app/domain/items/response.ts';
import type { Outcome } from '#app/domain/scoring/score-attempt.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { join } from '@prisma/client/runtime/client';

/** A slot as it was marked, with what was answered there. */
export interface MarkedSlot extends Outcome {
  readonly response: Response | undefined;
}

/** A finished attempt with those of its slots that are asked for. */
export interface MarkedAttempt {
  readonly id: string;
  readonly roundId: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly form: Form;
  readonly score: number;
  readonly maxScore: number;
  readonly slots: readonly MarkedSlot[];
}

interface SlotRow {
  readonly attemptId: string;
  readonly slot: number;
  readonly itemVersionId: string;
  readonly answered: boolean | number;
  readonly fraction: number;
  readonly mark: number;
  readonly response: string | null;
}

/**
 * Finished attempts of some people in a contest that have one of these item versions, with those slots alone: of a history of
 * a hundred steps only those are read that say what was answered there.
 */
export async function findMarked(
  tx: Tx | undefined,
  contestId: string,
  { itemVersionIds, accountIds }: { itemVersionIds: readonly string[]; accountIds: readonly string[] },
): Promise<MarkedAttempt[]> {
  if (itemVersionIds.length === 0 || accountIds.length === 0) return [];
  const client = tx ?? (await database());
  // why CROSS JOIN, and why '' behind the contest: SQLite then looks for the people by their index, and not through all
  // attempts of the contest or outcomes of everybody, for each batch of people anew.
  // why in this order: of several answers to a slot the one chosen last counts, see domain/attempts/replay.ts.
  const rows = await client.$queryRaw<SlotRow[]>`
    SELECT o."attemptId", o."slot", o."itemVersionId", o."answered", o."fraction", o."mark", s."response"
    FROM "Attempt" a
    CROSS JOIN "Outcome" o
    LEFT JOIN "AttemptStep" s
      ON s."attemptId" = o."attemptId" AND s."slot" = o."slot" AND s."kind" = 'responseSaved'
    WHERE a."accountId" IN (${join([...accountIds])}) AND a."contestId" || '' = ${contestId}
      AND o."attemptId" = a."id" AND o."itemVersionId" IN (${join([...itemVersionIds])})
    ORDER BY o."attemptId", o."slot", COALESCE(s."chosenAt", s."receivedAt"), s."sequence"`;
  const slots = new Map<string, Map<number, MarkedSlot>>();
  for (const { attemptId, slot, itemVersionId, answered, fraction, mark, response } of rows) {
    const own = slots.get(attemptId) ?? new Map<number, MarkedSlot>();
    slots.set(attemptId, own);
    const said = response === null ? undefined : (JSON.parse(response) as Response);
    own.set(slot, {
      slot,
      itemVersionId,
      answered: Boolean(answered),
      fraction,
      mark,
      response: said,
    });
  }
  const attempts = await client.attempt.findMany({
    where: { id: { in: [...slots.keys()] }, state: { not: 'inProgress' } },
    orderBy: [{ accountId: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      roundId: true,
      accountId: true,
      unitId: true,
      form: true,
      score: true,
      maxScore: true,
    },
  });
  return attempts.map(({ form, score, ...row }) => ({
    ...row,
    form: JSON.parse(form) as Form,
    score: score ?? 0,
    slots: [...(slots.get(row.id)?.values() ?? [])],
  }));
}

/** An attempt as it was marked again. */
export interface NewMarks {
  readonly attemptId: string;
  readonly score: number;
  readonly maxScore: number;
  readonly slots: readonly Outcome[];
}

/** Stores marks that were given again; the standings take these attempts in anew. Equal marks are written together. */
export async function storeMarks(tx: Tx, all: readonly NewMarks[]): Promise<void> {
  for (const { group, members } of grouped(all, ({ score, maxScore }) => ({ score, maxScore }))) {
    const ids = members.map(({ attemptId }) => attemptId);
    await tx.attempt.updateMany({ where: { id: { in: ids } }, data: { ...group, isRanked: false } });
  }
  const slots = all.flatMap(({ attemptId, slots: own }) => own.map((outcome) => ({ attemptId, ...outcome })));
  const marks = grouped(slots, ({ itemVersionId, answered, fraction, mark }) => ({
    itemVersionId,
    answered,
    fraction,
    mark,
  }));
  for (const { group, members } of marks) {
    const { itemVersionId, ...data } = group;
    const ids = members.map(({ attemptId }) => attemptId);
    await tx.outcome.updateMany({ where: { attemptId: { in: ids }, itemVersionId }, data });
  }
}

function grouped<T, G>(all: readonly T[], groupOf: (member: T) => G): { group: G; members: T[] }[] {
  const groups = new Map<string, { group: G; members: T[] }>();
  for (const member of all) {
    const group = groupOf(member);
    const key = JSON.stringify(group);
    const found = groups.get(key) ?? { group, members: [] };
    groups.set(key, found);
    found.members.push(member);
  }
  return [...groups.values()];
}

/** How many finished attempts have an item version, by contest: those in which it was on a paper. */
export async function countMarked(itemVersionId: string): Promise<{ contestId: string; attempts: number }[]> {
  const client = await database();
  const byRound = await client.outcome.groupBy({ by: ['roundId'], where: { itemVersionId }, _count: { _all: true } });
  const rounds = await client.round.findMany({
    where: { id: { in: byRound.map(({ roundId }) => roundId) } },
    select: { id: true, contestId: true },
  });
  const counts = new Map<string, number>();
  for (const { id, contestId } of rounds) {
    const attempts = byRound.find(({ roundId }) => roundId === id)?._count._all ?? 0;
    counts.set(contestId, (counts.get(contestId) ?? 0) + attempts);
  }
  return [...counts].map(([contestId, attempts]) => ({ contestId, attempts }));
}

/** Whether an item version is on a paper of a contest, of an attempt that is over or of one that runs. */
export async function isOnPaper(contestId: string, itemVersionId: string): Promise<boolean> {
  const client = await database();
  const rounds = await client.round.findMany({ where: { contestId }, select: { id: true } });
  const roundId = { in: rounds.map(({ id }) => id) };
  if ((await client.outcome.findFirst({ where: { roundId, itemVersionId }, select: { slot: true } })) !== null)
    return true;
  // why the text: which items a running paper has stands nowhere else, and of those that run there are few.
  const where = { contestId, state: 'inProgress', form: { contains: JSON.stringify(itemVersionId) } };
  return (await client.attempt.findFirst({ where, select: { id: true } })) !== null;
}

/** The most different responses that are told: of a choice there are never so many, of what is typed the rest is rare. */
const MOST_RESPONSES = 300;

/** How often each response was given to an item version in a contest, the most frequent first; nothing answered is an empty one. */
export async function countResponses(
  contestId: string,
  itemVersionId: string,
): Promise<{ response: Response; attempts: number }[]> {
  const client = await database();
  const rows = await client.$queryRaw<{ response: string | null; attempts: bigint | number }[]>`
    SELECT "response", COUNT(*) AS "attempts" FROM (
      SELECT s."response", ROW_NUMBER() OVER (
        PARTITION BY o."attemptId", o."slot"
        ORDER BY COALESCE(s."chosenAt", s."receivedAt") DESC, s."sequence" DESC
      ) AS "place"
      FROM "Outcome" o
      LEFT JOIN "AttemptStep" s
        ON s."attemptId" = o."attemptId" AND s."slot" = o."slot" AND s."kind" = 'responseSaved'
      WHERE o."roundId" IN (SELECT "id" FROM "Round" WHERE "contestId" = ${contestId})
        AND o."itemVersionId" = ${itemVersionId}
    ) AS "last"
    WHERE "place" = 1
    GROUP BY "response"
    ORDER BY COUNT(*) DESC
    LIMIT ${MOST_RESPONSES}`;
  const counts = new Map<string, { response: Response; attempts: number }>();
  for (const row of rows) {
    const response = row.response === null ? [] : (JSON.parse(row.response) as Response);
    const key = JSON.stringify(response);
    counts.set(key, { response, attempts: (counts.get(key)?.attempts ?? 0) + Number(row.attempts) });
  }
  return [...counts.values()].toSorted((a, b) => b.attempts - a.attempts);
}
