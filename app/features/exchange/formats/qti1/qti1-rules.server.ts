import { attributeOf, childrenOf, descendantsOf, textOf, type XmlElement } from '#app/platform/xml.server.ts';

/** An answer that a rule names. */
interface Equal {
  readonly response: string;
  readonly value: string;
  readonly heedsCase: boolean;
}

/** One end of a range. */
export interface Bound {
  readonly value: string;
  readonly isExclusive: boolean;
}

/** One rule of an item: what must be answered, and what that earns. */
export interface Qti1Rule {
  /** Answers that must be given, by their response; what stands within <not> is left out. */
  readonly equal: readonly Equal[];
  readonly from: Bound | undefined;
  readonly to: Bound | undefined;
  /** Whether some answer must not be given. */
  readonly excludes: boolean;
  /** Whether one of several answers is enough. */
  readonly isEither: boolean;
  /** Whether it asks or does what we cannot tell. */
  readonly isOdd: boolean;
  /** What the rule gives for the score; undefined where it only says something. */
  readonly score: number | undefined;
  readonly feedback: readonly string[];
}

const TESTS = new Set(
  'and or not varequal vargt vargte varlt varlte other unanswered var_extension durequal durlt durgt durlte durgte'.split(
    ' ',
  ),
);

/** Rules of an item, in their order. */
export function rulesOf(item: XmlElement): Qti1Rule[] {
  const full = fullOf(item);
  return childrenOf(item, 'resprocessing')
    .flatMap((processing) => childrenOf(processing, 'respcondition'))
    .map((rule) => ruleOf(rule, full));
}

function ruleOf(rule: XmlElement, full: number): Qti1Rule {
  const tests = childrenOf(rule, 'conditionvar');
  const conditions = tests.flatMap(wanted);
  const bound = (inclusive: string, exclusive: string): Bound | undefined => {
    const found = conditions.find(({ local }) => local === inclusive || local === exclusive);
    return found && { value: textOf(found).trim(), isExclusive: found.local === exclusive };
  };
  const sets = childrenOf(rule, 'setvar').filter((each) =>
    /^(?:que_)?score/iu.test(attributeOf(each, 'varname') ?? attributeOf(each, 'variablename') ?? 'SCORE'),
  );
  return {
    equal: conditions
      .filter(({ local }) => local === 'varequal')
      .map((each) => ({
        response: attributeOf(each, 'respident') ?? '',
        value: textOf(each).trim(),
        heedsCase: attributeOf(each, 'case')?.toLowerCase() === 'yes',
      })),
    from: bound('vargte', 'vargt'),
    to: bound('varlte', 'varlt'),
    excludes: descendantsOf(rule, 'not').length > 0,
    isEither: descendantsOf(rule, 'or').some((either) => descendantsOf(either, 'varequal').length > 1),
    isOdd: sets.some(isReckoned) || tests.some((test) => hasOdd(test)),
    score: scoreOf(sets[0], full),
    feedback: childrenOf(rule, 'displayfeedback').map((each) => attributeOf(each, 'linkrefid') ?? ''),
  };
}

const wanted = (element: XmlElement): XmlElement[] =>
  childrenOf(element).flatMap((child) => {
    if (child.local === 'not') return [];
    return child.local === 'and' || child.local === 'or' ? wanted(child) : [child];
  });

const hasOdd = (test: XmlElement): boolean =>
  childrenOf(test).some((child) => !TESTS.has(child.local) || (child.local !== 'var_extension' && hasOdd(child)));

const isReckoned = (set: XmlElement): boolean => /^(?:multiply|divide)$/iu.test(attributeOf(set, 'action') ?? '');

/** The number that a rule sets, adds or takes away. */
function scoreOf(set: XmlElement | undefined, full: number): number | undefined {
  if (!set) return undefined;
  const written = textOf(set).trim();
  const value = /^score\.max$/iu.test(written) ? full : written === '' ? Number.NaN : Number(written);
  if (!Number.isFinite(value)) return undefined;
  return /^subtract$/iu.test(attributeOf(set, 'action') ?? '') ? -value : value;
}

/** What "SCORE.max" of Blackboard stands for: what the item names as its most, or the most that a rule of it sets. */
function fullOf(item: XmlElement): number {
  const positive = (texts: readonly string[]): number[] => texts.map(Number).filter((each) => each > 0);
  const [named] = positive([
    ...descendantsOf(item, 'qmd_absolutescore_max').map(textOf),
    ...descendantsOf(item, 'decvar').map((each) => attributeOf(each, 'maxvalue') ?? ''),
  ]);
  return named ?? Math.max(1, ...positive(descendantsOf(item, 'setvar').map(textOf)));
}
