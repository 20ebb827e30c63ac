import { checkItem, countErrors } from '#app/domain/items/check-item.ts';
import type { ItemBody, ItemPlace } from '#app/domain/items/item.ts';

/** Findings that keep a text from being submitted and published. */
export const countFaults = (body: ItemBody, place: ItemPlace & { readonly contested: boolean }): number =>
  countErrors(checkItem(body, place));
