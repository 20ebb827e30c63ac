/**
 * The value as JSON in one form only: keys in the order of their code points, no spaces, what is undefined left out. Equal values
 * give equal texts, whatever the order in which they were put together.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : each,
  );
}
