import type { ItemBody } from '#app/domain/items/item.ts';
import { childrenOf, descendantsOf, textOf } from '#app/platform/xml.server.ts';
import { textBody } from '../shared/bodies.ts';
import { oneLine } from '../shared/texts.server.ts';
import { meantFraction } from '../shared/weights.ts';
import { namesAnswer } from './qti-expressions.server.ts';
import { noteMappedLosses } from './qti-losses.server.ts';
import type { QtiQuestion } from './qti-question.ts';

/** More texts than this are not tried. */
const MOST_TEXTS = 1000;
const AS_NUMBERS = ['equal', 'equalRounded', 'gt', 'gte', 'lt', 'lte', 'integerToFloat'] as const;
/** What nobody would accept. */
const STRANGE = '\uE000\uE001';

/** A star stands for itself in QTI, and for anything in the bank. */
export const escapedText = (text: string): string => text.replaceAll('*', String.raw`\*`);

/** An accepted text of the bank as QTI compares it. */
export const literalText = (accepted: string): string => accepted.replaceAll(String.raw`\*`, '*');

/** Whether a star of the accepted text stands for anything. */
export const hasWildcard = (accepted: string): boolean => /(?<!\\)\*/u.test(accepted);

/** The texts that an item accepts: every text that it names is marked as an answer would be. */
export function acceptedTexts(question: QtiQuestion): ItemBody | undefined {
  const { declaration, scoring, frame, notes } = question;
  const refused = (code: 'own-scoring'): undefined => {
    notes.add('error', code);
    return undefined;
  };
  if (comparesNumbers(question)) return refused('own-scoring');
  noteMappedLosses(question);
  const mapped =
    scoring.source === 'correct' ? [] : (declaration.mapping?.entries ?? []).map(({ key }) => oneLine(key));
  const correct = declaration.correct.map(oneLine);
  const texts = [...new Set([...mapped, ...correct, ...textsOfRules(question)])].filter((text) => text !== '');
  if (texts.length > MOST_TEXTS) return refused('own-scoring');
  const tried = texts.map((text) => ({
    text,
    score: scoring.score([text]) ?? Number.NaN,
    ...variants(text, question),
  }));
  if (tried.some(({ score }) => Number.isNaN(score)) || (scoring.score([STRANGE]) ?? 0) > 0)
    return refused('own-scoring');
  const most = Math.max(0, ...tried.map(({ score }) => score));
  const named = tried.filter(({ text }) => correct.includes(text));
  if (most > 0 && named.some(({ score }) => score < most)) notes.add('warning', 'correct-earns-less');
  const kept = tried.filter(({ text, score }) => score > 0 || mapped.includes(text));
  const cases = kept.filter(({ score }) => score > 0).flatMap(({ heedsCase }) => heedsCase ?? []);
  if (new Set(cases).size > 1) notes.add('warning', 'case-mixed');
  return textBody(
    frame,
    kept.map(({ text, score, isPart }) => ({
      text: isPart ? `*${escapedText(text)}*` : escapedText(text),
      fraction: most > 0 ? Math.max(-1, meantFraction(score / most)) : 0,
    })),
    { heedsCase: cases.includes(true) || cases.length === 0 },
    notes,
  );
}

/** Whether the same text in other letters, or within a longer one, earns as much. */
function variants(text: string, { scoring }: QtiQuestion): { heedsCase: boolean | undefined; isPart: boolean } {
  const score = scoring.score([text]) ?? 0;
  const earnsAsMuch = (other: string): boolean => scoring.score([other]) === score;
  const swapped = [swapCase(text), swapFirst(text)].filter((other) => other !== text);
  return {
    heedsCase: swapped.length === 0 ? undefined : !swapped.every(earnsAsMuch),
    isPart: score > 0 && earnsAsMuch(`${STRANGE}${text}${STRANGE}`),
  };
}

const swapCase = (text: string): string =>
  Array.from(text, (sign) => (sign === sign.toLowerCase() ? sign.toUpperCase() : sign.toLowerCase())).join('');

function swapFirst(text: string): string {
  const signs = Array.from(text);
  const at = signs.findIndex((sign) => swapCase(sign) !== sign);
  return signs.map((sign, place) => (place === at ? swapCase(sign) : sign)).join('');
}

/** Whether rules take the typed text for a number: then more texts are right than any that they name. */
const comparesNumbers = ({ item, identifier, scoring }: QtiQuestion): boolean =>
  scoring.source === 'rules' &&
  childrenOf(item, 'responseProcessing')
    .flatMap((processing) => descendantsOf(processing, ...AS_NUMBERS))
    .filter(({ local, attributes }) => local !== 'equal' || (attributes.get('toleranceMode') ?? 'exact') !== 'exact')
    .some((rule) => namesAnswer(rule, identifier));

const textsOfRules = ({ item, scoring }: QtiQuestion): string[] =>
  scoring.source === 'rules'
    ? childrenOf(item, 'responseProcessing')
        .flatMap((processing) => descendantsOf(processing, 'baseValue'))
        .filter(({ attributes }) => attributes.get('baseType') === 'string')
        .map((value) => oneLine(textOf(value)))
    : [];
