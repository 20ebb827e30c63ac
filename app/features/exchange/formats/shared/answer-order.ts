import { isWithin, readDecimal, type Decimal } from '#app/domain/items/accepted-number.ts';
import { isAcceptedText } from '#app/domain/items/accepted-text.ts';
import type { TextRules } from '#app/domain/items/item.ts';
import type { NoteList } from './notes.ts';
import type { RawOption } from './weights.ts';

/** An accepted answer that earns less, and one behind it that earns more for something that both accept. */
export interface AnswersOutOfOrder {
  readonly text: string;
  readonly other: string;
}

// why a limit: every answer is held against every other, and a hostile file may have a hundred thousand.
const MOST_ANSWERS = 50;

function outOfOrder(
  raws: readonly RawOption[],
  meet: (one: RawOption, other: RawOption) => boolean,
): AnswersOutOfOrder | undefined {
  const looked = raws.slice(0, MOST_ANSWERS);
  for (const [at, one] of looked.entries()) {
    const other = looked.slice(at + 1).find((next) => next.fraction > one.fraction && meet(one, next));
    if (other) return { text: one.text, other: other.text };
  }
  return undefined;
}

/** Says that another system takes the first match, where that is not the best one. */
export function noteOutOfOrder(found: AnswersOutOfOrder | undefined, notes: NoteList): void {
  if (found) notes.add('warning', 'answer-order-matters', { ...found });
}

/**
 * Two accepted texts of which the first earns less and one covers the other, be it by a star: a system that takes the first
 * match marks otherwise than one that takes the best.
 */
export const textsOutOfOrder = (raws: readonly RawOption[], rules: TextRules): AnswersOutOfOrder | undefined =>
  outOfOrder(
    raws,
    (one, other) => isAcceptedText(one.text, other.text, rules) || isAcceptedText(other.text, one.text, rules),
  );

/** Two accepted numbers of which the first earns less, with a number that is near enough to both. */
export const numbersOutOfOrder = (raws: readonly RawOption[]): AnswersOutOfOrder | undefined =>
  outOfOrder(raws, (one, other) => {
    const [first, second] = [readDecimal(one.text), readDecimal(other.text)];
    const [near, nearToo] = [readDecimal(one.tolerance ?? '0'), readDecimal(other.tolerance ?? '0')];
    // why the sum: two ranges meet where their middles are no further apart than both tolerances reach.
    return Boolean(first && second && near && nearToo && isWithin(first, second, sumOf(near, nearToo)));
  });

function sumOf(one: Decimal, other: Decimal): Decimal {
  const scale = Math.max(one.scale, other.scale);
  const digits = [one, other].reduce((sum, each) => sum + each.digits * 10n ** BigInt(scale - each.scale), 0n);
  return { digits, scale };
}
