import { database } from '#app/platform/db/client.server.ts';
import { rowIdOf, type SealedRow } from '#app/platform/db/macs.server.ts';
import type { SealedModel } from '#app/platform/db/sealed-model.ts';
import { SEALED_MODELS, STEPS_BEFORE } from '#app/platform/db/sealed-models.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

interface Delegate {
  findMany(args: object): Promise<SealedRow[]>;
}

/** Every sealed model, in one order. */
export const MODELS: readonly (SealedModel & { readonly name: string })[] = Object.entries(SEALED_MODELS).map(
  ([name, model]) => ({ name, ...model }),
);

const delegateOf = async (name: string, tx?: Tx): Promise<Delegate> =>
  Reflect.get(tx ?? (await database()), name) as Delegate;

/** The columns of a key as the client wants them for going on behind a row. */
const cursorOf = ({ key }: SealedModel, row: SealedRow): object => {
  const columns = Object.fromEntries(key.map((column) => [column, row[column]]));
  return key.length === 1 ? columns : { [key.join('_')]: columns };
};

/** Rows of a model in the order of their key, behind one of them. @param contestId only those of a contest */
export async function pageRows(
  model: SealedModel & { readonly name: string },
  {
    after,
    limit,
    contestId,
    tx,
  }: { after?: SealedRow | undefined; limit: number; contestId?: string | undefined; tx?: Tx },
): Promise<SealedRow[]> {
  return (await delegateOf(model.name, tx)).findMany({
    ...(contestId === undefined ? {} : { where: { contestId } }),
    orderBy: model.key.map((column) => ({ [column]: 'asc' })),
    take: limit,
    ...(after ? { cursor: cursorOf(model, after), skip: 1 } : {}),
  });
}

/** So many rows by their names in one statement: each column of a key is a value of it, and engines take only so many. */
const PER_STATEMENT = 200;

/** Rows of a model by their names; those that are not there are left out. */
export async function findRows(
  model: SealedModel & { readonly name: string },
  rowIds: readonly string[],
): Promise<Map<string, SealedRow>> {
  const delegate = await delegateOf(model.name);
  const [first = 'id'] = model.key;
  const rows = new Map<string, SealedRow>();
  for (let from = 0; from < rowIds.length; from += PER_STATEMENT) {
    const some = rowIds.slice(from, from + PER_STATEMENT);
    const where =
      model.key.length === 1 ? { [first]: { in: [...some] } } : { OR: some.map((rowId) => keyOfName(model, rowId)) };
    for (const row of await delegate.findMany({ where })) rows.set(rowIdOf(model, row), row);
  }
  return rows;
}

function keyOfName({ key }: SealedModel, rowId: string): object {
  try {
    const values = JSON.parse(rowId) as unknown[];
    return Object.fromEntries(key.map((column, index) => [column, String(values[index])]));
  } catch {
    // why: a name that somebody wrote by hand names no row.
    return Object.fromEntries(key.map((column) => [column, '']));
  }
}

/** Seals by the names of their rows. */
export async function findSeals(kind: string, rowIds: readonly string[], tx?: Tx): Promise<Map<string, string>> {
  const seals = await (tx ?? (await database())).rowSeal.findMany({ where: { kind, rowId: { in: [...rowIds] } } });
  return new Map(seals.map(({ rowId, mac }) => [rowId, mac]));
}

/** Names of rows that have a seal, behind one of them. */
export async function pageSeals(kind: string, after: string, limit: number): Promise<string[]> {
  const seals = await (
    await database()
  ).rowSeal.findMany({
    where: { kind, rowId: { gt: after } },
    orderBy: { rowId: 'asc' },
    take: limit,
    select: { rowId: true },
  });
  return seals.map(({ rowId }) => rowId);
}

/** Kinds of seals that there are. */
export async function listSealKinds(): Promise<string[]> {
  const rows = await (await database()).rowSeal.groupBy({ by: ['kind'] });
  return rows.map(({ kind }) => kind).toSorted();
}

/** Attempts with their steps, in the order of their ids, behind one of them. */
export async function pageSteps(
  after: string,
  limit: number,
  { contestId, ids, tx }: { contestId?: string | undefined; ids?: readonly string[]; tx?: Tx } = {},
) {
  return (tx ?? (await database())).attempt.findMany({
    where: {
      id: ids ? { in: [...ids] } : { gt: after },
      ...(contestId === undefined ? {} : { contestId }),
    },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true, state: true, steps: { orderBy: { sequence: 'asc' } } },
  });
}

export type SteppedAttempt = Awaited<ReturnType<typeof pageSteps>>[number];

/** Keyed hashes of the steps of before, by attempts. */
export const findSealsBefore = (attemptIds: readonly string[]): Promise<Map<string, string>> =>
  findSeals(STEPS_BEFORE, attemptIds);

/** Steps of attempts that there are not. */
export async function findOrphanSteps(limit: number): Promise<{ attemptId: string; sequence: number }[]> {
  return (await database()).$queryRaw`
    SELECT "attemptId", "sequence" FROM "AttemptStep"
    WHERE NOT EXISTS (SELECT 1 FROM "Attempt" WHERE "Attempt"."id" = "AttemptStep"."attemptId") LIMIT ${limit}`;
}
