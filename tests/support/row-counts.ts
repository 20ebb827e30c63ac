import { database } from '#app/platform/db/client.server.ts';

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
