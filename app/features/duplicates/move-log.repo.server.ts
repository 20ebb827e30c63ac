import type { Tx } from '#app/platform/db/transaction.server.ts';

/** Tables of which merging two accounts changes rows. */
export type MovedTable =
  | 'account'
  | 'attempt'
  | 'attemptTrace'
  | 'boardMember'
  | 'confirmation'
  | 'consent'
  | 'dataRequest'
  | 'grant'
  | 'lessonProgress'
  | 'markChange'
  | 'participation'
  | 'rosterPerson'
  | 'signal'
  | 'unitTransfer';

type Cell = string | number | boolean | null | Date;
type Row = Readonly<Record<string, Cell>>;

/** One row that was changed, with enough to change it back: what it was, and what it became. */
export interface MovedRow {
  readonly table: MovedTable;
  /** The columns that name the row. */
  readonly where: Row;
  /** Undefined for a row that was not there before, or is not there afterwards. */
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

interface Table {
  findMany(query: { where: Row; orderBy?: Record<string, 'asc'> }): Promise<Row[]>;
  updateMany(query: { where: Row; data: Row }): Promise<{ count: number }>;
  createMany(query: { data: Row[] }): Promise<unknown>;
  deleteMany(query: { where: Row }): Promise<{ count: number }>;
}

// why cast: what is done is the same for each of these tables, and Prisma's types differ from one to the next.
const tableOf = (tx: Tx, table: MovedTable): Table => tx[table] as unknown as Table;

/** Somebody changed a row meanwhile that was to be changed back: the transaction is taken back as a whole. */
export class RowChangedSince extends Error {
  constructor({ table, where }: MovedRow) {
    super(`a row of ${table} has changed since: ${JSON.stringify(where)}`);
    this.name = 'RowChangedSince';
  }
}

/** Rows of a table by some of its columns. */
export const findRows = (tx: Tx, table: MovedTable, where: Row): Promise<Row[]> =>
  tableOf(tx, table).findMany({ where });

/** Changes rows one by one and remembers each, so that all of it can be taken back exactly. */
export class MoveLog {
  readonly rows: MovedRow[] = [];
  readonly #tx: Tx;

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  /** Changes columns of the one row that is named so. */
  async update(table: MovedTable, where: Row, after: Row): Promise<void> {
    const [row] = await tableOf(this.#tx, table).findMany({ where });
    if (!row) throw new Error(`${table} has no row ${JSON.stringify(where)}`);
    const kept = [...Object.keys(after), ...('updatedAt' in row ? ['updatedAt'] : [])];
    const before = Object.fromEntries(kept.map((column) => [column, row[column] ?? null]));
    await tableOf(this.#tx, table).updateMany({ where, data: after });
    this.rows.push({ table, where, before, after });
  }

  /** Takes the one row away that is named so. */
  async remove(table: MovedTable, where: Row): Promise<void> {
    const [row] = await tableOf(this.#tx, table).findMany({ where });
    if (!row) return;
    await tableOf(this.#tx, table).deleteMany({ where });
    this.rows.push({ table, where, before: row, after: undefined });
  }

  /** Adds a row. */
  async create(table: MovedTable, where: Row, row: Row): Promise<void> {
    await tableOf(this.#tx, table).createMany({ data: [row] });
    this.rows.push({ table, where, before: undefined, after: row });
  }

  /**
   * Gives attempts another person and other numbers. why in two goes: numbers of a person in a round are unique, and would meet on
   * the way.
   */
  async renumber(attempts: readonly { readonly id: string; readonly after: Row }[]): Promise<void> {
    const table = tableOf(this.#tx, 'attempt');
    const before = new Map<string, Row>();
    for (const [index, { id }] of attempts.entries()) {
      const [row] = await table.findMany({ where: { id } });
      if (!row) throw new Error(`there is no attempt ${id}`);
      before.set(id, row);
      await table.updateMany({ where: { id }, data: { number: -1 - index } });
    }
    for (const { id, after } of attempts) {
      await table.updateMany({ where: { id }, data: after });
      const row = before.get(id) ?? {};
      const columns = [...Object.keys(after), 'updatedAt'];
      const was = Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
      this.rows.push({ table: 'attempt', where: { id }, before: was, after });
    }
  }
}

/** Changes rows back, the last one first. @throws RowChangedSince where one is no longer as it was left */
export async function takeBack(tx: Tx, rows: readonly MovedRow[]): Promise<void> {
  const attempts = rows.filter(({ table }) => table === 'attempt');
  for (const [index, row] of attempts.entries()) {
    await one(
      row,
      tableOf(tx, 'attempt').updateMany({ where: { ...row.where, ...row.after }, data: { number: -1 - index } }),
    );
  }
  for (const row of rows.toReversed()) await takeRowBack(tx, row);
}

async function takeRowBack(tx: Tx, row: MovedRow): Promise<void> {
  const { table: name, where, before, after } = row;
  const table = tableOf(tx, name);
  if (name === 'attempt') return one(row, table.updateMany({ where, data: before ?? {} }));
  if (!before) return one(row, table.deleteMany({ where: { ...where } }));
  if (after) return one(row, table.updateMany({ where: { ...where, ...after }, data: before }));
  const [again] = await table.findMany({ where });
  if (again) throw new RowChangedSince(row);
  await table.createMany({ data: [before] });
}

async function one(row: MovedRow, changed: Promise<{ count: number }>): Promise<void> {
  if ((await changed).count !== 1) throw new RowChangedSince(row);
}

const IS_DATE = '$date';

/** The rows as text, with instants told apart from texts. */
export const rowsToText = (rows: readonly MovedRow[]): string =>
  JSON.stringify(rows, function (this: Record<string, unknown>, key, value: unknown) {
    const own = this[key];
    return own instanceof Date ? { [IS_DATE]: own.getTime() } : value;
  });

/** The rows of a text. */
export const rowsOfText = (text: string): MovedRow[] =>
  JSON.parse(text, (_, value: unknown) =>
    typeof value === 'object' && value !== null && IS_DATE in value ? new Date(Number(value[IS_DATE])) : value,
  ) as MovedRow[];
