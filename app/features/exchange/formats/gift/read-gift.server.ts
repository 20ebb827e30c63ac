import type { FileNote, FileRefusal, ParsedFile, ParsedItem, UploadedFile } from '#app/domain/exchange/parsed-file.ts';
import { TEXT_RULES, type ItemBody } from '#app/domain/items/item.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { noteOutOfOrder, numbersOutOfOrder, textsOutOfOrder } from '../shared/answer-order.ts';
import {
  choiceBody,
  matchBody,
  multipleBody,
  noteUnusual,
  numericBody,
  orderBody,
  textBody,
  trueFalseBody,
  type Frame,
} from '../shared/bodies.ts';
import { mediaStore, shownMedia, type MediaStore } from '../shared/media-store.server.ts';
import { categoryPath } from '../shared/category.server.ts';
import { notesAt, type NoteList } from '../shared/notes.ts';
import { linesOfFile, TEXT_LIMITS } from '../shared/text-file.server.ts';
import { markdownText, oneLine, type TextFormat } from '../shared/texts.server.ts';
import { choiceOptions, numbers, pairs, shortAnswers } from './gift-answers.server.ts';
import { giftBlocks, unescaped, type GiftBlock } from './gift-blocks.server.ts';
import { readComment } from './gift-comment.server.ts';
import { isOrder, orderOf } from './gift-order.server.ts';
import type { ToMarkdown } from './gift-pieces.ts';

/** Reads GIFT as Moodle does (question/format/gift): blank lines part questions, the first { and } hold the answers. */
export async function readGift(
  file: UploadedFile,
  onProgress: (done: number, total: number) => void,
): Promise<Result<ParsedFile, FileRefusal>> {
  const lines = linesOfFile(file.bytes);
  if (!lines.ok) return lines;
  const blocks = giftBlocks(lines.value);
  if (blocks.length > TEXT_LIMITS.items)
    return refuse({ code: 'too-many-items', values: { limit: TEXT_LIMITS.items } });
  const store = mediaStore();
  const items: ParsedItem[] = [];
  const notes: FileNote[] = [];
  let category = '';
  let question = 0;
  blocks.forEach((block, at) => {
    const [whole, path] = /^\$CATEGORY:([^\n]*)/u.exec(block.text) ?? [];
    if (path !== undefined) category = categoryPath(unescaped(path));
    // why: a question right below its category, without an empty line, is what people mean by it.
    const rest = whole === undefined ? block.text : block.text.slice(whole.length).trim();
    if (rest !== '') {
      question += 1;
      const read = readBlock({ ...block, text: rest }, question, category, store);
      if (read.item) items.push(read.item);
      else notes.push(...read.notes);
    }
    onProgress(at + 1, blocks.length);
  });
  return ok({ format: 'gift', items, notes, media: shownMedia(store, items) });
}

interface Parts {
  readonly name: string;
  readonly prompt: string;
  /** undefined: no braces, which makes it a description. */
  readonly answers: string | undefined;
  readonly feedback: string;
}

function readBlock(
  block: GiftBlock,
  question: number,
  category: string,
  store: MediaStore,
): { item?: ParsedItem; notes: readonly FileNote[] } {
  const at = { line: block.line, question };
  const notes = notesAt(at);
  const parts = partsOf(block.text, notes);
  const body = parts && bodyOf(parts, store, notes);
  if (!body) return { notes: notes.notes };
  const said = readComment(block.comment);
  return {
    notes: [],
    item: {
      externalId: said.id,
      place: { topic: said.topic ?? category, lesson: said.lesson, difficulty: said.difficulty, tags: said.tags },
      body: {
        ...body,
        ...(said.shuffles === undefined ? {} : { shuffles: said.shuffles }),
        ...(body.interaction === 'textEntry' && said.textRules ? { textRules: said.textRules } : {}),
        ...(body.interaction === 'numericEntry' && said.unit ? { unit: said.unit } : {}),
        source: said.source,
        facts: said.facts,
      },
      contested: said.contested,
      at,
      notes: notes.notes,
    },
  };
}

function partsOf(written: string, notes: NoteList): Parts | undefined {
  if (written.length > TEXT_LIMITS.questionLength) {
    notes.add('error', 'question-too-long', { limit: TEXT_LIMITS.questionLength });
    return undefined;
  }
  // why the second half: two colons that nothing closes name nothing, and Moodle drops them.
  const [whole = '', name = ''] = /^::(?:([\s\S]*?)::)?/u.exec(written) ?? [];
  const text = written.slice(whole.length).trim();
  const [start, end] = [text.indexOf('{'), text.indexOf('}')];
  if (start < 0 && end < 0) return { name: oneLine(unescaped(name)), prompt: text, answers: undefined, feedback: '' };
  if (start < 0 || end < start) {
    notes.add('error', 'gift-braces');
    return undefined;
  }
  const inside = text.slice(start + 1, end).trim();
  const behind = text.slice(end + 1);
  if (behind.includes('{'))
    notes.add('warning', 'gift-more-braces', { text: unescaped(behind.slice(behind.indexOf('{'))) });
  const [, aside] = /\s(\/\/[^\n]*)/u.exec(`${inside}\n${behind}`) ?? [];
  if (aside !== undefined) notes.add('warning', 'gift-inline-comment', { text: unescaped(aside) });
  const feedbackAt = inside.lastIndexOf('####');
  return {
    name: oneLine(unescaped(name)),
    // why a gap: answers in the middle of a sentence are the missing word; after a second pair of braces Moodle leaves none.
    prompt: text.slice(0, start) + (text.endsWith('}') ? '' : '_____') + behind,
    answers: (feedbackAt < 0 ? inside : inside.slice(0, feedbackAt)).trim(),
    feedback: feedbackAt < 0 ? '' : inside.slice(feedbackAt + 4).trim(),
  };
}

const FORMAT = /^\[(html|moodle|plain|markdown)\]/u;

function bodyOf(parts: Parts, store: MediaStore, notes: NoteList): ItemBody | undefined {
  const format = (FORMAT.exec(parts.prompt.trim())?.[1] ?? 'moodle') as TextFormat;
  const images = { store, find: () => undefined };
  const toMarkdown: ToMarkdown = (piece) => {
    const own = FORMAT.exec(piece);
    const text = unescaped(own ? piece.slice(own[0].length) : piece);
    return markdownText(text, (own?.[1] ?? format) as TextFormat, images, notes);
  };
  const frame: Frame = {
    name: parts.name,
    prompt: toMarkdown(parts.prompt.trim()),
    rationale: toMarkdown(parts.feedback),
  };
  if (parts.answers === undefined) notes.add('warning', 'description-skipped', { name: frame.name || frame.prompt });
  else if (parts.answers === '') notes.add('error', 'kind-not-supported', { kind: 'essay' });
  else {
    if (frame.prompt === '') notes.add('error', 'no-prompt');
    return answered(parts.answers, frame, toMarkdown, notes);
  }
  return undefined;
}

function answered(answers: string, frame: Frame, toMarkdown: ToMarkdown, notes: NoteList): ItemBody {
  if (isOrder(answers)) return ordered(answers, frame, toMarkdown, notes);
  if (answers.startsWith('#')) return numeric(answers, frame, toMarkdown, notes);
  if (answers.includes('~')) {
    const { options, overruled } = choiceOptions(answers, toMarkdown);
    if (overruled !== undefined) notes.add('warning', 'gift-equals-share', { percent: percent(overruled) });
    noteUnusual(options, notes);
    if (options.length < 2) notes.add('error', 'too-few-options', { count: options.length });
    return answers.includes('=') ? choiceBody(frame, options, notes) : multipleBody(frame, options, notes);
  }
  if (answers.includes('=') && answers.includes('->')) {
    const read = pairs(answers, toMarkdown);
    if (read.broken !== undefined) notes.add('error', 'gift-arrow', { text: read.broken });
    return matchBody(frame, read.pairs, notes);
  }
  const [said = '', wrong = '', right = ''] = threeParts(answers);
  if (/^(?:T|TRUE|F|FALSE)$/u.test(said)) {
    const isTrue = said.startsWith('T');
    const [whenTrue, whenFalse] = (isTrue ? [right, wrong] : [wrong, right]).map(toMarkdown);
    return trueFalseBody(frame, isTrue, { whenTrue, whenFalse });
  }
  if (/^(?:t|true|f|false)$/iu.test(said)) notes.add('warning', 'gift-lower-case-true', { text: said });
  const accepted = shortAnswers(answers, toMarkdown);
  noteOutOfOrder(textsOutOfOrder(accepted, TEXT_RULES), notes);
  return textBody(frame, accepted, { heedsCase: false }, notes);
}

const percent = (share: number): number => Math.round(share * 1e5) / 1e3;

function ordered(answers: string, frame: Frame, toMarkdown: ToMarkdown, notes: NoteList): ItemBody {
  const read = orderOf(answers, toMarkdown);
  if (read.hasOtherSettings) notes.add('loss', 'ordering-settings');
  if (read.doubtful !== undefined) notes.add('warning', 'gift-order-number', { text: read.doubtful });
  return orderBody(frame, read.texts, notes);
}

function numeric(answers: string, frame: Frame, toMarkdown: ToMarkdown, notes: NoteList): ItemBody {
  const { options, broken, hasOthers, anyShare } = numbers(answers, toMarkdown);
  if (broken !== undefined) notes.add('error', 'not-a-number', { text: broken });
  if (hasOthers) notes.add('loss', 'feedback-for-others');
  // why an error: where any number earns all, the numbers that are left would be another key.
  if (anyShare !== 0) notes.add(anyShare >= 1 ? 'error' : 'loss', 'any-number-share', { percent: percent(anyShare) });
  noteOutOfOrder(numbersOutOfOrder(options), notes);
  return numericBody(frame, options, '', notes);
}

/** TRUE#said to those who are wrong#said to those who are right. */
function threeParts(answers: string): string[] {
  const [said = '', wrong = '', ...right] = answers.split('#');
  return [said.trim(), wrong.trim(), right.join('#').trim()];
}
