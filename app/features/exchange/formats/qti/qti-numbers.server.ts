import type { ItemBody } from '#app/domain/items/item.ts';
import { childrenOf, descendantsOf } from '#app/platform/xml.server.ts';
import { numericBody } from '../shared/bodies.ts';
import { decimalOf, middleOf } from '../shared/decimals.ts';
import { meantFraction, type RawOption } from '../shared/weights.ts';
import { namesAnswer, tolerancesOf } from './qti-expressions.server.ts';
import { noteMappedLosses } from './qti-losses.server.ts';
import type { QtiQuestion } from './qti-question.ts';
import { roundedEnds, tidied } from './qti-rounding.server.ts';

/** A number where the mark may change, with its exact digits. */
interface Bound {
  readonly value: number;
  readonly text: string;
}

/** A stretch of numbers that earn the same: one number, or all between two of them; open ends are undefined. */
interface Stretch {
  readonly from: Bound | undefined;
  readonly to: Bound | undefined;
  readonly score: number;
}

const MOST_BOUNDS = 500;
const COMPARED = ['equal', 'equalRounded', 'match', 'member', 'contains', 'gt', 'gte', 'lt', 'lte'] as const;
const RECKONED = ['sum', 'product', 'subtract', 'divide', 'min', 'max'] as const;

/** The numbers that an item accepts: around every number that it names, one is marked as an answer would be. */
export function acceptedNumbers(question: QtiQuestion): ItemBody | undefined {
  const { declaration, frame, unit, notes } = question;
  const refused = (code: string, values?: Readonly<Record<string, string>>): undefined => {
    notes.add('error', code, values);
    return undefined;
  };
  const wrong = declaration.correct.find((text) => decimalOf(text) === undefined);
  if (wrong !== undefined) return refused('not-a-number', { text: wrong });
  if (reckons(question)) return refused('own-scoring');
  noteMappedLosses(question);
  const bounds = boundsOf(question);
  if (bounds.length > MOST_BOUNDS) return refused('own-scoring');
  const stretches = stretchesOf(bounds, question);
  if (!stretches) return refused('own-scoring');
  if ([stretches[0], stretches.at(-1)].some((end) => end && end.score > 0)) return refused('range-open');
  const scores = stretches.map(({ score }) => score).filter((score) => score > 0);
  const levels = [...new Set(scores)].toSorted((one, other) => other - one);
  const most = levels[0] ?? 0;
  const correct = declaration.correct.map((text) => Number(decimalOf(text)));
  const isLess = stretches.some(
    ({ from, to, score }) => from === to && from && correct.includes(from.value) && score < most,
  );
  if (isLess) notes.add('warning', 'correct-earns-less');
  const seen = new Set<string>();
  const raws = levels.flatMap((level) =>
    runsOf(stretches, level).flatMap((run): RawOption[] => {
      const range = rangeOf(run, question);
      const name = range?.join(' ') ?? '';
      if (!range || seen.has(name)) return [];
      seen.add(name);
      const { middle, distance } = middleOf(...range);
      return [{ text: middle, tolerance: distance, fraction: meantFraction(level / most) }];
    }),
  );
  return numericBody(frame, raws, unit, notes);
}

/** Whether the rules reckon with the answer: then no number that they name says where its mark changes. */
const reckons = ({ item, identifier, scoring }: QtiQuestion): boolean =>
  scoring.source === 'rules' &&
  childrenOf(item, 'responseProcessing')
    .flatMap((processing) => descendantsOf(processing, ...RECKONED))
    .some((element) => namesAnswer(element, identifier));

function boundsOf({ item, identifier, declaration, scoring }: QtiQuestion): Bound[] {
  const texts = [...declaration.correct, ...(declaration.mapping?.entries ?? []).map(({ key }) => key)];
  const rules =
    scoring.source === 'rules'
      ? childrenOf(item, 'responseProcessing').flatMap((processing) => descendantsOf(processing, ...COMPARED))
      : [];
  for (const rule of rules) {
    const others = childrenOf(rule).filter(
      (child) => child.attributes.get('identifier') !== identifier || child.local !== 'variable',
    );
    for (const value of others.flatMap((child) => scoring.constant(child) ?? [])) {
      if (typeof value !== 'number') continue;
      const [down, up] = (rule.local === 'equal' ? tolerancesOf(rule, value) : undefined) ?? [0, 0];
      const ends = rule.local === 'equalRounded' ? roundedEnds(rule, value) : [];
      texts.push(...[value, tidied(value - down), tidied(value + up), ...ends].map(String));
    }
  }
  const bounds = texts.flatMap((text): Bound[] => {
    const decimal = decimalOf(text);
    return decimal === undefined ? [] : [{ value: Number(decimal), text: decimal }];
  });
  const distinct = new Map(bounds.toReversed().map((bound) => [bound.value, bound]));
  return [...distinct.values()].toSorted((one, other) => one.value - other.value);
}

/** All numbers in their order, cut at the bounds; undefined where a mark cannot be told. */
function stretchesOf(bounds: readonly Bound[], { scoring }: QtiQuestion): Stretch[] | undefined {
  const ends = [undefined, ...bounds, undefined];
  const stretches: Stretch[] = [];
  for (const [at, to] of ends.entries()) {
    const from = ends[at - 1];
    const inside = [
      ...(at === 0 ? [] : [{ from, to, at: between(from, to) }]),
      ...(to ? [{ from: to, to, at: to.value }] : []),
    ];
    for (const { from: start, to: end, at: probe } of inside) {
      const score = scoring.score([probe]);
      if (score === undefined) return undefined;
      stretches.push({ from: start, to: end, score });
    }
  }
  return stretches;
}

function between(from: Bound | undefined, to: Bound | undefined): number {
  const far = (value: number): number => Math.max(1, Math.abs(value));
  if (from && to) return (from.value + to.value) / 2;
  if (to) return to.value - far(to.value);
  return from ? from.value + far(from.value) : 0;
}

/** Neighbours that earn at least so much, joined. */
function runsOf(stretches: readonly Stretch[], level: number): Stretch[][] {
  const runs: Stretch[][] = [];
  for (const [at, stretch] of stretches.entries()) {
    if (stretch.score < level) continue;
    const before = stretches[at - 1];
    if (before && before.score >= level) runs.at(-1)?.push(stretch);
    else runs.push([stretch]);
  }
  return runs;
}

/** The ends of a run, both of them accepted; undefined where no whole number lies between them. */
function rangeOf(run: readonly Stretch[], { declaration, notes }: QtiQuestion): readonly [string, string] | undefined {
  const [first, last] = [run[0], run.at(-1)];
  if (!first?.from || !last?.to) return undefined;
  const [isOpenBelow, isOpenAbove] = [first.from !== first.to, last.from !== last.to];
  if (declaration.baseType === 'integer') {
    const low = isOpenBelow ? Math.floor(first.from.value) + 1 : Math.ceil(first.from.value);
    const high = isOpenAbove ? Math.ceil(last.to.value) - 1 : Math.floor(last.to.value);
    return low > high ? undefined : [wholeOf(first.from, low), wholeOf(last.to, high)];
  }
  if (isOpenBelow || isOpenAbove) notes.add('loss', 'bound-exclusive');
  return [first.from.text, last.to.text];
}

const wholeOf = ({ value, text }: Bound, whole: number): string =>
  value === whole ? text : (decimalOf(String(whole)) ?? text);
