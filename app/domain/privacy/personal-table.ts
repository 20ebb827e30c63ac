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
