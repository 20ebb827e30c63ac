import type { Quota, RoundKind } from '#app/domain/contests/contest.ts';
import { PRACTICE_TAG } from '#app/domain/contests/draw-form.ts';

/** How many published questions share these properties. There is no question in it, and no key. */
export interface BankFacet extends Required<Pick<Quota, 'topic' | 'lesson' | 'difficulty' | 'interaction'>> {
  readonly tags: readonly string[];
  readonly count: number;
}

/** What a row of a paper asks for, as the fields of a form have it: an empty text matters as little as none. */
export type AskedFor = { readonly [Key in 'topic' | 'lesson' | 'difficulty' | 'tag' | 'interaction']?: unknown };

const fits = (asked: unknown, has: unknown): boolean => asked === undefined || asked === '' || asked === has;

/** How many questions of the bank a row of a paper can take from, in a round of that kind. */
export const countInBank = (facets: readonly BankFacet[], kind: RoundKind, asked: AskedFor): number =>
  facets
    .filter(
      (facet) =>
        facet.tags.includes(PRACTICE_TAG) === (kind === 'practice') &&
        fits(asked.topic, facet.topic) &&
        fits(asked.lesson, facet.lesson) &&
        fits(asked.difficulty, facet.difficulty) &&
        fits(asked.interaction, facet.interaction) &&
        (asked.tag === undefined || asked.tag === '' || facet.tags.some((tag) => tag === asked.tag)),
    )
    .reduce((sum, facet) => sum + facet.count, 0);
