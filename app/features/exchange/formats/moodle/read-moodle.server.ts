import type {
  FileNote,
  FileRefusal,
  OutgoingItem,
  ParsedFile,
  ParsedItem,
  UploadedFile,
} from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  parseXml,
  textOf,
  XML_LIMITS,
  type XmlElement,
} from '#app/platform/xml.server.ts';
import { categoryPath } from '../shared/category.server.ts';
import { mediaStore, shownMedia, type MediaStore } from '../shared/media-store.server.ts';
import { notesAt, type NoteList } from '../shared/notes.ts';
import { completedBy, itemOfRecord, OWN_VOCABULARY, readRecord } from '../shared/own-record.server.ts';
import { TEXT_LIMITS } from '../shared/text-file.server.ts';
import { oneLine } from '../shared/texts.server.ts';
import { bytesOf, fieldsOf, oldImage, plainChild, rawText } from './moodle-fields.server.ts';
import { MOODLE_KINDS } from './moodle-kinds.server.ts';
import { questionXml } from './write-moodle.server.ts';

/** Reads Moodle XML as Moodle does (question/format/xml), with the images that are in it. */
export async function readMoodle(
  file: UploadedFile,
  onProgress: (done: number, total: number) => void,
): Promise<Result<ParsedFile, FileRefusal>> {
  const root = parseXml(file.bytes, { ...XML_LIMITS, bytes: 200 * 1024 * 1024 });
  if (!root.ok) return root;
  // A single question by itself is what test suites and wikis quote.
  const isQuestion = root.value.local === 'question';
  if (root.value.local !== 'quiz' && !isQuestion) {
    return refuse({
      code: 'not-that-format',
      at: { line: root.value.line },
      values: { format: 'moodle', found: root.value.local },
    });
  }
  const questions = isQuestion ? [root.value] : childrenOf(root.value, 'question');
  if (questions.length > TEXT_LIMITS.items)
    return refuse({ code: 'too-many-items', values: { limit: TEXT_LIMITS.items } });
  const store = mediaStore();
  const items: ParsedItem[] = [];
  const notes: FileNote[] = [];
  let category = '';
  let question = 0;
  questions.forEach((element, at) => {
    if (attributeOf(element, 'type') === 'category') category = categoryPath(rawText(childOf(element, 'category')));
    else {
      question += 1;
      const read = readQuestion(element, question, category, store);
      if (read.item) items.push(read.item);
      else notes.push(...read.notes);
    }
    onProgress(at + 1, questions.length);
  });
  return ok({ format: 'moodle', items, notes, media: shownMedia(store, items) });
}

function readQuestion(
  element: XmlElement,
  question: number,
  category: string,
  store: MediaStore,
): { item?: ParsedItem; notes: readonly FileNote[] } {
  const at = { line: element.line, question };
  const record = recordIn(element);
  if (record && saysTheSame(element, record, store)) return { notes: [], item: itemOfRecord(record, at) };
  const notes = notesAt(at);
  const type = attributeOf(element, 'type') ?? '';
  const name = oneLine(rawText(childOf(element, 'name')).replaceAll(/<\/?[a-z][^<>]*>/giu, ''));
  const reader = Object.hasOwn(MOODLE_KINDS, type) ? MOODLE_KINDS[type] : undefined;
  if (!reader) {
    if (type === 'description') notes.add('warning', 'description-skipped', { name });
    else notes.add('error', 'kind-not-supported', { kind: type, name });
    return { notes: notes.notes };
  }
  const fields = fieldsOf(element, store, notes);
  const prompt = [fields.markdown(element, 'questiontext'), oldImage(element, store)]
    .filter((part) => part !== '')
    .join('\n\n');
  if (prompt === '') notes.add('error', 'no-prompt');
  const body = reader({
    element,
    frame: { name, prompt, rationale: fields.markdown(element, 'generalfeedback') },
    fields,
    notes,
  });
  noteLosses(element, notes);
  const read: ParsedItem = {
    externalId: oneLine(plainChild(element, 'idnumber') ?? ''),
    place: { topic: category, lesson: '', difficulty: undefined, tags: tagsOf(element) },
    body,
    contested: false,
    at,
    notes: notes.notes,
  };
  return { notes: [], item: completedBy(read, record) };
}

const tagsOf = (element: XmlElement): string[] => {
  const tags = childrenOf(element, 'tags', 'coursetags').flatMap((list) => childrenOf(list, 'tag'));
  return [...new Set(tags.map((tag) => oneLine(rawText(tag))).filter((tag) => tag !== ''))];
};

/** What Moodle says when a question has no words of its own. */
const USUAL_FEEDBACK = /^(?:<p[^>]*>)?your answer is (?:partially )?(?:correct|incorrect)\.?(?:<\/p>)?$/iu;
const USUAL_PENALTIES = [0, 0.1, 1 / 3, 1];

function noteLosses(element: XmlElement, notes: NoteList): void {
  const grade = Number(plainChild(element, 'defaultgrade') || '1');
  if (grade !== 1) notes.add('loss', 'grade-dropped', { grade });
  const penalty = Number(plainChild(element, 'penalty') || '0');
  if (!USUAL_PENALTIES.some((usual) => Math.abs(usual - penalty) < 0.005))
    notes.add('loss', 'penalty-dropped', { penalty });
  if (plainChild(element, 'hidden') === '1') notes.add('warning', 'was-hidden');
  if (childrenOf(element, 'hint').some((hint) => rawText(hint) !== '')) notes.add('loss', 'hints-dropped');
  const combined = childrenOf(element, 'correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback')
    .map(rawText)
    .filter((text) => text !== '' && !USUAL_FEEDBACK.test(text));
  if (combined.length > 0) notes.add('loss', 'combined-feedback-dropped');
}

function recordIn(element: XmlElement): OutgoingItem | undefined {
  const record = childrenOf(element, 'timhieu').find((child) => attributeOf(child, 'xmlns') === OWN_VOCABULARY);
  return readRecord(record && textOf(record));
}

function saysTheSame(element: XmlElement, record: OutgoingItem, store: MediaStore): boolean {
  for (const file of descendantsOf(element, 'file')) store.keep(attributeOf(file, 'name') ?? '', bytesOf(file));
  const again = parseXml(Buffer.from(questionXml(record, store.media, notesAt({})), 'utf8'));
  return again.ok && wordsOf(again.value) === wordsOf(element);
}

/** All that an element says beside the record, without its lines and what only indents it. */
function wordsOf(element: XmlElement): string {
  const children = element.children.map((child) => {
    if (typeof child !== 'string') return child.local === 'timhieu' ? '' : wordsOf(child);
    return child.trim() === '' && element.children.length > 1 ? '' : JSON.stringify(child);
  });
  return `<${element.name} ${JSON.stringify([...element.attributes])}>${children.join('')}</>`;
}
