import type { Step } from '../attempts/step.ts';
import type { Instant } from '../kernel/time.ts';

/**
 * Whole seconds that went into each slot of an attempt, as far as steps can tell: from one act to the next, all of it is counted
 * to the slot that was answered at its end, and what a slot took several times is added up. It therefore holds reading the
 * question as well as looking at others without answering them. Slots that were never answered have none, and neither have
 * those that were answered at the very instant of another (a page without scripts posts them together): what each of them took
 * cannot be told.
 */
export function answerSeconds(startedAt: Instant, steps: readonly Step[]): Map<number, number> {
  // why by chosenAt: answers that waited for a line arrive together, in no order that says anything.
  const byInstant = new Map<Instant, Set<number>>();
  for (const step of steps) {
    if (!('chosenAt' in step)) continue;
    const slots = byInstant.get(step.chosenAt) ?? new Set();
    byInstant.set(step.chosenAt, slots);
    if (step.kind === 'responseSaved') slots.add(step.slot);
  }
  const ms = new Map<number, number>();
  const unknown = new Set<number>();
  let before = startedAt;
  for (const [at, slots] of [...byInstant].toSorted(([a], [b]) => a - b)) {
    const took = Math.max(0, at - before);
    before = Math.max(before, at);
    for (const slot of slots) {
      if (slots.size > 1) unknown.add(slot);
      ms.set(slot, (ms.get(slot) ?? 0) + took);
    }
  }
  return new Map(
    [...ms].filter(([slot]) => !unknown.has(slot)).map(([slot, length]) => [slot, Math.round(length / 1_000)]),
  );
}
