/**
 * How often each value occurred. Counts are whole numbers, so a tally does not depend on the order in which attempts came, nor
 * on how they were divided, and figures are computed from it in two passes, as from the values themselves.
 */
export type Tally = Map<number, number>;

/** A value and how often it occurred. */
export type Weighted = readonly [value: number, count: number];

export function addTo(tally: Tally, value: number, count = 1): void {
  tally.set(value, (tally.get(value) ?? 0) + count);
}

/** Adds what another tally counted. */
export function mergeInto(tally: Tally, other: ReadonlyMap<number, number>): void {
  for (const [value, count] of other) addTo(tally, value, count);
}

/** The values in order, so that sums of them are the same to the bit whatever came first. */
export const inOrder = (tally: ReadonlyMap<number, number>): Weighted[] => [...tally].toSorted((a, b) => a[0] - b[0]);

export const sizeOf = (tally: ReadonlyMap<number, number>): number => {
  let size = 0;
  for (const count of tally.values()) size += count;
  return size;
};

/** The value at a place (from 0) among all values in order. */
function valueAt(entries: readonly Weighted[], place: number): number {
  let passed = 0;
  for (const [value, count] of entries) {
    passed += count;
    if (place < passed) return value;
  }
  throw new Error(`a tally has no place ${place}`);
}

/**
 * A quantile by linear interpolation between the two nearest values (Hyndman and Fan 1996, type 7; 0.5 is the usual median: the
 * middle value, or the mean of the two in the middle). Undefined for nothing.
 */
export function quantileOf(tally: ReadonlyMap<number, number>, share: number): number | undefined {
  const entries = inOrder(tally);
  const size = sizeOf(tally);
  if (size === 0) return undefined;
  const place = share * (size - 1);
  const low = valueAt(entries, Math.floor(place));
  const high = valueAt(entries, Math.ceil(place));
  return low + (high - low) * (place - Math.floor(place));
}
