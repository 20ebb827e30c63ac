import type { Category } from '../units/category.ts';

/** Groups under this are told as "few" where belonging to them is nobody's business. */
export const SMALL_GROUP = 5;

/** Membership of a party or a union is a matter of conscience: of very few people a sum says who they are. */
const GUARDED: readonly Category[] = ['partyMember', 'youthUnionMember'];

/** A sum as it may be shown: the number, or only that there are a few. */
export type GuardedCount = number | 'few';

/** Nobody, and five and more, are told as they are. */
export const guardedCount = (category: Category, people: number): GuardedCount =>
  GUARDED.includes(category) && people > 0 && people < SMALL_GROUP ? 'few' : people;

/** How one category takes part, as it may be shown. */
export interface CategoryFigures {
  readonly category: Category;
  readonly people: GuardedCount;
  /** 0 where nobody counted. */
  readonly headcount: GuardedCount;
  /** Undefined without a headcount, and where either number is not told: from a rate it could be worked out. */
  readonly rate: number | undefined;
  readonly missing: number | undefined;
}

/** The figures of a category from its sums. */
export function categoryFigures(category: Category, people: number, headcount: number): CategoryFigures {
  const shown = { people: guardedCount(category, people), headcount: guardedCount(category, headcount) };
  const isTold = headcount > 0 && shown.people !== 'few' && shown.headcount !== 'few';
  return {
    category,
    ...shown,
    rate: isTold ? people / headcount : undefined,
    missing: isTold ? Math.max(0, headcount - people) : undefined,
  };
}
