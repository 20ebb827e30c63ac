import { PERSONAL_TABLES } from './personal-tables.ts';
import { ACTED, NOT_PERSONAL } from './other-columns.ts';

/**
 * What a column says about a person. Sensitive: what the law calls so, and what is treated so out of care (traces of use, who
 * belongs to what). Pseudonym: an id, a hash or a sealed text, of no use to who holds nothing else.
 */
export type DataClass = 'basic' | 'sensitive' | 'pseudonym';

/** What data are used for. Every column serves at least one; what serves none is not kept. */
export type Purpose =
  | 'contest'
  | 'signIn'
  | 'boardName'
  | 'categories'
  | 'learning'
  | 'security'
  | 'fairness'
  | 'messages'
  | 'proof'
  | 'unitList';

/** Where data come from. */
export type Source = 'register' | 'account' | 'contest' | 'use' | 'unit' | 'organizers';

/** Who may see them. */
export type Viewer =
  'self' | 'unitManager' | 'organizers' | 'auditors' | 'security' | 'everybodyMasked' | 'sumsOnly' | 'nobody';

/** How long they are kept; the days stand in periods.ts. */
export type PeriodId =
  | 'account'
  | 'session'
  | 'code'
  | 'challenge'
  | 'limit'
  | 'trace'
  | 'message'
  | 'look'
  | 'results'
  | 'request'
  | 'audit'
  | 'roster';

/** Why something stays when a person is erased. */
export type KeptBecause = 'officialResult' | 'proofOfConsent' | 'accountability' | 'tombstone' | 'unitsOwnList';

/** A value that a column has once the person is erased. */
export type Blank = string | number | boolean | null;

/** What erasing a person does to the rows. */
export type Erasing =
  | { readonly act: 'delete' }
  /** The row stays, because of this; the columns named here are emptied. */
  | { readonly act: 'keep'; readonly because: KeptBecause; readonly blank?: Readonly<Record<string, Blank>> };

/** A table with data about people, and everything that the application does with it by itself. */
export interface PersonalTable {
  readonly model: string;
  /** Columns that hold the id of the person; "attemptId" and the like lead there through another table. Empty: no account. */
  readonly person: readonly string[];
  /** The table whose rows of the person the column points to; left out where it holds the account's id itself. */
  readonly via?: 'Attempt';
  /** Every column that says something about a person. */
  readonly columns: Readonly<Record<string, DataClass>>;
  /** Columns that the person is not given: secrets, hashes and search keys, of no meaning to people. */
  readonly withheld?: readonly string[];
  /** False where the person is given nothing of it. */
  readonly isGiven: boolean;
  /** Only rows of rounds that are settled are given: before that they would tell keys and ranks ahead of their time. */
  readonly whenSettled?: boolean;
  readonly purposes: readonly Purpose[];
  readonly source: Source;
  readonly seenBy: readonly Viewer[];
  readonly period: PeriodId;
  readonly erasing: Erasing;
}

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
