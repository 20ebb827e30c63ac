import type { FileNote, OutgoingItem, WrittenFile } from '#app/domain/exchange/parsed-file.ts';
import { mediaOf, type ItemBody } from '#app/domain/items/item.ts';
import { plainText } from '#app/platform/item-markdown.server.ts';
import { notesAt, type NoteList } from '../shared/notes.ts';
import { fractionOf } from '../shared/weights.ts';

const MOST_OPTIONS = 26;

/** Writes Aiken: choices with one right answer, in plain text. Everything else of an item is lost, and so is every other kind. */
export async function writeAiken(items: readonly OutgoingItem[]): Promise<WrittenFile> {
  const losses: FileNote[] = [];
  const texts: string[] = [];
  items.forEach((item, at) => {
    const notes = notesAt({ question: at + 1 });
    const text = questionOf(item, notes);
    if (text !== undefined) texts.push(text);
    losses.push(...notes.notes);
  });
  return {
    name: 'cau-hoi.aiken.txt',
    contentType: 'text/plain; charset=utf-8',
    bytes: Buffer.from(texts.join('\n'), 'utf8'),
    losses,
  };
}

function questionOf(item: OutgoingItem, notes: NoteList): string | undefined {
  const { body } = item;
  const [right] = body.key;
  const isChoice = body.interaction === 'choice' || body.interaction === 'trueFalse';
  if (!isChoice || body.options.length > MOST_OPTIONS || body.key.length !== 1 || right === undefined) {
    notes.add('loss', 'kind-not-carried');
    return undefined;
  }
  noteLosses(item, notes);
  const lines = body.options.map(({ text }, at) => `${letterAt(at)}. ${line(text)}`);
  const letter = letterAt(body.options.findIndex(({ id }) => id === right));
  return [promptOf(body), ...lines, `ANSWER: ${letter}`, ''].join('\n');
}

const letterAt = (at: number): string => String.fromCharCode(0x41 + at);

const line = (markdown: string): string => plainText(markdown).replaceAll(/\s+/gu, ' ').trim();

// why the dash: a text such as "A. Hồ" or "X" would be taken for an option, or for nothing.
function promptOf(body: ItemBody): string {
  const text = line(body.prompt);
  return /^[A-Z][).]|^ANSWER:|^[\0-\x7f]?$/u.test(text) ? `– ${text}` : text;
}

function noteLosses({ id, place, body, contested }: OutgoingItem, notes: NoteList): void {
  if (body.interaction === 'trueFalse') notes.add('loss', 'kind-changed');
  if (mediaOf(body).length > 0) notes.add('loss', 'images-dropped');
  if ([body.prompt, ...body.options.map(({ text }) => text)].some((text) => line(text) !== text)) {
    notes.add('loss', 'formatting-dropped');
  }
  if (body.rationale !== '' || body.options.some(({ rationale }) => rationale)) notes.add('loss', 'rationale-dropped');
  const implied = body.options.every((option) => fractionOf(body, option) === (body.key.includes(option.id) ? 1 : 0));
  if (!implied) notes.add('loss', 'weights-dropped');
  const hasPlace = place.topic !== '' || place.lesson !== '' || place.tags.length > 0 || place.difficulty !== undefined;
  if (hasPlace || contested || id !== '' || body.source.title !== '' || body.name !== undefined) {
    notes.add('loss', 'metadata-dropped');
  }
}
