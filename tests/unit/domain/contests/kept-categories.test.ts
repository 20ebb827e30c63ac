import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptCategories } from '#app/domain/contests/entry.ts';
import { CATEGORIES, categoriesOf, categoriesText } from '#app/domain/units/category.ts';
import { ContestRulesSchema } from '#app/features/contests/contest.schema.ts';
import { CategoriesForm, StartForm } from '#app/features/contests/entry.schema.ts';
import { upgradeRules } from '#app/features/contests/upgrade-rules.ts';
import { contestRules } from '#tests/support/factories.ts';

const some = fc.subarray([...CATEGORIES]);

test('nothing is kept without consent, nor what the contest does not ask, and everything else is', () => {
  fc.assert(
    fc.property(some, fc.shuffledSubarray([...CATEGORIES]), fc.boolean(), (asked, ticked, agrees) => {
      const kept = keptCategories({ categories: asked }, { categories: ticked, agreesToCategories: agrees });
      expect(new Set(kept)).toEqual(new Set(agrees ? ticked.filter((each) => asked.includes(each)) : []));
      expect(categoriesOf(categoriesText(kept))).toEqual(kept);
    }),
  );
});

test('a contest that asks nothing keeps nothing, and silence is no category', () => {
  expect(keptCategories({}, { categories: ['partyMember'], agreesToCategories: true })).toEqual([]);
  expect(keptCategories({ categories: [...CATEGORIES] }, {})).toEqual([]);
  expect(keptCategories({ categories: [...CATEGORIES] }, { agreesToCategories: true })).toEqual([]);
});

test('forms hear categories alone, one or several', () => {
  expect(StartForm.parse({ categories: 'pupil' })).toMatchObject({ categories: ['pupil'], agreesToCategories: false });
  expect(StartForm.parse({ categories: ['pupil', 'king', '|'], agreesToCategories: 'yes' })).toMatchObject({
    categories: ['pupil'],
    agreesToCategories: true,
  });
  expect(StartForm.parse({})).toMatchObject({ categories: [], agreesToCategories: false });
  expect(CategoriesForm.safeParse({ intent: 'save', accountId: 'khac' }).success).toBe(false);
});

test('rules that were stored before contests could ask are read, and ask nothing', () => {
  const { entry, ...rest } = contestRules();
  const read = ContestRulesSchema.parse(upgradeRules({ ...rest, entry }));
  expect(read.entry.categories).toBeUndefined();
  const asks = (categories: string[]) =>
    ContestRulesSchema.safeParse({ ...rest, entry: { ...entry, categories } }).success;
  expect([asks(['pupil', 'official']), asks(['pupil', 'pupil']), asks(['king']), asks([])]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
