import { z } from 'zod';

/** Who the checker says that the person is. Faults are keys of the text catalogue. */
export const ComparePerson = z.strictObject(
  {
    fullName: z.string({ error: 'fullNameMissing' }).trim().min(2, 'fullNameMissing').max(80, 'fullNameLong'),
    birthYear: z
      .string()
      .trim()
      .regex(/^(|(19|20)\d{2})$/, 'birthYearForm')
      .default('')
      .transform((year) => (year === '' ? undefined : Number(year))),
  },
  { error: 'unknownField' },
);
