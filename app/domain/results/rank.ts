/**
 * Standard competition ranking, 1 2 2 4: a row's rank is one more than the number of rows that are strictly better.
 * @param rows in any order; `key` gives the text of rankKey()
 * @returns the rows in rank order, ties in the order of `tieOrder` so that the result does not hang on the input's order
 */
export function rankRows<R>(
  rows: readonly R[],
  key: (row: R) => string,
  tieOrder: (row: R) => string,
): { row: R; rank: number }[] {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const sorted = rows.toSorted((a, b) => compare(key(a), key(b)) || compare(tieOrder(a), tieOrder(b)));
  let rank = 0;
  let last: string | undefined;
  return sorted.map((row, index) => {
    if (key(row) !== last) rank = index + 1;
    last = key(row);
    return { row, rank };
  });
}
