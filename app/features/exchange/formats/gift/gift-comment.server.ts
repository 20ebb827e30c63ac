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

const TOKEN =
  /\[(id|tag|topic|lesson|difficulty|contested|source|url|page|fact|unit|shuffles|compares):((?:\\\]|[^\]\p{Cc}])*)\]/gu;

/** Reads the tokens of a comment; of one that may stand once, the first counts. */
export function readComment(comment: string): GiftComment {
  const found = Array.from(comment.matchAll(TOKEN), ([, name = '', value = '']) => ({
    name,
    value: oneLine(value.replaceAll('\\]', ']')),
  }));
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

/** A token of a comment. */
export const token = (name: string, value: string): string => `[${name}:${oneLine(value).replaceAll(']', '\\]')}]`;
