import { PERSONAL_TABLES } from './personal-tables.ts';
import { ACTED, NOT_PERSONAL } from './other-columns.ts';
import type { DataClass, Erasing, PersonalTable } from './personal-table.ts';

export type { Blank, DataClass, KeptBecause, PeriodId, PersonalTable } from './personal-table.ts';

export { ACTED, NOT_PERSONAL, PERSONAL_TABLES };

/** The row of the register for a table; undefined for tables without personal data. */
export const personalTable = (model: string): PersonalTable | undefined =>
  PERSONAL_TABLES.find((table) => table.model === model);

/** The columns of a table that the person is given, in the order of the register. */
export const givenColumns = (table: PersonalTable): string[] =>
  table.isGiven ? Object.keys(table.columns).filter((column) => !(table.withheld ?? []).includes(column)) : [];

/** Tables whose rows of a person go when the person is erased. */
export const deletedTables = (): PersonalTable[] =>
  PERSONAL_TABLES.filter((table) => table.person.length > 0 && table.erasing.act === 'delete');

/** Tables whose rows stay when the person is erased, and why. */
export const keptTables = (): (PersonalTable & { readonly erasing: Extract<Erasing, { act: 'keep' }> })[] =>
  PERSONAL_TABLES.flatMap((table) =>
    table.person.length > 0 && table.erasing.act === 'keep' ? [{ ...table, erasing: table.erasing }] : [],
  );

/** What the register knows about a column of the database; undefined where it is in none of its lists. */
export function columnKind(model: string, column: string): DataClass | 'acted' | 'other' | undefined {
  const found = personalTable(model)?.columns;
  if (found && Object.hasOwn(found, column)) return found[column];
  const isIn = (lists: Readonly<Record<string, string>>): boolean =>
    (Object.hasOwn(lists, model) ? (lists[model] ?? '') : '').split(' ').includes(column);
  if (isIn(ACTED)) return 'acted';
  return isIn(NOT_PERSONAL) ? 'other' : undefined;
}

/**
 * Columns and fields that the application never has, by words in their names: ethnic group, religion, dates of membership,
 * identity papers, health, home address, full date of birth.
 */
export const NEVER_ASKED =
  /ethnic|dantoc|dan_toc|religion|tongiao|identityCard|idCard|idNumber|citizenId|cccd|cmnd|passport|partyJoin|partyDate|partySince|ngayVaoDang|joinedParty|health|address$|homeAddress|birthDate|birthDay|dateOfBirth|ngaySinh|gender|sex$|photo|portrait/iu;
