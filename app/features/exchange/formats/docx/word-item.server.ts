import type { ParsedItem } from '#app/domain/exchange/parsed-file.ts';
import { difficultyOf } from '#app/domain/exchange/resolve-place.ts';
import type { Interaction, ItemBody } from '#app/domain/items/item.ts';
import { kindOf, rulesIn } from '../clerk/kind-words.ts';
import { asTrueFalse, choiceBody, multipleBody, trueFalseBody, type Frame } from '../shared/bodies.ts';
import { decimalOf } from '../shared/decimals.ts';
import { notesAt, type NoteList } from '../shared/notes.ts';
import { oneLine } from '../shared/texts.server.ts';
import { meantFraction, type RawOption } from '../shared/weights.ts';
import { markdownOfLines, plainOf } from './line-markdown.server.ts';
import { part, type Line } from './line.ts';
import { matched, ordered, typed, WEIGHT } from './word-kinds.server.ts';
import { lengthWithoutStar, markedKey } from './word-marks.ts';
import { lettersOf, type FieldName } from './word-patterns.ts';
import type { WordOption, WordQuestion } from './word-question.ts';

/** What elsewhere in the document says of a question. */
export interface Elsewhere {
  readonly keys: readonly string[];
  readonly rationale: readonly Line[];
}

/** One question as an item, with what has to be said of it. Its notes name the paragraph where it begins. */
export function itemOf(
  question: WordQuestion,
  elsewhere: Elsewhere,
  ordinal: number,
): { readonly item?: ParsedItem; readonly notes: NoteList['notes'] } {
  const at = { line: question.at, question: ordinal };
  const notes = notesAt(at);
  const said = (name: FieldName): string => oneLine((question.fields.get(name) ?? []).map(plainOf).join(' '));
  if (question.isLegacy) notes.add('error', 'word-legacy-font');
  for (const line of question.left.slice(0, MOST_LEFT)) notes.add('warning', 'word-line-left', { text: plainOf(line) });
  const body = bodyOf(question, elsewhere, said, notes);
  if (!body) return { notes: notes.notes };
  const difficulty = difficultyOf(said('difficulty'));
  if (said('difficulty') !== '' && !difficulty)
    notes.add('warning', 'word-difficulty-unknown', { text: said('difficulty') });
  const [url, page] = [said('url'), said('page')];
  const shuffles = /^không/iu.test(said('shuffles')) ? false : /^có/iu.test(said('shuffles')) ? true : undefined;
  return {
    notes: [],
    item: {
      externalId: said('id'),
      place: {
        topic: said('topic') || question.topic,
        lesson: said('lesson'),
        difficulty,
        tags: said('tags')
          .split(/[,;]/u)
          .map(oneLine)
          .filter((tag) => tag !== ''),
      },
      body: {
        ...body,
        ...(shuffles === undefined ? {} : { shuffles }),
        source: { title: said('source'), ...(url ? { url } : {}), ...(page ? { page } : {}) },
      },
      contested: /^có/iu.test(said('contested')),
      at,
      notes: notes.notes,
    },
  };
}

const MOST_LEFT = 20;

type Said = (name: FieldName) => string;
const ASKS_TRUE_FALSE = /\s*[([]\s*(?:đúng\s*[/|]\s*sai|đ\s*\/\s*s|đúng hay sai)\s*\??\s*[)\]]\s*[.?]?\s*$/iu;

function bodyOf(question: WordQuestion, elsewhere: Elsewhere, said: Said, notes: NoteList): ItemBody | undefined {
  const named = kindOf(said('kind'));
  const rules = said('kind').includes('(') ? rulesIn(said('kind')) : undefined;
  if (said('kind') !== '' && !named) notes.add('warning', 'word-kind-unknown', { text: said('kind') });
  const last = question.prompt.at(-1);
  const asks = last !== undefined && ASKS_TRUE_FALSE.test(last.text) && question.options.length === 0;
  const prompt = asks
    ? [...question.prompt.slice(0, -1), part(last, 0, last.text.replace(ASKS_TRUE_FALSE, '').length)]
    : question.prompt;
  const frame: Frame = {
    name: said('name'),
    prompt: markdownOfLines(prompt),
    rationale: markdownOfLines([...(question.fields.get('rationale') ?? []), ...elsewhere.rationale]),
  };
  const written = writtenKey(question, elsewhere, said, notes);
  if (question.options.length === 0 && written === '') {
    notes.add('error', named ? 'word-no-key' : 'word-essay', { number: question.number });
    return undefined;
  }
  if (frame.prompt === '') notes.add('error', 'no-prompt');
  if (named === 'order') return ordered(question, frame, written, notes);
  if (named === 'match') return matched(question, frame, notes);
  if (question.options.length > 0 && named !== 'textEntry' && named !== 'numericEntry')
    return chosen(question, frame, { written, named }, notes);
  const truth = /^(?:đúng|đ|true|sai|s|false)\s*\.?$/iu.test(written) && (named === undefined || named === 'trueFalse');
  if (truth) {
    const rationales = ['A', 'B'].map((letter) => markdownOfLines(question.optionRationales.get(letter) ?? []));
    return trueFalseBody(frame, /^(?:đ|t)/iu.test(written), { whenTrue: rationales[0], whenFalse: rationales[1] });
  }
  // why: a letter names an option, and there is none; a picture may hold them.
  if (named === undefined && /^[A-H][.\s]*$/u.test(written)) notes.add('error', 'too-few-options', { count: 0 });
  const body = typed(question, frame, { written, named, unit: said('unit') }, notes);
  return body && rules && body.interaction === 'textEntry' ? { ...body, textRules: rules } : body;
}

/** The key as letters or words; a list of answers counts before the line below the question, and a difference is named. */
function writtenKey(question: WordQuestion, elsewhere: Elsewhere, said: Said, notes: NoteList): string {
  const own = said('key');
  const normal = (key: string): string =>
    lettersOf(key, question.options.length)?.toSorted().join('') ?? key.toLowerCase();
  const [listed = '', ...more] = elsewhere.keys;
  const others = [...more, own].filter((key) => key !== '' && normal(key) !== normal(listed));
  if (listed !== '' && others.length > 0)
    notes.add('warning', 'word-key-differs', { used: listed, other: others[0] ?? '' });
  return listed || own;
}

function rawOf(
  option: WordOption,
  question: WordQuestion,
  isKey: boolean,
  keys: number,
): RawOption & { hasWeight: boolean } {
  const [first, ...rest] = option.lines;
  const weight = WEIGHT.exec(first?.text ?? '');
  const lines = first ? [part(first, weight?.[0].length ?? 0), ...rest] : [];
  const last = lines.at(-1);
  const cut = last ? [...lines.slice(0, -1), part(last, 0, lengthWithoutStar(last.text))] : [];
  return {
    text: markdownOfLines(cut),
    fraction: weight ? meantFraction(Number(decimalOf(weight[1] ?? '0')) / 100) : isKey ? 1 / keys : 0,
    rationale: markdownOfLines(question.optionRationales.get(option.letter) ?? []),
    hasWeight: weight !== null,
  };
}

function chosen(
  question: WordQuestion,
  frame: Frame,
  told: { readonly written: string; readonly named: Interaction | undefined },
  notes: NoteList,
): ItemBody {
  const { options } = question;
  const letters = keyOf(question, told, notes);
  const isMultiple = told.named === 'multipleChoice' || (told.named !== 'choice' && letters.length > 1);
  const raws = options.map((option) =>
    rawOf(option, question, letters.includes(option.letter), isMultiple ? Math.max(letters.length, 1) : 1),
  );
  if (options.length < 2) notes.add('error', 'too-few-options', { count: options.length });
  raws.forEach(({ text }, at) => {
    if (text === '') notes.add('error', 'word-option-empty', { letter: options[at]?.letter ?? '' });
  });
  const hasWeights = raws.some(({ hasWeight }) => hasWeight);
  if (letters.length === 0 && !hasWeights) {
    notes.add('error', 'word-no-key', { number: question.number });
    return choiceBodyWithout(frame, raws);
  }
  if (!isMultiple) return asTrueFalse(choiceBody(frame, raws, notes));
  // why: in a multiple choice every wrong option takes a share away, unless the document gives weights.
  const shares = hasWeights
    ? raws
    : raws.map((raw) => (raw.fraction > 0 ? raw : { ...raw, fraction: -1 / letters.length }));
  return multipleBody(frame, shares, notes);
}

/** The body of a question that cannot be taken yet: it is shown with what was read. */
const choiceBodyWithout = (frame: Frame, raws: readonly RawOption[]): ItemBody => ({
  ...choiceBody(frame, raws, notesAt({})),
  key: [],
});

function keyOf(
  question: WordQuestion,
  told: { readonly written: string; readonly named: Interaction | undefined },
  notes: NoteList,
): string[] {
  const { options } = question;
  const atMost = told.named === 'multipleChoice' ? options.length - 1 : Math.floor(options.length / 2);
  const marked = markedKey(options, atMost);
  const written =
    told.written === '' ? undefined : (lettersOf(told.written, options.length) ?? byText(options, told.written));
  if (told.written !== '' && !written) notes.add('error', 'word-key-unknown', { text: told.written });
  if (written) {
    // why only stars and such: bold beside a written key is mostly emphasis, yet it may be the key of another day.
    const differs = marked.letters.length > 0 && marked.letters.toSorted().join('') !== written.toSorted().join('');
    if (differs)
      notes.add('warning', 'word-marks-differ', { used: written.join(', '), other: marked.letters.join(', ') });
    return written;
  }
  if (marked.differs) notes.add('warning', 'word-marks-unclear', { used: marked.letters.join(', ') });
  if (marked.isUnclear) notes.add('warning', 'word-marks-too-many');
  return [...marked.letters];
}

/** A key that repeats the words of its option: "Đáp án: Cao Bằng", "Đúng". */
function byText(options: readonly WordOption[], written: string): string[] | undefined {
  const bare = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/[\s.]+/gu, ' ')
      .trim();
  const found = options.filter(({ lines }) => bare(lines.map(plainOf).join(' ')) === bare(written));
  return found.length === 1 ? found.map(({ letter }) => letter) : undefined;
}
