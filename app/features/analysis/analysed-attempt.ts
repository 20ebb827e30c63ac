import { answersIn } from '#app/domain/analysis/answer-names.ts';
import { answerSeconds } from '#app/domain/analysis/answer-time.ts';
import { randomGuessOf } from '#app/domain/analysis/random-guess.ts';
import type { AnalysedAttempt, AnalysedSlot } from '#app/domain/analysis/round-counts.ts';
import type { Step } from '#app/domain/attempts/step.ts';
import { slotOf, type Form } from '#app/domain/contests/form.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import type { Response } from '#app/domain/items/response.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { Corrections } from '#app/domain/scoring/correction.ts';
import type { MarkingScheme } from '#app/domain/scoring/score-attempt.ts';

interface Sitting {
  readonly person: string;
  readonly startedAt: Instant;
  readonly outcomes: readonly Pick<AnalysedSlot, 'slot' | 'itemVersionId' | 'answered' | 'mark'>[];
  readonly steps: readonly Step[];
  readonly form: Form | undefined;
}

/** An attempt as item analysis counts it: marks from its outcomes, answers and times from its steps. */
export function analysedAttempt(
  { person, startedAt, outcomes, steps, form }: Sitting,
  bodies: ReadonlyMap<string, ItemBody>,
  marking: MarkingScheme,
  corrections: Corrections,
): AnalysedAttempt {
  const seconds = answerSeconds(startedAt, steps);
  const responses = new Map<number, Response>();
  for (const step of steps) if (step.kind === 'responseSaved') responses.set(step.slot, step.response);
  const slots = outcomes.map(({ slot, itemVersionId, answered, mark }): AnalysedSlot => {
    const body = bodies.get(itemVersionId);
    const place = form && slotOf(form, slot);
    const correction = corrections.get(itemVersionId)?.kind;
    // why 0: a voided question is worth nothing, neither earned nor to be earned.
    const maxMark = correction === 'void' ? 0 : (place?.marks ?? marking.right);
    const shown = place && body && place.optionOrder.length < body.options.length ? place.optionOrder : undefined;
    return {
      slot,
      itemVersionId,
      mark,
      maxMark,
      answered,
      answers: body && answered ? answersIn(body, responses.get(slot)) : [],
      shown,
      guess:
        body && correction !== 'allRight' && correction !== 'void'
          ? randomGuessOf(body, marking, maxMark, shown)
          : undefined,
      seconds: answered ? seconds.get(slot) : undefined,
    };
  });
  return { person, slots };
}
