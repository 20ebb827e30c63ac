import { z } from 'zod';
import { FORMATS } from '#app/domain/exchange/parsed-file.ts';

/** What the page of an export asks for beside the filters of the list. */
export const ExportQuery = z.object({
  format: z.enum(FORMATS).catch('yaml'),
  ids: z
    .string()
    .max(400_000)
    .catch('')
    .transform((text) => text.split(',').filter((id) => id !== '')),
});
