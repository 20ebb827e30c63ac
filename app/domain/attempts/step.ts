import type { Response } from '../items/response.ts';
import type { Instant } from '../kernel/time.ts';

/** One recorded act of an attempt. Steps are appended and numbered from 1; they are never edited. */
export type Step = { readonly sequence: number; readonly receivedAt: Instant } & (
  | { readonly kind: 'started' }
  | { readonly kind: 'responseSaved'; readonly slot: number; readonly response: Response; readonly key: string }
  | { readonly kind: 'submitted' }
  | { readonly kind: 'expired' }
);
