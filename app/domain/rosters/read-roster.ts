import { ok, refuse, type Result } from '../kernel/result.ts';
import { fold, tidy } from '../kernel/text.ts';
import { CATEGORIES, type Category } from '../units/category.ts';
import { birthYearOf } from './birth-year.ts';
import { categoriesIn, type ColumnKind } from './columns.ts';
import { findHead, type SheetRow, type TableHead } from './find-head.ts';
import { isName, nameKey, shownName } from './person-name.ts';

/** A person of a clerk's list: all that a roster keeps of it. */
export interface RosterEntry {
  readonly row: number;
  readonly fullName: string;
  readonly birthYear: number | undefined;
  readonly position: string;
  readonly categories: readonly Category[];
}

/** Why a row is not taken in. */
export interface RowFault {
  readonly row: number;
  /** The head of the column that it is about. */
  readonly column: string;
  readonly code: 'noName' | 'nameLetters' | 'impossibleYear' | 'double';
  /** double: the row where the same person stands first. */
  readonly other?: number | undefined;
}

/** What a sheet gave. */
export interface ReadRoster {
  readonly people: readonly RosterEntry[];
  readonly faults: readonly RowFault[];
  /** Rows that are no people: headings of groups, sums, signatures. */
  readonly skipped: readonly number[];
  /** People without a year of birth: they are taken in, and matched with less certainty. */
  readonly withoutYear: number;
  readonly columns: readonly { readonly kind: ColumnKind; readonly head: string }[];
  readonly ignored: TableHead['ignored'];
}

export type RosterRefusal = 'no-head' | 'no-people' | 'too-many-people';

/** A unit with more people than this has units below it, which keep lists of their own. */
export const MOST_PEOPLE = 20_000;
const MOST_POSITION = 120;
const CROSS = /^(?:x|v|\*|✓|✔|☑|√|co|1)$/iu;

/**
 * Reads a clerk's own list of people: the head is found by its words, people below it. Columns that a roster does not keep are not
 * looked at, and named. Rows with faults are left out and told by row and column.
 * @param thisYear by which years of birth are judged
 */
export function readRoster(rows: readonly SheetRow[], thisYear: number): Result<ReadRoster, RosterRefusal> {
  const head = findHead(rows);
  if (!head) return refuse('no-head');
  const reader = new RowReader(head, thisYear);
  for (const row of rows.slice(head.firstRow)) reader.read(row);
  const { people, faults, skipped } = reader;
  if (people.length > MOST_PEOPLE) return refuse('too-many-people');
  if (people.length === 0 && faults.length === 0) return refuse('no-people');
  const withoutYear = people.filter(({ birthYear }) => birthYear === undefined).length;
  const columns = head.columns.map(({ kind, head: words }) => ({ kind, head: words }));
  return ok({ people, faults, skipped, withoutYear, columns, ignored: head.ignored });
}

class RowReader {
  readonly people: RosterEntry[] = [];
  readonly faults: RowFault[] = [];
  readonly skipped: number[] = [];
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly head: TableHead,
    private readonly thisYear: number,
  ) {}

  read(row: SheetRow): void {
    const name = shownName(this.nameIn(row));
    const numbered = this.textsOf(row, 'number');
    const isNumbered = numbered.some((text) => /^\(?\d+[.)]?$/u.test(text));
    const [birth] = this.textsOf(row, 'birth');
    const rest = birth ?? this.textsOf(row, 'position')[0] ?? '';
    if (name === '' && rest === '') return this.skip(row, numbered.some((text) => text !== '') && !isNumbered);
    // why: headings of groups and signatures stand in the columns of the list, but have neither number nor year.
    const hasNumbers = this.head.columns.some(({ kind }) => kind === 'number');
    if ((hasNumbers && !isNumbered && birth === undefined) || isSum(name)) return this.skip(row, true);
    if (name === '') return this.fault(row, 'fullName', 'noName');
    if (!isName(name)) return this.fault(row, 'fullName', 'nameLetters');
    const year = birthYearOf(birth ?? '', this.thisYear);
    if (year === 'impossible') return this.fault(row, 'birth', 'impossibleYear');
    // why only with a year: two people of one name are no rarity, two of one name and year in a list mostly are.
    const key = `${nameKey(name)} ${year.year ?? `row ${row.number}`}`;
    const other = this.seen.get(key);
    if (other !== undefined) return this.fault(row, 'fullName', 'double', other);
    this.seen.set(key, row.number);
    this.people.push({
      row: row.number,
      fullName: name,
      birthYear: year.year,
      position: positionOf(this.textsOf(row, 'position')[0]),
      categories: this.categoriesOf(row),
    });
  }

  private skip(row: SheetRow, isTold: boolean): void {
    if (isTold) this.skipped.push(row.number);
  }

  private fault(row: SheetRow, kind: ColumnKind, code: RowFault['code'], other?: number): void {
    const { columns } = this.head;
    const column = columns.find((each) => each.kind === kind) ?? columns.find((each) => each.kind === 'given');
    this.faults.push({ row: row.number, column: column?.head ?? '', code, other });
  }

  /** The texts of a row in the columns of one kind, those that say something. */
  private textsOf(row: SheetRow, kind: ColumnKind): string[] {
    const own = this.head.columns.filter((column) => column.kind === kind);
    return own.map(({ at }) => tidy(row.cells[at] ?? '')).filter(Boolean);
  }

  private nameIn(row: SheetRow): string {
    const [whole] = this.textsOf(row, 'fullName');
    if (whole !== undefined) return whole;
    return [...this.textsOf(row, 'family'), ...this.textsOf(row, 'given')].join(' ');
  }

  private categoriesOf(row: SheetRow): Category[] {
    const named = this.textsOf(row, 'category').flatMap(categoriesIn);
    const ticked = this.head.columns.flatMap(({ kind, at, category }) =>
      kind === 'tick' && category && CROSS.test(fold(row.cells[at] ?? '')) ? [category] : [],
    );
    return CATEGORIES.filter((each) => named.includes(each) || ticked.includes(each));
  }
}

/** "Tổng cộng: 35 người", "Cộng", "Người lập biểu": never the name of a person. */
const isSum = (name: string): boolean =>
  /^(?:tong (?:cong|so)|cong(?: :|:|$| \d)|nguoi lap|thu truong|danh sach (?:nay|gom|co))/u.test(fold(name));

/** why without: numbers as long as those of phones and papers stand in no position, and must not come in by that door. */
const positionOf = (text: string | undefined): string => {
  const position = tidy(text ?? '').slice(0, MOST_POSITION);
  return /\d(?:[\s.-]?\d){7,}/u.test(position) ? '' : position;
};
