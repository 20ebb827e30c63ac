import { z } from 'zod';
import { DIFFICULTIES, INTERACTIONS } from '#app/domain/items/item.ts';

const text = z.string().max(100_000);
const word = z.string().max(2_000);

const Option = z.strictObject({
  id: z.string().regex(/^[a-z0-9]{1,12}$/u),
  text,
  rationale: text.optional(),
  fraction: z.number().min(-1).max(1).optional(),
  tolerance: z.string().max(60).optional(),
});

/** The whole item as the bank has it, beside what a format says of it in its own way. */
export const OwnRecord = z.strictObject({
  id: word,
  place: z.strictObject({
    topic: word,
    lesson: word,
    difficulty: z.enum(DIFFICULTIES).optional(),
    tags: z.array(word).max(200),
  }),
  contested: z.boolean(),
  body: z.strictObject({
    interaction: z.enum(INTERACTIONS),
    name: word.optional(),
    prompt: text,
    options: z.array(Option).max(500),
    targets: z.array(Option).max(500).optional(),
    key: z.array(z.string().max(40)).max(500),
    shuffles: z.boolean().optional(),
    textRules: z.strictObject({ ignoresCase: z.boolean(), ignoresMarks: z.boolean() }).optional(),
    unit: word.optional(),
    rationale: text,
    source: z.strictObject({ title: word, url: word.optional(), page: word.optional() }),
    facts: z.array(word).max(200),
  }),
});
export type OwnRecord = z.output<typeof OwnRecord>;
