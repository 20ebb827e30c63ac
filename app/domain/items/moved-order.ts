/**
 * The rows of an order as a form says it, each with the position that a person chose for it, or none. A row that moved up
 * stands before the one whose position it takes, one that moved down behind it; rows that nobody touched keep their order.
 * @param rows the rows as they stood on the page
 * @param positions 1, 2, … by row
 */
export function movedOrder<Row>(rows: readonly Row[], positions: readonly (number | undefined)[]): Row[] {
  return rows
    .map((row, index) => {
      const was = index + 1;
      const position = positions[index] ?? was;
      return { row, key: position + Math.sign(position - was) / 4 };
    })
    .toSorted((a, b) => a.key - b.key)
    .map(({ row }) => row);
}
