import type { ItemBody, ItemOption } from '../items/item.ts';
import type { MarkingScheme } from '../scoring/score-attempt.ts';

/**
 * The share of the full mark that somebody earns on average who guesses blindly; undefined where there is no telling.
 * As Moodle's question types have it: choice and true/false, the mean of what the options earn; several keys, unknown; match,
 * 1 / number of targets; typed answers, 0 unless anything at all is accepted. Order: each of n things is at its place once in n
 * (the expectation of a random permutation); where only a wholly right answer earns, 1 / n! and (1 / targets) to the power of pairs.
 * @param shown how many options stood on the paper, where that was not all of them
 */
export function randomGuessOf(
  body: ItemBody,
  scheme: Pick<MarkingScheme, 'wrong' | 'partial'>,
  maxMark: number,
  shown?: readonly string[],
): number | undefined {
  const { interaction, options, targets = [] } = body;
  const isPartial = scheme.partial === 'proportional';
  switch (interaction) {
    case 'choice':
    case 'trueFalse': {
      const offered = shown ? options.filter(({ id }) => shown.includes(id)) : options;
      const earned = offered.map((option) => shareOf(option, body, scheme, maxMark));
      return offered.length === 0 ? undefined : earned.reduce((sum, each) => sum + each, 0) / offered.length;
    }
    case 'multipleChoice':
      return undefined;
    case 'match':
      if (targets.length === 0) return undefined;
      return isPartial ? 1 / targets.length : (1 / targets.length) ** options.length;
    case 'order':
      if (options.length === 0) return undefined;
      return 1 / (isPartial ? options.length : options.reduce((product, _, index) => product * (index + 1), 1));
    case 'textEntry':
    case 'numericEntry': {
      const anything = options.find(({ text }) => text.trim() === '*');
      return anything ? fractionOf(anything, body, isPartial) : 0;
    }
  }
}

/** What an option earns as a share of the full mark; a wrong one what the scheme takes off. */
function shareOf(
  option: ItemOption,
  body: ItemBody,
  { wrong, partial }: Pick<MarkingScheme, 'wrong' | 'partial'>,
  maxMark: number,
): number {
  const fraction = fractionOf(option, body, partial === 'proportional');
  if (fraction > 0 || maxMark === 0) return Math.min(1, Math.max(0, fraction));
  return wrong / maxMark;
}

const fractionOf = ({ id, fraction }: ItemOption, { key }: ItemBody, isPartial: boolean): number =>
  isPartial && fraction !== undefined ? fraction : key.includes(id) ? 1 : 0;
