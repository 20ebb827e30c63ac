import type { FileNote, FileRefusal, ParsedFile, ParsedItem, UploadedFile } from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { textToMarkdown } from '#app/platform/markdown-text.server.ts';
import { choiceBody } from '../shared/bodies.ts';
import { notesAt } from '../shared/notes.ts';
import { linesOfFile, TEXT_LIMITS } from '../shared/text-file.server.ts';

const OPTION = /^([A-Z])[).][ \t]?/u;
const ANSWER = /^ANSWER:/u;
/** The same line as people also type it; Moodle takes the first of them only. */
const ANSWER_LIKE = /^(?:answer|đáp án)\s*:\s*[a-z][.)]?$/iu;

interface Open {
  readonly line: number;
  readonly text: string;
  readonly letters: string[];
  readonly options: string[];
}

/**
 * Reads Aiken as Moodle does (question/format/aiken): a line of text, lines of "A. " or "A) ", and "ANSWER: X" which ends the
 * question. Whatever is no option and no answer begins a question; one that was begun and not ended is reported and left out.
 */
export async function readAiken(
  file: UploadedFile,
  onProgress: (done: number, total: number) => void,
): Promise<Result<ParsedFile, FileRefusal>> {
  const lines = linesOfFile(file.bytes);
  if (!lines.ok) return lines;
  const items: ParsedItem[] = [];
  const notes: FileNote[] = [];
  let open: Open | undefined;
  let question = 0;
  const report = (code: string, line: number, values?: FileNote['values']) =>
    void notes.push(...notesOf(code, line, open && question, values));
  for (const [at, raw] of lines.value.entries()) {
    const line = at + 1;
    const written = raw.trim().normalize('NFC');
    // why bytes: a Latin letter that stands alone is no text in Aiken, but a letter such as 日 may be a whole question.
    if (Buffer.byteLength(written) < 2) continue;
    if (OPTION.test(written)) {
      if (open) add(open, written);
      else report('aiken-not-started', line);
    } else if (ANSWER.test(written) || ANSWER_LIKE.test(written)) {
      if (!open) report('aiken-not-started', line);
      else if (open.options.length < 2) report('too-few-options', line, { count: open.options.length });
      else items.push(itemOf(open, written, question));
      open = undefined;
    } else {
      if (open) report('aiken-not-complete', line, { text: shown(open.text), started: open.line });
      open = { line, text: written, letters: [], options: [] };
      question += 1;
      if (question > TEXT_LIMITS.items) return refuse({ code: 'too-many-items', values: { limit: TEXT_LIMITS.items } });
    }
    if (line % 100 === 0) onProgress(line, lines.value.length);
  }
  if (open) report('aiken-not-complete', open.line, { text: shown(open.text), started: open.line });
  onProgress(lines.value.length, lines.value.length);
  return ok({ format: 'aiken', items, notes, media: new Map() });
}

const shown = (text: string): string => text.slice(0, 60);

function notesOf(
  code: string,
  line: number,
  question: number | undefined,
  values?: FileNote['values'],
): readonly FileNote[] {
  const list = notesAt({ line, ...(question === undefined ? {} : { question }) });
  list.add('error', code, values);
  return list.notes;
}

function add(open: Open, written: string): void {
  open.letters.push(written.slice(0, 1));
  open.options.push(textToMarkdown(written.slice(2).trim()));
}

function itemOf(open: Open, written: string, question: number): ParsedItem {
  const at = { line: open.line, question };
  const notes = notesAt(at);
  const letter = written
    .slice(written.indexOf(':') + 1)
    .trim()
    .slice(0, 1)
    .toUpperCase();
  // why by place: options are counted, whatever letters stand before them.
  const right = letter === '' ? -1 : letter.charCodeAt(0) - 0x41;
  if (open.letters.some((found, index) => found.charCodeAt(0) - 0x41 !== index)) notes.add('warning', 'aiken-letters');
  const isKnown = right >= 0 && right < open.options.length;
  if (!isKnown) notes.add('error', 'aiken-answer-letter', { letter });
  const raws = open.options.map((text, index) => ({ text, fraction: index === right ? 1 : 0 }));
  const frame = { prompt: textToMarkdown(open.text), rationale: '' };
  return {
    externalId: '',
    place: { topic: '', lesson: '', difficulty: undefined, tags: [] },
    // why another list where the letter is unknown: it says more than that there is no key.
    body: choiceBody(frame, raws, isKnown ? notes : notesAt(at)),
    contested: false,
    at,
    notes: notes.notes,
  };
}
