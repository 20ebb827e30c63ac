/** Lines of the beginning of a text, whatever ends them. */
const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/u, 2_000);

/** A list whose entries have the fields of an item. */
export function looksLikeYaml(text: string): boolean {
  const lines = linesOf(text.replace(/^\uFEFF/u, '')).filter((line) => !/^(?:#.*|---)?\s*$/u.test(line));
  const [first = ''] = /^items:\s*$/u.test(lines[0] ?? '') ? lines.slice(1) : lines;
  return /^\s*- /u.test(first) && lines.some((line) => /^\s*(?:- )?(?:prompt|interaction):/u.test(line));
}

const AIKEN_OPTION = /^\s*[A-Za-z][.)]\s*\S/u;
const AIKEN_ANSWER = /^ANSWER\s*:\s*[A-Za-z](?:\s*[.)])?$/iu;

/** An answer line and an option; "Answer: b." is how people type it too. */
export function looksLikeAiken(text: string): boolean {
  const lines = linesOf(text);
  return lines.some((line) => AIKEN_ANSWER.test(line.trim())) && lines.some((line) => AIKEN_OPTION.test(line));
}

/** The text without signs that are escaped, so that every brace that is left means something. */
const withoutEscaped = (text: string): string => text.replaceAll(/\\[\\:#={}~n]/gu, '');

/** Braces that begin as answers of GIFT do. */
export function hasGiftAnswers(text: string): boolean {
  const bare = withoutEscaped(text);
  const first = bare.indexOf('{');
  return first >= 0 && bare.includes('}', first) && /\{\s*(?:\}|#|[TF]\b|TRUE|FALSE|[=~])/iu.test(bare);
}

interface Block {
  /** Its text around the first braces. */
  readonly outside: string;
  readonly hasAnswers: boolean;
}

/** A block of lines between blank ones; undefined where it says nothing: comments, categories. */
function blockOf(lines: readonly string[]): Block | undefined {
  const said = lines.filter((line) => !/^\s*(?:\/\/|\$CATEGORY:)/u.test(line)).join('\n');
  if (said.trim() === '') return undefined;
  const [start, end] = [said.indexOf('{'), said.indexOf('}')];
  if (start < 0 || end < start) return { outside: said, hasAnswers: false };
  const before = said.slice(0, start);
  const behind = said.slice(end + 1);
  const isNested = said.slice(start + 1, end).includes('{') || /[{}]/u.test(behind);
  return { outside: before + behind, hasAnswers: before.trim() !== '' && !isNested };
}

const isQuestion = ({ outside, hasAnswers }: Block): boolean =>
  hasAnswers && !outside.split('\n').some((line) => AIKEN_OPTION.test(line));

/**
 * Whatever stands in braces behind a text, as "France? {Paris}". why half of the blocks: braces stand in other texts too (sets
 * of numbers, programs), but there not at nearly every question.
 */
export function looksLikeGift(text: string): boolean {
  const lines = linesOf(withoutEscaped(text));
  const blocks: Block[] = [];
  let open: string[] = [];
  for (const line of [...lines, '']) {
    if (line.trim() !== '') open.push(line);
    else {
      const block = blockOf(open);
      if (block) blocks.push(block);
      open = [];
    }
  }
  const isMarked = lines.some((line) => /^\s*(?:::\S.*::|\$CATEGORY:)/u.test(line));
  const questions = blocks.filter(isMarked ? ({ hasAnswers }) => hasAnswers : isQuestion);
  return questions.length > 0 && (isMarked || questions.length * 2 > blocks.length);
}

/** The head of a table: several names of columns in one line, and no answers of GIFT in it or right below it. */
export function looksLikeTable(text: string): boolean {
  const [first = '', second = ''] = linesOf(text).filter((line) => line.trim() !== '');
  const isGift = /^\s*(?:\/\/|::|\$CATEGORY:)|\{/u.test(first) || /^\s*\{/u.test(second);
  return !isGift && /[,;\t]/u.test(first) && /c[âa]u h[ỏo]i|n[ộo]i dung|question|đ[áa]p [áa]n/iu.test(first);
}
