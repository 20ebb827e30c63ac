import { isTypedSlot, type Slot } from '#app/domain/contests/form.ts';
import { pairOf } from '#app/domain/items/item.ts';
import { typedResponse, type Response } from '#app/domain/items/response.ts';

/**
 * An answer as it stands on a sheet and travels: places (1, 2, …) of the chosen options; places in the chosen order (order); for
 * each left side the place of its target, 0 for none (match); a text as it was typed. Nothing, or an empty text, is no answer.
 */
export type Answer = readonly number[] | string;

/** Whether two answers say the same. */
export const isSameAnswer = (a: Answer, b: Answer): boolean =>
  typeof a === 'string' || typeof b === 'string'
    ? a === b
    : a.length === b.length && a.every((place, index) => place === b[index]);

/** The response that an answer means at this place of a paper. What the paper does not have becomes what fits nowhere. */
export function responseOf({ optionOrder, targetOrder, ...slot }: Slot, answer: Answer): Response {
  if (isTypedSlot({ optionOrder, ...slot })) {
    return typeof answer === 'string' ? typedResponse(answer) : answer.map((place) => `place ${place}`.padEnd(300));
  }
  if (typeof answer === 'string') return answer === '' ? [] : ['typed text'];
  if (!targetOrder) return answer.map((place) => optionOrder[place - 1] ?? `place ${place}`);
  return answer.flatMap((place, index) => {
    if (place === 0) return [];
    return pairOf(optionOrder[index] ?? `place ${index + 1}`, targetOrder[place - 1] ?? `place ${place}`);
  });
}

/** The answer that a response is on this paper. */
export function answerOf(slot: Slot, response: Response): Answer {
  const { optionOrder, targetOrder } = slot;
  if (isTypedSlot(slot)) return response[0] ?? '';
  if (!targetOrder || response.length === 0) return response.map((id) => optionOrder.indexOf(id) + 1);
  return optionOrder.map((option) => targetOrder.findIndex((target) => response.includes(pairOf(option, target))) + 1);
}
