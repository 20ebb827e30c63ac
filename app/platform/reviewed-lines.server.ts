import { pairOf, type ItemBody, type ItemOption } from '#app/domain/items/item.ts';
import type { Response } from '#app/domain/items/response.ts';
import type { Slot } from '#app/domain/contests/form.ts';
import { hasMarkup, plainText, renderItemText } from './item-markdown.server.ts';

/** Words, and HTML where there is more than words. */
export interface ReviewedText {
  readonly text: string;
  readonly html?: string | undefined;
}

/** One line of a question with what is right, to be shown once keys may be seen. */
export interface ReviewedLine extends ReviewedText {
  /** An option that is right; an item or a pair of which the person's is right; an answer that is accepted. */
  readonly isKey: boolean;
  readonly isChosen: boolean;
  /** match: what it belongs to. */
  readonly pair?: ReviewedText | undefined;
  /** order: the place that the person gave it; match: what the person matched it with; none where it is the right one. */
  readonly own?: ReviewedText | undefined;
  /** What it earns, −1..1, where the item has weights. */
  readonly weight?: number | undefined;
  /** HTML: why it is right or wrong. */
  readonly rationale?: string | undefined;
}

const shown = (markdown: string): ReviewedText => ({
  text: plainText(markdown),
  ...(hasMarkup(markdown) ? { html: renderItemText(markdown, { inline: true }) } : {}),
});

/**
 * What is right in an item, line by line: options as the paper shows them (choices), items in the right order (order), pairs
 * (match), accepted answers (typed). It has keys: only for whoever may see them.
 */
export function reviewedLines(
  body: ItemBody,
  { optionOrder, targetOrder }: Pick<Slot, 'optionOrder' | 'targetOrder'>,
  response: Response,
): ReviewedLine[] {
  const { interaction, options, key } = body;
  const byId = new Map(options.map((option) => [option.id, option]));
  const of = (ids: readonly string[]): ItemOption[] => ids.flatMap((id) => byId.get(id) ?? []);
  switch (interaction) {
    case 'choice':
    case 'multipleChoice':
    case 'trueFalse':
      return of(optionOrder).map((option) => ({
        ...shown(option.text),
        ...aboutOption(option),
        isKey: key.includes(option.id),
        isChosen: response.includes(option.id),
      }));
    case 'order':
      return of(key).map((option, index) => {
        const at = response.indexOf(option.id);
        const isRight = at === index;
        return {
          ...shown(option.text),
          ...aboutOption(option),
          isKey: isRight,
          isChosen: at >= 0,
          ...(at >= 0 && !isRight ? { own: { text: String(at + 1) } } : {}),
        };
      });
    case 'match':
      return of(optionOrder).map((option) => matched(body, option, targetOrder ?? [], response));
    case 'textEntry':
    case 'numericEntry':
      return options
        .filter((option) => key.includes(option.id) || (option.fraction ?? 0) > 0)
        .map((option) => ({
          text: interaction === 'numericEntry' ? numberText(option, body.unit) : option.text.replaceAll('\\*', '*'),
          ...aboutOption(option),
          isKey: key.includes(option.id),
          isChosen: false,
        }));
  }
}

function aboutOption({ fraction, rationale }: ItemOption): Pick<ReviewedLine, 'weight' | 'rationale'> {
  return {
    ...(fraction === undefined ? {} : { weight: fraction }),
    ...(rationale ? { rationale: renderItemText(rationale, { inline: true }) } : {}),
  };
}

function matched(
  { targets = [], key }: ItemBody,
  option: ItemOption,
  targetOrder: readonly string[],
  response: Response,
): ReviewedLine {
  const target = targets.find(({ id }) => key.includes(pairOf(option.id, id)));
  const own = targetOrder.find((id) => response.includes(pairOf(option.id, id)));
  const isRight = own !== undefined && own === target?.id;
  const ownText = targets.find(({ id }) => id === own)?.text;
  return {
    ...shown(option.text),
    ...aboutOption(option),
    isKey: isRight,
    isChosen: own !== undefined,
    ...(target ? { pair: shown(target.text) } : {}),
    ...(ownText !== undefined && !isRight ? { own: shown(ownText) } : {}),
  };
}

/** "12,5 ± 0,5 km" */
function numberText({ text, tolerance }: ItemOption, unit: string | undefined): string {
  const near = tolerance !== undefined && !/^0*(?:\.0*)?$/u.test(tolerance) ? ` ± ${tolerance}` : '';
  return `${text}${near}`.replaceAll('.', ',') + (unit ? ` ${unit}` : '');
}
