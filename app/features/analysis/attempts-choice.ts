/** Which attempts of a person are analysed (Moodle: first, last, highest, all). */
export const ATTEMPTS_CHOICES = ['first', 'last', 'best', 'all'] as const;
export type AttemptsChoice = (typeof ATTEMPTS_CHOICES)[number];

/**
 * why the first: who sits the same bank again knows part of it, which is no longer what the figures are about (Moodle has
 * the same default).
 */
export const DEFAULT_CHOICE: AttemptsChoice = 'first';

export const attemptsChoiceOf = (value: string | null | undefined): AttemptsChoice =>
  ATTEMPTS_CHOICES.find((each) => each === value) ?? DEFAULT_CHOICE;

/** The attempts of one person that are analysed. @param own in order of their numbers */
export function chosenAttempts<A extends { readonly score: number }>(own: readonly A[], choice: AttemptsChoice): A[] {
  switch (choice) {
    case 'first':
      return own.slice(0, 1);
    case 'last':
      return own.slice(-1);
    case 'best': {
      // why toSorted is enough: it is stable, so of two equal attempts the earlier one counts.
      return own.toSorted((a, b) => b.score - a.score).slice(0, 1);
    }
    case 'all':
      return [...own];
  }
}
