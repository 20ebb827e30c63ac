import { part, plainLine, trimmed, type Line } from './line.ts';
import { levelOf } from './question-level.ts';
import {
  fieldStart,
  HEADING,
  PARTING,
  SHARED_TEXT,
  keyPairs,
  KEY_SECTION,
  optionStart,
  questionStart,
  type FieldName,
  type QuestionStart,
} from './word-patterns.ts';
import type { WordQuestion, WordQuestions } from './word-question.ts';
import type { KeyPair, Step } from './word-steps.server.ts';

const isLine = (step: Step): step is Line => 'runs' in step;

/** Sorts lines into questions. */
export function questionsOf(steps: readonly Step[]): WordQuestions {
  const sorter = new Sorter(steps);
  steps.forEach((step, at) => sorter.take(step, at));
  return sorter;
}

const FAR = 12;

class Sorter implements WordQuestions {
  readonly questions: WordQuestion[] = [];
  readonly keys: KeyPair[] = [];
  readonly explained = new Map<number, Line[]>();
  readonly before: Line[] = [];
  private readonly steps: readonly Step[];
  private readonly isNamed: boolean;
  private readonly isNumbered: boolean;
  private topic = '';
  private at = 0;
  private isKeySection = false;
  private explaining: Line[] | undefined;
  private place: Line[] = this.before;
  private placeKind: 'prompt' | 'option' | 'text' | 'none' = 'none';

  constructor(steps: readonly Step[]) {
    this.steps = steps;
    const end = steps.findIndex((step) => isLine(step) && KEY_SECTION.test(step.text));
    const starts = steps
      .slice(0, end > 0 ? end : undefined)
      .flatMap((step) => (isLine(step) ? (questionStart(step.text) ?? []) : []));
    this.isNamed = starts.some((start) => start.isNamed);
    this.isNumbered = starts.length > 0;
  }

  take(step: Step, at: number): void {
    this.at = at;
    if (!isLine(step)) {
      this.keys.push(...step.keys);
      return;
    }
    if (step.table === undefined && KEY_SECTION.test(step.text) && this.questions.length > 0) {
      this.isKeySection = true;
      this.explaining = undefined;
    } else if (this.isKeySection && !this.isQuestionAgain(step, at)) this.takeKey(step);
    else this.takeLine(step);
  }

  /** Behind a list of answers questions may go on: a start that options follow. */
  private isQuestionAgain(line: Line, at: number): boolean {
    if (!questionStart(line.text) || keyPairs(line.text).length > 0) return false;
    for (const step of this.steps.slice(at + 1, at + FAR)) {
      if (!isLine(step) || questionStart(step.text)?.isNamed || KEY_SECTION.test(step.text)) return false;
      if (optionStart(step.text)?.letter === 'A') {
        this.isKeySection = false;
        return true;
      }
    }
    return false;
  }

  private takeKey(line: Line): void {
    const pairs = keyPairs(line.text);
    const start = questionStart(line.text);
    const field = fieldStart(line.text);
    if (pairs.length > 0) this.keys.push(...pairs);
    else if (start) {
      const rest = part(line, start.length);
      const said = fieldStart(rest.text)?.name === 'key' ? part(rest, fieldStart(rest.text)?.length ?? 0) : rest;
      if (said.text.trim() !== '') this.keys.push([start.number, said.text.trim()]);
    }
    const number = start?.number ?? pairs.at(-1)?.[0];
    if (number !== undefined) {
      this.explaining = this.explained.get(number) ?? [];
      this.explained.set(number, this.explaining);
      this.lastNumber = number;
    } else if (field?.name === 'key') this.keys.push([this.lastNumber, part(line, field.length).text.trim()]);
    else if (field?.name === 'rationale') this.explaining?.push(part(line, field.length));
    else if ((this.explaining?.length ?? 0) > 0 && !HEADING.test(line.text)) this.explaining?.push(line);
  }
  private lastNumber = 0;

  private takeLine(line: Line): void {
    if (line.table === undefined && PARTING.test(line.text)) return this.part();
    if (SHARED_TEXT.test(line.text) && this.placeKind !== 'prompt') this.part();
    const current = this.questions.at(-1);
    const start = line.table === undefined ? questionStart(line.text) : undefined;
    if (start && this.begins(start, current)) return this.begin(line, start);
    const heading = HEADING.exec(line.text);
    if (heading && !line.text.includes('?') && fieldStart(line.text) === undefined) {
      const rest = line.text.slice(heading[0].length).trim();
      // why not every part of a paper: "Phần I. Trắc nghiệm" names a kind of question.
      if (!/trắc nghiệm|tự luận|điểm/iu.test(line.text)) this.topic = rest || line.text.trim();
      return this.part();
    }
    if (!this.isNumbered && this.beginsUnnumbered(line, current)) return this.begin(line, undefined);
    if (!current) return this.takeBefore(line);
    if (line.isLegacy) current.isLegacy = true;
    const option = line.table === undefined ? optionStart(line.text) : undefined;
    const field = option ? undefined : fieldStart(line.text);
    if (option && this.fits(option.letter, current)) this.takeOption(line, option, current);
    else if (field && !this.takesKeyList(field.name, part(line, field.length).text))
      this.takeField(line, field.name, field.length, field.letter, current);
    else if (field) this.isKeySection = true;
    else if (/^\s*(?:=>|->|→|⇒)/u.test(line.text) && current.options.length > 0)
      current.extras.push(trimmed(part(line, /^\s*(?:=>|->|→|⇒)/u.exec(line.text)?.[0].length ?? 0)));
    else if (this.placeKind === 'none') current.left.push(line);
    else this.place.push(line);
  }

  /** "Đáp án: 1A, 2B, 3C" behind the last question: no key of it, but the list of all. */
  private takesKeyList(name: FieldName, text: string): boolean {
    const pairs = name === 'key' ? keyPairs(text) : [];
    const numbers = new Set(this.questions.map(({ number }) => number));
    if (pairs.length < 2 || !pairs.every(([number]) => numbers.has(number))) return false;
    this.keys.push(...pairs);
    return true;
  }

  private part(): void {
    this.placeKind = 'none';
    this.place = [];
  }

  private takeBefore(line: Line): void {
    const field = fieldStart(line.text);
    if (field?.name === 'topic') this.topic = part(line, field.length).text.trim();
    else this.before.push(line);
  }

  private begins(start: QuestionStart, current: WordQuestion | undefined): boolean {
    if (start.isNamed) return true;
    if (!current) return !this.isNamed;
    const isDone = current.options.length >= 2 || current.fields.has('key');
    return this.isNamed ? isDone && start.number === current.number + 1 : isDone || start.number === current.number + 1;
  }

  private beginsUnnumbered(line: Line, current: WordQuestion | undefined): boolean {
    if (optionStart(line.text) || fieldStart(line.text) || KEY_SECTION.test(line.text)) return false;
    if (!current) return this.nextIsOption(line);
    return (current.options.length >= 2 || current.fields.has('key')) && !/^\s*=>/u.test(line.text);
  }

  private nextIsOption(line: Line): boolean {
    const next = this.steps[this.at + 1];
    return (
      next !== undefined && isLine(next) && (optionStart(next.text)?.letter === 'A' || /[?:…]\s*$/u.test(line.text))
    );
  }

  private begin(line: Line, start: QuestionStart | undefined): void {
    const rest = trimmed(part(line, start?.length ?? 0));
    const question: WordQuestion = {
      number: start?.number ?? this.questions.length + 1,
      at: line.at,
      prompt: [],
      options: [],
      fields: new Map(),
      optionRationales: new Map(),
      extras: [],
      topic: this.topic,
      left: [],
      isLegacy: line.isLegacy,
    };
    const { level, length } = levelOf(start?.tags ?? '', rest.text);
    if (level !== undefined) question.fields.set('difficulty', [plainLine(level, line.at)]);
    const prompt = trimmed(part(rest, length));
    if (prompt.text !== '') question.prompt.push(prompt);
    this.questions.push(question);
    this.place = question.prompt;
    this.placeKind = 'prompt';
  }

  private fits(letter: string, current: WordQuestion): boolean {
    return letter === String.fromCodePoint(65 + current.options.length);
  }

  private takeOption(line: Line, start: { letter: string; length: number; isStarred: boolean }, current: WordQuestion) {
    const text = trimmed(part(line, start.length));
    const lines = text.text === '' ? [] : [text];
    current.options.push({
      letter: start.letter,
      isStarred: start.isStarred,
      label: part(line, 0, start.length),
      lines,
    });
    this.place = lines;
    this.placeKind = 'option';
  }

  private takeField(line: Line, name: FieldName, length: number, letter: string, current: WordQuestion): void {
    const rest = trimmed(part(line, length));
    const lines = rest.text === '' ? [] : [rest];
    if (name === 'optionRationale') current.optionRationales.set(letter, lines);
    else if (current.fields.has(name)) current.fields.get(name)?.push(...lines);
    else current.fields.set(name, lines);
    this.place = current.fields.get(name) ?? lines;
    if (name === 'optionRationale') this.place = lines;
    // why only texts go on in the next line: what follows "Mức độ: Dễ" is not part of it.
    const goesOn = name === 'rationale' || name === 'optionRationale' || (name === 'key' && lines.length === 0);
    const isBeforeOptions = current.options.length === 0 && !current.fields.has('key');
    this.placeKind = goesOn ? 'text' : isBeforeOptions ? 'prompt' : 'none';
    if (!goesOn) this.place = isBeforeOptions ? current.prompt : [];
  }
}
