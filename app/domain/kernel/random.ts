/** A source of numbers in [0, 1) that the seed decides wholly. */
export type Random = () => number;

/** 32-bit hash of a text (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/), 0 or more; not for secrets. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * A seeded generator: the same seed gives the same numbers on every machine, so that a paper can be drawn again by anyone.
 * Mulberry32 by Tommy Ettinger (public domain); good enough to shuffle, not for secrets.
 */
export function seededRandom(seed: string): Random {
  let state = hash32(seed);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A new array with the same members in an order that `random` decides (Fisher and Yates, Knuth's algorithm P). */
export function shuffle<T>(members: readonly T[], random: Random): T[] {
  const result = [...members];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(random() * (last + 1));
    [result[last], result[pick]] = [result[pick] as T, result[last] as T];
  }
  return result;
}
