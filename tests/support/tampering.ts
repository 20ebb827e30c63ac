// What somebody can do who has the database and not the application: rows changed, added and taken away by statements of their own.
import { database } from '#app/platform/db/client.server.ts';

export type RawRow = Readonly<Record<string, unknown>>;

/** All rows of a table. */
export const rowsOfTable = async (table: string): Promise<RawRow[]> =>
  (await database()).$queryRawUnsafe<RawRow[]>(`SELECT * FROM "${table}"`);

const isPostgresql = (): boolean => (process.env['DATABASE_URL'] ?? '').startsWith('postgres');
const mark = (index: number): string => (isPostgresql() ? `$${index + 1}` : '?');

const run = async (sql: string, values: readonly unknown[]): Promise<number> =>
  (await database()).$executeRawUnsafe(sql, ...values);

const KEYS: Readonly<Record<string, readonly string[]>> = {
  Participation: ['contestId', 'accountId'],
  BoardMember: ['contestId', 'accountId'],
  Totp: ['accountId'],
  UnitVersion: ['unitId', 'validFrom'],
  UnitLink: ['fromId', 'toId'],
  ExternalIdentity: ['issuer', 'subject'],
  Headcount: ['unitId', 'category', 'asOf'],
  Grant: ['accountId', 'role', 'unitId', 'block'],
  FrozenCount: ['scopeId'],
  AttemptStep: ['attemptId', 'sequence'],
  AuditSeal: ['sequence'],
  RowSeal: ['kind', 'rowId'],
  Outcome: ['attemptId', 'slot'],
  Standing: ['scopeId', 'accountId'],
};
export const keyOfTable = (table: string): readonly string[] => KEYS[table] ?? ['id'];

const whereKey = (table: string, from: number): string =>
  keyOfTable(table)
    .map((column, index) => `"${column}" = ${mark(from + index)}`)
    .join(' AND ');
const keyValues = (table: string, row: RawRow): unknown[] => keyOfTable(table).map((column) => row[column]);

/** Gives a row another value in one column. */
export const changeRow = (table: string, row: RawRow, column: string, value: unknown): Promise<number> =>
  run(`UPDATE "${table}" SET "${column}" = ${mark(0)} WHERE ${whereKey(table, 1)}`, [value, ...keyValues(table, row)]);

/** Takes a row away. */
export const removeRow = (table: string, row: RawRow): Promise<number> =>
  run(`DELETE FROM "${table}" WHERE ${whereKey(table, 0)}`, keyValues(table, row));

/** Puts a row there. */
export const addRow = (table: string, row: RawRow): Promise<number> => {
  const columns = Object.keys(row);
  const names = columns.map((column) => `"${column}"`).join(', ');
  return run(
    `INSERT INTO "${table}" (${names}) VALUES (${columns.map((_, index) => mark(index)).join(', ')})`,
    Object.values(row),
  );
};

/** Another value of the same kind as this one. */
export function otherValue(value: unknown, lot: number): unknown {
  if (value instanceof Date) return new Date(value.getTime() + 1_000 * (1 + lot));
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'bigint') return Number(value) + 1;
  if (typeof value === 'number') return value === 0 || value === 1 ? 1 - value : value + 1;
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'string') return undefined;
  const text = value;
  if (/^\d{4}-\d{2}-\d{2}T/u.test(text)) return new Date(new Date(text).getTime() + 1_000 * (1 + lot)).toISOString();
  const at = text.length === 0 ? 0 : lot % text.length;
  return `${text.slice(0, at)}${text[at] === '7' ? '3' : '7'}${text.slice(at + 1)}`;
}
