import { movedOrder } from '#app/domain/items/moved-order.ts';
import type { Response } from '#app/domain/items/response.ts';

/** Prefix of the fields that carry answers: "answer.2023-p01". */
export const ANSWER_PREFIX = 'answer.';
/** Prefix of the field with the rows of an order, whose answer is the position of each: "rows.2023-p05". */
export const ROWS_PREFIX = 'rows.';

/** The response that the fields of one question give. @param rows ids of the rows with commas, where they were to be put in order */
export function responseIn(values: readonly string[], rows: string | undefined): Response {
  if (rows === undefined) return values.map((value) => value.trim()).filter(Boolean);
  const positions = values.map((value) => Number(value) || undefined);
  return positions.some(Boolean) ? movedOrder(rows.split(','), positions) : [];
}
