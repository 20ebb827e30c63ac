import type { ItemBody } from '#app/domain/items/item.ts';
import { childrenOf, descendantsOf, type XmlElement } from '#app/platform/xml.server.ts';
import { asTrueFalse, orderBody, pairedBody } from '../shared/bodies.ts';
import { multipleChoice, singleChoice } from './qti-choices.server.ts';
import { acceptedNumbers } from './qti-numbers.server.ts';
import { scalarsOf } from './qti-expressions.server.ts';
import { isKeyThere, ordersOf, pairSetsOf, withKeyOfRules } from './qti-keys.server.ts';
import { noteMappedLosses } from './qti-losses.server.ts';
import type { QtiQuestion } from './qti-question.ts';
import { acceptedTexts } from './qti-texts.server.ts';
import { isYes, type Declaration } from './qti-tree.server.ts';

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
  const shuffles = isYes(interaction.attributes.get('shuffle'));
  const choices = descendantsOf(interaction, 'simpleChoice', 'inlineChoice', 'simpleAssociableChoice');
  const fixed = choices.filter(({ attributes }) => isYes(attributes.get('fixed'))).length;
  if (shuffles && fixed > 0 && fixed < choices.length) notes.add('loss', 'fixed-dropped', { count: fixed });
  const isShown = shuffles && fixed < choices.length;
  if (body.interaction === 'trueFalse') return isShown ? { ...body, shuffles: true } : body;
  return isShown ? body : { ...body, shuffles: false };
}

function choice(question: QtiQuestion): ItemBody | undefined {
  const { interaction, declaration, notes } = question;
  const choices = childrenOf(interaction, 'simpleChoice', 'inlineChoice');
  const options = choices.map((each) => ({ text: question.markdown(each), rationale: question.rationaleOf(each) }));
  if (options.length < 2) notes.add('error', 'too-few-options', { count: options.length });
  if (!isKeyThere(question, choices.map(identifierOf))) return undefined;
  noteMappedLosses(question);
  const read = declaration.cardinality === 'single' ? singleChoice : multipleChoice;
  const body = read(question, choices.map(identifierOf), options);
  return body && shuffled(asTrueFalse(body), question);
}

/** Whether the correct response earns the marks, which is all that the bank knows of orders and pairs. */
function isMarked(question: QtiQuestion): boolean {
  const { declaration, scoring, notes } = question;
  if (scoring.source === 'mapping') return isMappedRight(question);
  if (scoring.source !== 'rules' || declaration.correct.length === 0) return true;
  const score = scoring.score(scalarsOf(declaration.correct, declaration.baseType) ?? []);
  const turned = scoring.score((scalarsOf(declaration.correct, declaration.baseType) ?? []).toReversed());
  const isLess =
    declaration.cardinality === 'ordered' && turned !== undefined && score !== undefined && turned >= score;
  if (score === undefined) notes.add('error', 'own-scoring');
  else if (score <= 0 || isLess) notes.add('error', 'key-contradicts');
  else return true;
  return false;
}

/** Whether each correct pair earns something, and no other does. */
function isMappedRight({ declaration, notes }: QtiQuestion): boolean {
  const { correct, mapping, baseType } = declaration;
  if (!mapping || correct.length === 0) return true;
  const right = new Set(scalarsOf(correct, baseType));
  const earning = mapping.entries
    .filter(({ value }) => value > 0)
    .flatMap(({ key }) => scalarsOf([key], baseType) ?? []);
  if (earning.some((key) => !right.has(key))) notes.add('loss', 'wrong-earns-dropped');
  const isRight = mapping.defaultValue > 0 || [...right].every((key) => earning.includes(key));
  if (!isRight) notes.add('error', 'key-contradicts');
  return isRight;
}

function order(asked: QtiQuestion): ItemBody | undefined {
  const choices = childrenOf(asked.interaction, 'simpleChoice');
  const ids = choices.map(identifierOf);
  const question = withKeyOfRules(asked, () => ordersOf(asked, ids));
  if (!question || !isKeyThere(question, ids) || !isMarked(question)) return undefined;
  const { declaration, frame, notes } = question;
  noteMappedLosses(question);
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

/** The question with the key that its rules name, where everything in it is there and earns. */
function pairedQuestion(asked: QtiQuestion): QtiQuestion | undefined {
  const question = withKeyOfRules(asked, () => pairSetsOf(asked));
  const ids = descendantsOf(asked.interaction, 'simpleAssociableChoice').map(identifierOf);
  return question && isKeyThere(question, ids) && isMarked(question) ? question : undefined;
}

function match(asked: QtiQuestion): ItemBody | undefined {
  const question = pairedQuestion(asked);
  if (!question) return undefined;
  const { interaction, declaration } = question;
  const [first = [], second = []] = childrenOf(interaction, 'simpleMatchSet').map((set) =>
    childrenOf(set, 'simpleAssociableChoice'),
  );
  const pairs = pairsOf(declaration);
  if (pairs.length === 0 && first.length > 0) {
    question.notes.add('error', 'no-full-credit');
    return undefined;
  }
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

function associate(asked: QtiQuestion): ItemBody | undefined {
  const question = pairedQuestion(asked);
  if (!question) return undefined;
  const choices = descendantsOf(question.interaction, 'simpleAssociableChoice');
  const pairs = pairsOf(question.declaration);
  if (pairs.length === 0 && choices.length > 0) {
    question.notes.add('error', 'no-full-credit');
    return undefined;
  }
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
): ItemBody | undefined {
  const { item, declaration, scoring, notes } = question;
  noteMappedLosses(question);
  const isMapped =
    scoring.source === 'mapping' ||
    childrenOf(item, 'responseProcessing').some((each) => descendantsOf(each, 'mapResponse').length > 0);
  const values = isMapped ? declaration.mapping?.entries.map(({ value }) => value).filter((value) => value > 0) : [];
  // why: every right pair earns the same share in the bank.
  if (new Set(values).size > 1) notes.add('loss', 'weights-dropped');
  const rights = right.map(identifierOf);
  const partners = left.map((each) => rights.indexOf(pairs.find(([id]) => id === identifierOf(each))?.[1] ?? ''));
  if (partners.includes(-1)) {
    notes.add('error', 'match-not-one-to-one');
    return undefined;
  }
  const body = pairedBody(
    question.frame,
    { lefts: left.map(question.markdown), rights: right.map(question.markdown), partners },
    notes,
  );
  return shuffled(body, question);
}

function textEntry(question: QtiQuestion): ItemBody | undefined {
  const { declaration, notes } = question;
  if (declaration.cardinality === 'record') {
    notes.add('error', 'kind-not-supported', { kind: 'record' });
    return undefined;
  }
  const isNumber = declaration.baseType === 'integer' || declaration.baseType === 'float';
  return isNumber ? acceptedNumbers(question) : acceptedTexts(question);
}
