import { attributeOf, childrenOf, descendantsOf, textOf, type XmlElement } from '#app/platform/xml.server.ts';
import { decimalOf, middleOf } from '../shared/decimals.ts';
import { meantFraction, type RawOption } from '../shared/weights.ts';

/** One rule of an item: what must be answered, and what that earns. */
export interface Qti1Rule {
  /** Answers that must be given, by their response; what stands within <not> is left out. */
  readonly equal: readonly { readonly response: string; readonly value: string; readonly heedsCase: boolean }[];
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Whether some answer must not be given. */
  readonly excludes: boolean;
  /** What the rule gives for the score; undefined where it only says something. */
  readonly score: number | undefined;
  readonly feedback: readonly string[];
}

/** Rules of an item, in their order. */
export const rulesOf = (item: XmlElement): Qti1Rule[] =>
  childrenOf(item, 'resprocessing')
    .flatMap((processing) => childrenOf(processing, 'respcondition'))
    .map((rule) => {
      const conditions = childrenOf(rule, 'conditionvar').flatMap(wanted);
      const bound = (...names: string[]): string | undefined => {
        const found = conditions.find(({ local }) => names.includes(local));
        return found && textOf(found).trim();
      };
      return {
        equal: conditions
          .filter(({ local }) => local === 'varequal')
          .map((each) => ({
            response: attributeOf(each, 'respident') ?? '',
            value: textOf(each).trim(),
            heedsCase: attributeOf(each, 'case') === 'Yes',
          })),
        from: bound('vargte', 'vargt'),
        to: bound('varlte', 'varlt'),
        excludes: descendantsOf(rule, 'not').length > 0,
        score: scoreOf(rule),
        feedback: childrenOf(rule, 'displayfeedback').map((each) => attributeOf(each, 'linkrefid') ?? ''),
      };
    });

const wanted = (element: XmlElement): XmlElement[] =>
  childrenOf(element).flatMap((child) => {
    if (child.local === 'not') return [];
    return child.local === 'and' || child.local === 'or' ? wanted(child) : [child];
  });

function scoreOf(rule: XmlElement): number | undefined {
  const set = childrenOf(rule, 'setvar').find((each) =>
    /^(?:que_)?score/iu.test(attributeOf(each, 'varname') ?? 'SCORE'),
  );
  const value = set ? Number(textOf(set).trim()) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** What each label of one response earns, as shares of the most (single) or of all that is right (several). */
export function labelFractions(
  rules: readonly Qti1Rule[],
  response: string,
  labels: readonly string[],
  isMultiple: boolean,
): number[] {
  const scored = rules
    .filter(({ score }) => score !== undefined && score !== 0)
    .map((rule) => ({
      ...rule,
      values: rule.equal.filter((each) => each.response === response).map(({ value }) => value),
    }))
    .filter(({ values }) => values.length > 0);
  // One rule that wants all right answers at once, and none of the others.
  const whole = isMultiple
    ? scored.find(({ values, excludes, score = 0 }) => score > 0 && (values.length > 1 || excludes))
    : undefined;
  if (whole) {
    const share = 1 / whole.values.length;
    return labels.map((label) => (whole.values.includes(label) ? share : -share));
  }
  const earned = labels.map((label) =>
    scored
      .filter(({ values }) => values.includes(label))
      .reduce((most, { score = 0 }) => (Math.abs(score) > Math.abs(most) ? score : most), 0),
  );
  const right = earned.filter((value) => value > 0);
  const full = isMultiple ? right.reduce((sum, value) => sum + value, 0) : Math.max(0, ...right);
  return earned.map((value) => (full > 0 ? Math.max(-1, meantFraction(value / full)) : 0));
}

/** Texts that are accepted, with what each earns of the most. */
export function acceptedTexts(rules: readonly Qti1Rule[]): { readonly raws: RawOption[]; readonly heedsCase: boolean } {
  const scored = rules.filter(({ score = 0 }) => score > 0);
  const most = Math.max(0, ...scored.map(({ score = 0 }) => score));
  const raws = new Map<string, number>();
  for (const { equal, score = 0 } of scored) {
    for (const { value } of equal)
      if (value !== '') raws.set(value, Math.max(raws.get(value) ?? 0, meantFraction(score / most)));
  }
  const cases = scored.flatMap(({ equal }) => equal).map(({ heedsCase }) => heedsCase);
  return {
    raws: [...raws].map(([text, fraction]) => ({ text, fraction })),
    heedsCase: cases.length > 0 && cases.every(Boolean),
  };
}

/** Numbers that are accepted: bounds, or an exact value; undefined where one is no number. */
export function acceptedRanges(rules: readonly Qti1Rule[]): RawOption[] | undefined {
  const scored = rules.filter(({ score = 0 }) => score > 0);
  const most = Math.max(0, ...scored.map(({ score = 0 }) => score));
  const ranges = scored.flatMap(({ equal, from, to, score = 0 }) => {
    const fraction = meantFraction(score / most);
    // why bounds first: an exact value beside them is their middle.
    if (from !== undefined && to !== undefined) return [{ low: from, high: to, fraction }];
    return equal.map(({ value }) => ({ low: value, high: value, fraction }));
  });
  const numbers = ranges.map(({ low, high, fraction }) => {
    const [from, to] = [decimalOf(low), decimalOf(high)];
    if (from === undefined || to === undefined) return undefined;
    const { middle, distance } = middleOf(from, to);
    return { text: middle, tolerance: distance, fraction };
  });
  return numbers.every((number) => number !== undefined) ? numbers : undefined;
}
