import { z } from 'zod';
import { DIFFICULTIES } from '#app/domain/items/item.ts';

const ids = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().min(1).max(100)).max(100),
);

const common = {
  intent: z.enum(['preview', 'do']),
  scope: z.enum(['chosen', 'all']).catch('chosen'),
  id: ids,
  seal: z.string().max(100).catch(''),
};

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';
const tag = z
  .string()
  .trim()
  .max(60)
  .regex(new RegExp(`^${SLUG}$`, 'u'), 'incompleteTag');

/** The form below the list of the bank: on which items, and what. Faults are keys of bankText.bulk. */
export const BulkForm = z.discriminatedUnion(
  'act',
  [
    z.object({
      ...common,
      act: z.literal('move'),
      lesson: z
        .string()
        .max(200)
        .regex(new RegExp(`^${SLUG}/${SLUG}$`, 'u'), 'incompleteLesson'),
    }),
    z.object({
      ...common,
      act: z.literal('difficulty'),
      difficulty: z.enum(DIFFICULTIES, { error: 'incompleteDifficulty' }),
    }),
    z.object({ ...common, act: z.literal('addTag'), tag }),
    z.object({ ...common, act: z.literal('removeTag'), tag }),
    ...(['contest', 'uncontest', 'submit', 'publish', 'retire', 'restore', 'delete'] as const).map((act) =>
      z.object({ ...common, act: z.literal(act) }),
    ),
  ],
  { error: 'incomplete' },
);
export type BulkForm = z.output<typeof BulkForm>;

/** The button that undoes an act on many items. */
export const BatchForm = z.object({
  batch: z.string().min(1).max(100),
  onlyRest: z
    .string()
    .optional()
    .transform((value) => value === 'yes'),
  returnTo: z.string().max(2_000).optional(),
});
