import { DIFFICULTIES, type Difficulty, type ItemSource, type TextRules } from '#app/domain/items/item.ts';
import { oneLine } from '../shared/texts.server.ts';

/**
 * What comments before a question say: [id:…] and [tag:…] as Moodle has them, and in the same shape what only the bank has.
 * Other systems pass comments over.
 */
export interface GiftComment {
  readonly id: string;
  readonly tags: readonly string[];
  readonly topic: string | undefined;
  readonly lesson: string;
  readonly difficulty: Difficulty | undefined;
  readonly contested: boolean;
  readonly source: ItemSource;
  readonly facts: readonly string[];
  readonly unit: string;
  readonly shuffles: boolean | undefined;
  readonly textRules: TextRules | undefined;
}

const NAMES = 'id|tag|topic|lesson|difficulty|contested|source|url|page|fact|unit|shuffles|compares';

interface Token {
  readonly name: string;
  readonly value: string;
}

/** Where the value of a token ends; -1 where nothing closes it. A bracket that is escaped closes only where no other does. */
function endOf(line: string, from: number): number {
  let escapedAt = -1;
  for (let at = line.indexOf(']', from); at >= 0; at = line.indexOf(']', at + 1)) {
    if (line.charAt(at - 1) !== '\\') return at;
    escapedAt = at;
  }
  return escapedAt;
}

/** The tokens of a line. why no single pattern: of a thousand tokens that nothing closes each would be sought to the end. */
function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  const start = new RegExp(`\\[(${NAMES}):`, 'gu');
  for (let found = start.exec(line); found; found = start.exec(line)) {
    const from = start.lastIndex;
    const end = endOf(line, from);
    if (end < 0) break;
    tokens.push({ name: found[1] ?? '', value: oneLine(line.slice(from, end).replaceAll('\\]', ']')) });
    start.lastIndex = end + 1;
  }
  return tokens;
}

/** Reads the tokens of a comment, none of which is longer than its line; of one that may stand once, the first counts. */
export function readComment(comment: string): GiftComment {
  const found = comment.split('\n').flatMap(tokensOf);
  const all = (name: string): string[] =>
    found.filter((token) => token.name === name && token.value !== '').map(({ value }) => value);
  const first = (name: string): string | undefined => all(name)[0];
  const [url, page, shuffles] = [first('url'), first('page'), first('shuffles')];
  return {
    id: first('id') ?? '',
    tags: all('tag'),
    topic: first('topic'),
    lesson: first('lesson') ?? '',
    difficulty: DIFFICULTIES.find((known) => known === first('difficulty')),
    contested: first('contested') === 'yes',
    source: { title: first('source') ?? '', ...(url ? { url } : {}), ...(page ? { page } : {}) },
    facts: all('fact'),
    unit: first('unit') ?? '',
    shuffles: shuffles === undefined ? undefined : shuffles === 'yes',
    textRules: rulesOf(first('compares')),
  };
}

function rulesOf(written: string | undefined): TextRules | undefined {
  if (written === undefined) return undefined;
  const heeded = written.split(/[ ,]+/u);
  return { ignoresCase: !heeded.includes('case'), ignoresMarks: !heeded.includes('marks') };
}

/** How a text is compared, as it stands in a comment: what counts. */
export const writtenRules = ({ ignoresCase, ignoresMarks }: TextRules): string =>
  [...(ignoresCase ? [] : ['case']), ...(ignoresMarks ? [] : ['marks'])].join(' ') || 'letters';

/** A token of a comment. why the space: a sign of escape at the end would escape the bracket that closes it. */
export const token = (name: string, value: string): string =>
  `[${name}:${oneLine(value).replaceAll(']', '\\]').replace(/\\$/u, '\\ ')}]`;
