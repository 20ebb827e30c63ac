import type { Answered, Sitting } from './sitting.ts';

/** How one question was answered in a round. */
export interface ItemStats {
  /** The share of right answers among those who had it, kept off 0 and 1. */
  readonly rightShare: number;
  /** The chance that two people who are both wrong gave the same wrong answer. */
  readonly sameWrong: number;
}

interface Count {
  seen: number;
  right: number;
  wrong: Map<string, number>;
}

/** Counts answers by question. Only what counting needs is kept, whatever the number of attempts. */
export class ItemCounter {
  readonly #counts = new Map<string, Count>();

  add({ answers }: Pick<Sitting, 'answers'>): void {
    for (const answered of answers) this.#addOne(answered);
  }

  #addOne({ itemVersionId, answer, isRight }: Answered): void {
    let count = this.#counts.get(itemVersionId);
    if (!count) this.#counts.set(itemVersionId, (count = { seen: 0, right: 0, wrong: new Map() }));
    count.seen += 1;
    if (isRight) count.right += 1;
    // why a limit: typed answers may all differ; what is not counted makes sameWrong larger, which accuses nobody.
    else if (answer !== undefined && (count.wrong.has(answer) || count.wrong.size < 200)) {
      count.wrong.set(answer, (count.wrong.get(answer) ?? 0) + 1);
    }
  }

  stats(): Map<string, ItemStats> {
    return new Map([...this.#counts].map(([id, count]) => [id, statsOf(count)]));
  }
}

/** What is taken of a question that nobody has answered wrongly yet: half of all pairs would agree. */
export const UNKNOWN_ITEM: ItemStats = { rightShare: 0.5, sameWrong: 0.5 };

/** Pairs that count for UNKNOWN_ITEM beside what was seen: few answers say little, and then agreeing must say little. */
const PRIOR = 10;

function statsOf({ seen, right, wrong }: Count): ItemStats {
  const total = [...wrong.values()].reduce((sum, each) => sum + each, 0);
  const same = [...wrong.values()].reduce((sum, each) => sum + (each / Math.max(1, total)) ** 2, 0);
  return {
    rightShare: (right + 1) / (seen + 2),
    sameWrong: Math.min(1, (same * total + UNKNOWN_ITEM.sameWrong * PRIOR) / (total + PRIOR)),
  };
}
