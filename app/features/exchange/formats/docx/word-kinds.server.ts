import type { Interaction, ItemBody } from '#app/domain/items/item.ts';
import { matchBody, numericBody, orderBody, textBody, type Frame } from '../shared/bodies.ts';
import { decimalOf } from '../shared/decimals.ts';
import type { NoteList } from '../shared/notes.ts';
import { oneLine } from '../shared/texts.server.ts';
import { meantFraction, type RawOption } from '../shared/weights.ts';
import { markdownOfLines } from './line-markdown.server.ts';
import { part } from './line.ts';
import { lettersOf } from './word-patterns.ts';
import type { WordQuestion } from './word-question.ts';

/** "{50%}" before what earns it. */
export const WEIGHT = /^\s*\{\s*([+-]?\d{1,3}(?:[.,]\d+)?)\s*%\s*\}\s*/u;

/** Things to put in order; the key names all of them. */
export function ordered(question: WordQuestion, frame: Frame, written: string, notes: NoteList): ItemBody {
  const { options } = question;
  const letters = lettersOf(written, options.length);
  if (!letters || letters.length !== options.length) {
    notes.add('error', 'word-order-not-whole', { text: written });
    return orderBody(
      frame,
      options.map(({ lines }) => markdownOfLines(lines)),
      notes,
    );
  }
  const body = orderBody(
    frame,
    options.map(({ lines }) => markdownOfLines(lines)),
    notes,
  );
  const rationales = options.map(({ letter }) => markdownOfLines(question.optionRationales.get(letter) ?? []));
  return {
    ...body,
    options: body.options.map((option, at) => ({
      ...option,
      ...(rationales[at] ? { rationale: rationales[at] } : {}),
    })),
    key: letters.flatMap((letter) => body.options[(letter.codePointAt(0) ?? 65) - 65]?.id ?? []),
  };
}

const ARROW = /\s*(?:=>|->|→|⇒|<->|↔)\s*/u;

/** Lines "left => right", and what stands on the right side only. */
export function matched(question: WordQuestion, frame: Frame, notes: NoteList): ItemBody {
  const pairs = question.options.map(({ letter, lines }) => {
    const [first, ...rest] = lines;
    const arrow = first && ARROW.exec(first.text);
    if (!first || !arrow) {
      notes.add('error', 'word-pair', { letter });
      return { left: markdownOfLines(lines), right: '' };
    }
    return {
      left: markdownOfLines([part(first, 0, arrow.index)]),
      right: markdownOfLines([part(first, arrow.index + arrow[0].length), ...rest]),
    };
  });
  return matchBody(
    frame,
    [...pairs, ...question.extras.map((line) => ({ left: '', right: markdownOfLines([line]) }))],
    notes,
  );
}

/** Accepted words or numbers, parted by "|". */
export function typed(
  question: WordQuestion,
  frame: Frame,
  told: { readonly written: string; readonly named: Interaction | undefined; readonly unit: string },
  notes: NoteList,
): ItemBody | undefined {
  const answers = told.written
    .split('|')
    .map((text) => accepted(text))
    .filter(({ text }) => text !== '');
  const numbers = answers.map(numberOf);
  const isNumeric =
    told.named === 'numericEntry' || (told.named === undefined && numbers.every((one) => one !== undefined));
  if (told.named === undefined)
    notes.add('warning', isNumeric ? 'word-taken-as-number' : 'word-taken-as-text', { text: told.written });
  const rationale = (at: number): string =>
    markdownOfLines(question.optionRationales.get(String.fromCodePoint(65 + at)) ?? []);
  if (!isNumeric)
    return textBody(
      frame,
      answers.map((raw, at) => ({ ...raw, rationale: rationale(at) })),
      { heedsCase: false },
      notes,
    );
  numbers.forEach((number, at) => {
    if (!number) notes.add('error', 'not-a-number', { text: answers[at]?.text ?? '' });
  });
  const raws = numbers.flatMap((number, at) => (number ? [{ ...number, rationale: rationale(at) }] : []));
  return numericBody(frame, raws, told.unit, notes);
}

function accepted(written: string): RawOption {
  const weight = WEIGHT.exec(written);
  return {
    text: oneLine(written.slice(weight?.[0].length ?? 0)),
    fraction: weight ? meantFraction(Number(decimalOf(weight[1] ?? '0')) / 100) : 1,
  };
}

function numberOf(raw: RawOption): RawOption | undefined {
  const [value = '', tolerance = '0', ...more] = raw.text.split(/±|\+\/-/u);
  const [number, distance] = [decimalOf(value.replaceAll(/\s/gu, '')), decimalOf(tolerance.replaceAll(/\s/gu, ''))];
  return number === undefined || distance === undefined || more.length > 0
    ? undefined
    : { ...raw, text: number, tolerance: distance };
}
