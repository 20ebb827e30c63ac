import { isTable, part, plainLine, trimmed, type Block, type Line, type Table } from './line.ts';
import { markdownOfTable } from './line-markdown.server.ts';
import { linesOfQuestionTable } from './question-table.ts';
import { fieldStart, INNER_FIELD, keyPairs, KEY_SECTION, optionStart, questionStart } from './word-patterns.ts';

export type KeyPair = readonly [number: number, key: string];
/** What the questions are read from: a line, or the answers of a table. */
export type Step = Line | { readonly keys: readonly KeyPair[]; readonly at: number };

/** Lines one by one, several options of one line parted, tables told apart: answers, options, questions, or part of a prompt. */
export function stepsOf(blocks: readonly Block[]): Step[] {
  let isKeySection = false;
  return blocks.flatMap((block): Step[] => {
    if (isTable(block)) return tableSteps(block, isKeySection);
    isKeySection ||= KEY_SECTION.test(block.text);
    return partsOf(block);
  });
}

function tableSteps(table: Table, isKeySection: boolean): Step[] {
  const keys = keysOf(table);
  if (keys.length >= (isKeySection ? 1 : 3)) return [{ keys, at: table.at }];
  const questions = linesOfQuestionTable(table);
  if (questions) return questions.flatMap(partsOf);
  const cells = table.rows.flat().filter((cell) => cell.length > 0);
  const begins = cells.filter(
    ([line]) =>
      line && (LETTER_ONLY.test(line.text) || optionStart(line.text) || questionStart(line.text)?.isNamed === true),
  );
  const isFrame = table.rows.every((row) => row.length < 2) || begins.length >= 2;
  if (isFrame) return lettersJoined(table).flatMap(partsOf);
  return [{ ...plainLine('', table.at), table: markdownOfTable(table) }];
}

const LETTER_ONLY = /^\s*\*?\(?[A-Ha-h][.)]?\*?\s*$/u;

/** Cells as lines; a letter that has a cell of its own goes before its text. */
function lettersJoined(table: Table): Line[] {
  return table.rows.flatMap((row) => {
    const lines = row.flat();
    return lines.flatMap((line, at): Line[] => {
      const before = lines[at - 1];
      if (before && LETTER_ONLY.test(before.text)) return [];
      const next = lines[at + 1];
      if (!LETTER_ONLY.test(line.text) || !next) return [line];
      const gap = /[.)]/u.test(line.text) ? ' ' : '. ';
      const runs = [...line.runs, ...plainLine(gap, line.at).runs, ...next.runs];
      return [{ ...next, runs, text: line.text + gap + next.text }];
    });
  });
}

const textsOf = (table: Table): string[][] =>
  table.rows.map((row) => row.map((cell) => cell.map(({ text }) => text.trim()).join(' ')));

const numberOf = (text = ''): number | undefined => {
  const [, digits] = /^(?:câu\s*)?(\d{1,4})\s*[.:)]?$/iu.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits);
};
const isKey = (text = ''): boolean => /^(?:[A-Ha-h](?:\s*[,;+&]?\s*[A-Ha-h])*|đúng|sai|đ|s)[.]?$/iu.test(text);

/** Answers of a table: numbers above letters, numbers beside letters, or both in one cell. */
function keysOf(table: Table): KeyPair[] {
  const texts = textsOf(table);
  const found: KeyPair[] = [];
  let others = 0;
  texts.forEach((row, at) =>
    row.forEach((text, column) => {
      const number = numberOf(text);
      const below = texts[at + 1]?.[column];
      const beside = row[column + 1];
      if (number === undefined) {
        const pairs = keyPairs(text);
        found.push(...pairs);
        if (text !== '' && pairs.length === 0 && !isKey(text) && !/^(?:câu|đáp\s*án|đ\/?a|stt|số câu)/iu.test(text))
          others += 1;
      } else if (isKey(below) && !isKey(beside)) found.push([number, below ?? '']);
      else if (isKey(beside)) found.push([number, beside ?? '']);
    }),
  );
  return others > found.length ? [] : found;
}

/** Longer lines are no lists of options; looking for their parts would cost too much. */
const LONGEST = 20_000;

/** A line where several things stand one behind the other, parted. */
function partsOf(line: Line): Line[] {
  if (line.table !== undefined || line.text.length > LONGEST) return [line];
  const cuts = Array.from(line.text.matchAll(INNER_FIELD), ({ index }) => index).filter(
    (index) => line.text.slice(0, index).trim() !== '' && fieldStart(line.text.slice(index)),
  );
  return cut(line, cuts).flatMap((piece) => (fieldStart(piece.text) ? [piece] : cut(piece, optionCuts(piece.text))));
}

function cut(line: Line, cuts: readonly number[]): Line[] {
  const ends = [...cuts, line.text.length];
  return [0, ...cuts].map((from, at) => trimmed(part(line, from, ends[at]))).filter(({ text }) => text !== '');
}

const MARKER = /(?<=^|\s)(?:\*\s?|\(\*\)\s?)?(?:\(([A-Ha-h])\)|([A-Ha-h])\s?\*?[.)])(?=\s|[^\s.)])/gu;

/** Where options begin behind the first: their letters follow one another. */
function optionCuts(text: string): number[] {
  const marks = Array.from(text.matchAll(MARKER), (found) => ({
    index: found.index,
    letter: found[1] ?? found[2] ?? '',
  }));
  const start = optionStart(text);
  const first = start
    ? marks.find(({ index }) => index < start.length)
    : marks.find(({ letter, index }) => /a/iu.test(letter) && /(?:\t|\s{2}|[?:.…!”"]\s*)$/u.test(text.slice(0, index)));
  if (!first) return [];
  const cuts = start ? [] : [first.index];
  let letter = first.letter;
  for (const mark of marks.filter(({ index }) => index > first.index)) {
    if (mark.letter.codePointAt(0) !== (letter.codePointAt(0) ?? 0) + 1) continue;
    cuts.push(mark.index);
    letter = mark.letter;
  }
  return !start && cuts.length < 2 ? [] : cuts;
}
