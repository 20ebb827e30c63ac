import type { Line, Run } from './line.ts';
import type { WordOption } from './word-question.ts';

/** How a clerk marks what is right, the plainest first. */
const MARKS: readonly (readonly [string, (run: Run) => boolean])[] = [
  ['highlight', ({ highlight }) => highlight],
  ['underline', ({ underline }) => underline],
  ['colour', ({ colour }) => colour],
  ['bold', ({ bold }) => bold],
];

export interface MarkedKey {
  /** Letters; empty where nothing is marked so that it tells options apart. */
  readonly letters: readonly string[];
  /** Two ways of marking that say different things. */
  readonly differs: boolean;
  /** More than half of the options look alike, which tells nothing. */
  readonly isUnclear: boolean;
}

/**
 * The key that the looks of options tell: a star, highlight, underline, colour, bold, of the letter or of the whole option. What
 * marks more than half of them is how the document looks; a star always counts, as nobody types it by chance.
 * @param atMost how many may be right
 */
export function markedKey(options: readonly WordOption[], atMost: number): MarkedKey {
  const starred = options.filter(isStarred).map(({ letter }) => letter);
  if (starred.length > 0) return { letters: starred, differs: false, isUnclear: false };
  let isUnclear = false;
  const found = MARKS.flatMap(([, test]) => {
    const letters = options.filter(({ label }) => all([label], (run) => run.isLabel !== true && test(run)));
    const texts = options.filter(({ lines }) => all(lines, test));
    const told = [letters, texts].filter((marked) => marked.length > 0 && marked.length <= atMost);
    const most = Math.max(letters.length, texts.length);
    isUnclear ||= told.length === 0 && most > atMost && most < options.length;
    const both = options.filter((option) => told.some((marked) => marked.includes(option)));
    const chosen = both.length <= atMost ? both : (told[0] ?? []);
    return chosen.length > 0 ? [chosen.map(({ letter }) => letter)] : [];
  });
  const [letters = []] = found;
  return {
    letters,
    differs: found.some((other) => other.join('') !== letters.join('')),
    isUnclear: isUnclear && letters.length === 0,
  };
}

const STAR_BEHIND = /\s*(?:\(\*\)|(?<!\*)\*|\((?:đúng|đ)\)|\[x\])\s*$/iu;

const isStarred = ({ isStarred: before, lines }: WordOption): boolean =>
  before || STAR_BEHIND.test(lines.at(-1)?.text ?? '');

/** How long a text is without the star behind it. */
export const lengthWithoutStar = (text: string): number => text.replace(STAR_BEHIND, '').length;

function all(lines: readonly Line[], test: (run: Run) => boolean): boolean {
  // why no points and blanks: a clerk who marks "B" leaves the point beside it as it is.
  const runs = lines.flatMap((line) => line.runs).filter(({ text }) => /[^\s.):(\]*]/u.test(text));
  return runs.length > 0 && runs.every(test);
}
