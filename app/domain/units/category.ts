/** What people of a unit may be counted as, beside all of them. Somebody may be several of these. */
export const CATEGORIES = ['official', 'partyMember', 'youthUnionMember', 'pupil', 'public'] as const;
export type Category = (typeof CATEGORIES)[number];

/** What a headcount counts: everybody who is to take part, or those of one category. "all" is no sum, as categories overlap. */
export const HEADCOUNT_CATEGORIES = ['all', ...CATEGORIES] as const;
export type HeadcountCategory = (typeof HEADCOUNT_CATEGORIES)[number];

export const isCategory = (text: string): text is Category => (CATEGORIES as readonly string[]).includes(text);

/** "|official|pupil|" as categories, in their fixed order; what is unknown is left out. */
export const categoriesOf = (text: string): Category[] => {
  const parts = new Set(text.split('|'));
  return CATEGORIES.filter((each) => parts.has(each));
};

/** Categories as the text that tables keep; empty for none. */
export const categoriesText = (categories: readonly Category[]): string =>
  categories.length === 0 ? '' : `|${CATEGORIES.filter((each) => categories.includes(each)).join('|')}|`;
