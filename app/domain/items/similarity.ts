import { hash32 } from '../kernel/random.ts';
import { fold } from '../kernel/text.ts';
import { isTyped, type ItemBody, type ItemOption } from './item.ts';

/** Hashes of words and of pairs of neighbours, ascending, each once: small to keep and quick to compare. */
export type Shingles = Int32Array;

/** What an item is compared by. */
export interface Likeness {
  /** The prompt, without the words that every question has. */
  readonly prompt: Shingles;
  /** The prompt with what is right behind it: what the item teaches. */
  readonly statement: Shingles;
  /** What is right; empty where it says nothing (Đúng, Sai), or is not known yet. */
  readonly keys: Shingles;
  /** Whole texts of what can be chosen (and matched with); empty where they say nothing. */
  readonly options: Shingles;
}

/**
 * From here on two items are shown to people as probably the same question. Tried on the 280 items of content/: of their
 * 39,060 pairs six come as high, each about one and the same fact; of copies with their halves turned round, another year, no
 * marks, no punctuation or new distractors every one does, of those with a clause put in front nineteen of twenty.
 * tests/unit/domain/items/similarity.test.ts keeps it so.
 */
export const NEAR_DUPLICATE = 0.6;

/** Words that questions are made of, whatever they ask about. */
const COMMON = new Set(
  (
    'cau hoi sau day dau nao gi ai la co khong va hoac cua cho cac nhung mot nhu the duoc bi boi tai o trong tren duoi tu den ' +
    'voi ve theo da dang se khi thi ma nay do vao ra len nham hay chon tat ca phuong an dap dung sai nhat bao nhieu may'
  ).split(' '),
);

/** Pairs weigh more than words: a Vietnamese word is mostly two syllables, and one syllable is in many. */
const WEIGHT_OF_PAIR = 2;

// why in the hash: what a comparison must know of a word travels with it.
const IS_PAIR = 1;
const IS_NUMBER = 2;

const LETTERS_AND_DIGITS = /[a-z0-9]+/gu;
const HAS_DIGIT = /\d/u;
const IMAGE = /!\[([^\]]*)\]\(media:([0-9a-f]{12})[0-9a-f]*\)/gu;

/** Folded words of a Markdown text. An image is its alternative text and itself: two maps with one question are two questions. */
const wordsOf = (text: string): string[] =>
  Array.from(fold(text.replace(IMAGE, ' $1 $2 ')).matchAll(LETTERS_AND_DIGITS), ([word]) => word);

const shingle = (text: string, flag: number): number => ((hash32(text) & ~(IS_PAIR | IS_NUMBER)) | flag) >> 0;

const sorted = (shingles: Iterable<number>): Shingles => Int32Array.from(new Set(shingles)).toSorted();

/** Words and pairs of neighbours, without those that every question has, unless there are no others ("Ai là ai?"). */
function shinglesOf(told: readonly string[]): number[] {
  const words = told.filter((word) => !COMMON.has(word));
  const kept = words.length >= 2 ? words : told;
  return [
    ...kept.map((word) => shingle(word, HAS_DIGIT.test(word) ? IS_NUMBER : 0)),
    ...kept.slice(1).map((word, index) => shingle(`${kept[index] ?? ''} ${word}`, IS_PAIR)),
  ];
}

/** What an item says, ready to be compared. */
export function likenessOf(body: ItemBody): Likeness {
  const lines: readonly ItemOption[] =
    body.interaction === 'trueFalse' ? [] : [...body.options, ...(body.targets ?? [])];
  const isRight = ({ id }: ItemOption): boolean => body.key.some((key) => key === id || key.startsWith(`${id}>`));
  const keys = lines.filter(isRight).flatMap(({ text }) => shinglesOf(wordsOf(text)));
  const prompt = shinglesOf(wordsOf(body.prompt));
  const texts = isTyped(body.interaction) ? [] : lines.map(({ text }) => wordsOf(text).join(' '));
  return {
    prompt: sorted(prompt),
    statement: sorted([...prompt, ...keys]),
    keys: sorted(keys),
    options: sorted(texts.filter((text) => text !== '').map((text) => shingle(text, 0))),
  };
}

const weightOf = (each: number): number => ((each & IS_PAIR) === 0 ? 1 : WEIGHT_OF_PAIR);

function weigh(shingles: Shingles): number {
  let sum = 0;
  for (const each of shingles) sum += weightOf(each);
  return sum;
}

/** How much two texts share: weighted Jaccard index (P. Jaccard, 1912), and how much of the shorter one is in the longer. */
function overlap(a: Shingles, b: Shingles): { readonly jaccard: number; readonly contained: number } {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [ofA, ofB] = [a[i] ?? 0, b[j] ?? 0];
    if (ofA === ofB) shared += weightOf(ofA);
    if (ofA <= ofB) i += 1;
    if (ofB <= ofA) j += 1;
  }
  const [wholeA, wholeB] = [weigh(a), weigh(b)];
  if (shared === 0) return { jaccard: 0, contained: 0 };
  return { jaccard: shared / (wholeA + wholeB - shared), contained: shared / Math.min(wholeA, wholeB) };
}

/** A question with a clause added is the same question where the answer is the same too; a little less sure. */
const CONTAINED = 0.9;

/**
 * How likely two items are the same question, 0 to 1: what they ask, what is right, and what they offer. The last two decide
 * between questions that ask alike ("Khẳng định nào đúng?", or the theme of one year and of the next). A statement to be
 * judged (Đúng, Sai) is compared with the question and its key together.
 */
export function likeness(a: Likeness, b: Likeness): number {
  const told = overlap(a.statement, b.statement).jaccard;
  const { jaccard, contained } = overlap(a.prompt, b.prompt);
  if (a.keys.length === 0 || b.keys.length === 0) return Math.max(told, CONTAINED * jaccard);
  const right = haveSameNumbers(a.keys, b.keys) ? overlap(a.keys, b.keys).jaccard : 0;
  const asked = Math.max(jaccard, CONTAINED * right * contained);
  if (a.options.length === 0 || b.options.length === 0) return 0.7 * asked + 0.3 * right;
  return Math.max(0.55 * asked + 0.25 * right + 0.2 * overlap(a.options, b.options).jaccard, told);
}

/** "34 đội viên" and "30 đội viên" are two answers, however much they share. */
function haveSameNumbers(a: Shingles, b: Shingles): boolean {
  const numbers = (of: Shingles): Shingles => of.filter((each) => (each & IS_NUMBER) !== 0);
  return numbers(a).join() === numbers(b).join();
}
