import type { Form } from '../contests/form.ts';
import { slotOf } from '../contests/form.ts';
import type { Response } from '../items/response.ts';
import type { Duration, Instant } from '../kernel/time.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { ReplayedAttempt } from './replay.ts';
import type { Step } from './step.ts';

/** Why an act on an attempt is refused. */
export type AttemptRefusal =
  | 'already-finished'
  | 'too-late'
  | 'no-such-slot'
  | 'no-such-option'
  | 'key-reused'
  | 'too-many-changes'
  | 'not-over-yet';

/** Every step is kept and replayed; nobody who sits a contest comes near this many, a script that floods it does. */
export const MOST_STEPS = 5_000;

/** What stays the same during an attempt. */
export interface AttemptFrame {
  readonly form: Form;
  readonly deadlineAt: Instant;
  /** Answers and a submission that arrive before deadlineAt + grace still count. */
  readonly grace: Duration;
}

export type AttemptCommand =
  | { readonly kind: 'save'; readonly slot: number; readonly response: Response; readonly key: string }
  | { readonly kind: 'submit' }
  | { readonly kind: 'expire' };

/** The steps to append; none where the same act has been recorded before. */
export type Verdict = Result<Step[], AttemptRefusal>;

/**
 * Decides one act on an attempt at the server's instant `now`. The device's clock is never asked.
 * - save: inside [start, deadline + grace), on a slot and options of this paper, none twice. The same key with the same
 *   answer is the success of before, recorded once; the same key with another answer is refused.
 * - submit: finishes the attempt at `now`, at the latest at the deadline. A second submission is the success of before.
 * - expire: finishes an attempt whose deadline and grace are over, AT the deadline, however late the sweep comes.
 */
export function decide(frame: AttemptFrame, attempt: ReplayedAttempt, command: AttemptCommand, now: Instant): Verdict {
  const sequence = attempt.lastSequence + 1;
  const lastMoment = frame.deadlineAt + frame.grace;
  switch (command.kind) {
    case 'save': {
      const before = attempt.byKey.get(command.key);
      if (before) {
        const same = before.slot === command.slot && sameResponse(before.response, command.response);
        return same ? ok([]) : refuse('key-reused');
      }
      if (attempt.state !== 'inProgress') return refuse('already-finished');
      if (now >= lastMoment) return refuse('too-late');
      if (sequence > MOST_STEPS) return refuse('too-many-changes');
      const slot = slotOf(frame.form, command.slot);
      if (!slot) return refuse('no-such-slot');
      if (!command.response.every((id) => slot.optionOrder.includes(id))) return refuse('no-such-option');
      if (new Set(command.response).size !== command.response.length) return refuse('no-such-option');
      const { slot: number, response, key } = command;
      return ok([{ kind: 'responseSaved', sequence, slot: number, response, key, receivedAt: now }]);
    }
    case 'submit':
      if (attempt.state !== 'inProgress') return ok([]);
      return now >= lastMoment
        ? ok([{ kind: 'expired', sequence, receivedAt: frame.deadlineAt }])
        : ok([{ kind: 'submitted', sequence, receivedAt: Math.min(now, frame.deadlineAt) }]);
    case 'expire':
      if (attempt.state !== 'inProgress') return ok([]);
      if (now < lastMoment) return refuse('not-over-yet');
      return ok([{ kind: 'expired', sequence, receivedAt: frame.deadlineAt }]);
  }
}

const sameResponse = (a: Response, b: Response): boolean => a.length === b.length && a.every((id) => b.includes(id));
