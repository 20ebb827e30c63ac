import type { Form } from '../contests/form.ts';
import { fitsSlot, slotOf } from '../contests/form.ts';
import { deadlineOf, knownAt, type Adjustment, type RoundClock, type Sitter } from '../contests/timeline.ts';
import type { RoundTiming } from '../contests/contest.ts';
import type { ItemBody } from '../items/item.ts';
import { SECOND, type Duration, type Instant } from '../kernel/time.ts';
import type { Corrections } from '../scoring/correction.ts';
import { scoreAttempt, type MarkingScheme, type Outcome } from '../scoring/score-attempt.ts';
import { durationOf } from './duration.ts';
import { replay, type AttemptState, type ReplayedAttempt } from './replay.ts';
import type { SaidStep, Step } from './step.ts';

/** Something that is stored and does not follow from the steps, or a step that the rules do not allow. */
export interface AttemptFault {
  /** The field, or the rule. */
  readonly what: string;
  readonly slot?: number | undefined;
  readonly sequence?: number | undefined;
  readonly stored: string;
  readonly derived: string;
}

/** What is stored of an attempt beside its steps. */
export interface StoredOutcome extends Sitter {
  readonly form: Form;
  readonly startedAt: Instant;
  readonly grace: Duration;
  readonly state: AttemptState;
  readonly finishedAt: Instant | undefined;
  readonly duration: Duration | undefined;
  readonly score: number | undefined;
  readonly maxScore: number;
  readonly isValid: boolean;
  readonly prediction: number | undefined;
  readonly late: number;
  readonly outcomes: readonly Outcome[];
}

/** By what rules it was sat. */
export interface SatBy {
  readonly timing: RoundTiming;
  readonly adjustments: readonly Adjustment[];
  readonly marking: MarkingScheme;
  readonly mustAnswerAll: boolean;
  readonly asksPrediction: boolean;
  /** The corrections of keys that hold; left out, none. */
  readonly corrections?: Corrections | undefined;
}

type Note = (fault: Omit<AttemptFault, 'stored' | 'derived'>, stored: unknown, derived: unknown) => void;

/** A process may have acted on what it knew of adjustments up to a second before, see contest-clock.server.ts. */
const KNOWN_SINCE = SECOND;

/**
 * Checks an attempt against its steps: that they are numbered without gaps and keys stand once, that each was allowed at its
 * instant, and that everything that is stored is what they give. Nothing is changed.
 * @returns every fault, none for an attempt that is sound
 */
export function checkAttempt(
  stored: StoredOutcome,
  steps: readonly Step[],
  rules: SatBy,
  bodies: ReadonlyMap<string, ItemBody>,
): AttemptFault[] {
  const faults: AttemptFault[] = [];
  const note: Note = (fault, has, should) => {
    if (has === should) return;
    faults.push({ ...fault, stored: String(has), derived: String(should) });
  };
  const ordered = steps.toSorted((a, b) => a.sequence - b.sequence);
  checkOrder(stored, ordered, note);
  for (const step of ordered) {
    if (step.kind === 'responseSaved' || step.kind === 'predicted') checkSaid(stored, step, rules, note);
    else if (step.kind !== 'started') checkEnd(stored, step, rules, note);
  }
  checkResult(stored, replay(ordered), rules, bodies, note);
  return faults;
}

function checkOrder(stored: StoredOutcome, ordered: readonly Step[], note: Note): void {
  const keys = new Set<string>();
  for (const [index, step] of ordered.entries()) {
    const { sequence } = step;
    note({ what: 'sequence', sequence }, sequence, index + 1);
    const isEnd = step.kind === 'submitted' || step.kind === 'expired';
    if (index === 0 || step.kind === 'started')
      note({ what: 'first step', sequence }, step.kind === 'started' && index === 0, true);
    if (isEnd) note({ what: 'last step', sequence }, index, ordered.length - 1);
    if ('key' in step) {
      note({ what: 'key', sequence }, keys.has(step.key), false);
      keys.add(step.key);
    }
  }
  if (ordered.length === 0) note({ what: 'steps' }, 0, 'one at least');
  note({ what: 'startedAt' }, stored.startedAt, ordered[0]?.receivedAt);
}

/** The deadlines that a process could know at an instant: by the adjustments of then, or of a second before. */
function deadlinesAt(stored: StoredOutcome, { timing, adjustments }: SatBy, now: Instant): Instant[] {
  return [now, now - KNOWN_SINCE].map((known) =>
    deadlineOf({ timing, adjustments: knownAt(adjustments, known), now }, stored, stored.startedAt),
  );
}

/** The deadlines that were known at any instant of [from, until]: they change only where the organizers act. */
function deadlinesWithin(stored: StoredOutcome, rules: SatBy, from: Instant, until: Instant): Instant[] {
  const acts = rules.adjustments.flatMap(({ at, endsAt, undoneAt }) => [at, endsAt, undoneAt]);
  const changes = acts.flatMap((at) => (at === undefined ? [] : [at - 1, at])).filter((at) => from < at && at < until);
  return [from, ...changes, until].flatMap((at) => deadlinesAt(stored, rules, at));
}

/** An answer or a prediction: in time, or late as the rules allow, and on this paper. */
function checkSaid(stored: StoredOutcome, step: SaidStep, rules: SatBy, note: Note): void {
  const { sequence, receivedAt, chosenAt, isLate } = step;
  const at = { sequence, slot: step.kind === 'responseSaved' ? step.slot : undefined };
  const deadlines = deadlinesAt(stored, rules, receivedAt);
  const isAllowed = deadlines.some(
    (deadline) => receivedAt < deadline + stored.grace && (receivedAt < deadline || chosenAt < deadline),
  );
  note({ ...at, what: 'in time' }, isAllowed, true);
  if (!deadlines.some((deadline) => isLate === receivedAt >= deadline))
    note({ ...at, what: 'isLate' }, isLate, !isLate);
  note({ ...at, what: 'chosen after the start' }, chosenAt >= Math.min(stored.startedAt, receivedAt), true);
  note({ ...at, what: 'chosen before it arrived' }, chosenAt <= receivedAt, true);
  if (step.kind === 'predicted') return note({ ...at, what: 'prediction asked' }, rules.asksPrediction, true);
  const slot = slotOf(stored.form, step.slot);
  note({ ...at, what: 'slot on the paper' }, slot !== undefined, true);
  note({ ...at, what: 'options on the paper' }, slot !== undefined && fitsSlot(slot, step.response), true);
}

/** A submission is not after the deadline; what ran out ended at it. */
function checkEnd(stored: StoredOutcome, step: Step, rules: SatBy, note: Note): void {
  const { sequence, receivedAt, kind } = step;
  note({ what: 'ends after the start', sequence }, receivedAt >= stored.startedAt, true);
  const deadlines = deadlinesAt(stored, rules, receivedAt);
  if (kind === 'submitted') {
    // why also what was known in the grace: what is submitted in it is noted at the deadline, and that may have moved meanwhile.
    const known = [...deadlines, ...deadlinesWithin(stored, rules, receivedAt, receivedAt + stored.grace)];
    return note(
      { what: 'submitted in time', sequence },
      known.some((deadline) => receivedAt <= deadline),
      true,
    );
  }
  // why by all that was known since: a sweep that came late knew what had been adjusted meanwhile.
  const last = Math.max(
    receivedAt + stored.grace,
    ...rules.adjustments.map(({ at = 0, endsAt = 0, undoneAt = 0 }) => Math.max(at, endsAt, undoneAt)),
  );
  const known = [...deadlines, ...deadlinesWithin(stored, rules, receivedAt, last)];
  if (!known.includes(receivedAt)) note({ what: 'expired at the deadline', sequence }, receivedAt, known.at(-1));
}

function checkResult(
  stored: StoredOutcome,
  replayed: ReplayedAttempt,
  rules: SatBy,
  bodies: ReadonlyMap<string, ItemBody>,
  note: Note,
): void {
  note({ what: 'state' }, stored.state, replayed.state);
  note({ what: 'finishedAt' }, stored.finishedAt, replayed.finishedAt);
  if (replayed.finishedAt === undefined) {
    note({ what: 'score' }, stored.score, undefined);
    note({ what: 'duration' }, stored.duration, undefined);
    return note({ what: 'outcomes' }, stored.outcomes.length, 0);
  }
  const clock: RoundClock = { timing: rules.timing, adjustments: rules.adjustments, now: replayed.finishedAt };
  note({ what: 'duration' }, stored.duration, durationOf(clock, stored.startedAt, replayed.finishedAt));
  note({ what: 'prediction' }, stored.prediction, replayed.prediction);
  note({ what: 'late' }, stored.late, replayed.late);
  const missing = stored.form.slots.filter(({ itemVersionId }) => !bodies.has(itemVersionId));
  for (const { slot, itemVersionId } of missing) note({ what: 'item version', slot }, itemVersionId, 'none');
  if (missing.length > 0) return undefined;
  const responses = new Map([...replayed.saved].map(([slot, { response }]) => [slot, response]));
  const { marking, mustAnswerAll, asksPrediction, corrections } = rules;
  const { prediction } = replayed;
  const completeness = { mustAnswerAll, asksPrediction, prediction };
  const result = scoreAttempt(stored.form, bodies, responses, marking, completeness, corrections);
  note({ what: 'score' }, stored.score, result.score);
  note({ what: 'maxScore' }, stored.maxScore, result.maxScore);
  note({ what: 'isValid' }, stored.isValid, result.isValid);
  checkOutcomes(stored.outcomes, result.outcomes, note);
}

function checkOutcomes(stored: readonly Outcome[], derived: readonly Outcome[], note: Note): void {
  const bySlot = new Map(stored.map((outcome) => [outcome.slot, outcome]));
  note({ what: 'outcomes' }, stored.length, derived.length);
  for (const outcome of derived) {
    const has = bySlot.get(outcome.slot);
    for (const what of ['itemVersionId', 'answered', 'fraction', 'mark'] as const) {
      note({ what: `outcome.${what}`, slot: outcome.slot }, has?.[what], outcome[what]);
    }
  }
}
