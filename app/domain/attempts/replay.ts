import type { Response } from '../items/response.ts';
import type { Instant } from '../kernel/time.ts';
import type { Step } from './step.ts';

export type AttemptState = 'inProgress' | 'submitted' | 'expired';

export interface SavedResponse {
  readonly response: Response;
  readonly sequence: number;
  readonly receivedAt: Instant;
}

/** An attempt as its steps tell it. */
export interface ReplayedAttempt {
  readonly state: AttemptState;
  readonly lastSequence: number;
  readonly startedAt: Instant | undefined;
  readonly finishedAt: Instant | undefined;
  /** By slot: the newest response counts. */
  readonly saved: ReadonlyMap<number, SavedResponse>;
  /** By idempotency key: the step that the key was stored with. */
  readonly byKey: ReadonlyMap<string, Extract<Step, { kind: 'responseSaved' }>>;
}

/** Folds steps, in the order of their numbers, into the attempt. The only reader of history. */
export function replay(steps: readonly Step[]): ReplayedAttempt {
  let state: AttemptState = 'inProgress';
  let lastSequence = 0;
  let startedAt: Instant | undefined;
  let finishedAt: Instant | undefined;
  const saved = new Map<number, SavedResponse>();
  const byKey = new Map<string, Extract<Step, { kind: 'responseSaved' }>>();
  for (const step of steps.toSorted((a, b) => a.sequence - b.sequence)) {
    lastSequence = step.sequence;
    switch (step.kind) {
      case 'started':
        startedAt = step.receivedAt;
        break;
      case 'responseSaved':
        saved.set(step.slot, { response: step.response, sequence: step.sequence, receivedAt: step.receivedAt });
        byKey.set(step.key, step);
        break;
      case 'submitted':
      case 'expired':
        state = step.kind;
        finishedAt = step.receivedAt;
        break;
    }
  }
  return { state, lastSequence, startedAt, finishedAt, saved, byKey };
}
