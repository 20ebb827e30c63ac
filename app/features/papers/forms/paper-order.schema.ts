import { z } from 'zod';
import { MAX_VARIANTS } from '#app/domain/papers/draw-variants.ts';

/** What the page of papers asks for, as it stands in an address. The fault of a field is a key of papersText. */
export const PaperOrderForm = z.object({
  round: z.coerce.number().int().min(1).default(1),
  variants: z.coerce
    .number('badVariants')
    .int('badVariants')
    .min(1, 'badVariants')
    .max(MAX_VARIANTS, 'badVariants')
    .default(4),
  mode: z.enum(['same', 'own']).default('same'),
  format: z.enum(['docx', 'pdf', 'both']).default('both'),
  letterhead: z.string().trim().max(200).default(''),
  seed: z
    .string()
    .trim()
    .regex(/^[\w-]{4,40}$/u, 'badSeed')
    .optional(),
});

export type PaperFault = 'badVariants' | 'badSeed';
