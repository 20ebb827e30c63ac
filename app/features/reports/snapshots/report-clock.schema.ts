import { z } from 'zod';

/** The form of the instant at which figures are frozen every week. */
export const ReportClockForm = z.strictObject(
  {
    weekday: z
      .string({ error: 'weekday' })
      .regex(/^[1-7]$/, 'weekday')
      .transform(Number),
    hour: z
      .string({ error: 'hour' })
      .regex(/^(?:1?\d|2[0-3])$/, 'hour')
      .transform(Number),
  },
  { error: 'form' },
);
