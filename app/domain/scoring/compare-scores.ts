import { roundMark } from '../kernel/numbers.ts';
import { comparableScore, type ScoreOfPaper } from './comparable-score.ts';

/** One attempt before and after a correction. */
export interface ScoreChange {
  readonly before: ScoreOfPaper;
  readonly after: ScoreOfPaper;
  /** What a whole paper of its round can earn. */
  readonly full: number;
}

/** What a correction changes in many attempts, in numbers; their scores compared as rankings compare them. */
export interface ScoreComparison {
  /** Attempts that have the item. */
  readonly attempts: number;
  /** Those whose score, or what their paper can earn, is another. */
  readonly changed: number;
  readonly up: number;
  readonly down: number;
  /** Those that have everything right afterwards and had not, and the other way round. */
  readonly becomeAllRight: number;
  readonly loseAllRight: number;
  /** How many attempts change by how much, the largest loss first; 0 for those whose comparable score stays. */
  readonly differences: readonly { readonly by: number; readonly attempts: number }[];
}

const isAllRight = ({ score, maxScore }: ScoreOfPaper): boolean => score >= maxScore;

/** Whether anything about the score of an attempt is another. */
export const isChanged = ({ before, after }: Pick<ScoreChange, 'before' | 'after'>): boolean =>
  before.score !== after.score || before.maxScore !== after.maxScore;

/** How much the score changes, as rankings compare it. */
export const differenceOf = ({ before, after, full }: ScoreChange): number =>
  roundMark(comparableScore(after, full) - comparableScore(before, full));

/** Counts changes one by one, so that a hundred thousand of them need no more memory than a few. */
export class ScoreTally {
  #attempts = 0;
  #changed = 0;
  #becomeAllRight = 0;
  #loseAllRight = 0;
  readonly #differences = new Map<number, number>();

  /** Counts one attempt in. */
  add(change: ScoreChange): void {
    this.#attempts += 1;
    if (isChanged(change)) this.#changed += 1;
    const [was, is] = [isAllRight(change.before), isAllRight(change.after)];
    if (is && !was) this.#becomeAllRight += 1;
    if (was && !is) this.#loseAllRight += 1;
    const by = differenceOf(change);
    this.#differences.set(by, (this.#differences.get(by) ?? 0) + 1);
  }

  /** The numbers so far. */
  result(): ScoreComparison {
    const differences = [...this.#differences]
      .map(([by, attempts]) => ({ by, attempts }))
      .toSorted((a, b) => a.by - b.by);
    const count = (has: (by: number) => boolean): number =>
      differences.reduce((sum, { by, attempts }) => sum + (has(by) ? attempts : 0), 0);
    return {
      attempts: this.#attempts,
      changed: this.#changed,
      up: count((by) => by > 0),
      down: count((by) => by < 0),
      becomeAllRight: this.#becomeAllRight,
      loseAllRight: this.#loseAllRight,
      differences,
    };
  }
}
