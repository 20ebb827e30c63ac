import type { ItemBody } from '#app/domain/items/item.ts';
import { choiceBody, multipleBody } from '../shared/bodies.ts';
import type { NoteList } from '../shared/notes.ts';
import { meantFraction, type RawOption } from '../shared/weights.ts';
import { scalarsOf } from './qti-expressions.server.ts';
import type { QtiQuestion } from './qti-question.ts';
import type { Scoring } from './qti-scoring.server.ts';
import type { Declaration, Mapping } from './qti-tree.server.ts';

type Option = Omit<RawOption, 'fraction'>;

const inBounds = (fraction: number): number => Math.max(-1, Math.min(1, meantFraction(fraction)));

/** One right choice: what each of them earns, by what marking it gives. Undefined where the rules cannot be told. */
export function singleChoice(
  { frame, declaration, scoring, notes }: QtiQuestion,
  ids: readonly string[],
  options: readonly Option[],
): ItemBody | undefined {
  const scores = ids.map((id) => scoring.score(scalarsOf([id], declaration.baseType) ?? [id]));
  const known = scores.filter((score) => score !== undefined);
  if (known.length < scores.length) return refused('own-scoring', notes);
  const best = known.reduce((most, score) => Math.max(most, score), 0);
  const fractions = known.map((score) => (best > 0 ? inBounds(score / best) : 0));
  const named = declaration.correct.filter((id) => ids.includes(id));
  const key = named.find((id) => fractions[ids.indexOf(id)] === 1);
  if (named.length > 0 && key === undefined) return refused('key-contradicts', notes);
  return keyed(
    options.map((option, at) => ({ ...option, fraction: fractions[at] ?? 0 })),
    key === undefined ? -1 : ids.indexOf(key),
    (raws) => choiceBody(frame, raws, notes),
    notes,
  );
}

/** Of several options that earn full marks the correct response is the key; without one, the first is. */
function keyed(
  raws: readonly RawOption[],
  keyAt: number,
  make: (raws: readonly RawOption[]) => ItemBody,
  notes: NoteList,
): ItemBody {
  const isRival = (raw: RawOption, at: number): boolean => at !== keyAt && raw.fraction >= 1;
  if (keyAt < 0 || raws.findIndex(({ fraction }) => fraction >= 1) === keyAt || !raws.some(isRival)) return make(raws);
  notes.add('warning', 'several-full-credit-named');
  const body = make(raws.map((raw, at) => (isRival(raw, at) ? { ...raw, fraction: 0 } : raw)));
  return {
    ...body,
    options: body.options.map((option, at) => {
      const raw = raws[at];
      return raw && isRival(raw, at) ? { ...option, fraction: raw.fraction } : option;
    }),
  };
}

/** Several right choices. */
export function multipleChoice(
  question: QtiQuestion,
  ids: readonly string[],
  options: readonly Option[],
): ItemBody | undefined {
  const { frame, notes } = question;
  const fractions = fractionsOf(question, ids);
  if (!fractions) return undefined;
  return multipleBody(
    frame,
    options.map((option, at) => ({ ...option, fraction: fractions[at] ?? 0 })),
    notes,
  );
}

function fractionsOf(
  { declaration, scoring, notes }: QtiQuestion,
  ids: readonly string[],
): readonly number[] | undefined {
  const { correct, mapping } = declaration;
  if (scoring.source === 'rules') return ruledFractions(declaration, scoring, ids, notes);
  if (scoring.source === 'mapping' && mapping) return mappedFractions(ids, mapping, correct, notes);
  return shares(ids, correct);
}

// why equal shares: they are what the key alone says, so no weights are kept.
const shares = (ids: readonly string[], key: readonly string[]): number[] =>
  ids.map((id) => (key.includes(id) ? 1 : -1) / Math.max(key.length, 1));

function mappedFractions(
  ids: readonly string[],
  mapping: Mapping,
  correct: readonly string[],
  notes: NoteList,
): number[] | undefined {
  const values = ids.map((id) => mapping.entries.find(({ key }) => key === id)?.value ?? mapping.defaultValue);
  const isNamed = ids.map((id) => correct.includes(id));
  const isRight = isNamed.includes(true) ? isNamed : values.map((value) => value > 0);
  if (values.some((value, at) => isRight[at] && value <= 0)) return refused('key-contradicts', notes);
  const full = values.reduce((sum, value, at) => (isRight[at] ? sum + value : sum), 0);
  const most = mapping.upperBound === undefined ? full : Math.min(full, mapping.upperBound);
  // why not kept: in the bank whatever earns something is right.
  if (values.some((value, at) => !isRight[at] && value > 0)) notes.add('loss', 'wrong-earns-dropped');
  return values.map((value, at) => (most > 0 && (isRight[at] || value <= 0) ? inBounds(value / most) : 0));
}

/** More choices than this are not tried in all combinations. */
const MOST_TRIED = 10;
/** More choices than this are not tried at all. */
const MOST_CHOICES = 100;

/** The combination that rules mark best, and what each choice adds to it or takes from it, where that is always the same. */
function ruledFractions(
  { correct }: Declaration,
  scoring: Scoring,
  ids: readonly string[],
  notes: NoteList,
): readonly number[] | undefined {
  const named = ids.filter((id) => correct.includes(id));
  if (ids.length > MOST_CHOICES) return refused('own-scoring', notes);
  const tried = ids.length <= MOST_TRIED ? subsetsOf(ids) : near(ids, named);
  const scored = tried.map((chosen) => ({ chosen, score: scoring.score(chosen) ?? Number.NaN }));
  if (scored.some(({ score }) => Number.isNaN(score))) return refused('own-scoring', notes);
  const most = Math.max(0, ...scored.map(({ score }) => score));
  if (most === 0) return named.length > 0 ? refused('key-contradicts', notes) : ids.map(() => 0);
  const best = scored.filter(({ score }) => score === most).map(({ chosen }) => chosen);
  const scoreOf = (chosen: readonly string[]): number => scoring.score(chosen) ?? 0;
  const key = named.length > 0 ? named : best.toSorted((one, other) => one.length - other.length)[0];
  if (!key) return undefined;
  if (scoreOf(key) !== most) return refused('key-contradicts', notes);
  const full = scoreOf(key);
  const weights = ids.map((id) =>
    key.includes(id)
      ? full - scoreOf(ids.filter((each) => each !== id && key.includes(each)))
      : scoreOf(ids.filter((each) => each === id || key.includes(each))) - full,
  );
  const weightOf = (chosen: readonly string[]): number =>
    chosen.reduce((sum, id) => sum + (weights[ids.indexOf(id)] ?? 0), 0);
  const clamped = (score: number): number => Math.min(most, Math.max(0, score));
  const isSum = scored.every(({ chosen, score }) => Math.abs(clamped(weightOf(chosen)) - clamped(score)) < 1e-6);
  if (isSum) return weights.map((weight) => inBounds(weight / most));
  if (best.length > 1) return refused('own-scoring', notes);
  if (scored.some(({ score }) => score > 0 && score < most)) notes.add('loss', 'weights-dropped');
  return shares(ids, key);
}

const subsetsOf = (ids: readonly string[]): string[][] =>
  ids.reduce<string[][]>((subsets, id) => [...subsets, ...subsets.map((subset) => [...subset, id])], [[]]);

/** The key, and what differs from it by one choice, and each choice alone. */
const near = (ids: readonly string[], key: readonly string[]): string[][] => [
  [],
  [...key],
  [...ids],
  ...ids.map((id) => [id]),
  ...ids.map((id) => ids.filter((each) => (each === id) !== key.includes(each))),
];

function refused(code: 'own-scoring' | 'key-contradicts', notes: NoteList): undefined {
  notes.add('error', code);
  return undefined;
}
