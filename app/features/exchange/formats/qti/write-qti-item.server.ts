import type { OutgoingItem, ParsedMedia } from '#app/domain/exchange/parsed-file.ts';
import { isTyped, shufflesOptions, TEXT_RULES, type ItemBody } from '#app/domain/items/item.ts';
import { plainText } from '#app/platform/item-markdown.server.ts';
import { escapeXml, itemXhtml } from '#app/platform/item-xhtml.server.ts';
import { imageOut, type OutgoingImage } from '../shared/images-out.ts';
import type { NoteList } from '../shared/notes.ts';
import { fractionOf } from '../shared/weights.ts';
import type { Dialect } from './dialect.ts';
import { chosenRationales, hasFeedback, mapsResponse } from './write-qti-body.ts';
import { processingXml } from './write-qti-processing.server.ts';
import { hasWildcard, literalText } from './qti-texts.server.ts';
import { choiceId, targetId, writerOf, type XmlWriter } from './qti-writer.server.ts';

/** The folder of images, seen from the folder of items. */
const IMAGES_FROM_ITEMS = '../images';

/** One item as a file of a package, with the images that it shows. What QTI has no words for is noted. */
export function itemXml(
  item: OutgoingItem,
  dialect: Dialect,
  media: ReadonlyMap<string, ParsedMedia>,
  notes: NoteList,
): { readonly xml: string; readonly images: readonly OutgoingImage[] } {
  const { body, id } = item;
  const images = new Map<string, OutgoingImage>();
  const image = (name: string): string | undefined => {
    const found = imageOut(name, media);
    if (found) images.set(name, found);
    else notes.add('loss', 'image-missing', { name: name.slice(0, 12) });
    return found && `${IMAGES_FROM_ITEMS}/${found.name}`;
  };
  const html = (markdown: string, inline: boolean): string => itemXhtml(markdown, { inline, image });
  const x = writerOf(dialect);
  noteLosses(body, notes);
  const title = body.name ?? (plainText(body.prompt).slice(0, 80) || id);
  const root = x.name('assessmentItem');
  const attributes = x.attributes({
    identifier: identifierOf(id),
    title,
    adaptive: 'false',
    timeDependent: 'false',
  });
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} ${dialect.itemRoot}${attributes}>`,
    declarationXml(body, x),
    outcomesXml(body, x),
    x.element('itemBody', {}, `${html(body.prompt, false)}${interactionXml(body, x, html)}`),
    processingXml(body, x),
    ...feedbackXml(body, x, html),
    `</${root}>\n`,
  ].join('\n');
  return { xml, images: [...images.values()] };
}

// why: identifiers of QTI are names of XML; ours may be any text that another file once gave.
export const identifierOf = (id: string): string => {
  if (id === '') return 'item';
  return /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(id) ? id : `i_${id.replaceAll(/[^\p{L}\p{N}_.-]/gu, '_')}`;
};

type Html = (markdown: string, inline: boolean) => string;

const BASE_TYPES: Readonly<Record<ItemBody['interaction'], readonly [string, string]>> = {
  choice: ['single', 'identifier'],
  trueFalse: ['single', 'identifier'],
  multipleChoice: ['multiple', 'identifier'],
  order: ['ordered', 'identifier'],
  match: ['multiple', 'directedPair'],
  textEntry: ['single', 'string'],
  numericEntry: ['single', 'float'],
};

function declarationXml(body: ItemBody, x: XmlWriter): string {
  const [cardinality, baseType] = BASE_TYPES[body.interaction];
  const value = (text: string): string => x.element('value', {}, escapeXml(text));
  const correct = x.element('correctResponse', {}, correctValues(body).map(value).join(''));
  return x.element(
    'responseDeclaration',
    { identifier: 'RESPONSE', cardinality, baseType },
    correct + mappingXml(body, x),
  );
}

function correctValues(body: ItemBody): string[] {
  if (body.interaction === 'match') {
    return body.key.map((pair) => {
      const [left = '', right = ''] = pair.split('>');
      return `${choiceId(left)} ${targetId(right)}`;
    });
  }
  if (!isTyped(body.interaction)) return body.key.map(choiceId);
  const first = body.options.find(({ id }) => body.key.includes(id));
  return first ? [literalText(first.text)] : [];
}

const numeral = (value: number): string => String(Math.round(value * 1e9) / 1e9);

function mappingXml(body: ItemBody, x: XmlWriter): string {
  if (!mapsResponse(body)) return '';
  const heedsCase = !(body.textRules ?? TEXT_RULES).ignoresCase;
  const entries = body.options.map((option) => {
    const [mapKey, caseSensitive] = isTyped(body.interaction)
      ? [literalText(option.text), { caseSensitive: String(heedsCase) }]
      : [choiceId(option.id), {}];
    return x.element('mapEntry', { mapKey, mappedValue: numeral(fractionOf(body, option)), ...caseSensitive });
  });
  return x.element('mapping', { lowerBound: '0', upperBound: '1', defaultValue: '0' }, entries.join(''));
}

function outcomesXml(body: ItemBody, x: XmlWriter): string {
  const zero = x.element('defaultValue', {}, x.element('value', {}, '0'));
  const score = x.element(
    'outcomeDeclaration',
    { identifier: 'SCORE', cardinality: 'single', baseType: 'float' },
    zero,
  );
  const feedback = x.element('outcomeDeclaration', {
    identifier: 'FEEDBACK',
    cardinality: 'multiple',
    baseType: 'identifier',
  });
  return hasFeedback(body) ? `${score}\n${feedback}` : score;
}

function feedbackXml(body: ItemBody, x: XmlWriter, html: Html): string[] {
  const said = [
    ...chosenRationales(body).map(({ id, rationale = '' }) => [choiceId(id), rationale] as const),
    ...(body.rationale === '' ? [] : [['RATIONALE', body.rationale] as const]),
  ];
  return said.map(([identifier, text]) =>
    x.element(
      'modalFeedback',
      { outcomeIdentifier: 'FEEDBACK', identifier, showHide: 'show' },
      x.content(html(text, false)),
    ),
  );
}

function interactionXml(body: ItemBody, x: XmlWriter, html: Html): string {
  const shuffle = String(shufflesOptions(body));
  const responseIdentifier = 'RESPONSE';
  const choices = (): string =>
    body.options
      .map(({ id, text }) => x.element('simpleChoice', { identifier: choiceId(id) }, html(text, true)))
      .join('');
  switch (body.interaction) {
    case 'choice':
    case 'trueFalse':
      return x.element('choiceInteraction', { responseIdentifier, shuffle, maxChoices: '1' }, choices());
    case 'multipleChoice':
      return x.element('choiceInteraction', { responseIdentifier, shuffle, maxChoices: '0' }, choices());
    case 'order':
      return x.element('orderInteraction', { responseIdentifier, shuffle }, choices());
    case 'match':
      return matchXml(body, x, html);
    case 'textEntry':
    case 'numericEntry': {
      const unit = body.unit ? ` ${escapeXml(body.unit)}` : '';
      return `<p>${x.element('textEntryInteraction', { responseIdentifier })}${unit}</p>`;
    }
  }
}

function matchXml(body: ItemBody, x: XmlWriter, html: Html): string {
  const targets = body.targets ?? [];
  const associable = (identifier: string, matchMax: string, text: string): string =>
    x.element('simpleAssociableChoice', { identifier, matchMax }, html(text, true));
  const sets = [
    body.options.map(({ id, text }) => associable(choiceId(id), '1', text)),
    targets.map(({ id, text }) => associable(targetId(id), String(body.options.length), text)),
  ];
  return x.element(
    'matchInteraction',
    {
      responseIdentifier: 'RESPONSE',
      shuffle: String(shufflesOptions(body)),
      maxAssociations: String(body.options.length),
    },
    sets.map((set) => x.element('simpleMatchSet', {}, set.join(''))).join(''),
  );
}

function noteLosses(body: ItemBody, notes: NoteList): void {
  const isText = body.interaction === 'textEntry';
  if (isText && body.options.some(({ text }) => hasWildcard(text))) notes.add('loss', 'wildcard-dropped');
  if (body.textRules?.ignoresMarks) notes.add('loss', 'marks-rule-dropped');
  const isShown = isTyped(body.interaction) || body.interaction === 'order' || body.interaction === 'match';
  if (isShown && body.options.some(({ rationale }) => rationale)) notes.add('loss', 'option-rationale-dropped');
}
