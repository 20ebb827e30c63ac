import { givenColumns, PERSONAL_TABLES } from '#app/domain/privacy/register.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { unseal } from '#app/platform/sealed-field.server.ts';
import { readGuardian } from '../identity/index.server.ts';
import { getUnitNames } from '../units/index.server.ts';
import { findOwnContests } from './entries.repo.server.ts';
import { findGivenRows, findSettledScopes, type Stored } from './person.repo.server.ts';

/** A value as the person is given it: an instant apart from numbers, so that it is shown as one. */
export type Given = string | number | boolean | null | { readonly at: Instant };

/** What is kept about the person in one table of the register. */
export interface GivenTable {
  readonly model: string;
  readonly columns: readonly string[];
  /** How many rows there are; `rows` may have fewer. */
  readonly total: number;
  readonly rows: readonly Readonly<Record<string, Given>>[];
}

/** Of one table at most so many rows stand in the file: a person of a duty has thousands of acts. */
const MOST_IN_FILE = 20_000;

const isUnitColumn = (column: string): boolean => /unitId$/iu.test(column);

/**
 * Everything that is kept about a person, as the register of personal data says: what it has is given without anybody having to
 * think of it here. Marks and ranks of rounds that are not settled are left out, as they would tell keys ahead of their time.
 */
export async function getOwnData({
  accountId,
  take = MOST_IN_FILE,
}: {
  accountId: string;
  take?: number;
}): Promise<GivenTable[]> {
  const settled = await findSettledScopes(accountId);
  const tables = await Promise.all(
    PERSONAL_TABLES.filter((table) => table.isGiven && table.person.length > 0).map(async (table) => ({
      model: table.model,
      columns: givenColumns(table),
      ...(await findGivenRows(table, accountId, { settled, take })),
    })),
  );
  const names = await namesOf(tables, accountId);
  return tables
    .filter(({ total }) => total > 0)
    .map((table) => ({
      ...table,
      rows: table.rows.map((row) =>
        Object.fromEntries(
          table.columns.map((column) => [
            column,
            givenOf({ model: table.model, column, value: row[column] ?? null, accountId, names }),
          ]),
        ),
      ),
    }));
}

/** Names of the units and contests that rows speak of. */
async function namesOf(
  tables: readonly { columns: readonly string[]; rows: readonly Record<string, Stored>[] }[],
  accountId: string,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set<string>();
  for (const { columns, rows } of tables) {
    for (const column of columns.filter(isUnitColumn)) {
      for (const row of rows) if (typeof row[column] === 'string') ids.add(row[column]);
    }
  }
  const [units, contests] = await Promise.all([getUnitNames([...ids]), findOwnContests(accountId)]);
  return new Map([...units, ...contests.map(({ id, title }) => [id, title] as const)]);
}

interface Cell {
  readonly model: string;
  readonly column: string;
  readonly value: Stored;
  readonly accountId: string;
  readonly names: ReadonlyMap<string, string>;
}

function givenOf({ model, column, value, accountId, names }: Cell): Given {
  if (value === null) return null;
  if (value instanceof Date) return { at: value.getTime() };
  if (value instanceof Uint8Array) return null;
  if (typeof value !== 'string') return value;
  if (column === 'guardian') {
    const guardian = readGuardian(value, accountId);
    return guardian ? `${guardian.name} (${guardian.relation})` : null;
  }
  if (column.endsWith('Sealed')) return unseal(value, `${model}.${column}:${accountId}`) ?? null;
  if (column === 'signInName' && value.startsWith('phone:')) return null;
  if (isUnitColumn(column) || column === 'contestId') return names.get(value) ?? value;
  return value;
}
