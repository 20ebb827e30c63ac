import { z } from 'zod';

/** What the last page before publishing posts: the version that was seen, and that warnings were read. */
export const PublishPost = z.object({
  version: z.coerce.number().int().min(0).catch(0),
  seen: z.string().optional().catch(undefined),
});
