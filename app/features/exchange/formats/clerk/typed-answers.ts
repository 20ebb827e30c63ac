import { TEXT_RULES, type ItemBody } from '#app/domain/items/item.ts';
import { decimalOf } from '../shared/decimals.ts';
import type { NoteList } from '../shared/notes.ts';
import { meantFraction, type RawOption } from '../shared/weights.ts';
import { rulesIn } from './kind-words.ts';
import type { RawLine, RawQuestion } from './raw-question.ts';

const WEIGHT = /^\s*\{\s*(-?\d{1,3}(?:[.,]\d+)?)\s*%\s*\}\s*/u;

/** Reads "{50%} text". */
export function weighed(text: string): { readonly text: string; readonly weight: number | undefined } {
  const [all = '', percent] = WEIGHT.exec(text) ?? [];
  if (percent === undefined) return { text: text.trim(), weight: undefined };
  return { text: text.slice(all.length).trim(), weight: meantFraction(Number(percent.replace(',', '.')) / 100) };
}

/** Accepted answers: lines, else what the key lists. */
const answersOf = ({ lines, key }: RawQuestion): RawLine[] =>
  lines.length > 0 ? [...lines] : key.split('|').map((text) => ({ text, isMarked: false }));

export const acceptedOf = (raw: RawQuestion): RawOption[] =>
  answersOf(raw).flatMap((line) => {
    const { text, weight = 1 } = weighed(line.text);
    return text === '' ? [] : [{ text, fraction: weight, rationale: line.rationale }];
  });

/** "12,5 ± 0,5", "12.5 +/- 0.5", "1941". */
export function numbersOf(raw: RawQuestion, notes: NoteList): RawOption[] {
  return answersOf(raw).flatMap((line) => {
    const { text, weight = 1 } = weighed(line.text);
    if (text === '') return [];
    const [value = '', distance = '0'] = text.split(/\s*(?:±|\+\/-|\+-)\s*/u);
    const [number, tolerance] = [decimalOf(value), decimalOf(distance)];
    if (number === undefined || tolerance === undefined) {
      notes.add('error', 'not-a-number', { text });
      return [];
    }
    return [{ text: number, fraction: weight, tolerance, rationale: line.rationale }];
  });
}

/** The item with what its kind says of how a typed text is compared. */
export function withRules(body: ItemBody, kind: string): ItemBody {
  const rules = rulesIn(kind);
  const isUsual = rules.ignoresCase === TEXT_RULES.ignoresCase && rules.ignoresMarks === TEXT_RULES.ignoresMarks;
  return isUsual ? body : { ...body, textRules: rules };
}
