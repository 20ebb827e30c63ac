import { likeness, type Likeness } from '#app/domain/items/similarity.ts';

/** Items that look like one question, the likeliest first. */
export interface SimilarItem {
  readonly itemId: string;
  /** 0 to 1, see likeness(). */
  readonly score: number;
}

interface Kept {
  readonly id: string;
  readonly like: Likeness;
}

/** How many entries of the index one question may look at, and how many items it is compared with in full. */
const MOST_LOOKED_AT = 20_000;
const MOST_COMPARED = 60;

/**
 * Finds items like a given one without comparing it with all: an inverted index from words and pairs of words to items, of which
 * a question looks at its rarest first (as C. Xiao and others, "Efficient similarity joins for near duplicate detection", 2008).
 */
export class SimilarIndex {
  readonly #places = new Map<string, number>();
  readonly #kept: (Kept | undefined)[] = [];
  readonly #holders = new Map<number, number[]>();

  /** Takes an item in, in the place of what stood under its id. */
  put(id: string, like: Likeness): void {
    this.drop(id);
    if (this.#kept.length > 2 * this.#places.size + 1_000) this.#compact();
    const place = this.#kept.push({ id, like }) - 1;
    this.#places.set(id, place);
    for (const shingle of like.statement) {
      const holders = this.#holders.get(shingle);
      if (holders) holders.push(place);
      else this.#holders.set(shingle, [place]);
    }
  }

  /** Forgets an item. Its entries in the index lead nowhere from now on. */
  drop(id: string): void {
    const place = this.#places.get(id);
    if (place === undefined) return;
    this.#kept[place] = undefined;
    this.#places.delete(id);
  }

  /** Writes the index anew without what was dropped. */
  #compact(): void {
    const kept = this.#kept.flatMap((each) => each ?? []);
    this.#kept.length = 0;
    this.#places.clear();
    this.#holders.clear();
    for (const { id, like } of kept) this.put(id, like);
  }

  /** @param least only items that score so high */
  find(
    like: Likeness,
    { except, limit, least }: { except?: string | undefined; limit: number; least: number },
  ): SimilarItem[] {
    return this.#candidates(like)
      .flatMap((place): SimilarItem[] => {
        const kept = this.#kept[place];
        if (!kept || kept.id === except) return [];
        const score = likeness(like, kept.like);
        return score >= least ? [{ itemId: kept.id, score }] : [];
      })
      .toSorted((a, b) => b.score - a.score || (a.itemId < b.itemId ? -1 : 1))
      .slice(0, limit);
  }

  /** Places of the items that share most with it, rare words counting more. */
  #candidates(like: Likeness): number[] {
    const shared = new Map<number, number>();
    const lists = [...like.statement]
      .map((shingle) => this.#holders.get(shingle) ?? [])
      .filter((holders) => holders.length > 0)
      .toSorted((a, b) => a.length - b.length);
    let lookedAt = 0;
    for (const holders of lists) {
      if (lookedAt > 0 && lookedAt + holders.length > MOST_LOOKED_AT) break;
      lookedAt += holders.length;
      const weight = Math.log(1 + this.#kept.length / holders.length);
      for (const place of holders) shared.set(place, (shared.get(place) ?? 0) + weight);
    }
    return [...shared]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, MOST_COMPARED)
      .map(([place]) => place);
  }
}
