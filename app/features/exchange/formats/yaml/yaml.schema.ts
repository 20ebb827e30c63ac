import { z } from 'zod';
import { DIFFICULTIES, INTERACTIONS } from '#app/domain/items/item.ts';

// why no upper limits on numbers of options and so on: what is too much is a matter of the item check, which names it.
const text = z.string().max(20_000);
const word = z.string().max(300);

const Option = z.strictObject({
  text,
  correct: z.boolean().optional(),
  rationale: text.optional(),
  fraction: z.number().min(-1).max(1).optional(),
  tolerance: z.union([z.string().max(40), z.number()]).optional(),
  /** order: its place in the right order, from 1. */
  position: z.int().min(1).max(1_000).optional(),
  /** match: the text of the target that it belongs to. */
  matches: text.optional(),
});

/** One question of items.yml: what content/items has, and all that the bank knows beside. */
export const YamlItem = z.strictObject({
  id: z.union([word, z.number()]).optional(),
  topic: word.optional(),
  lesson: word.optional(),
  difficulty: z.enum(DIFFICULTIES).optional(),
  tags: z.array(word).max(50).optional(),
  contested: z.boolean().optional(),
  interaction: z.enum(INTERACTIONS),
  name: word.optional(),
  prompt: text.min(1),
  options: z.array(z.union([Option, text, z.number()])).max(200),
  targets: z
    .array(z.union([z.strictObject({ text }), text, z.number()]))
    .max(200)
    .optional(),
  shuffles: z.boolean().optional(),
  textRules: z.strictObject({ ignoresCase: z.boolean(), ignoresMarks: z.boolean() }).optional(),
  unit: word.optional(),
  rationale: text.optional(),
  source: z
    .strictObject({
      title: word.or(text),
      url: z
        .url({ protocol: /^https?$/u })
        .max(2_000)
        .optional(),
      page: word.optional(),
    })
    .optional(),
  facts: z.array(word).max(100).optional(),
});
export type YamlItem = z.output<typeof YamlItem>;
