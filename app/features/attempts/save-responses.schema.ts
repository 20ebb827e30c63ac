import { z } from 'zod';

/** Places (1, 2, …) of the chosen options as this contestant sees them; none for an answer taken back. */
const places = z.array(z.int().min(1).max(20)).max(20);

/** One choice as the answer sheet sends it. The key makes sending it twice the same as once. */
export const SaveResponse = z.strictObject({
  slot: z.int().min(1).max(500),
  places,
  key: z.string().regex(/^[\w-]{8,64}$/),
});

/** What the answer sheet posts: everything that waits to be saved, and the last step that the device knows. */
export const SaveResponses = z.strictObject({
  seen: z.int().min(0),
  saves: z.array(SaveResponse).max(500),
});

export type SaveResponse = z.infer<typeof SaveResponse>;
export type SaveResponses = z.infer<typeof SaveResponses>;
