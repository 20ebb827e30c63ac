import type { FileNote, ParsedItem } from '#app/domain/exchange/parsed-file.ts';
import { itemOfRaw, kindOf } from '../clerk/item-of-raw.ts';
import { EMPTY_QUESTION, type RawLine, type RawQuestion } from '../clerk/raw-question.ts';
import { isAll, sliceLine, textOfLine, trimLine, type DocBlock, type DocLine } from './doc-line.ts';
import { markdownOfLine, markdownOfTable } from './line-markdown.ts';
import { fieldOf, isKeySection, keysInLine, optionStart, partOf, questionStart, whyOf } from './line-words.ts';

const MARKS = ['colour', 'underline', 'bold', 'italic'] as const;
type Mark = (typeof MARKS)[number];

interface OpenOption {
  readonly parts: string[];
  readonly marks: Set<Mark>;
  readonly isStarred: boolean;
  rationale?: string;
}

interface OpenQuestion {
  readonly number: number;
  readonly line: number;
  readonly prompt: string[];
  readonly options: OpenOption[];
  readonly fields: Partial<Record<Exclude<keyof RawQuestion, 'at' | 'lines' | 'prompt'>, string>>;
  readonly topic: string;
  last: 'prompt' | 'option' | 'rationale' | 'other';
  isLegacy: boolean;
}

/** Questions of a document, as people write them one below the other. Keys may stand at the options, below them, or in a table. */
export class QuestionReader {
  readonly #questions: OpenQuestion[] = [];
  readonly #keys = new Map<number, string>();
  readonly #notes: FileNote[] = [];
  #open: OpenQuestion | undefined;
  #topic = '';
  #isInKeys = false;

  read(blocks: readonly DocBlock[]): { items: ParsedItem[]; notes: FileNote[] } {
    for (const block of blocks) {
      if (block.kind === 'line') this.#line(block.line);
      else this.#table(block);
    }
    const numbers = new Set(this.#questions.map(({ number }) => number));
    for (const number of this.#keys.keys()) {
      if (!numbers.has(number))
        this.#notes.push({ level: 'warning', code: 'key-table-unmatched', at: {}, values: { number } });
    }
    return { items: this.#questions.map((question, at) => this.#item(question, at + 1)), notes: this.#notes };
  }

  #line(line: DocLine): void {
    const text = textOfLine(line).trim();
    if (text === '') return;
    if (isKeySection(text)) {
      this.#isInKeys = true;
      this.#open = undefined;
      return;
    }
    if (this.#isInKeys && this.#takeKeys(text)) return;
    const part = partOf(text);
    if (part && !this.#continues(text)) {
      if (part.topic !== undefined) this.#topic = part.topic;
      this.#open = undefined;
      return;
    }
    const start = questionStart(text);
    if (start && this.#begins(start)) {
      this.#isInKeys = false;
      this.#begin(start.number, line.number);
      const rest = trimLine(sliceLine(trimLine(line), start.length));
      if (rest.runs.length > 0) this.#within(rest);
      return;
    }
    if (this.#open) this.#within(line);
    else if (this.#questions.length === 0 && this.#notes.length === 0 && fieldOf(text)?.field === 'topic')
      this.#topic = fieldOf(text)?.value ?? '';
    else if (fieldOf(text)?.field === 'topic') this.#topic = fieldOf(text)?.value ?? '';
  }

  /** Whether a line that begins with a number begins a question, and not a point of a list within one. */
  #begins({ number, isNamed }: { number: number; isNamed: boolean }): boolean {
    if (isNamed) return true;
    const last = this.#questions.at(-1);
    if (!last) return number <= 1_000;
    const isOver = last.options.length > 1 || last.fields.key !== undefined;
    return number === last.number + 1 && (isOver || last.last !== 'prompt');
  }

  #continues(text: string): boolean {
    return this.#open !== undefined && this.#open.prompt.length === 0 && text !== '';
  }

  #begin(number: number, line: number): void {
    const topic = this.#topic;
    this.#open = { number, line, prompt: [], options: [], fields: {}, topic, last: 'prompt', isLegacy: false };
    this.#questions.push(this.#open);
  }

  /** A line of the question that is open. */
  #within(line: DocLine): void {
    const open = this.#open;
    if (!open) return;
    open.isLegacy ||= line.isLegacy;
    const text = textOfLine(line).trim();
    const why = whyOf(text);
    const option = why && open.options[why.place];
    if (option && why) {
      option.rationale = why.value;
      return;
    }
    const field = fieldOf(text);
    if (field && open.prompt.length > 0) {
      open.fields[field.field] = [open.fields[field.field], field.value].filter(Boolean).join('\n');
      open.last = field.field === 'rationale' ? 'rationale' : 'other';
      return;
    }
    const parts = splitOptions(line, open.options.length);
    for (const part of parts) this.#part(open, part);
  }

  #part(open: OpenQuestion, line: DocLine): void {
    const trimmed = trimLine(line);
    const start = optionStart(textOfLine(trimmed));
    if (start && start.place === open.options.length && (open.prompt.length > 0 || open.options.length > 0)) {
      const rest = trimLine(sliceLine(trimmed, start.length));
      const letterAt = textOfLine(trimmed).search(/[A-La-l]/u);
      const letter = sliceLine(trimmed, letterAt, letterAt + 1);
      const words = textOfLine(rest);
      const hasStar = start.isStarred || /(?<!\*)\*$/u.test(words);
      const marks = new Set(MARKS.filter((mark) => isAll(rest, mark) || isAll(letter, mark)));
      const shown = trimLine(sliceLine(rest, 0, /(?<!\*)\*$/u.test(words) ? words.length - 1 : words.length));
      open.options.push({ parts: [markdownOfLine(shown, false)], marks, isStarred: hasStar });
      open.last = 'option';
      return;
    }
    const text = textOfLine(trimmed);
    if (/^(?:=>|->|→)/u.test(text)) {
      open.options.push({ parts: [markdownOfLine(trimmed, false)], marks: new Set(), isStarred: false });
      open.last = 'option';
    } else if (open.last === 'option') open.options.at(-1)?.parts.push(markdownOfLine(trimmed, false));
    else if (open.last === 'rationale')
      open.fields.rationale = `${open.fields.rationale ?? ''}\n${markdownOfLine(trimmed, true)}`;
    else if (open.last === 'prompt') open.prompt.push(markdownOfLine(trimmed, true));
  }

  /** Keys of a line such as "1.A 2.B 3.C". @returns whether there were any */
  #takeKeys(text: string): boolean {
    const pairs = keysInLine(text);
    if (pairs.length === 0) return false;
    const known = pairs.every(([number]) => this.#questions.some((question) => question.number === number));
    if (!known && !/^\s*(?:c[âa]u\s*)?\d/iu.test(text)) return false;
    for (const [number, key] of pairs) this.#keys.set(number, key);
    return true;
  }

  #table({ rows, number }: Extract<DocBlock, { kind: 'table' }>): void {
    const texts = rows.map((row) => row.map((lines) => lines.map(textOfLine).join(' ').trim()));
    if (this.#keyTable(texts)) return;
    const lines = rows.flat(2);
    const open = this.#open;
    const isOptions =
      open !== undefined &&
      lines.length > 0 &&
      rows
        .flat()
        .every((cell) => cell.length === 0 || optionStart(textOfLine(cell[0] ?? { runs: [] }).trim()) !== undefined);
    const hasQuestions = lines.some((line) => questionStart(textOfLine(line).trim())?.isNamed === true);
    if (isOptions || hasQuestions || !open) {
      // why by columns too: of two columns of options the order is by letters.
      const cells = isOptions ? rows.flat().toSorted((a, b) => letterOf(a) - letterOf(b)) : rows.flat();
      for (const line of cells.flat()) this.#line(line);
    } else if (open.last === 'prompt') open.prompt.push('', markdownOfTable(rows), '');
    else for (const line of lines) this.#line({ ...line, number });
  }

  /** Rows of numbers above rows of letters, or number and letter side by side. */
  #keyTable(texts: readonly (readonly string[])[]): boolean {
    const found = new Map<number, string>();
    const isKey = (text: string | undefined): text is string =>
      /^(?:[A-L](?:\s*[,;]\s*[A-L])*|[A-L]{2,6}|Đ|S|Đúng|Sai)$/iu.test(text ?? '');
    const numberOf = (text: string | undefined): number | undefined => {
      const digits = /^(?:c[âa]u\s*)?(\d{1,5})\.?$/iu.exec(text ?? '')?.[1];
      return digits === undefined ? undefined : Number(digits);
    };
    for (const [at, row] of texts.entries()) {
      const below = texts[at + 1];
      for (const [column, text] of row.entries()) {
        const number = numberOf(text);
        const pair = keysInLine(text);
        if (number !== undefined && isKey(below?.[column])) found.set(number, below[column] ?? '');
        else if (number !== undefined && isKey(row[column + 1])) found.set(number, row[column + 1] ?? '');
        else if (pair.length === 1 && pair[0] && /^\s*(?:c[âa]u\s*)?\d+\s*[.:)\-–=]?\s*[A-L]\s*$/iu.test(text))
          found.set(...pair[0]);
      }
    }
    const cells = texts.flat().filter((text) => text !== '').length;
    if (found.size === 0 || found.size * 4 < cells) return false;
    for (const [number, key] of found) this.#keys.set(number, key);
    return true;
  }

  #item(open: OpenQuestion, order: number): ParsedItem {
    const at = { question: order, line: open.line };
    const mark = markOf(open.options);
    const lines = open.options.map((option): RawLine => ({
      text: option.parts.join('\n').trim(),
      isMarked: option.isStarred || (mark !== undefined && option.marks.has(mark)),
      rationale: option.rationale,
    }));
    const { prompt, level } = withoutLevel(
      open.prompt
        .join('\n')
        .replaceAll(/\n{3,}/gu, '\n\n')
        .trim(),
    );
    const { fields } = open;
    const key = fields.key ?? this.#keys.get(open.number) ?? '';
    const asksTruth = lines.length === 0 && /\(\s*đúng\s*(?:\/|hay|hoặc)\s*sai\s*\??\s*\)\s*$/iu.test(prompt);
    const raw: RawQuestion = {
      ...EMPTY_QUESTION,
      ...fields,
      at,
      topic: fields.topic ?? open.topic,
      difficulty: fields.difficulty ?? level,
      kind: fields.kind ?? (asksTruth ? 'Đúng/Sai' : ''),
      prompt: asksTruth ? prompt.replace(/\s*\([^()]*\)\s*$/u, '') : prompt,
      lines: isTypedKind(fields.kind) ? [] : lines,
      key,
    };
    const legacy: FileNote[] = open.isLegacy ? [{ level: 'error', code: 'legacy-font', at }] : [];
    return itemOfRaw(raw, legacy);
  }
}

const isTypedKind = (kind: string | undefined): boolean => {
  const found = kind === undefined ? undefined : kindOf(kind);
  return found === 'textEntry' || found === 'numericEntry';
};

const letterOf = (cell: readonly DocLine[]): number =>
  cell[0] ? (optionStart(textOfLine(cell[0]).trim())?.place ?? 99) : 99;

/** Which mark sets keys apart: the first that some options have and not all. */
function markOf(options: readonly OpenOption[]): Mark | undefined {
  if (options.some(({ isStarred }) => isStarred)) return undefined;
  return MARKS.find((mark) => {
    const count = options.filter(({ marks }) => marks.has(mark)).length;
    return count > 0 && count < options.length && count <= Math.max(1, options.length - 1);
  });
}

/** Several options on one line, parted by tabs or spaces: only where their letters follow one another. */
function splitOptions(line: DocLine, from: number): DocLine[] {
  const text = textOfLine(line);
  const cuts: number[] = [];
  let next = from;
  for (const found of text.matchAll(/(?:^|\s)(?=\*?\s?([A-La-l])\s*[.)]\s*\S)/gu)) {
    const place = (found[1] ?? '').toUpperCase().charCodeAt(0) - 0x41;
    if (place !== next) continue;
    // why capitals only behind the first: "b. " within a sentence is no option.
    if (cuts.length > 0 && found[1] !== (found[1] ?? '').toUpperCase() && !/\t|\s{2,}/u.test(text)) continue;
    cuts.push(found.index);
    next += 1;
  }
  const [first] = cuts;
  if (first === undefined) return [line];
  if (cuts.length === 1 && first > 0 && from === 0 && !/\t/u.test(text)) return [line];
  const parts = first > 0 ? [sliceLine(line, 0, first)] : [];
  return [...parts, ...cuts.map((cut, at) => sliceLine(line, cut, cuts[at + 1]))]
    .map(trimLine)
    .filter(({ runs }) => runs.length > 0);
}

/** "(NB) Câu hỏi?", "[Dễ] …": the level before the question. */
function withoutLevel(prompt: string): { readonly prompt: string; readonly level: string } {
  const found =
    /^\\?[([]\s*(NB|TH|VDC?|dễ|trung bình|khó|nhận biết|thông hiểu|vận dụng(?: cao)?)\s*\\?[)\]]\s*[.:]?\s*/iu.exec(
      prompt,
    );
  return found ? { prompt: prompt.slice(found[0].length), level: found[1] ?? '' } : { prompt, level: '' };
}
