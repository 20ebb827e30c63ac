import { z } from 'zod';

/** What was begun at the provider, as it waits for the answer. */
export const BegunSchema = z.object({
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  browser: z.string(),
  issuer: z.string(),
});
export type Begun = z.infer<typeof BegunSchema>;

/** An account at the provider that opens none of ours yet: what waits for the person to register or to sign in. */
export const PendingSchema = z.object({
  issuer: z.string(),
  subject: z.string(),
  name: z.string(),
  returnTo: z.string(),
});
export type Pending = z.infer<typeof PendingSchema>;

/** What came of a return from the provider. */
export type ProviderOutcome =
  | { readonly kind: 'signedIn'; readonly sessionId: string; readonly isHeldBack: boolean; readonly returnTo: string }
  | { readonly kind: 'linked'; readonly returnTo: string }
  /** Nobody is linked to that account yet: the person registers, or signs in and links it. */
  | { readonly kind: 'unknown' };
