import type { MarkingScheme } from '#app/domain/scoring/score-attempt.ts';
import { maxScoreOf, type Outcome } from '#app/domain/scoring/score-attempt.ts';
import { scoreSlot, type Corrections } from '#app/domain/scoring/correction.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import { roundMark } from '#app/domain/kernel/numbers.ts';
import { slotOf } from '#app/domain/contests/form.ts';
import type { MarkedAttempt } from './marked.repo.server.ts';

/** An attempt as these corrections mark it: the slots that were read are marked again, the others keep their marks. */
export function markAgain(
  { form, score, slots }: Pick<MarkedAttempt, 'form' | 'score' | 'slots'>,
  bodies: ReadonlyMap<string, ItemBody>,
  scheme: MarkingScheme,
  corrections: Corrections,
): { readonly score: number; readonly maxScore: number; readonly slots: readonly Outcome[] } {
  const again = slots.map(({ slot, itemVersionId, response }): Outcome => {
    const body = bodies.get(itemVersionId);
    if (!body) throw new Error(`item version ${itemVersionId} of slot ${slot} is missing`);
    const { marks } = slotOf(form, slot) ?? {};
    const { answered, fraction, mark } = scoreSlot({ body, marks }, response, scheme, corrections.get(itemVersionId));
    return { slot, itemVersionId, answered, fraction, mark: roundMark(mark) };
  });
  const sumOf = (outcomes: readonly Outcome[]): number => outcomes.reduce((sum, { mark }) => sum + mark, 0);
  return {
    score: roundMark(score - sumOf(slots) + sumOf(again)),
    maxScore: maxScoreOf(form, scheme, corrections),
    slots: again,
  };
}
