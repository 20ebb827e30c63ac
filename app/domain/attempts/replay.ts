import type { Response } from '../items/response.ts';
import type { Instant } from '../kernel/time.ts';
import type { SaidStep, Step } from './step.ts';

export type AttemptState = 'inProgress' | 'submitted' | 'expired';

export interface SavedResponse {
  readonly response: Response;
  readonly sequence: number;
  readonly receivedAt: Instant;
  readonly chosenAt: Instant;
}

/** An attempt as its steps tell it. */
export interface ReplayedAttempt {
  readonly state: AttemptState;
  readonly lastSequence: number;
  readonly startedAt: Instant | undefined;
  readonly finishedAt: Instant | undefined;
  /** By slot: the response that was chosen last counts, which is not always the one that arrived last. */
  readonly saved: ReadonlyMap<number, SavedResponse>;
  /** The number predicted last; undefined when there is none. */
  readonly prediction: number | undefined;
  /** How many answers arrived after the deadline, within the grace. */
  readonly late: number;
  /** By idempotency key: the step that the key was stored with. */
  readonly byKey: ReadonlyMap<string, SaidStep>;
}

type Fold = { -readonly [K in keyof ReplayedAttempt]: ReplayedAttempt[K] } & {
  saved: Map<number, SavedResponse>;
  byKey: Map<string, SaidStep>;
  predictedAt: Instant;
};

/**
 * Folds steps, in the order of their numbers, into the attempt. The only reader of history.
 * Of two responses to one slot the one that was chosen later counts, and of two chosen at one instant the one that arrived
 * later: a device that was offline must not overwrite what the person has answered since on another.
 */
export function replay(steps: readonly Step[]): ReplayedAttempt {
  const fold: Fold = {
    state: 'inProgress',
    lastSequence: 0,
    startedAt: undefined,
    finishedAt: undefined,
    saved: new Map(),
    prediction: undefined,
    predictedAt: -Infinity,
    late: 0,
    byKey: new Map(),
  };
  for (const step of steps.toSorted((a, b) => a.sequence - b.sequence)) take(fold, step);
  return fold;
}

/**
 * The attempt after one more step. The attempt of before is used up: a request that saves many answers must not fold the
 * whole history again for each of them.
 */
export function replayNext(attempt: ReplayedAttempt, step: Step): ReplayedAttempt {
  take(attempt as Fold, step);
  return attempt;
}

function take(fold: Fold, step: Step): void {
  fold.lastSequence = step.sequence;
  switch (step.kind) {
    case 'started':
      fold.startedAt = step.receivedAt;
      break;
    case 'responseSaved': {
      const { slot, response, sequence, receivedAt, chosenAt } = step;
      if (chosenAt >= (fold.saved.get(slot)?.chosenAt ?? -Infinity)) {
        fold.saved.set(slot, { response, sequence, receivedAt, chosenAt });
      }
      fold.byKey.set(step.key, step);
      fold.late += Number(step.isLate);
      break;
    }
    case 'predicted':
      if (step.chosenAt >= fold.predictedAt) {
        fold.prediction = step.value;
        fold.predictedAt = step.chosenAt;
      }
      fold.byKey.set(step.key, step);
      fold.late += Number(step.isLate);
      break;
    case 'submitted':
    case 'expired':
      fold.state = step.kind;
      fold.finishedAt = step.receivedAt;
      break;
  }
}
