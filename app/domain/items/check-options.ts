import { fold } from '../kernel/text.ts';
import { checkMatch, checkOrder } from './check-pairs.ts';
import { checkTyped } from './check-typed.ts';
import { error, warning, type ItemFinding } from './finding.ts';
import { isTyped, shufflesOptions, type ItemBody, type ItemOption } from './item.ts';
import { shownText } from './shown-text.ts';

/** More rows than this nobody weighs against each other on a phone. */
export const MOST_OPTIONS = 12;

/** Longer than this an option is a text to read: five lines of a phone. */
const LONG_OPTION = 200;

/**
 * A key shows by its length when it is half as long again as the longest distractor and at least 20 characters (some four
 * words) longer. Writers qualify what is right until it cannot be attacked, and pupils know it (Haladyna's rule "keep the
 * length of choices about equal"). Tried on the questions of content/: none of them is caught, as they were written by this rule.
 */
export const TELLING_RATIO = 1.5;
export const TELLING_DIFFERENCE = 20;

/** "Tất cả các đáp án trên", "Cả hai đều đúng", "Không có đáp án nào": options that speak about options. */
const ALL_OF_THE_ABOVE = [
  /^((tat )?ca )?((hai|ba|bon|\d|cac) )*(dap an|phuong an|y|cau) (o |neu )?tren\b/u,
  /^(tat )?ca (hai |ba |bon |\d )?(o |neu )?tren$/u,
  /^(tat )?ca\b.*\bdeu (dung|sai)$/u,
  /^(ca )?[a-f]( ?, ?[a-f])*( va | ?, ?| & )[a-f]( deu)?( dung| sai)?$/u,
  /^khong (co )?(dap an|phuong an|y) nao\b/u,
];

/** The faults of what can be chosen, put in order, matched or typed, and of what is right. */
export function checkOptions(body: ItemBody): ItemFinding[] {
  const findings = [...checkTexts(body), ...checkFractions(body)];
  if (isTyped(body.interaction)) return [...findings, ...checkTyped(body)];
  if (body.interaction === 'order') return [...checkOrder(body), ...findings];
  if (body.interaction === 'match') return [...checkMatch(body), ...findings];
  return [...checkKeys(body), ...findings, ...checkChoices(body)];
}

/** How many keys there are, and whether they are options. */
function checkKeys({ interaction, options, key }: ItemBody): ItemFinding[] {
  const findings: ItemFinding[] = [];
  const keys = new Set(key);
  const ids = new Set(options.map(({ id }) => id));
  if (keys.size === 0) findings.push(error('no-key', 'options'));
  if (interaction !== 'multipleChoice' && keys.size > 1) findings.push(error('too-many-keys', 'options'));
  if (interaction === 'multipleChoice' && keys.size === 1) findings.push(error('too-few-keys', 'options'));
  if ([...keys].some((id) => !ids.has(id))) findings.push(error('key-not-an-option', 'options'));
  if (options.length < (interaction === 'multipleChoice' ? 3 : 2)) findings.push(error('too-few-options', 'options'));
  else if (interaction === 'choice' && options.length < 3) findings.push(warning('too-few-options', 'options'));
  if (options.length > 0 && keys.size >= options.length) findings.push(error('all-options-are-keys', 'options'));
  return findings;
}

/** Rows that are empty, alike, too long, or too many. */
function checkTexts({ interaction, options }: ItemBody): ItemFinding[] {
  const findings = options.flatMap(({ id, text }) => {
    if (text.trim() === '') return error('empty-option', 'options', id);
    return shownText(text).length > LONG_OPTION ? warning('long-option', 'options', id) : [];
  });
  if (options.length > MOST_OPTIONS && !isTyped(interaction)) findings.push(warning('too-many-options', 'options'));
  // why milder where people type: "Pac Bo" beside "Pác Bó", or a number with two tolerances, are two answers on purpose.
  const twins = isTyped(interaction)
    ? equalAnswers(options).map((id) => warning('duplicate-options', 'options', id))
    : twinsOf(options).map((id) => error('duplicate-options', 'options', id));
  return [...findings, ...twins];
}

/** Ids of accepted answers that say the very same as one before them. */
function equalAnswers(options: readonly ItemOption[]): string[] {
  const seen = new Set<string>();
  return options.flatMap(({ id, text, tolerance }) => {
    const answer = `${text.normalize('NFC').trim()} ± ${Number(tolerance ?? 0)}`;
    const isEqual = seen.has(answer);
    seen.add(answer);
    return isEqual && text.trim() !== '' ? id : [];
  });
}

/** Ids of options that read like one before them. why not folded for images: two pictures with the same words differ. */
export function twinsOf(options: readonly ItemOption[]): string[] {
  const seen = new Set<string>();
  return options.flatMap(({ id, text }) => {
    const folded = fold(text);
    if (folded === '') return [];
    const isTwin = seen.has(folded);
    seen.add(folded);
    return isTwin ? id : [];
  });
}

function checkChoices(body: ItemBody): ItemFinding[] {
  const speaking = body.interaction === 'trueFalse' ? [] : body.options.filter(({ text }) => speaksOfOptions(text));
  const say = shufflesOptions(body) ? error : warning;
  const long = keyByLength(body);
  return [
    ...speaking.map(({ id }) => say('all-of-the-above', 'options', id)),
    ...(long === undefined ? [] : [warning('key-visible-by-length', 'options', long)]),
  ];
}

const speaksOfOptions = (text: string): boolean => {
  const folded = fold(shownText(text)).replace(/[.!…]+$/u, '');
  return ALL_OF_THE_ABOVE.some((pattern) => pattern.test(folded));
};

/** The only key, where it is clearly longer than every distractor. */
function keyByLength({ interaction, options, key }: ItemBody): string | undefined {
  if (interaction === 'trueFalse' || new Set(key).size !== 1) return undefined;
  const right = options.find(({ id }) => id === key[0]);
  const others = options.filter(({ id, text }) => id !== key[0] && text.trim() !== '');
  if (!right || others.length < 2) return undefined;
  const longest = Math.max(...others.map(({ text }) => shownText(text).length));
  const length = shownText(right.text).length;
  return length >= longest * TELLING_RATIO && length >= longest + TELLING_DIFFERENCE ? right.id : undefined;
}

/** Weights: −1..1, keys earn something, and those of a multiple choice make one whole (to a hundredth: 33,33 % three times). */
function checkFractions({ interaction, options, key }: ItemBody): ItemFinding[] {
  const weighed = options.filter(({ fraction }) => fraction !== undefined);
  const findings = weighed.flatMap(({ id, fraction = 0 }) => {
    if (!(fraction >= -1 && fraction <= 1)) return error('fraction-out-of-range', 'options', id);
    return key.includes(id) && fraction <= 0 ? error('key-earns-nothing', 'options', id) : [];
  });
  if (interaction === 'multipleChoice' && weighed.length > 0) {
    const sum = options.reduce((total, { id, fraction }) => total + (key.includes(id) ? (fraction ?? 0) : 0), 0);
    if (Math.abs(sum - 1) > 0.01) findings.push(warning('fractions-do-not-add-up', 'options'));
  }
  return findings;
}
