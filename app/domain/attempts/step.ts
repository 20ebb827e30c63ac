import type { Response } from '../items/response.ts';
import type { Instant } from '../kernel/time.ts';

/** What a device says with an act. */
export interface Said {
  /** Idempotency key: the same key is stored once. */
  readonly key: string;
  /** When the person chose, by the server's clock: arrival less the age that the device states, within bounds. */
  readonly chosenAt: Instant;
  /** Which tab of which device; undefined without scripts. */
  readonly device?: string | undefined;
  /** Arrived after the deadline, within the grace. */
  readonly isLate: boolean;
}

/** One recorded act of an attempt. Steps are appended and numbered from 1; they are never edited. */
export type Step = { readonly sequence: number; readonly receivedAt: Instant } & (
  | { readonly kind: 'started' }
  | ({ readonly kind: 'responseSaved'; readonly slot: number; readonly response: Response } & Said)
  | ({ readonly kind: 'predicted'; readonly value: number | undefined } & Said)
  | { readonly kind: 'submitted' }
  | { readonly kind: 'expired' }
);

/** A step that a device sent. */
export type SaidStep = Extract<Step, { kind: 'responseSaved' | 'predicted' }>;
