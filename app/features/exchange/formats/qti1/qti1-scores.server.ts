import { decimalOf, middleOf } from '../shared/decimals.ts';
import type { NoteList } from '../shared/notes.ts';
import { meantFraction, type RawOption } from '../shared/weights.ts';
import { escapedText } from '../qti/qti-texts.server.ts';
import type { Bound, Qti1Rule } from './qti1-rules.server.ts';

const earning = (rules: readonly Qti1Rule[]): Qti1Rule[] => rules.filter(({ score = 0 }) => score !== 0);

/** What each label of one response earns, as shares of the most (single) or of all that is right (several). */
export function labelFractions(
  rules: readonly Qti1Rule[],
  response: string,
  labels: readonly string[],
  isMultiple: boolean,
  notes: NoteList,
): number[] | undefined {
  const scored = earning(rules).map((rule) => ({
    ...rule,
    values: rule.equal.filter((each) => each.response === response).map(({ value }) => value),
  }));
  // why: of several answers no bank item says "one of these is enough", and what asks for nothing that we know may ask for anything.
  if (scored.some(({ values, isEither, score = 0 }) => (isMultiple && isEither) || (values.length === 0 && score > 0)))
    return refused(notes);
  const named = scored.filter(({ values }) => values.length > 0);
  // One rule that wants all right answers at once, and none of the others.
  const whole = isMultiple
    ? named.find(({ values, excludes, score = 0 }) => score > 0 && (values.length > 1 || excludes))
    : undefined;
  if (whole) {
    if (named.length > 1) notes.add('loss', 'weights-dropped');
    const share = 1 / whole.values.length;
    return labels.map((label) => (whole.values.includes(label) ? share : -share));
  }
  const earned = labels.map((label) =>
    named
      .filter(({ values }) => values.includes(label))
      .reduce((most, { score = 0 }) => (Math.abs(score) > Math.abs(most) ? score : most), 0),
  );
  const right = earned.filter((value) => value > 0);
  const full = isMultiple ? right.reduce((sum, value) => sum + value, 0) : Math.max(0, ...right);
  return earned.map((value) => (full > 0 ? Math.max(-1, meantFraction(value / full)) : 0));
}

function refused(notes: NoteList): undefined {
  notes.add('error', 'own-scoring');
  return undefined;
}

/** Texts that are accepted, with what each earns of the most. */
export function acceptedTexts(
  rules: readonly Qti1Rule[],
  notes: NoteList,
): { readonly raws: RawOption[]; readonly heedsCase: boolean } {
  const scored = rules.filter(({ score = 0 }) => score > 0);
  const most = Math.max(0, ...scored.map(({ score = 0 }) => score));
  const raws = new Map<string, number>();
  for (const { equal, score = 0 } of scored) {
    for (const { value } of equal)
      if (value !== '') raws.set(value, Math.max(raws.get(value) ?? 0, meantFraction(score / most)));
  }
  const cases = new Set(scored.flatMap(({ equal }) => equal).map(({ heedsCase }) => heedsCase));
  if (cases.size > 1) notes.add('warning', 'case-mixed');
  return {
    raws: [...raws].map(([text, fraction]) => ({ text: escapedText(text), fraction })),
    heedsCase: cases.has(true),
  };
}

/** Numbers that are accepted: bounds, or an exact value; undefined where one is no number or a bound is missing. */
export function acceptedRanges(rules: readonly Qti1Rule[], isWhole: boolean, notes: NoteList): RawOption[] | undefined {
  const scored = rules.filter(({ score = 0 }) => score > 0);
  const most = Math.max(0, ...scored.map(({ score = 0 }) => score));
  const numbers = scored.flatMap(({ equal, from, to, score = 0 }) => {
    const fraction = meantFraction(score / most);
    const exact = equal.map(({ value }) => rawOf(value, value, fraction));
    if (!from && !to) return exact;
    // why bounds first: an exact value beside them is their middle.
    if (from && to) return [rawOf(endOf(from, 1, isWhole, notes), endOf(to, -1, isWhole, notes), fraction)];
    notes.add('error', 'range-open');
    return [];
  });
  if (numbers.every((number) => number !== undefined)) return numbers;
  notes.add('error', 'not-a-number', { text: wrongOf(scored) });
  return undefined;
}

function rawOf(low: string, high: string, fraction: number): RawOption | undefined {
  const [from, to] = [decimalOf(low), decimalOf(high)];
  if (from === undefined || to === undefined) return undefined;
  const { middle, distance } = middleOf(from, to);
  return { text: middle, tolerance: distance, fraction };
}

/** The first number that is accepted from a bound on: the next whole one where the bound itself is not. */
function endOf({ value, isExclusive }: Bound, step: 1 | -1, isWhole: boolean, notes: NoteList): string {
  const number = Number(decimalOf(value));
  if (!isExclusive || Number.isNaN(number)) return value;
  if (isWhole) return String(step > 0 ? Math.floor(number) + 1 : Math.ceil(number) - 1);
  notes.add('loss', 'bound-exclusive');
  return value;
}

const wrongOf = (rules: readonly Qti1Rule[]): string =>
  rules
    .flatMap(({ equal, from, to }) => [...equal, from, to])
    .map((each) => each?.value ?? '0')
    .find((value) => decimalOf(value) === undefined) ?? '';
