import type { ItemBody } from '#app/domain/items/item.ts';
import { childrenOf, descendantsOf, type XmlElement } from '#app/platform/xml.server.ts';
import {
  asTrueFalse,
  choiceBody,
  multipleBody,
  numericBody,
  orderBody,
  pairedBody,
  textBody,
  type Frame,
} from '../shared/bodies.ts';
import type { NoteList } from '../shared/notes.ts';
import { oneLine } from '../shared/texts.server.ts';
import { meantFraction, type RawOption } from '../shared/weights.ts';
import { acceptedNumbers } from './qti-numbers.server.ts';
import { isMapped, type Declaration, type Mapping } from './qti-tree.server.ts';

/** One item with the one interaction that it has. */
export interface QtiQuestion {
  readonly item: XmlElement;
  readonly interaction: XmlElement;
  readonly identifier: string;
  readonly declaration: Declaration;
  readonly frame: Frame;
  /** Of a number, where one stands behind its field. */
  readonly unit: string;
  readonly notes: NoteList;
  /** What is said to whoever chose the option, by its identifier. */
  readonly rationaleOf: (choice: XmlElement) => string;
  readonly markdown: (element: XmlElement) => string;
}

type Reader = (question: QtiQuestion) => ItemBody | undefined;

/** Kinds that the bank has, by the names of QTI 2. */
export const QTI_KINDS: Readonly<Record<string, Reader>> = {
  choiceInteraction: choice,
  inlineChoiceInteraction: choice,
  orderInteraction: order,
  matchInteraction: match,
  associateInteraction: associate,
  textEntryInteraction: textEntry,
};

const identifierOf = ({ attributes }: XmlElement): string => attributes.get('identifier') ?? '';

/** Shuffling is off where QTI does not say; choices that keep their place have no place in the bank. */
function shuffled(body: ItemBody, { interaction, notes }: QtiQuestion): ItemBody {
  const shuffles = interaction.attributes.get('shuffle') === 'true';
  const choices = descendantsOf(interaction, 'simpleChoice', 'inlineChoice', 'simpleAssociableChoice');
  const fixed = choices.filter(({ attributes }) => attributes.get('fixed') === 'true').length;
  if (shuffles && fixed > 0 && fixed < choices.length) notes.add('loss', 'fixed-dropped', { count: fixed });
  const isShown = shuffles && fixed < choices.length;
  if (body.interaction === 'trueFalse') return isShown ? { ...body, shuffles: true } : body;
  return isShown ? body : { ...body, shuffles: false };
}

function choice(question: QtiQuestion): ItemBody {
  const { item, interaction, declaration, frame, notes } = question;
  const choices = childrenOf(interaction, 'simpleChoice', 'inlineChoice');
  const isMultiple = declaration.cardinality !== 'single';
  const fractions = fractionsOf(choices.map(identifierOf), isMultiple, isMapped(item), declaration);
  const raws = choices.map((each, at): RawOption => ({
    text: question.markdown(each),
    fraction: fractions[at] ?? 0,
    rationale: question.rationaleOf(each),
  }));
  if (raws.length < 2) notes.add('error', 'too-few-options', { count: raws.length });
  const body = isMultiple ? multipleBody(frame, raws, notes) : choiceBody(frame, raws, notes);
  return shuffled(asTrueFalse(body), question);
}

/** What each choice earns: by the mapping where the score comes from it, or by the correct response alone. */
function fractionsOf(
  identifiers: readonly string[],
  isMultiple: boolean,
  mapped: boolean,
  { correct, mapping }: Declaration,
): number[] {
  if (mapping && (mapped || correct.length === 0)) return mappedFractions(identifiers, isMultiple, mapping, correct);
  // why equal shares: they are what the key alone says, so no weights are kept.
  const share = isMultiple ? 1 / Math.max(correct.length, 1) : 1;
  return identifiers.map((id) => (correct.includes(id) ? share : isMultiple ? -share : 0));
}

function mappedFractions(
  identifiers: readonly string[],
  isMultiple: boolean,
  mapping: Mapping,
  correct: readonly string[],
): number[] {
  const values = identifiers.map((id) => mapping.entries.find(({ key }) => key === id)?.value ?? mapping.defaultValue);
  const right = values.filter((value, at) =>
    correct.length > 0 ? correct.includes(identifiers[at] ?? '') : value > 0,
  );
  const full = isMultiple ? right.reduce((sum, value) => sum + value, 0) : Math.max(...values, 0);
  const most = mapping.upperBound === undefined || !isMultiple ? full : Math.min(full, mapping.upperBound);
  return values.map((value) => (most > 0 ? Math.max(-1, Math.min(1, meantFraction(value / most))) : 0));
}

function order(question: QtiQuestion): ItemBody {
  const { interaction, declaration, frame, notes } = question;
  const choices = childrenOf(interaction, 'simpleChoice');
  const ids = choices.map(identifierOf);
  const body = orderBody(frame, choices.map(question.markdown), notes);
  const key = declaration.correct.map((id) => body.options[ids.indexOf(id)]?.id).filter((id) => id !== undefined);
  if (new Set(key).size !== choices.length)
    notes.add('error', 'order-not-whole', { count: key.length, all: choices.length });
  return shuffled({ ...body, key }, question);
}

const pairsOf = ({ correct, mapping }: Declaration): (readonly [string, string])[] => {
  const written =
    correct.length > 0 ? correct : (mapping?.entries ?? []).filter(({ value }) => value > 0).map(({ key }) => key);
  return written.map((pair) => {
    const [left = '', right = ''] = pair.split(' ');
    return [left, right] as const;
  });
};

const isOnce = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

function match(question: QtiQuestion): ItemBody | undefined {
  const { interaction, declaration } = question;
  const [first = [], second = []] = childrenOf(interaction, 'simpleMatchSet').map((set) =>
    childrenOf(set, 'simpleAssociableChoice'),
  );
  const pairs = pairsOf(declaration);
  const firsts = pairs.map(([left]) => left);
  const seconds = pairs.map(([, right]) => right);
  if (isOnce(firsts) && firsts.length === first.length) return matched(question, first, second, pairs);
  // why the other way round: gaps that each take one of many words are written in either direction.
  if (isOnce(seconds) && seconds.length === second.length) {
    return matched(
      question,
      second,
      first,
      pairs.map(([left, right]) => [right, left] as const),
    );
  }
  question.notes.add('error', 'match-not-one-to-one');
  return undefined;
}

function associate(question: QtiQuestion): ItemBody | undefined {
  const choices = descendantsOf(question.interaction, 'simpleAssociableChoice');
  const pairs = pairsOf(question.declaration);
  if (!isOnce(pairs.flat())) {
    question.notes.add('error', 'match-not-one-to-one');
    return undefined;
  }
  const lefts = pairs.map(([left]) => left);
  const [left, right] = [true, false].map((isLeft) =>
    choices.filter((each) => lefts.includes(identifierOf(each)) === isLeft),
  );
  return matched(question, left ?? [], right ?? [], pairs);
}

function matched(
  question: QtiQuestion,
  left: readonly XmlElement[],
  right: readonly XmlElement[],
  pairs: readonly (readonly [string, string])[],
): ItemBody {
  const { item, declaration, notes } = question;
  const values = isMapped(item)
    ? declaration.mapping?.entries.map(({ value }) => value).filter((value) => value > 0)
    : [];
  // why: every right pair earns the same share in the bank.
  if (new Set(values).size > 1) notes.add('loss', 'weights-dropped');
  const rights = right.map(identifierOf);
  const partners = left.map((each) => rights.indexOf(pairs.find(([id]) => id === identifierOf(each))?.[1] ?? ''));
  const body = pairedBody(
    question.frame,
    { lefts: left.map(question.markdown), rights: right.map(question.markdown), partners },
    question.notes,
  );
  return shuffled(body, question);
}

function textEntry(question: QtiQuestion): ItemBody | undefined {
  const { item, identifier, declaration, frame, notes } = question;
  if (declaration.cardinality === 'record') {
    notes.add('error', 'kind-not-supported', { kind: 'record' });
    return undefined;
  }
  if (declaration.baseType === 'integer' || declaration.baseType === 'float') {
    const numbers = acceptedNumbers(item, identifier, declaration);
    if (!numbers) notes.add('error', 'not-a-number', { text: declaration.correct[0] ?? '' });
    return numbers && numericBody(frame, numbers, question.unit, notes);
  }
  return acceptedTexts(question);
}

function acceptedTexts({ item, declaration, frame, notes }: QtiQuestion): ItemBody {
  const { correct, mapping } = declaration;
  const entries = mapping && (isMapped(item) || correct.length === 0) ? mapping.entries : [];
  const most = Math.max(0, ...entries.map(({ value }) => value));
  const written = new Map(entries.map(({ key, value }) => [oneLine(key), most > 0 ? meantFraction(value / most) : 0]));
  for (const text of correct) if (!written.has(oneLine(text))) written.set(oneLine(text), 1);
  const comparisons = descendantsOf(item, 'stringMatch');
  const heedsCase =
    entries.length > 0
      ? entries.some((entry) => entry.heedsCase)
      : !comparisons.some(({ attributes }) => attributes.get('caseSensitive') === 'false');
  const raws = [...written].map(([text, fraction]) => ({ text, fraction })).filter(({ text }) => text !== '');
  return textBody(frame, raws, { heedsCase }, notes);
}
