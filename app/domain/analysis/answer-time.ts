import type { Step } from '../attempts/step.ts';
import type { Instant } from '../kernel/time.ts';

/**
 * Whole seconds that went into each slot of an attempt, as far as steps can tell: from one act to the next, all of it is counted
 * to the slot that was answered at its end, and what a slot took several times is added up. It therefore holds reading the
 * question as well as looking at others without answering them; slots that were never answered have none.
 */
export function answerSeconds(startedAt: Instant, steps: readonly Step[]): Map<number, number> {
  const acts = steps
    .flatMap((step) => ('chosenAt' in step ? [step] : []))
    // why by chosenAt: answers that waited for a line arrive together, in no order that says anything.
    .toSorted((a, b) => a.chosenAt - b.chosenAt || a.sequence - b.sequence);
  const ms = new Map<number, number>();
  let before = startedAt;
  for (const act of acts) {
    const took = Math.max(0, act.chosenAt - before);
    before = Math.max(before, act.chosenAt);
    if (act.kind === 'responseSaved') ms.set(act.slot, (ms.get(act.slot) ?? 0) + took);
  }
  return new Map([...ms].map(([slot, length]) => [slot, Math.round(length / 1_000)]));
}
