import type { Form } from '../contests/form.ts';
import { fitsSlot, slotOf } from '../contests/form.ts';
import type { Response } from '../items/response.ts';
import type { Duration, Instant } from '../kernel/time.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { ReplayedAttempt } from './replay.ts';
import type { Said, SaidStep, Step } from './step.ts';

/** Why an act on an attempt is refused. */
export type AttemptRefusal =
  | 'already-finished'
  | 'too-late'
  | 'no-such-slot'
  | 'no-such-option'
  | 'no-prediction-asked'
  | 'key-reused'
  | 'too-many-changes'
  | 'not-over-yet';

/** Every step is kept and replayed; nobody who sits a contest comes near this many, a script that floods it does. */
export const MOST_STEPS = 5_000;

/** The highest number that a person may predict. */
export const HIGHEST_PREDICTION = 100_000_000;

/** What stays the same during an attempt, but for what the organizers adjust. */
export interface AttemptFrame {
  readonly form: Form;
  readonly startedAt: Instant;
  readonly deadlineAt: Instant;
  /** An answer that was chosen before deadlineAt and arrives before deadlineAt + grace still counts. */
  readonly grace: Duration;
  readonly asksPrediction: boolean;
}

/**
 * What a device adds to an act: its key, when the person chose, and which tab it is. The instant is stated by the server's
 * clock as the device knows it (`at`), or by how long ago it was (`age`, ms); without scripts not at all.
 */
export interface Telling {
  readonly key: string;
  readonly at?: Instant | undefined;
  readonly age?: Duration | undefined;
  readonly device?: string | undefined;
}

export type AttemptCommand =
  | ({ readonly kind: 'save'; readonly slot: number; readonly response: Response } & Telling)
  /** `value` undefined takes a prediction back. */
  | ({ readonly kind: 'predict'; readonly value: number | undefined } & Telling)
  | { readonly kind: 'submit' }
  | { readonly kind: 'expire' };

/** The steps to append; none where the same act has been recorded before. */
export type Verdict = Result<Step[], AttemptRefusal>;

/**
 * Decides one act on an attempt at the server's instant `now`.
 * - save, predict: arriving in [start, deadline + grace), on a slot and options of this paper, none twice. What arrives after
 *   the deadline must, as the device states, have been chosen before it. The device's statement is bounded by what the
 *   server knows: nothing was chosen before the start or after the arrival, so a false statement gains the declared grace
 *   at most. A device that states nothing has the benefit of the doubt, as it could state what it likes. The same key with the same answer is the success of before; with another answer it is refused.
 * - submit: finishes the attempt at `now`, at the latest at the deadline. A second submission is the success of before.
 * - expire: finishes an attempt whose deadline and grace are over, AT the deadline, however late the sweep comes.
 */
export function decide(frame: AttemptFrame, attempt: ReplayedAttempt, command: AttemptCommand, now: Instant): Verdict {
  const sequence = attempt.lastSequence + 1;
  const lastMoment = frame.deadlineAt + frame.grace;
  switch (command.kind) {
    case 'save':
    case 'predict':
      return decideSaid(frame, attempt, command, now);
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

type SaidCommand = Extract<AttemptCommand, { kind: 'save' | 'predict' }>;

function decideSaid(frame: AttemptFrame, attempt: ReplayedAttempt, command: SaidCommand, now: Instant): Verdict {
  const before = attempt.byKey.get(command.key);
  if (before) return isSame(before, command) ? ok([]) : refuse('key-reused');
  if (attempt.state !== 'inProgress') return refuse('already-finished');
  const isLate = now >= frame.deadlineAt;
  const chosenAt = chosenAtOf(frame, command, now);
  if (now >= frame.deadlineAt + frame.grace) return refuse('too-late');
  if (isLate && chosenAt >= frame.deadlineAt) return refuse('too-late');
  if (attempt.lastSequence + 1 > MOST_STEPS) return refuse('too-many-changes');
  const said: Said = { key: command.key, chosenAt, device: command.device, isLate };
  const base = { sequence: attempt.lastSequence + 1, receivedAt: now };
  if (command.kind === 'predict') {
    if (!frame.asksPrediction) return refuse('no-prediction-asked');
    return ok([{ ...base, ...said, kind: 'predicted', value: command.value }]);
  }
  const slot = slotOf(frame.form, command.slot);
  if (!slot) return refuse('no-such-slot');
  if (!fitsSlot(slot, command.response)) return refuse('no-such-option');
  return ok([{ ...base, ...said, kind: 'responseSaved', slot: slot.slot, response: command.response }]);
}

/** When the person chose, within what the server knows: not after the arrival and not before the start. */
function chosenAtOf({ startedAt, deadlineAt }: AttemptFrame, { at, age }: Telling, now: Instant): Instant {
  // why `at` first: an age grows wrong while a request is held up on its way, and then an older answer beats a newer one.
  const stated = at ?? (age === undefined ? Math.min(now, deadlineAt - 1) : Math.round(now - Math.max(0, age)));
  return Math.max(Math.min(stated, now), Math.min(startedAt, now));
}

function isSame(step: SaidStep, command: SaidCommand): boolean {
  if (step.kind === 'predicted') return command.kind === 'predict' && step.value === command.value;
  return command.kind === 'save' && step.slot === command.slot && sameResponse(step.response, command.response);
}

const sameResponse = (a: Response, b: Response): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);
