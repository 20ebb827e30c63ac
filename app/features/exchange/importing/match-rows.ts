import { isSameQuestion } from '#app/domain/exchange/compare-item.ts';
import { wordsInCommon } from '#app/domain/exchange/item-id.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import type { ExistingItem } from './existing-item.repo.server.ts';

/** Two questions with one id and fewer words in common are two questions, and the id is no id of ours. */
const SAME_QUESTION = 0.3;

/** A question of a file, as far as it is looked for. */
export interface Sought {
  /** From 1, in the order of the file. */
  readonly number: number;
  readonly body: ItemBody;
  readonly fingerprint: string;
  /** Of the bank, where the file gives one; else empty. */
  readonly itemId: string;
}

/** Things by what they have in common, in their order. */
export const groupedBy = <T>(all: Iterable<T>, key: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
};

/** Rows that ask nearly the same as an earlier one, and whether they are the same question word by word. By number. */
export function repeatsIn(
  rows: readonly Sought[],
): ReadonlyMap<number, { readonly of: number; readonly isSame: boolean }> {
  const found = new Map<number, { of: number; isSame: boolean }>();
  for (const group of groupedBy(rows, ({ fingerprint }) => fingerprint).values()) {
    group.slice(1).forEach(({ number, body }, at) => {
      const before = group.slice(0, at + 1);
      const same = before.find((other) => isSameQuestion(other.body, body));
      found.set(number, { of: (same ?? group[0])?.number ?? number, isSame: same !== undefined });
    });
  }
  return found;
}

/**
 * Which item of the bank each row is: the one with its id, else the one that is the same question, else one that nearly is. No
 * item is taken twice: of two questions that differ by a mark, each finds its own when the file comes again.
 * @param differs in how many ways a row differs from an item, 0 for the same question
 */
export function matchRows(
  rows: readonly Sought[],
  existing: ReadonlyMap<string, ExistingItem>,
  plain: (text: string) => string,
  differs: (row: Sought, item: ExistingItem) => number,
): ReadonlyMap<number, ExistingItem> {
  const found = new Map<number, ExistingItem>();
  const taken = new Set<string>();
  const byPrint = groupedBy(existing.values(), ({ fingerprint }) => fingerprint);
  const take = (row: Sought, item: ExistingItem | undefined): void => {
    if (!item || found.has(row.number) || taken.has(item.id)) return;
    found.set(row.number, item);
    taken.add(item.id);
  };
  for (const row of rows) {
    const byId = row.itemId === '' ? undefined : existing.get(row.itemId);
    const isSame =
      byId &&
      (byId.fingerprint === row.fingerprint ||
        wordsInCommon(plain(byId.whole.body.prompt), plain(row.body.prompt)) >= SAME_QUESTION);
    if (isSame) take(row, byId);
  }
  const free = (row: Sought): ExistingItem[] => (byPrint.get(row.fingerprint) ?? []).filter(({ id }) => !taken.has(id));
  for (const row of rows)
    take(
      row,
      free(row).find((item) => differs(row, item) === 0),
    );
  for (const row of rows) take(row, free(row).toSorted((a, b) => differs(row, a) - differs(row, b))[0]);
  return found;
}
