import { checkItem, countErrors } from '#app/domain/items/check-item.ts';
import type { ItemBody, ItemPlace } from '#app/domain/items/item.ts';

type CheckedPlace = ItemPlace & { readonly contested: boolean };

/** How many findings a text has of either level. */
export function countFindings(
  body: ItemBody,
  place: CheckedPlace,
): { readonly errors: number; readonly warnings: number } {
  const findings = checkItem(body, place);
  const errors = countErrors(findings);
  return { errors, warnings: findings.length - errors };
}

/** Findings that keep a text from being submitted and published. */
export const countFaults = (body: ItemBody, place: CheckedPlace): number => countFindings(body, place).errors;
