import { childrenOf, descendantsOf, textOf, type XmlElement } from '#app/platform/xml.server.ts';
import { decimalOf, middleOf } from '../shared/decimals.ts';
import { meantFraction, type RawOption } from '../shared/weights.ts';
import type { Declaration } from './qti-tree.server.ts';
import { numberOf } from './qti-tree.server.ts';

interface Found {
  readonly low: string;
  readonly high: string;
  /** What it earns, as the file says. */
  readonly score: number | undefined;
}

/**
 * The numbers that an item accepts: from <equal> and pairs of bounds in its response processing, where there are any, or from
 * its mapping and correct response, which allow no distance.
 */
export function acceptedNumbers(
  item: XmlElement,
  identifier: string,
  declaration: Declaration,
): RawOption[] | undefined {
  const rules = childrenOf(item, 'responseProcessing').flatMap((processing) =>
    descendantsOf(processing, 'responseIf', 'responseElseIf'),
  );
  const found = rules.flatMap((rule) => inRule(rule, identifier, declaration));
  if (found.length > 0) return weighed(found);
  const mapped = declaration.mapping?.entries ?? [];
  const plain = declaration.correct.map((key) => ({ key, value: undefined as number | undefined }));
  const entries = mapped.length > 0 ? mapped : plain;
  const numbers = entries.map(({ key, value }) => ({ number: decimalOf(key), value }));
  if (numbers.some(({ number }) => number === undefined)) return undefined;
  return weighed(numbers.map(({ number = '0', value }) => ({ low: number, high: number, score: value })));
}

function weighed(all: readonly Found[]): RawOption[] {
  // why once: rules for feedback repeat the bounds of the rule for the score.
  const found = all.filter(
    ({ low, high, score = 1 }, at) =>
      !all.some((other, place) => {
        const isSame = other.low === low && other.high === high;
        const earns = other.score ?? 1;
        return isSame && (earns > score || (earns === score && place < at));
      }),
  );
  const most = Math.max(...found.map(({ score }) => score ?? 0));
  return found.map(({ low, high, score }) => {
    const { middle, distance } = middleOf(low, high);
    return {
      text: middle,
      tolerance: distance,
      fraction: score === undefined || most <= 0 ? 1 : meantFraction(score / most),
    };
  });
}

function inRule(rule: XmlElement, identifier: string, declaration: Declaration): Found[] {
  const names = (element: XmlElement): boolean =>
    childrenOf(element, 'variable').some(({ attributes }) => attributes.get('identifier') === identifier);
  const score = scoreIn(rule);
  const valueIn = (element: XmlElement): string | undefined => {
    const [base] = childrenOf(element, 'baseValue');
    return decimalOf(base ? textOf(base) : (declaration.correct[0] ?? ''));
  };
  const conditions = childrenOf(rule).filter(
    ({ local }) => !local.startsWith('response') && local !== 'setOutcomeValue',
  );
  const within = conditions.flatMap((condition) => [
    condition,
    ...descendantsOf(condition, 'equal', 'gte', 'gt', 'lte', 'lt', 'match'),
  ]);
  const equals = within
    .filter((element) => (element.local === 'equal' || element.local === 'match') && names(element))
    .flatMap((element): Found[] => {
      const value = valueIn(element);
      const [low, high] = value === undefined ? [] : rangeOf(value, element);
      return low === undefined || high === undefined ? [] : [{ low, high, score }];
    });
  const bound = (...locals: string[]): string | undefined => {
    const element = within.find((each) => locals.includes(each.local) && names(each));
    return element && valueIn(element);
  };
  const [low, high] = [bound('gte', 'gt'), bound('lte', 'lt')];
  return equals.length === 0 && low !== undefined && high !== undefined ? [{ low, high, score }] : equals;
}

/** The number that the rule gives for the score; a sum or a variable says nothing of its own. */
function scoreIn(rule: XmlElement): number | undefined {
  const [set] = childrenOf(rule, 'setOutcomeValue').filter(({ attributes }) =>
    (attributes.get('identifier') ?? '').startsWith('SCORE'),
  );
  const [base] = set ? descendantsOf(set, 'baseValue') : [];
  return base ? numberOf(textOf(base)) : undefined;
}

/** Bounds of <equal>: tolerance is one number or two (below, above); relative ones are percents. */
function rangeOf(value: string, { attributes }: XmlElement): readonly [string, string] {
  const mode = attributes.get('toleranceMode') ?? 'exact';
  const [below = '0', above = below] = (attributes.get('tolerance') ?? '0').trim().split(/\s+/u);
  if (mode === 'exact') return [value, value];
  const distances = [below, above].map((distance) => {
    const size = Number(decimalOf(distance) ?? '0');
    return mode === 'relative' ? (Math.abs(Number(value)) * size) / 100 : size;
  });
  const [down = 0, up = 0] = distances;
  return [rounded(Number(value) - down), rounded(Number(value) + up)];
}

const rounded = (value: number): string => decimalOf(String(Number(value.toPrecision(12)))) ?? '0';
