import { checkItem } from '#app/domain/items/check-item.ts';
import type { ItemBody, ItemPlace } from '#app/domain/items/item.ts';

/** A finding by its name alone keeps the item from being published; one with a level says so itself. */
type Found = string | { readonly level: 'error' | 'warning' };

/** How many findings a text has of either level. */
export function countFindings(
  body: ItemBody,
  place: Pick<ItemPlace, 'topicSlug' | 'lessonSlug'>,
): { readonly errors: number; readonly warnings: number } {
  const all: readonly Found[] = checkItem(body);
  // why not facts: only items of content/ rest on them.
  const found = all.filter((each) => each !== 'no-fact');
  const warnings = found.filter((each) => typeof each !== 'string' && each.level === 'warning').length;
  const hasPlace = place.topicSlug !== '' && place.lessonSlug !== '';
  return { errors: found.length - warnings + (hasPlace ? 0 : 1), warnings };
}

/** Findings that keep a text from being submitted and published. */
export const countFaults = (body: ItemBody, place: Pick<ItemPlace, 'topicSlug' | 'lessonSlug'>): number =>
  countFindings(body, place).errors;
