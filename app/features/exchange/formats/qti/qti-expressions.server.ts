import { childrenOf, descendantsOf, textOf, type XmlElement } from '#app/platform/xml.server.ts';
import { decimalOf } from '../shared/decimals.ts';
import { oneLine } from '../shared/texts.server.ts';
import { roundedAs, tidied } from './qti-rounding.server.ts';
import { isYes, type Declaration } from './qti-tree.server.ts';

export type Scalar = string | number | boolean;

/** What an expression gives: nothing in it is the NULL of QTI, undefined is what we cannot tell. */
export type Value = readonly Scalar[] | undefined;

/** One answer that is being marked. */
export interface Sitting {
  readonly identifier: string;
  readonly declaration: Declaration;
  readonly given: readonly Scalar[];
  /** Outcomes, and the responses of other interactions, by their identifiers. */
  readonly variables: Map<string, Value>;
  /** Declarations of outcomes, which may hold a table. */
  readonly tables: ReadonlyMap<string, XmlElement>;
  /** Counts one step; false where the file asks for more of them than an item needs. */
  readonly spend: () => boolean;
}

type Operator = (element: XmlElement, sitting: Sitting) => Value;
type Operate = (operands: readonly (readonly Scalar[])[], element: XmlElement, sitting: Sitting) => Value;

/** A value as it is compared: numbers as numbers, pairs of no direction in one order, texts in one line. */
export function scalarOf(text: string, baseType: string): Scalar | undefined {
  if (baseType === 'integer' || baseType === 'float') {
    const decimal = decimalOf(text);
    return decimal === undefined ? undefined : Number(decimal);
  }
  const line = oneLine(text);
  if (baseType === 'boolean') return line === 'true' || line === '1';
  return baseType === 'pair' ? line.split(' ').toSorted().join(' ') : line;
}

/** Several values of one type; undefined where one of them is none. */
export function scalarsOf(texts: readonly string[], baseType: string): Value {
  const values = texts.map((text) => scalarOf(text, baseType));
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** What an expression of response processing gives for the answer; an operator that we do not know gives undefined. */
export function evaluate(element: XmlElement, sitting: Sitting): Value {
  const operator = Object.hasOwn(OPERATORS, element.local) ? OPERATORS[element.local] : undefined;
  return sitting.spend() ? operator?.(element, sitting) : undefined;
}

const operandsOf = (element: XmlElement, sitting: Sitting): Value[] =>
  childrenOf(element).map((child) => evaluate(child, sitting));

/** NULL where an operand is NULL, unknown where one is unknown. */
const strict =
  (operate: Operate): Operator =>
  (element, sitting) => {
    const operands = operandsOf(element, sitting);
    if (!operands.every((operand) => operand !== undefined)) return undefined;
    return operands.some((operand) => operand.length === 0) ? [] : operate(operands, element, sitting);
  };

const numeric = (operate: (numbers: readonly number[]) => Scalar): Operator =>
  strict((operands) => {
    const numbers = operands.flat().map(Number);
    const result = numbers.some(Number.isNaN) ? Number.NaN : operate(numbers);
    return typeof result === 'number' && !Number.isFinite(result) ? undefined : [result];
  });

const compared = (compare: (one: number, other: number) => boolean): Operator =>
  numeric(([one = Number.NaN, other = Number.NaN]) => compare(one, other));

/** Whether one false (of and) or one true (of or) decides. */
const joined =
  (decides: boolean): Operator =>
  (element, sitting) => {
    const operands = operandsOf(element, sitting);
    if (operands.some((operand) => operand?.[0] === decides)) return [decides];
    if (operands.includes(undefined)) return undefined;
    return operands.some((operand) => operand?.length === 0) ? [] : [!decides];
  };

const container: Operator = (element, sitting) => {
  const operands = operandsOf(element, sitting);
  return operands.every((operand) => operand !== undefined) ? operands.flat() : undefined;
};

const isSame = (one: readonly Scalar[], other: readonly Scalar[], { declaration }: Sitting): boolean => {
  // why: files list several accepted answers as the correct response of a single one.
  if (takesOne(declaration)) return one.some((each) => other.includes(each));
  if (one.length !== other.length) return false;
  if (declaration.cardinality === 'ordered') return one.every((each, at) => each === other[at]);
  const [here, there] = [one, other].map((list) => list.map(String).toSorted());
  return here?.every((each, at) => each === there?.[at]) ?? false;
};

/** Whether an answer is one value, whatever the container is called. */
export const takesOne = ({ cardinality, baseType }: Declaration): boolean =>
  cardinality === 'single' || baseType === 'string' || baseType === 'integer' || baseType === 'float';

/** How far a number may be below and above, as <equal> says it; undefined where it names a variable. */
export function tolerancesOf({ attributes }: XmlElement, value: number): readonly [number, number] | undefined {
  const mode = attributes.get('toleranceMode') ?? 'exact';
  if (mode === 'exact') return [0, 0];
  const [below = '0', above = below] = (attributes.get('tolerance') ?? '0').trim().split(/\s+/u);
  const [down, up] = [below, above].map((distance) => {
    const size = Number(decimalOf(distance) ?? Number.NaN);
    return mode === 'relative' ? (Math.abs(value) * size) / 100 : size;
  });
  return down === undefined || up === undefined || Number.isNaN(down + up) ? undefined : [down, up];
}

const equal: Operate = ([one = [], other = []], element) => {
  const results = one.flatMap((first) => other.map((second) => isNear(Number(first), Number(second), element)));
  return results.includes(undefined) ? undefined : [results.includes(true)];
};

const equalRounded: Operate = ([one = [], other = []], element) => {
  const [first, second] = [one, other].map((list) => list.map((each) => roundedAs(element, Number(each))));
  if (!first || !second || [...first, ...second].includes(undefined)) return undefined;
  return [first.some((each) => second.includes(each))];
};

const index: Operate = ([list = []], { attributes }) => {
  const at = Number(attributes.get('n')?.trim() || Number.NaN);
  if (!Number.isInteger(at) || at < 1) return undefined;
  return list.slice(at - 1, at);
};

function isNear(one: number, other: number, element: XmlElement): boolean | undefined {
  // why both ways round: the first operand is the expected one in some files, the answer in others.
  const isFirstGiven = childrenOf(element)[0]?.local === 'variable';
  const [expected, given] = isFirstGiven ? [other, one] : [one, other];
  const distances = tolerancesOf(element, expected);
  if (!distances) return undefined;
  const [low, high] = [tidied(expected - distances[0]), tidied(expected + distances[1])];
  if (distances[0] === 0 && distances[1] === 0) return given === expected;
  const isAbove = given > low || (given === low && element.attributes.get('includeLowerBound') !== 'false');
  return isAbove && (given < high || (given === high && element.attributes.get('includeUpperBound') !== 'false'));
}

const stringMatch: Operate = ([one = [], other = []], element) => {
  const { attributes } = element;
  const heedsCase = !attributes.has('caseSensitive') || isYes(attributes.get('caseSensitive'));
  const [first, second] = [one, other].map((list) =>
    list.map((each) => (heedsCase ? String(each) : String(each).toLowerCase())),
  );
  if (!isYes(attributes.get('substring'))) return [first?.some((each) => second?.includes(each)) ?? false];
  // why not the other way round: any part of the expected text would do, and the bank has no rule like it.
  if (childrenOf(element)[0]?.local !== 'variable') return undefined;
  return [first?.some((each) => second?.some((part) => each.includes(part))) ?? false];
};

const member: Operate = ([one = [], other = []]) => [one.every((each) => other.includes(each))];

const isNull: Operator = (element, sitting) => {
  const [value] = operandsOf(element, sitting);
  return value && [value.length === 0];
};

const variable: Operator = ({ attributes }, { identifier, given, variables }) => {
  const name = attributes.get('identifier') ?? '';
  if (name === identifier) return given;
  // why one: files name the most that can be earned without saying how much it is.
  return variables.has(name) || !/^max/iu.test(name) ? variables.get(name) : [1];
};

/** Whether an expression looks at the answer itself. */
export const namesAnswer = (expression: XmlElement, identifier: string): boolean =>
  descendantsOf(expression, 'variable').some(({ attributes }) => attributes.get('identifier') === identifier);

const baseValue: Operator = (element) => scalarsOf([textOf(element)], element.attributes.get('baseType') ?? '');

const isOf = ({ attributes }: XmlElement, { identifier }: Sitting): boolean =>
  attributes.get('identifier') === identifier;

const OPERATORS: Readonly<Record<string, Operator>> = {
  variable,
  baseValue,
  null: () => [],
  correct: (element, sitting) => {
    const { correct, baseType } = sitting.declaration;
    return isOf(element, sitting) ? scalarsOf(correct, baseType) : undefined;
  },
  mapResponse: (element, sitting) =>
    isOf(element, sitting) ? [mappedScore(sitting.declaration, sitting.given)] : undefined,
  multiple: container,
  ordered: container,
  integerToFloat: container,
  containerSize: (element, sitting) => {
    const value = container(element, sitting);
    return value && [value.length];
  },
  and: joined(false),
  or: joined(true),
  not: strict(([value]) => [value?.[0] !== true]),
  isNull,
  match: strict(([one = [], other = []], _element, sitting) => [isSame(one, other, sitting)]),
  equal: strict(equal),
  equalRounded: strict(equalRounded),
  index: strict(index),
  stringMatch: strict(stringMatch),
  member: strict(member),
  contains: strict(([one = [], other = []]) => [other.every((each) => one.includes(each))]),
  gt: compared((one, other) => one > other),
  gte: compared((one, other) => one >= other),
  lt: compared((one, other) => one < other),
  lte: compared((one, other) => one <= other),
  sum: numeric((numbers) => tidied(numbers.reduce((sum, each) => sum + each, 0))),
  product: numeric((numbers) => tidied(numbers.reduce((product, each) => product * each, 1))),
  subtract: numeric(([one = 0, other = 0]) => tidied(one - other)),
  divide: numeric(([one = 0, other = 0]) => tidied(one / other)),
  min: numeric((numbers) => Math.min(...numbers)),
  max: numeric((numbers) => Math.max(...numbers)),
};

/** What the mapping gives for an answer: the sum of its entries, within the bounds. */
export function mappedScore({ mapping, baseType }: Declaration, given: readonly Scalar[]): number {
  if (!mapping) return 0;
  const earned = [...new Set(given)].map((each) => {
    const entry = mapping.entries.find(({ key, heedsCase }) => {
      const wanted = scalarOf(key, baseType);
      if (heedsCase || typeof wanted !== 'string') return wanted === each;
      return wanted.toLowerCase() === String(each).toLowerCase();
    });
    return entry?.value ?? mapping.defaultValue;
  });
  const sum = tidied(earned.reduce((total, each) => total + each, 0));
  const { lowerBound = 0, upperBound = Number.POSITIVE_INFINITY } = mapping;
  // why no bound at zero: the bank has one itself, and keeps what a single wrong choice takes away.
  const least = lowerBound > 0 ? lowerBound : Number.NEGATIVE_INFINITY;
  return Math.min(upperBound, Math.max(least, sum));
}
