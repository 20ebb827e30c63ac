import { decide, type AttemptRefusal } from '#app/domain/attempts/decide.ts';
import { replay } from '#app/domain/attempts/replay.ts';
import type { Step } from '#app/domain/attempts/step.ts';
import { slotOf, type Form } from '#app/domain/contests/form.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { appendSteps, loadAttempt } from './attempt.repo.server.ts';
import type { SaveResponse } from './save-responses.schema.ts';

/** An answer as the server holds it. */
export interface HeldResponse {
  readonly slot: number;
  readonly places: readonly number[];
  readonly savedAt: Instant;
}

/** What is durable now: everything that was sent. Small, as it travels once for each answer. */
export interface Saved {
  /** Number of the last step: the device sends it back as `seen`. */
  readonly sequence: number;
  readonly savedAt: Instant;
  /** Answers that another tab or device saved after step `seen`. */
  readonly elsewhere: readonly HeldResponse[];
}

interface SaveCommand {
  readonly actor: Actor;
  readonly attemptId: string;
  readonly seen: number;
  readonly saves: readonly SaveResponse[];
  readonly now: Instant;
}

/**
 * Saves answers, all of them or none, and returns only when they are durable. The newest arrival counts for each slot; every
 * one stays in the history.
 */
export async function saveResponses(command: SaveCommand): Promise<Result<Saved, AttemptRefusal | 'not-found'>> {
  const { actor, attemptId, seen, saves, now } = command;
  return inTransaction(async (tx) => {
    const loaded = await loadAttempt(tx, attemptId, actor.accountId);
    if (!loaded) return refuse('not-found');
    const { attempt } = loaded;
    const steps = [...loaded.steps];
    const added: Step[] = [];
    for (const save of saves) {
      const response = responseOf(attempt.form, save);
      const decision = decide(attempt, replay(steps), { kind: 'save', slot: save.slot, response, key: save.key }, now);
      if (!decision.ok) return decision;
      steps.push(...decision.value);
      added.push(...decision.value);
    }
    await appendSteps(tx, attempt.id, added);
    const own = new Set(saves.map((save) => save.key));
    return ok({
      sequence: steps.at(-1)?.sequence ?? 0,
      savedAt: now,
      elsewhere: heldAfter(attempt.form, steps, seen, own),
    });
  });
}

/** Ids of the options at these places. A place that the paper does not have becomes an id that no option has. */
function responseOf(form: Form, save: SaveResponse): string[] {
  const order = slotOf(form, save.slot)?.optionOrder ?? [];
  return save.places.map((place) => order[place - 1] ?? `place ${place}`);
}

/** Places of the options with these ids on this paper. */
export const placesOf = (form: Form, slot: number, response: readonly string[]): number[] =>
  response.map((id) => (slotOf(form, slot)?.optionOrder.indexOf(id) ?? -1) + 1);

function heldAfter(form: Form, steps: readonly Step[], seen: number, own: ReadonlySet<string>): HeldResponse[] {
  const held = new Map<number, HeldResponse>();
  for (const step of steps) {
    if (step.kind !== 'responseSaved' || step.sequence <= seen || own.has(step.key)) continue;
    const places = placesOf(form, step.slot, step.response);
    held.set(step.slot, { slot: step.slot, places, savedAt: step.receivedAt });
  }
  return [...held.values()];
}
