import type { ParsedItem } from '#app/domain/exchange/parsed-file.ts';
import { difficultyOf } from '#app/domain/exchange/resolve-place.ts';
import { type Interaction, type ItemBody, type ItemOption } from '#app/domain/items/item.ts';
import { fold } from '#app/domain/kernel/text.ts';
import { optionIdAt } from '../option-id.ts';
import {
  asTrueFalse,
  choiceBody,
  matchBody,
  multipleBody,
  numericBody,
  textBody,
  trueFalseBody,
} from '../shared/bodies.ts';
import { decimalOf } from '../shared/decimals.ts';
import { notesAt, type NoteList } from '../shared/notes.ts';
import type { RawOption } from '../shared/weights.ts';
import { kindOf } from './kind-words.ts';
import type { RawQuestion } from './raw-question.ts';
import { readKey } from './read-key.ts';
import { acceptedOf, numbersOf, weighed, withRules } from './typed-answers.ts';

const PAIR = /\s*(?:=>|->|→|⇒)\s*/u;

/** The item that a clerk's question is. What cannot be understood is an error of this question; the others are not touched. */
export function itemOfRaw(raw: RawQuestion, earlier: ParsedItem['notes'] = []): ParsedItem {
  const notes = notesAt(raw.at);
  if (raw.prompt.trim() === '') notes.add('error', 'no-prompt');
  const kind = kindOf(raw.kind);
  if (raw.kind.trim() !== '' && !kind) notes.add('warning', 'unknown-kind', { kind: raw.kind });
  const difficulty = difficultyOf(raw.difficulty);
  if (raw.difficulty.trim() !== '' && !difficulty) notes.add('warning', 'unknown-difficulty', { word: raw.difficulty });
  const body = finish(bodyOf(raw, kind ?? guessKind(raw), notes), raw);
  return {
    externalId: raw.id.trim(),
    place: {
      topic: raw.topic.trim(),
      lesson: raw.lesson.trim(),
      difficulty,
      tags: raw.tags
        .split(/[,;|]/u)
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
    },
    body,
    contested: isYes(raw.contested),
    at: raw.at,
    notes: [...earlier, ...notes.notes],
  };
}

const isYes = (word: string): boolean => /^(?:x|co|yes|true|1|dung)\b/u.test(fold(word));
const isNo = (word: string): boolean => /^(?:khong|no|false|0|sai)\b/u.test(fold(word));

function finish(body: ItemBody, raw: RawQuestion): ItemBody {
  const page = raw.page.trim();
  const url = /^https?:\/\/\S+$/u.test(raw.url.trim()) ? raw.url.trim() : undefined;
  const shuffles = raw.shuffles.trim() === '' ? undefined : !isNo(raw.shuffles);
  const isUsual = shuffles === undefined || shuffles === (body.interaction !== 'trueFalse');
  return {
    ...body,
    ...(isUsual ? {} : { shuffles }),
    source: { title: raw.source.trim(), ...(url ? { url } : {}), ...(page === '' ? {} : { page }) },
  };
}

function guessKind({ lines, key }: RawQuestion): Interaction {
  if (lines.length > 0) return lines.length > 1 && lines.every(({ text }) => PAIR.test(text)) ? 'match' : 'choice';
  if (key.trim() === '') return 'choice';
  if (truthOf(key) !== undefined) return 'trueFalse';
  return decimalOf(key) === undefined ? 'textEntry' : 'numericEntry';
}

/** "Đúng", "Đ", "S", …; undefined for other words. */
function truthOf(word: string): boolean | undefined {
  const key = fold(word)
    .replace(/^(?:dap an|d\/a)\s*[:.]?\s*/u, '')
    .replace(/[\s.]+$/u, '');
  if (/^(?:dung|d|true|t)$/u.test(key)) return true;
  return /^(?:sai|s|false|f)$/u.test(key) ? false : undefined;
}

function bodyOf(raw: RawQuestion, kind: Interaction, notes: NoteList): ItemBody {
  const frame = { name: raw.name.trim() || undefined, prompt: raw.prompt.trim(), rationale: raw.rationale.trim() };
  switch (kind) {
    case 'order':
      return orderedBody(frame, raw, notes);
    case 'match':
      return pairsBody(frame, raw, notes);
    case 'textEntry':
      return withRules(textBody(frame, acceptedOf(raw), { heedsCase: false }, notes), raw.kind);
    case 'numericEntry':
      return numericBody(frame, numbersOf(raw, notes), raw.unit.trim(), notes);
    default:
      return chosenBody(frame, raw, kind, notes);
  }
}

type Frame = Parameters<typeof choiceBody>[0];

function chosenBody(frame: Frame, raw: RawQuestion, kind: Interaction, notes: NoteList): ItemBody {
  if (raw.lines.length === 0) {
    const truth = truthOf(raw.key);
    if (truth !== undefined) return trueFalseBody(frame, truth, {});
    notes.add('error', raw.key.trim() === '' ? 'no-options-no-key' : 'no-options');
  }
  const lines = raw.lines.map((line) => ({ ...line, ...weighed(line.text) }));
  const hasWeights = lines.some(({ weight }) => weight !== undefined);
  const keys = keysOf(raw, lines, hasWeights, notes);
  const isMultiple = kind === 'multipleChoice' || keys.length > 1 || (keys.length === 0 && isShared(raw, lines));
  if (kind === 'choice' && raw.kind.trim() !== '' && keys.length > 1) notes.add('warning', 'several-keys');
  const raws = lines.map(({ text, weight, rationale }, at): RawOption => ({
    text,
    rationale,
    fraction: weight ?? impliedBy(keys, at, isMultiple, hasWeights),
  }));
  if (keys.length === 0 && !hasWeights) {
    // why the plain frame: one error says it, and the reader of the report needs to see the options.
    return choiceBody(frame, raws, notesAt(raw.at));
  }
  return isMultiple ? multipleBody(frame, raws, notes) : asTrueFalse(choiceBody(frame, raws, notes));
}

/** Whether weights alone, without a word on the kind, share the full credit among several lines. */
function isShared({ kind }: RawQuestion, lines: readonly { readonly weight: number | undefined }[]): boolean {
  const earning = lines.filter(({ weight = 0 }) => weight > 0);
  return kind.trim() === '' && earning.length > 1 && earning.every(({ weight = 0 }) => weight < 1);
}

function impliedBy(keys: readonly number[], at: number, isMultiple: boolean, hasWeights: boolean): number {
  if (keys.includes(at)) return isMultiple ? 1 / keys.length : 1;
  return isMultiple && !hasWeights ? -1 / Math.max(1, keys.length) : 0;
}

function keysOf(
  raw: RawQuestion,
  lines: readonly { readonly text: string; readonly isMarked: boolean }[],
  hasWeights: boolean,
  notes: NoteList,
): number[] {
  const marked = lines.flatMap(({ isMarked }, at) => (isMarked ? [at] : []));
  // why fewer than all: where every line is bold, that is how the clerk writes, and says nothing.
  const bySight = marked.length < lines.length ? marked : [];
  if (raw.key.trim() === '') {
    // why not with weights: what earns the full share is the key then.
    if (bySight.length === 0 && lines.length > 0 && !hasWeights) notes.add('error', 'no-key');
    return bySight;
  }
  const truth = truthOf(raw.key);
  const byTruth = truth === undefined ? -1 : lines.findIndex(({ text }) => truthOf(text) === truth);
  const named =
    byTruth >= 0
      ? [byTruth]
      : readKey(
          raw.key,
          lines.map(({ text }) => text),
        );
  if (!named) {
    notes.add('error', 'unknown-key', { key: raw.key });
    return [];
  }
  if (bySight.length > 0 && !isSamePlaces(bySight, named)) {
    notes.add('warning', 'keys-differ', {
      key: raw.key,
      marked: bySight.map((at) => String.fromCodePoint(0x41 + at)).join(', '),
    });
  }
  return named;
}

const isSamePlaces = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((place) => other.includes(place));

function pairsBody(frame: Frame, { lines }: RawQuestion, notes: NoteList): ItemBody {
  const pairs = lines.map(({ text, rationale }) => {
    const [left = '', ...right] = text.split(PAIR);
    return { left: left.trim(), right: right.join(' ').trim(), rationale };
  });
  const body = matchBody(frame, pairs, notes);
  const whole = pairs.filter(({ left, right }) => left !== '' && right !== '');
  return { ...body, options: body.options.map((option, at) => explained(option, whole[at]?.rationale)) };
}

const explained = (option: ItemOption, rationale: string | undefined): ItemOption =>
  rationale ? { ...option, rationale } : option;

function orderedBody(frame: Frame, raw: RawQuestion, notes: NoteList): ItemBody {
  const texts = raw.lines.map(({ text }) => text.trim());
  if (texts.length < 2) notes.add('error', 'too-few-options', { count: texts.length });
  const order = raw.key.trim() === '' ? texts.map((_, at) => at) : readKey(raw.key, texts);
  if (!order || new Set(order).size !== texts.length) notes.add('error', 'order-incomplete', { key: raw.key });
  const options = texts.map((text, at) => explained({ id: optionIdAt(at), text }, raw.lines[at]?.rationale));
  const key = (order ?? []).map((at) => optionIdAt(at));
  const { name, prompt, rationale } = frame;
  return {
    interaction: 'order',
    ...(name ? { name } : {}),
    prompt,
    options,
    key,
    rationale,
    source: { title: '' },
    facts: [],
  };
}
