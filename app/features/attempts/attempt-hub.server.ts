import { EventEmitter } from 'node:events';

/** Tells this process's open streams that an attempt, or all of a round, may look different now. */
const hub = new EventEmitter();
// why 0: one listener for each open sheet, and there may be thousands.
hub.setMaxListeners(0);

const CHANGED = 'changed';

export interface Change {
  readonly attemptId?: string;
  readonly roundId?: string;
}

export const announceAttempt = (attemptId: string): void => void hub.emit(CHANGED, { attemptId } satisfies Change);
export const announceRound = (roundId: string): void => void hub.emit(CHANGED, { roundId } satisfies Change);

/** Calls `listener` at every announcement of this process. @returns how to stop */
export function onChange(listener: (change: Change) => void): () => void {
  hub.on(CHANGED, listener);
  return () => hub.off(CHANGED, listener);
}
