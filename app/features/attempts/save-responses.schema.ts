import { z } from 'zod';
import { DAY } from '#app/domain/kernel/time.ts';

/** Places as this contestant sees them, see answer.ts; none for an answer taken back. */
const places = z.array(z.int().min(0).max(50)).max(50).optional();
/** Instead of places: what was typed. why longer than an answer may be: it is counted in NFC. */
const text = z.string().max(800).optional();
const key = z.string().regex(/^[\w-]{8,64}$/);
/** How long ago the person chose, ms. why so long: a phone may come back days later, and its answer is refused by its time. */
const age = z
  .number()
  .min(0)
  .max(365 * DAY)
  .optional();
/** When the person chose, by the server's clock as the device knows it: it holds however long the request was on its way. */
const at = z.int().min(0).optional();
const device = z
  .string()
  .regex(/^[\w-]{4,64}$/)
  .optional();
const token = z.string().max(200).optional();

/** One choice as the answer sheet sends it. The key makes sending it twice the same as once. */
export const SaveResponse = z.strictObject({ slot: z.int().min(1).max(500), places, text, key, age, at });

/** A prediction as the answer sheet sends it; null takes it back. */
export const SavePrediction = z.strictObject({ value: z.int().min(0).max(100_000_000).nullable(), key, age, at });

/** What the answer sheet posts: everything that waits to be saved, and the last step that the device knows. */
export const SaveResponses = z.strictObject({
  seen: z.int().min(0),
  saves: z.array(SaveResponse).max(500),
  prediction: SavePrediction.optional(),
  token,
  device,
  /** The person opened the sheet in this tab, or goes on in it. */
  takesOver: z.boolean().optional(),
});

/** What the answer sheet posts to submit. */
export const SubmitAttempt = z.strictObject({ token, device });

export type SaveResponse = z.infer<typeof SaveResponse>;
export type SaveResponses = z.infer<typeof SaveResponses>;
