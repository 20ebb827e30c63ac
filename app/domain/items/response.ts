import type { ItemBody } from './item.ts';

/** What a person answered: ids of the chosen options. Nothing chosen is an empty list. */
export type Response = readonly string[];

/** Whether the person has answered at all. */
export const isAnswered = (response: Response | undefined): response is Response =>
  response !== undefined && response.length > 0;

/** Whether a response fits the item: known options, none twice, at most one where only one is right. */
export function isFitting(body: ItemBody, response: Response): boolean {
  const known = new Set(body.options.map((option) => option.id));
  const distinct = new Set(response);
  if (distinct.size !== response.length) return false;
  if (body.interaction !== 'multipleChoice' && response.length > 1) return false;
  return response.every((id) => known.has(id));
}
