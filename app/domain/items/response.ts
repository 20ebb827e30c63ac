import { isTyped, pairOf, type ItemBody } from './item.ts';

/**
 * What a person answered: ids of the chosen options; all ids in the chosen order (order); "option>target" for each pair (match);
 * one text as it was typed (textEntry, numericEntry). Nothing is an empty list.
 */
export type Response = readonly string[];

/** A typed answer is no longer than this, in NFC. */
export const LONGEST_TEXT = 200;

/** Whether the person has answered at all. */
export const isAnswered = (response: Response | undefined): response is Response =>
  response !== undefined && response.length > 0;

/** A typed text as a response: in NFC and without space at the ends; nothing typed is no answer. */
export function typedResponse(text: string): Response {
  const typed = text.normalize('NFC').trim();
  return typed === '' ? [] : [typed];
}

/** Whether it is the response of a typed kind, or none: one text that says something and is not too long. */
export const isFittingText = (response: Response): boolean =>
  response.length === 0 ||
  (response.length === 1 &&
    response.every((text) => text.trim() !== '' && text.normalize('NFC').length <= LONGEST_TEXT));

/** Whether these are pairs of the options and targets, no option twice. A target may be taken more than once. */
export function isFittingPairs(response: Response, options: readonly string[], targets: readonly string[]): boolean {
  const lefts = response.map((pair) =>
    options.find((option) => targets.some((target) => pairOf(option, target) === pair)),
  );
  return lefts.every((left) => left !== undefined) && new Set(lefts).size === lefts.length;
}

/**
 * Whether a response fits the item: known options, none twice, at most one where only one is right; of an order all items or
 * none; of a match every left side once at most; of a typed kind one text of at most 200 characters.
 */
export function isFitting(body: ItemBody, response: Response): boolean {
  if (isTyped(body.interaction)) return isFittingText(response);
  const known = body.options.map((option) => option.id);
  if (body.interaction === 'match') {
    return isFittingPairs(
      response,
      known,
      (body.targets ?? []).map((target) => target.id),
    );
  }
  if (new Set(response).size !== response.length) return false;
  if (!response.every((id) => known.includes(id))) return false;
  if (body.interaction === 'order') return response.length === 0 || response.length === known.length;
  return body.interaction === 'multipleChoice' || response.length <= 1;
}
