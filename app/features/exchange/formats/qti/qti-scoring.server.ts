import { childrenOf, descendantsOf, textOf, type XmlElement } from '#app/platform/xml.server.ts';
import {
  evaluate,
  mappedScore,
  scalarsOf,
  takesOne,
  type Scalar,
  type Sitting,
  type Value,
} from './qti-expressions.server.ts';
import { numberOf, type Declaration } from './qti-tree.server.ts';

/** How the answers of an item are marked. */
export interface Scoring {
  /** Where the score comes from: the correct response, the mapping, or rules of the item itself. */
  readonly source: 'correct' | 'mapping' | 'rules';
  /** Whether the item names a template that we do not know. */
  readonly isForeign: boolean;
  /** Whether the item does not say that its mapping counts. */
  readonly isUnsaid: boolean;
  /** What an answer earns; undefined where the rules say what we cannot tell. */
  score(given: readonly Scalar[]): number | undefined;
  /** Values of all outcomes after an answer has been marked. */
  outcomes(given: readonly Scalar[]): ReadonlyMap<string, Value>;
  /** What an expression of the rules gives before anything is answered. */
  constant(expression: XmlElement): Value;
}

/** Steps that marking all answers of one item may take; more is no item that people wrote. */
const MOST_STEPS = 500_000;

const KNOWN = /(?:^|\/)(?:match_correct|CC2_match(?:_basic)?|CC2_map_response|map_response(?:_point)?)(?:\.xml)?$/u;
const MAPS = /(?:^|\/|CC2_)map_response(?:_point)?(?:\.xml)?$/u;

/** Reads how an item marks the answers to one interaction: by running its response processing, as a player would. */
export function scoringOf(item: XmlElement, identifier: string, declaration: Declaration): Scoring {
  const [processing] = childrenOf(item, 'responseProcessing');
  const template = templateOf(processing);
  const isKnown = KNOWN.test(template);
  const target = processing && !isKnown ? targetOf(item, processing) : undefined;
  const begin = sittings(item, identifier, declaration);
  // why apart: steps that only find feedback are not taken from those that find marks.
  const beginToTell = sittings(item, identifier, declaration);
  const outcomes = (given: readonly Scalar[]): ReadonlyMap<string, Value> => {
    const sitting = beginToTell(given);
    if (processing && !isKnown) run(childrenOf(processing), sitting, target ?? 'SCORE');
    return sitting.variables;
  };
  const constant = (expression: XmlElement): Value => evaluate(expression, begin([]));
  if (processing && target !== undefined) {
    const score = (given: readonly Scalar[]): number | undefined => {
      const sitting = begin(given);
      run(childrenOf(processing), sitting, target);
      const [value] = sitting.variables.get(target) ?? [Number.NaN];
      return value === undefined ? 0 : numberOf(String(value));
    };
    return { source: 'rules', isForeign: false, isUnsaid: false, score, constant, outcomes };
  }
  const { correct, mapping } = declaration;
  const isMapping = mapping !== undefined && (MAPS.test(template) || correct.length === 0);
  const isForeign = template !== '' && !isKnown;
  const rest = { isForeign, isUnsaid: !isForeign && !MAPS.test(template), constant, outcomes };
  if (isMapping) return { source: 'mapping', score: (given) => mappedScore(declaration, given), ...rest };
  return { source: 'correct', score: (given) => correctScore(declaration, given), ...rest };
}

/** The name or the address of the template, whichever of them is known. */
function templateOf(processing: XmlElement | undefined): string {
  const named = ['template', 'templateLocation'].flatMap((name) => processing?.attributes.get(name) ?? []);
  return named.find((name) => KNOWN.test(name)) ?? named[0] ?? '';
}

function correctScore(declaration: Declaration, given: readonly Scalar[]): number | undefined {
  const correct = scalarsOf(declaration.correct, declaration.baseType);
  if (correct === undefined) return undefined;
  if (takesOne(declaration)) return given.some((each) => correct.includes(each)) ? 1 : 0;
  const isSame = given.length === correct.length && given.every((each) => correct.includes(each));
  const isInOrder = declaration.cardinality !== 'ordered' || given.every((each, at) => each === correct[at]);
  return isSame && isInOrder ? 1 : 0;
}

/** The outcome that is the score: SCORE, or the only one of its kind that the rules set. */
function targetOf(item: XmlElement, processing: XmlElement): string | undefined {
  const set = new Set(
    descendantsOf(processing, 'setOutcomeValue', 'lookupOutcomeValue').map(
      ({ attributes }) => attributes.get('identifier') ?? '',
    ),
  );
  if (set.has('SCORE')) return 'SCORE';
  const named = [...set].filter((name) => /score/iu.test(name) && !/^(?:max|min)/iu.test(name));
  if (named.length === 1) return named[0];
  const numbers = childrenOf(item, 'outcomeDeclaration')
    .filter(({ attributes }) => /^(?:float|integer)$/u.test(attributes.get('baseType') ?? ''))
    .map(({ attributes }) => attributes.get('identifier') ?? '')
    .filter((name) => set.has(name));
  return numbers.length === 1 ? numbers[0] : undefined;
}

function sittings(
  item: XmlElement,
  identifier: string,
  declaration: Declaration,
): (given: readonly Scalar[]) => Sitting {
  const start = startOf(item);
  const tables = new Map(
    childrenOf(item, 'outcomeDeclaration').map((each) => [each.attributes.get('identifier') ?? '', each] as const),
  );
  let steps = 0;
  const spend = (): boolean => {
    steps += 1;
    return steps <= MOST_STEPS;
  };
  return (given) => ({ identifier, declaration, given, variables: new Map(start), tables, spend });
}

/** Values of all variables before an answer is marked. */
function startOf(item: XmlElement): Map<string, Value> {
  const outcomes = childrenOf(item, 'outcomeDeclaration');
  const attribute = (element: XmlElement, name: string): string => element.attributes.get(name) ?? '';
  const most = outcomes
    .filter((each) => attribute(each, 'identifier') === 'SCORE')
    .map((each) => numberOf(attribute(each, 'normalMaximum')))[0];
  // why one: files name the most that can be earned without saying how much it is.
  const start = new Map<string, Value>([
    ['SCORE', [0]],
    ['MAXSCORE', [most ?? 1]],
    ['numAttempts', [1]],
  ]);
  for (const outcome of outcomes) {
    const [name, baseType] = [attribute(outcome, 'identifier'), attribute(outcome, 'baseType')];
    const texts = childrenOf(outcome, 'defaultValue').flatMap((each) => childrenOf(each, 'value').map(textOf));
    const isNumber = baseType === 'float' || baseType === 'integer';
    if (texts.length > 0) start.set(name, scalarsOf(texts, baseType));
    else if (!start.has(name)) start.set(name, isNumber ? [0] : []);
  }
  for (const set of descendantsOf(item, 'setOutcomeValue', 'lookupOutcomeValue')) {
    const name = attribute(set, 'identifier');
    // why: files leave out what they set; a score that nobody has set is nothing.
    if (!start.has(name)) start.set(name, /score|point|mark|grade|raw/iu.test(name) ? [0] : []);
  }
  for (const response of childrenOf(item, 'responseDeclaration'))
    start.set(attribute(response, 'identifier'), attribute(response, 'baseType') === 'boolean' ? [false] : []);
  return start;
}

/** Runs statements in their order. @returns whether they ended the processing */
function run(statements: readonly XmlElement[], sitting: Sitting, target: string): boolean {
  for (const statement of statements) {
    const { local, attributes } = statement;
    const name = attributes.get('identifier') ?? '';
    const [expression] = childrenOf(statement);
    if (!sitting.spend()) {
      sitting.variables.set(target, undefined);
      return true;
    }
    if (local === 'exitResponse') return true;
    if (local === 'setOutcomeValue') sitting.variables.set(name, expression && evaluate(expression, sitting));
    else if (local === 'responseCondition') {
      if (branch(statement, sitting, target)) return true;
    } else if (local === 'lookupOutcomeValue') {
      sitting.variables.set(name, expression && lookedUp(sitting.tables.get(name), evaluate(expression, sitting)));
    } else if (local === 'responseProcessingFragment') {
      if (run(childrenOf(statement), sitting, target)) return true;
    }
    // why the score too: what stands elsewhere may set it.
    else sitting.variables.set(target, undefined);
  }
  return false;
}

function branch(condition: XmlElement, sitting: Sitting, target: string): boolean {
  const branches = childrenOf(condition);
  for (const [at, each] of branches.entries()) {
    const [test, ...statements] = childrenOf(each);
    if (each.local === 'responseElse') return run(childrenOf(each), sitting, target);
    const value = test && evaluate(test, sitting);
    if (value === undefined) {
      for (const left of branches.slice(at))
        for (const set of descendantsOf(left, 'setOutcomeValue', 'lookupOutcomeValue'))
          sitting.variables.set(set.attributes.get('identifier') ?? '', undefined);
      const mayEnd = branches.some((left) => descendantsOf(left, 'exitResponse').length > 0);
      if (mayEnd) sitting.variables.set(target, undefined);
      return mayEnd;
    }
    if (value[0] === true) return run(statements, sitting, target);
  }
  return false;
}

/** What the table of an outcome gives for a number. */
function lookedUp(outcome: XmlElement | undefined, value: Value): Value {
  const [table] = outcome ? childrenOf(outcome, 'matchTable', 'interpolationTable') : [];
  if (!table || value === undefined) return undefined;
  const [given] = value;
  const entry = childrenOf(table).find(({ attributes }) => {
    const source = numberOf(attributes.get('sourceValue'));
    if (source === undefined || typeof given !== 'number') return false;
    // why: entries of the one are numbers, those of the other begin a range, the highest first.
    return table.local === 'matchTable' ? source === given : given >= source;
  });
  const target = numberOf(entry ? entry.attributes.get('targetValue') : table.attributes.get('defaultValue'));
  return target === undefined ? [] : [target];
}
