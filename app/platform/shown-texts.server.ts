import type { Slot } from '#app/domain/contests/form.ts';
import type { Interaction, ItemBody, ItemOption } from '#app/domain/items/item.ts';
import { hasMarkup, plainText, renderItemText } from './item-markdown.server.ts';

/** The texts of a question as a paper shows them, in its order: the words, and HTML only where there is more than words. */
export interface ShownTexts {
  readonly interaction: Interaction;
  readonly prompt: string;
  readonly promptHtml?: string | undefined;
  /** Place 1 is the first. */
  readonly options: readonly string[];
  readonly optionsHtml?: readonly (string | null)[] | undefined;
  /** match only: what the options are matched with. */
  readonly targets?: readonly string[] | undefined;
  readonly targetsHtml?: readonly (string | null)[] | undefined;
  /** numericEntry: what the number is measured in. */
  readonly unit?: string | undefined;
}

/** What a paper shows of an item. What is accepted where an answer is typed is not among it: such a place has no options. */
export function shownTexts(body: ItemBody, slot: Pick<Slot, 'optionOrder' | 'targetOrder'>): ShownTexts {
  const { interaction, prompt, unit } = body;
  const options = slot.optionOrder.map((id) => textOf(body.options, id));
  const targets = slot.targetOrder?.map((id) => textOf(body.targets ?? [], id));
  return {
    interaction,
    prompt: plainText(prompt),
    ...(hasMarkup(prompt) ? { promptHtml: renderItemText(prompt, { inline: false }) } : {}),
    options: options.map(plainText),
    ...(options.some(hasMarkup) ? { optionsHtml: options.map(htmlOf) } : {}),
    ...(targets ? { targets: targets.map(plainText) } : {}),
    ...(targets?.some(hasMarkup) ? { targetsHtml: targets.map(htmlOf) } : {}),
    ...(interaction === 'numericEntry' && unit ? { unit } : {}),
  };
}

const textOf = (options: readonly ItemOption[], id: string): string =>
  options.find((option) => option.id === id)?.text ?? '';

const htmlOf = (text: string): string | null => (hasMarkup(text) ? renderItemText(text, { inline: true }) : null);
