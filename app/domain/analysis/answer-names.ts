import type { ItemBody } from '../items/item.ts';
import { TEXT_RULES } from '../items/item.ts';
import { isAnswered, type Response } from '../items/response.ts';
import { fold } from '../kernel/text.ts';

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
  const text = typed.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').slice(0, LONGEST);
  if (body.interaction === 'numericEntry') return text.replace(',', '.');
  const { ignoresCase, ignoresMarks } = body.textRules ?? TEXT_RULES;
  return ignoresMarks ? fold(text) : ignoresCase ? text.toLocaleLowerCase('vi') : text;
}
