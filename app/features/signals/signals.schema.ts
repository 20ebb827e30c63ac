import { z } from 'zod';
import { SIGNAL_KINDS, SIGNAL_STATES } from '#app/domain/signals/signal.ts';

const id = z.string().regex(/^[\w-]{1,100}$/u);

/** What is done on the page of a signal. Whether the reason says enough is the use case's to say. */
export const SignalForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('ask') }),
  z.strictObject({ intent: z.literal('dismiss'), reason: z.string().max(4_000) }),
  z.strictObject({
    intent: z.literal('uphold'),
    reason: z.string().max(4_000),
    attempt: z
      .union([id, z.array(id).max(100)])
      .optional()
      .transform((given) => (given === undefined ? [] : [given].flat())),
  }),
]);

/** What who is asked sends. */
export const StatementForm = z.strictObject({ text: z.string().max(20_000) });

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** The address of the list; what makes no sense is left out. */
export const SignalQuerySchema = z.object({
  kind: optional(z.enum(SIGNAL_KINDS)),
  state: optional(z.enum(SIGNAL_STATES)),
  round: optional(id),
  unit: optional(id),
});
