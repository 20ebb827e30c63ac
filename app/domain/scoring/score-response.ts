import { isAcceptedNumber } from '../items/accepted-number.ts';
import { isAcceptedText } from '../items/accepted-text.ts';
import { TEXT_RULES, type ItemBody, type ItemOption } from '../items/item.ts';
import { isAnswered, type Response } from '../items/response.ts';

/** How answers earn: all or nothing, or a share for what is right of them. */
export type PartialCredit = 'none' | 'proportional';

/** Sums of weights such as 33.33333 % miss 1 and 0 by less than this (Moodle's question_state::graded_state_for_fraction). */
const NEARLY = 1e-6;

/**
 * The fraction 0..1 that a response earns. A wholly right answer earns 1, whatever its weights add up to; where partial credit
 * is 'none', nothing else earns. Proportional:
 * - multipleChoice: (right chosen − wrong chosen) / keys, or the sum of the weights of the chosen options where the item has
 *   weights (Moodle's multichoice), never below 0 or above 1;
 * - choice, trueFalse: the weight of the chosen option, or 1 for the key;
 * - match: right pairs / pairs; order: items that stand in their right place / items;
 * - textEntry, numericEntry: the weight of the best accepted answer that it matches, 1 for a key without a weight.
 */
export function scoreResponse(body: ItemBody, response: Response | undefined, partial: PartialCredit): number {
  if (!isAnswered(response)) return 0;
  if (isWhollyRight(body, response)) return 1;
  return partial === 'none' ? 0 : inBounds(shareOf(body, response));
}

function isWhollyRight(body: ItemBody, response: Response): boolean {
  const { interaction, key } = body;
  if (key.length === 0) return false;
  switch (interaction) {
    case 'order':
      return response.length === key.length && response.every((id, index) => id === key[index]);
    case 'textEntry':
    case 'numericEntry':
      return acceptedBy(body, response).some(({ id }) => key.includes(id));
    case 'choice':
    case 'trueFalse':
    case 'multipleChoice':
    case 'match':
      return isSameSet(new Set(response), new Set(key));
  }
}

function shareOf(body: ItemBody, response: Response): number {
  const { interaction, key, options } = body;
  switch (interaction) {
    case 'order':
      return response.filter((id, index) => id === key[index]).length / key.length;
    case 'match':
      return [...new Set(response)].filter((pair) => key.includes(pair)).length / key.length;
    case 'textEntry':
    case 'numericEntry':
      return Math.max(0, ...acceptedBy(body, response).map((option) => weightOf(option, key)));
    case 'choice':
    case 'trueFalse':
    case 'multipleChoice': {
      // why distinct: one right option named twice must not pass for two.
      const chosen = options.filter(({ id }) => response.includes(id));
      const isWeighted = options.some(({ fraction }) => fraction !== undefined);
      if (interaction !== 'multipleChoice' && chosen.length === 1) {
        return chosen.reduce((_, option) => weightOf(option, key), 0);
      }
      if (isWeighted) return chosen.reduce((sum, { fraction = 0 }) => sum + fraction, 0);
      const right = chosen.filter(({ id }) => key.includes(id)).length;
      const wrong = new Set(response).size - right;
      return (right - wrong) / new Set(key).size;
    }
  }
}

const weightOf = ({ id, fraction }: ItemOption, key: readonly string[]): number =>
  fraction ?? (key.includes(id) ? 1 : 0);

/** What a typed text is accepted as. */
function acceptedBy({ interaction, options, textRules, unit }: ItemBody, [typed = '']: Response): ItemOption[] {
  return options.filter(({ text, tolerance }) =>
    interaction === 'numericEntry'
      ? isAcceptedNumber(typed, text, tolerance, unit)
      : isAcceptedText(typed, text, textRules ?? TEXT_RULES),
  );
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}

function inBounds(fraction: number): number {
  if (!(fraction > NEARLY)) return 0;
  return fraction > 1 - NEARLY ? 1 : fraction;
}
