import { decide, type AttemptCommand, type AttemptFrame, type AttemptRefusal } from '#app/domain/attempts/decide.ts';
import { replay, replayNext, type ReplayedAttempt } from '#app/domain/attempts/replay.ts';
import type { Step } from '#app/domain/attempts/step.ts';
import { slotOf, type Form } from '#app/domain/contests/form.ts';
import type { Response } from '#app/domain/items/response.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { answerOf, responseOf } from './answer.ts';
import { announceAttempt } from './attempt-hub.server.ts';
import { frameOf } from './attempt-frame.server.ts';
import { ownerFor, type Writer } from './attempt-token.server.ts';
import { appendSteps, loadAttempt, setDevice } from './attempt.repo.server.ts';
import type { SaveResponse, SaveResponses } from './save-responses.schema.ts';

/** An answer as the server holds it. */
export interface HeldResponse {
  readonly slot: number;
  readonly places: readonly number[];
  /** In place of places, where the answer is typed. */
  readonly text?: string | undefined;
  readonly savedAt: Instant;
}

/** What is durable now. Small, as it travels once for each answer. */
export interface Saved {
  /** Number of the last step: the device sends it back as `seen`. */
  readonly sequence: number;
  readonly savedAt: Instant;
  /** Answers that count for their slots and came, after step `seen`, by another tab or device. */
  readonly elsewhere: readonly HeldResponse[];
  /** The prediction that counts, where another tab or device changed it after `seen`; null when taken back. */
  readonly prediction?: number | null;
  /** What was not taken, by its key, and why; everything else that was sent is durable. */
  readonly refused: readonly { readonly key: string; readonly refusal: AttemptRefusal }[];
  readonly deadlineAt: Instant;
  /** Whether this tab leads. */
  readonly leads: boolean;
}

type SaveCommand = Omit<SaveResponses, 'token'> & {
  readonly writer: Writer;
  readonly attemptId: string;
  readonly now: Instant;
};

/**
 * Saves answers and returns only when they are durable. Each stands for itself: one that comes too late keeps none of the
 * others from being saved. Everything that was accepted stays in the history.
 * @returns the refusal, when all that was sent was refused for one reason
 */
export async function saveResponses(command: SaveCommand): Promise<Result<Saved, AttemptRefusal | 'not-found'>> {
  const { attemptId, now, device } = command;
  const owner = ownerFor(command.writer, attemptId);
  if (!owner) return refuse('not-found');
  let leadsNew = false;
  const saved = await inTransaction(async (tx): Promise<Result<Saved, AttemptRefusal | 'not-found'>> => {
    const loaded = await loadAttempt(tx, attemptId, owner.accountId);
    if (!loaded) return refuse('not-found');
    const { attempt } = loaded;
    const { frame } = await frameOf(attempt, now);
    const { steps, after, refused } = decideAll(frame, loaded.steps, commandsOf(attempt.form, command), now);
    const sent = command.saves.length + (command.prediction ? 1 : 0);
    const [first] = refused;
    if (first && refused.length === sent && refused.every((each) => each.refusal === first.refusal)) {
      return refuse(first.refusal);
    }
    await appendSteps(tx, attempt.id, steps.slice(loaded.steps.length), loaded.lastMac);
    leadsNew = device !== undefined && device !== attempt.device && (!!command.takesOver || !attempt.device);
    if (leadsNew && device !== undefined && attempt.state === 'inProgress') await setDevice(tx, attempt.id, device);
    const own = ownKeys(command);
    return ok({
      sequence: after.lastSequence,
      savedAt: now,
      elsewhere: heldElsewhere(attempt.form, steps, after, { seen: command.seen, own }),
      ...predictedElsewhere(steps, after, { seen: command.seen, own }),
      refused,
      deadlineAt: frame.deadlineAt,
      leads: leadsNew || device === undefined || attempt.device === device,
    });
  });
  if (leadsNew) announceAttempt(attemptId);
  return saved;
}

const ownKeys = ({ saves, prediction }: SaveCommand): Set<string> =>
  new Set([...saves.map((save) => save.key), ...(prediction ? [prediction.key] : [])]);

function commandsOf(form: Form, { saves, prediction, device }: SaveCommand): (AttemptCommand & { key: string })[] {
  const commands: (AttemptCommand & { key: string })[] = saves.map((save) => ({
    kind: 'save',
    slot: save.slot,
    response: responseIn(form, save),
    key: save.key,
    age: save.age,
    at: save.at,
    device,
  }));
  if (!prediction) return commands;
  const { value, key, age, at } = prediction;
  return [...commands, { kind: 'predict', value: value ?? undefined, key, age, at, device }];
}

/** Decides one after the other, each on what the ones before it left. */
function decideAll(
  frame: AttemptFrame,
  before: readonly Step[],
  commands: readonly (AttemptCommand & { key: string })[],
  now: Instant,
): { steps: Step[]; after: ReplayedAttempt; refused: Saved['refused'][number][] } {
  const steps = [...before];
  let after = replay(before);
  const refused: Saved['refused'][number][] = [];
  for (const command of commands) {
    const decision = decide(frame, after, command, now);
    if (!decision.ok) refused.push({ key: command.key, refusal: decision.error });
    for (const step of decision.ok ? decision.value : []) {
      steps.push(step);
      after = replayNext(after, step);
    }
  }
  return { steps, after, refused };
}

function responseIn(form: Form, { slot, places, text }: SaveResponse): Response {
  const found = slotOf(form, slot);
  return found ? responseOf(found, text ?? places ?? []) : [];
}

/** A response as the sheet holds it: places, or what was typed. */
export function heldAnswer(form: Form, slot: number, response: Response): Pick<HeldResponse, 'places' | 'text'> {
  const found = slotOf(form, slot);
  const answer = found ? answerOf(found, response) : [];
  return typeof answer === 'string' ? { places: [], text: answer } : { places: answer };
}

interface Seen {
  readonly seen: number;
  readonly own: ReadonlySet<string>;
}

function heldElsewhere(
  form: Form,
  steps: readonly Step[],
  after: ReplayedAttempt,
  { seen, own }: Seen,
): HeldResponse[] {
  const keys = new Map(steps.map((step) => [step.sequence, 'key' in step ? step.key : '']));
  // why also what is older than `seen`: an own answer may have lost against one that was chosen later elsewhere.
  const lost = new Set(
    steps.flatMap((step) => (step.kind === 'responseSaved' && own.has(step.key) ? [step.slot] : [])),
  );
  return [...after.saved].flatMap(([slot, held]) => {
    const isForeign = !own.has(keys.get(held.sequence) ?? '');
    if (!isForeign || (held.sequence <= seen && !lost.has(slot))) return [];
    return { slot, ...heldAnswer(form, slot, held.response), savedAt: held.receivedAt };
  });
}

function predictedElsewhere(
  steps: readonly Step[],
  after: ReplayedAttempt,
  { seen, own }: Seen,
): { prediction?: number | null } {
  const foreign = steps.some((step) => step.kind === 'predicted' && step.sequence > seen && !own.has(step.key));
  return foreign ? { prediction: after.prediction ?? null } : {};
}
