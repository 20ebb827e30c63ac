import type { ItemBody } from '../items/item.ts';
import { TEXT_RULES } from '../items/item.ts';
import { isAnswered, type Response } from '../items/response.ts';
import { readingsOf } from '../items/accepted-number.ts';
import { comparable } from '../items/accepted-text.ts';
import { tidy } from '../kernel/text.ts';

/**
 * What of a response is counted: every chosen option; every pair of a match; every thing with its place of an order, as "2:b";
 * a typed answer as scoring compares it. Nothing for a blank.
 */
export function answersIn(body: ItemBody, response: Response | undefined): string[] {
  if (!isAnswered(response)) return [];
  switch (body.interaction) {
    case 'choice':
    case 'trueFalse':
    case 'multipleChoice':
    case 'match':
      return [...new Set(response)];
    case 'order':
      return response.map((id, index) => placed(index + 1, id));
    case 'textEntry':
    case 'numericEntry':
      return [typedAs(body, response[0] ?? '')];
  }
}

export const placed = (place: number, optionId: string): string => `${place}:${optionId}`;

/** Longer answers are told apart by their beginning only. */
const LONGEST = 120;

/** A typed answer as scoring compares it. */
function typedAs(body: ItemBody, typed: string): string {
  const text = tidy(typed).slice(0, LONGEST);
  if (body.interaction === 'textEntry') return comparable(text, body.textRules ?? TEXT_RULES);
  // why one reading only: "1.234" may be two numbers, and then stays what was typed.
  const [number, ...others] = readingsOf(text, body.unit);
  if (!number || others.length > 0) return text;
  const digits = String(number.digits < 0n ? -number.digits : number.digits).padStart(number.scale + 1, '0');
  const whole = digits.slice(0, digits.length - number.scale);
  const part = digits.slice(digits.length - number.scale).replace(/0+$/u, '');
  return `${number.digits < 0n ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
}
