/** What is wrong with a row, a step or an act. */
export type FindingCode =
  | 'act-changed'
  | 'act-added'
  | 'act-moved'
  | 'act-missing'
  | 'log-cut'
  | 'seal-wrong'
  | 'seal-missing'
  | 'key-unknown'
  | 'not-begun'
  | 'row-changed'
  | 'row-added'
  | 'row-removed'
  | 'row-outdated'
  | 'step-changed'
  | 'step-missing'
  | 'step-added'
  | 'steps-cut';

/** Something that was done to the database past the application. */
export interface Finding {
  readonly code: FindingCode;
  /** The table, by its name. */
  readonly table: string;
  /** The row, by its key. */
  readonly rowId: string;
  /** The step of an attempt, or the place of an act in the chain. */
  readonly sequence?: number | undefined;
  /** The column, where it is known. */
  readonly field?: string | undefined;
}

/** What a check looked at and found. */
export interface AuditCheck {
  readonly acts: number;
  /** Of them: from before acts had keyed hashes, and those that have no place in the chain yet. */
  readonly actsBefore: number;
  readonly actsUnsealed: number;
  readonly signatures: number;
  readonly rows: number;
  readonly attempts: number;
  readonly steps: number;
  readonly head: { readonly sequence: number; readonly hash: string } | undefined;
  readonly findingCount: number;
  /** The first ones. */
  readonly findings: readonly Finding[];
}

const MOST_FINDINGS = 1_000;

/** Collects what a check finds. */
export class Findings {
  readonly found: Finding[] = [];
  count = 0;

  add(...all: readonly Finding[]): void {
    this.count += all.length;
    this.found.push(...all.slice(0, MOST_FINDINGS - this.found.length));
  }
}
