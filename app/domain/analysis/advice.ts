import type { ItemBody } from '../items/item.ts';
import type { CorrectionKind } from '../scoring/correction.ts';
import type { AnswerFigures, ItemFigures } from './item-figures.ts';
import type { Division } from './score-groups.ts';

/** Fewer attempts than this say nothing that one may act on: the correlation of 30 pairs is known to ±0.36 (95 %). */
export const LEAST_ATTEMPTS = 30;
/** Fewer people than this in a score group say nothing about its choices. */
export const LEAST_IN_GROUP = 10;

/** What to do about a question, and how pressing it is. Options are named by their ids. */
export type Advice =
  | { readonly code: 'voided'; readonly level: 'none' }
  | { readonly code: 'all-right'; readonly level: 'none' }
  | { readonly code: 'too-few'; readonly level: 'none'; readonly attempts: number }
  | {
      readonly code: 'second-key';
      readonly level: 'act';
      readonly option: string;
      readonly share: number;
      readonly keyShare: number;
    }
  | { readonly code: 'negative'; readonly level: 'act'; readonly index: number }
  | { readonly code: 'below-guess'; readonly level: 'act'; readonly facility: number; readonly guess: number }
  | { readonly code: 'too-hard'; readonly level: 'look'; readonly facility: number }
  | { readonly code: 'weak'; readonly level: 'look'; readonly index: number }
  | { readonly code: 'many-blank'; readonly level: 'look'; readonly share: number }
  | { readonly code: 'too-easy'; readonly level: 'look'; readonly facility: number }
  | { readonly code: 'unused-option'; readonly level: 'look'; readonly options: readonly string[] }
  | {
      readonly code: 'rare-option';
      readonly level: 'note';
      readonly options: readonly string[];
      readonly share: number;
    }
  | { readonly code: 'fine'; readonly level: 'none' };
export type AdviceCode = Advice['code'];

/** One-sided 5 % of the normal distribution. */
const Z = 1.645;
const TOO_EASY = 0.95;
const TOO_HARD = 0.2;
/** Moodle: "19 or less: very weak discrimination". */
const WEAK = 20;
const MANY_BLANK = 0.1;
/** A wrong option that fewer choose misleads nobody (Tarrant, Ware and Mohammed 2009). */
const RARE = 0.05;

/**
 * All that is to be said of a question, the most pressing first; never empty. The first is the sentence that its row shows.
 * @param body with the key that holds
 * @param correction how the key was corrected; its figures say nothing of one that counts for nothing or for everybody
 */
export function adviceFor(
  figures: ItemFigures,
  body: ItemBody | undefined,
  correction?: CorrectionKind,
): [Advice, ...Advice[]] {
  const { attempts } = figures;
  if (correction === 'void') return [{ code: 'voided', level: 'none' }];
  if (correction === 'allRight') return [{ code: 'all-right', level: 'none' }];
  if (attempts < LEAST_ATTEMPTS) return [{ code: 'too-few', level: 'none', attempts }];
  const found = [
    secondKey(figures, body),
    negative(figures),
    belowGuess(figures),
    tooHard(figures),
    weak(figures),
    manyBlank(figures),
    tooEasy(figures),
    ...options(figures, body),
  ].filter((each) => each !== undefined);
  const [first, ...rest] = found;
  return first ? [first, ...rest] : [{ code: 'fine', level: 'none' }];
}

/** The wrong options of a choice with how they were chosen, options that nobody chose too. */
export function distractorsOf({ answers, attempts }: ItemFigures, body: ItemBody): { id: string; share: number }[] {
  return body.options
    .filter(({ id }) => !body.key.includes(id))
    .map(({ id }) => {
      const found = answers.find(({ answer }) => answer === id);
      const offered = found?.offered ?? attempts;
      return { id, share: found && offered > 0 ? found.attempts / offered : 0 };
    });
}

const isChoice = (body: ItemBody | undefined): body is ItemBody =>
  body?.interaction === 'choice' || body?.interaction === 'trueFalse';

/** Wrong options that at least one in twenty chooses, of all wrong ones; undefined where the question is no choice. */
export function distractorEfficiency(figures: ItemFigures, body: ItemBody | undefined): number | undefined {
  if (!isChoice(body) || figures.answered === 0) return undefined;
  const all = distractorsOf(figures, body);
  return all.length === 0 ? undefined : all.filter(({ share }) => share >= RARE).length / all.length;
}

/** The share of a score group that gave an answer. */
export function shareIn(answer: AnswerFigures | undefined, division: Division, group: 'low' | 'middle' | 'high') {
  const groups = answer?.groups[division];
  return groups && groups.offered[group] > 0 ? groups.gave[group] / groups.offered[group] : undefined;
}

/**
 * A wrong option that the best choose more often than the right one, and more often than the weakest choose it: people who know
 * go there for a reason, the key is wrong or there are two.
 */
function secondKey(figures: ItemFigures, body: ItemBody | undefined): Advice | undefined {
  const high = figures.groupSizes.kelley?.high ?? 0;
  if (!isChoice(body) || high < LEAST_IN_GROUP) return undefined;
  const byId = new Map(figures.answers.map((answer) => [answer.answer, answer]));
  const keyShare = Math.max(0, ...body.key.map((id) => shareIn(byId.get(id), 'kelley', 'high') ?? 0));
  const [best] = body.options
    .filter(({ id }) => !body.key.includes(id))
    .map(({ id }) => ({
      option: id,
      share: shareIn(byId.get(id), 'kelley', 'high') ?? 0,
      low: shareIn(byId.get(id), 'kelley', 'low') ?? 0,
    }))
    .filter(({ share, low }) => share > keyShare && share >= low)
    .toSorted((a, b) => b.share - a.share);
  return best && { code: 'second-key', level: 'act', option: best.option, share: best.share, keyShare };
}

/** Below zero by more than chance explains: Fisher's z of the correlation beyond one-sided 5 %. */
function negative({ discriminationIndex: index, attempts }: ItemFigures): Advice | undefined {
  if (index === undefined || index >= 0) return undefined;
  const z = Math.atanh(Math.max(-0.999999, index / 100)) * Math.sqrt(attempts - 3);
  return z < -Z ? { code: 'negative', level: 'act', index } : undefined;
}

/** Below what blind guessing earns, by more than chance explains. */
function belowGuess({ facility, randomGuess: guess, sd, maxMark, attempts }: ItemFigures): Advice | undefined {
  if (facility === undefined || !guess || maxMark <= 0) return undefined;
  const error = (sd ?? 0) / maxMark / Math.sqrt(attempts);
  return facility + Z * error < guess ? { code: 'below-guess', level: 'act', facility, guess } : undefined;
}

const tooHard = ({ facility }: ItemFigures): Advice | undefined =>
  facility !== undefined && facility <= TOO_HARD ? { code: 'too-hard', level: 'look', facility } : undefined;

const tooEasy = ({ facility }: ItemFigures): Advice | undefined =>
  facility !== undefined && facility >= TOO_EASY ? { code: 'too-easy', level: 'look', facility } : undefined;

/** Of questions that nearly all or nearly none get, little discrimination is to be expected: the facility says it already. */
const weak = ({ discriminationIndex: index, facility = 0 }: ItemFigures): Advice | undefined =>
  index !== undefined && index < WEAK && facility > TOO_HARD && facility < TOO_EASY
    ? { code: 'weak', level: 'look', index }
    : undefined;

function manyBlank({ answered, attempts }: ItemFigures): Advice | undefined {
  const share = 1 - answered / attempts;
  return share >= MANY_BLANK ? { code: 'many-blank', level: 'look', share } : undefined;
}

function options(figures: ItemFigures, body: ItemBody | undefined): (Advice | undefined)[] {
  if (!isChoice(body) || figures.answered < LEAST_ATTEMPTS) return [];
  const all = distractorsOf(figures, body);
  const unused = all.filter(({ share }) => share === 0).map(({ id }) => id);
  const rare = all.filter(({ share }) => share > 0 && share < RARE);
  return [
    unused.length > 0 ? { code: 'unused-option', level: 'look', options: unused } : undefined,
    rare.length > 0
      ? {
          code: 'rare-option',
          level: 'note',
          options: rare.map(({ id }) => id),
          share: Math.max(...rare.map(({ share }) => share)),
        }
      : undefined,
  ];
}
