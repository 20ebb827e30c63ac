import { z } from 'zod';
import { isCategory } from '#app/domain/units/category.ts';

/** Boxes of categories; what is none of them is not heard. */
const categoryFields = {
  categories: z
    .union([z.array(z.string().max(40)).max(20), z.string().max(40)])
    .default([])
    .transform((value) => [value].flat().filter(isCategory)),
  agreesToCategories: z
    .string()
    .optional()
    .transform((agrees) => agrees === 'yes'),
};

/** What the start button posts: which round, and what entry asks for the first time. */
export const StartForm = z.object({
  roundId: z.string().min(1).max(64).optional(),
  accessCode: z.string().max(200).optional(),
  agrees: z
    .string()
    .optional()
    .transform((agrees) => agrees === 'yes'),
  ...categoryFields,
});

/** The choice of categories on its own page. */
export const CategoriesForm = z.strictObject(
  { intent: z.enum(['save', 'withdraw']), ...categoryFields },
  { error: 'unknownField' },
);
