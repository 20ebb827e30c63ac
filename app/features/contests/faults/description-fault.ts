import type { PoolItem } from '#app/domain/contests/draw-form.ts';

/** What is wrong with a contest description, or what its authors should know before they publish it. */
export interface DescriptionFault {
  /** Where in the description, as its file has it: ['rounds', 0, 'closesAt']. */
  readonly path: readonly (string | number)[];
  /** For people who write rules, not programs: what is wrong and what to do. */
  readonly message: string;
  /** An error keeps the description from being published; a warning does not. */
  readonly severity: 'error' | 'warning';
}

export interface KnownTopic {
  readonly title: string;
  /** Titles of the lessons by their names in addresses. */
  readonly lessons: ReadonlyMap<string, string>;
}

export interface KnownUnit {
  readonly name: string;
  /** Ids from the root down to the unit itself. */
  readonly pathIds: readonly string[];
}

/** What a description may refer to. */
export interface KnownContent {
  readonly topics: ReadonlyMap<string, KnownTopic>;
  readonly units: ReadonlyMap<string, KnownUnit>;
  /** Blocks of the unit tree itself. */
  readonly blocks: ReadonlySet<string>;
  /** Contest and practice items. */
  readonly pool: readonly PoolItem[];
}

type Path = DescriptionFault['path'];

export const error = (path: Path, message: string): DescriptionFault => ({ path, message, severity: 'error' });

export const warning = (path: Path, message: string): DescriptionFault => ({ path, message, severity: 'warning' });

/** The places at which a value stands that stood before. */
export const repeats = (values: readonly (string | number)[]): number[] =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? index : []));
