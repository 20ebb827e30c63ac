/** A row of a board, as far as comparing looks at it. */
export interface ComparedRow {
  readonly accountId: string;
  readonly unitId: string;
  readonly rankKey: string;
  readonly score: number;
  readonly isAllRight: boolean;
}

/** A place at the top of a board, before or after. */
export interface TopPlace {
  readonly accountId: string;
  readonly unitId: string;
  /** Undefined for somebody who is not on the board on that side. */
  readonly rankBefore: number | undefined;
  readonly rankAfter: number | undefined;
  readonly scoreBefore: number | undefined;
  readonly scoreAfter: number | undefined;
}

/** What a correction changes on one board. */
export interface BoardChange {
  readonly scopeId: string;
  /** People on it, and those whose row is another. */
  readonly people: number;
  readonly changed: number;
  readonly becomeAllRight: number;
  readonly loseAllRight: number;
  /** Everybody who is among the first ten before or after, in the order of afterwards. */
  readonly top: readonly TopPlace[];
  readonly entering: number;
  readonly leaving: number;
}

/** How many places of each board are compared one by one: more than any contest gives prizes for. */
export const TOP = 10;

const inOrder = (a: ComparedRow, b: ComparedRow): number =>
  a.rankKey < b.rankKey ? -1 : a.rankKey > b.rankKey ? 1 : a.accountId < b.accountId ? -1 : 1;

/** Compares a board before and after row by row, in any order, in the memory of a few rows. */
export class BoardComparison {
  readonly #scopeId: string;
  /** The first rows of before, with their rows of afterwards as far as these are known. */
  readonly #watched: readonly {
    readonly before: ComparedRow;
    readonly after: ComparedRow | undefined;
    ahead: number;
  }[];
  #top: { readonly before: ComparedRow | undefined; readonly after: ComparedRow }[] = [];
  #people = 0;
  #changed = 0;
  #becomeAllRight = 0;
  #loseAllRight = 0;

  /** @param first the first rows of the board before, each with what it becomes */
  constructor(scopeId: string, first: readonly { before: ComparedRow; after: ComparedRow | undefined }[]) {
    this.#scopeId = scopeId;
    this.#watched = first.map((each) => ({ ...each, ahead: 0 }));
  }

  /** Takes in one person: the row as it is, and as it would be. */
  add(before: ComparedRow | undefined, after: ComparedRow | undefined): void {
    if (before) this.#people += 1;
    if (before?.rankKey !== after?.rankKey || before?.score !== after?.score) this.#changed += 1;
    if (after?.isAllRight === true && before?.isAllRight !== true) this.#becomeAllRight += 1;
    if (before?.isAllRight === true && after?.isAllRight !== true) this.#loseAllRight += 1;
    if (!after) return;
    for (const watched of this.#watched) {
      if (watched.after && after.rankKey < watched.after.rankKey) watched.ahead += 1;
    }
    const last = this.#top[TOP - 1];
    if (last && inOrder(after, last.after) >= 0) return;
    this.#top = [...this.#top, { before, after }].toSorted((a, b) => inOrder(a.after, b.after)).slice(0, TOP);
  }

  /** @param rankOf the rank of a row on the board before */
  async result(rankOf: (rankKey: string) => Promise<number>): Promise<BoardChange> {
    let rank = 0;
    const places: TopPlace[] = [];
    for (const [index, { before, after }] of this.#top.entries()) {
      if (after.rankKey !== this.#top[index - 1]?.after.rankKey) rank = index + 1;
      places.push(placeOf(before && (await rankOf(before.rankKey)), rank, before, after));
    }
    const isIn = (accountId: string): boolean => this.#top.some(({ after }) => after.accountId === accountId);
    const gone = this.#watched.filter(({ before }) => !isIn(before.accountId));
    for (const { before, after, ahead } of gone) {
      places.push(placeOf(await rankOf(before.rankKey), after && ahead + 1, before, after));
    }
    const was = new Set(this.#watched.map(({ before }) => before.accountId));
    return {
      scopeId: this.#scopeId,
      people: this.#people,
      changed: this.#changed,
      becomeAllRight: this.#becomeAllRight,
      loseAllRight: this.#loseAllRight,
      top: places,
      entering: this.#top.filter(({ after }) => !was.has(after.accountId)).length,
      leaving: gone.length,
    };
  }
}

function placeOf(
  rankBefore: number | undefined,
  rankAfter: number | undefined,
  before: ComparedRow | undefined,
  after: ComparedRow | undefined,
): TopPlace {
  const { accountId = '', unitId = '' } = after ?? before ?? {};
  return { accountId, unitId, rankBefore, rankAfter, scoreBefore: before?.score, scoreAfter: after?.score };
}
