import { z } from 'zod';

/** Signing out of one of the own sessions, or of all others. */
export const EndSessionForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('one'), handle: z.string().regex(/^[0-9a-f]{64}$/u) }),
  z.strictObject({ intent: z.literal('others') }),
]);
