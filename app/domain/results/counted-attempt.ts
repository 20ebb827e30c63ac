import type { CountedAttempt } from '../contests/contest.ts';

/** Picks the attempt that stands for a person in a round: the best by rank key, or the first or last by number. */
export function countedAttempt<A extends { readonly number: number; readonly rankKey: string }>(
  attempts: readonly A[],
  policy: CountedAttempt,
): A | undefined {
  const byNumber = attempts.toSorted((a, b) => a.number - b.number);
  switch (policy) {
    case 'only':
    case 'first':
      return byNumber[0];
    case 'last':
      return byNumber.at(-1);
    case 'best':
      // why toSorted is enough: it is stable, so of two equal attempts the earlier one counts.
      return byNumber.toSorted((a, b) => (a.rankKey < b.rankKey ? -1 : a.rankKey > b.rankKey ? 1 : 0))[0];
  }
}
