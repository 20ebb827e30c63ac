import type { ContestantRefusalCode } from '#app/domain/kernel/refusal.ts';
import type { Instant } from '#app/domain/kernel/time.ts';

/** What can be said about the saving at this moment. Replaced as a whole whenever it changes. */
export interface AutosaveView {
  /** cut: the last try did not reach the server; the next one comes by itself. */
  readonly line: 'idle' | 'sending' | 'cut';
  /** Slots whose newest answer the server has not confirmed. */
  readonly waiting: ReadonlySet<number>;
  /** Those of them that are durable on the device. */
  readonly kept: ReadonlySet<number>;
  /** Waiting answers live as long as this page: the device keeps nothing. */
  readonly isInMemoryOnly: boolean;
  /** By slot: when the server confirmed an answer of this page. */
  readonly savedAt: ReadonlyMap<number, Instant>;
  readonly lastSavedAt: Instant | undefined;
  /** By slot: why its newest answer was not taken. */
  readonly refused: ReadonlyMap<number, ContestantRefusalCode>;
  /** Slots that another tab or device answered since this page last looked. */
  readonly elsewhere: readonly number[];
  /** False while another tab or device leads. */
  readonly leads: boolean;
  readonly wantsToSubmit: boolean;
  readonly isSubmitted: boolean;
  /** Why the server takes nothing of this attempt any more. */
  readonly closed: ContestantRefusalCode | undefined;
}

export const FIRST_VIEW: AutosaveView = {
  line: 'idle',
  waiting: new Set(),
  kept: new Set(),
  isInMemoryOnly: false,
  savedAt: new Map(),
  lastSavedAt: undefined,
  refused: new Map(),
  elsewhere: [],
  leads: true,
  wantsToSubmit: false,
  isSubmitted: false,
  closed: undefined,
};
