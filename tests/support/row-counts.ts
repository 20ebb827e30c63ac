import { database } from '#app/platform/db/client.server.ts';
import { Prisma } from '#prisma/generated/sqlite/client.ts';

const TABLES = [
  'account',
  'adjustment',
  'attempt',
  'attemptStep',
  'auditEntry',
  'boardMember',
  'consent',
  'contest',
  'contestDraft',
  'frozenCount',
  'grant',
  'headcount',
  'headcountProposal',
  'item',
  'itemVersion',
  'lessonProgress',
  'look',
  'notice',
  'outcome',
  'participation',
  'poolSnapshot',
  'preparedForm',
  'round',
  'session',
  'standing',
  'target',
  'unit',
] as const;

/** A table of the database. */
export type Table = (typeof TABLES)[number];

/** How many rows each table has. */
export async function rowCounts(): Promise<Record<Table, number>> {
  const db = await database();
  const counts = await Promise.all(
    TABLES.map((table) => (db[table] as unknown as { count(): Promise<number> }).count()),
  );
  return Object.fromEntries(TABLES.map((table, index) => [table, counts[index]])) as Record<Table, number>;
}

/** How many rows every table of the schema has: one that somebody adds is counted by itself. */
export async function allRowCounts(): Promise<Record<string, number>> {
  const db = (await database()) as unknown as Readonly<Record<string, { count(): Promise<number> }>>;
  const counts: [string, number][] = [];
  for (const model of Object.keys(Prisma.ModelName)) {
    const table = model.charAt(0).toLowerCase() + model.slice(1);
    counts.push([table, (await db[table]?.count()) ?? Number.NaN]);
  }
  return Object.fromEntries(counts);
}
