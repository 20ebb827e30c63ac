import { childrenOf, descendantsOf, textOf, type XmlElement } from '#app/platform/xml.server.ts';
import { oneLine } from '../shared/texts.server.ts';
import { scalarsOf } from './qti-expressions.server.ts';
import type { QtiQuestion } from './qti-question.ts';

type Key = readonly string[];

/** Orders of no more than so many things are all tried. */
const MOST_ORDERED = 6;
/** Neither longer orders than this, nor more candidates. */
const MOST_THINGS = 100;
const MOST_WRITTEN = 5;
const MOST_TRIED = 200;

/**
 * The question with the key that its rules mark best, where the file names no correct response. Undefined where several keys
 * earn as much as each other, or where it cannot be told.
 */
export function withKeyOfRules(question: QtiQuestion, candidatesOf: () => readonly Key[]): QtiQuestion | undefined {
  const { declaration, scoring, notes } = question;
  if (scoring.source !== 'rules' || declaration.correct.length > 0) return question;
  const scored = candidatesOf().map((key) => ({
    key,
    score: scoring.score(scalarsOf(key, declaration.baseType) ?? []) ?? Number.NaN,
  }));
  const most = Math.max(0, ...scored.map(({ score }) => score));
  const best = scored.filter(({ score }) => score === most);
  if (most === 0) return question;
  const [only, ...others] = best;
  if (!only || others.length > 0 || Number.isNaN(most)) {
    notes.add('error', 'own-scoring');
    return undefined;
  }
  return { ...question, declaration: { ...declaration, correct: only.key } };
}

const within = (item: XmlElement, ...locals: readonly string[]): XmlElement[] =>
  childrenOf(item, 'responseProcessing').flatMap((processing) => descendantsOf(processing, ...locals));

const valuesIn = (element: XmlElement): string[] =>
  childrenOf(element, 'baseValue').map((value) => oneLine(textOf(value)));

/** Orders that may be meant: those that the rules write out, those that they name place by place, and, of few things, all. */
export function ordersOf({ item }: QtiQuestion, ids: Key): Key[] {
  if (ids.length > MOST_THINGS) return [];
  const places = new Map<number, string>();
  for (const rule of within(item, 'match')) {
    const [index] = childrenOf(rule, 'index');
    const [id] = valuesIn(rule);
    const place = Number(index?.attributes.get('n'));
    if (index && id !== undefined && !places.has(place)) places.set(place, id);
  }
  const isWhole = (order: Key): boolean => order.length === ids.length && ids.every((id) => order.includes(id));
  const byPlace = ids.map((_, at) => places.get(at + 1) ?? '');
  const written = within(item, 'ordered').map(valuesIn);
  const turned = [byPlace, ...written].filter(isWhole).slice(0, MOST_WRITTEN).flatMap(withSwaps);
  const all = ids.length <= MOST_ORDERED ? permutations(ids) : turned;
  return distinct(all);
}

/** An order, and what becomes of it when two neighbours change places: such an order must not earn as much. */
const withSwaps = (order: Key): Key[] => [
  order,
  ...order
    .slice(1)
    .map((id, at) => order.map((each, place) => (place === at ? id : place === at + 1 ? (order[at] ?? each) : each))),
];

const permutations = (ids: Key): Key[] =>
  ids.length === 0
    ? [[]]
    : ids.flatMap((id) => permutations(ids.filter((each) => each !== id)).map((rest) => [id, ...rest]));

/** Sets of pairs that may be meant: those that the rules write out, each pair that they name, and all that earn by themselves. */
export function pairSetsOf({ item, declaration, scoring }: QtiQuestion): Key[] {
  const named = within(item, 'baseValue')
    .filter(({ attributes }) => attributes.get('baseType') === declaration.baseType)
    .map((value) => oneLine(textOf(value)));
  const pairs = [...new Set(named)].slice(0, MOST_TRIED);
  const earning = pairs.filter((pair) => (scoring.score(scalarsOf([pair], declaration.baseType) ?? []) ?? 0) > 0);
  const sets = [earning, ...within(item, 'multiple').map(valuesIn), ...pairs.map((pair) => [pair])];
  return distinct(
    sets
      .filter((set) => set.length > 0)
      .slice(0, 2 * MOST_TRIED)
      .map((set) => set.toSorted()),
  );
}

const distinct = (keys: readonly Key[]): Key[] => [...new Map(keys.map((key) => [key.join('\n'), key])).values()];

/** Whether everything that the key names is there to be chosen; what is not is named. */
export function isKeyThere({ declaration, scoring, notes }: QtiQuestion, ids: Key): boolean {
  const { correct, mapping } = declaration;
  const earning = scoring.source === 'mapping' ? (mapping?.entries.filter(({ value }) => value > 0) ?? []) : [];
  const named = correct.length > 0 ? correct : earning.map(({ key }) => key);
  const there = new Set(ids);
  const isPair = /pair$/iu.test(declaration.baseType);
  const missing = named.flatMap((name) => (isPair ? name.split(' ') : [name])).find((id) => !there.has(id));
  if (missing !== undefined) notes.add('error', 'key-not-there', { name: missing });
  return missing === undefined;
}
