import type { ItemBody } from '../items/item.ts';
import { isAnswered, type Response } from '../items/response.ts';

/** How a multiple choice earns: all or nothing, or a share for each right option less one for each wrong one. */
export type PartialCredit = 'none' | 'proportional';

/**
 * The fraction 0..1 that a response earns.
 * Proportional: (right chosen − wrong chosen) / keys, never below 0, as Moodle's "multiple response" with equal weights.
 */
export function scoreResponse(body: ItemBody, response: Response | undefined, partial: PartialCredit): number {
  if (!isAnswered(response)) return 0;
  const keys = new Set(body.key);
  // why distinct: one right option named twice must not pass for two.
  const chosen = new Set(response);
  const right = [...chosen].filter((id) => keys.has(id)).length;
  const wrong = chosen.size - right;
  if (right === keys.size && wrong === 0) return 1;
  return partial === 'proportional' ? Math.max(0, (right - wrong) / keys.size) : 0;
}
