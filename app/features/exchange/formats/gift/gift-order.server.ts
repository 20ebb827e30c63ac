import { pieces, type ToMarkdown } from './gift-pieces.ts';

/** What "{>3 ALL VERTICAL … ↵ one ↵ two}" says. */
export interface GiftOrder {
  /** The things in their right order. */
  readonly texts: string[];
  /** Moodle marks another way, or shows only some of the things. */
  readonly hasOtherSettings: boolean;
  /** The first thing, where Moodle would take it for the number of things that are shown. */
  readonly doubtful: string | undefined;
}

/** Words behind ">" and the number, in the order in which Moodle takes them (qtype_ordering); each may be left out. */
const SLOTS = [
  'ALL|EXACT|RANDOM|REL|CONTIGUOUS|CONTIG',
  'HORIZONTAL|HORI|H|1|VERTICAL|VERT|V|0',
  'ALL_OR_NOTHING|ABSOLUTE_POSITION|ABSOLUTE|ABS|RELATIVE_\\w+|RELATIVE|REL|LONGEST_\\w+_SUBSET',
  'SHOW|TRUE|YES|1|HIDE|FALSE|NO|0',
  'none|123|abc|ABCD|iii|IIII',
];
// why a whole word: Moodle takes the H of "Hà Nội" for a layout, which nobody means.
const HEADER = new RegExp(
  `^>[^\\S\\n]*(\\d+)${SLOTS.map((words) => `(?:[^\\S\\n]*(${words})(?!\\S))?`).join('')}[^\\S\\n]*`,
  'iu',
);
const BARE = /^>[^\S\n]*\n\s*/u;
const SHOWN_BY_DEFAULT = 6;

interface Header {
  readonly length: number;
  readonly count: number;
  readonly select: string;
  readonly grading: string;
}

function headerOf(answers: string): Header | undefined {
  const [whole, count = '', ...slots] = HEADER.exec(answers) ?? [];
  if (whole === undefined) return undefined;
  const [select = '', , grading = ''] = slots.map((word: string | undefined) => word?.toUpperCase() ?? '');
  return { length: whole.length, count: Number(count), select, grading };
}

/** A number in the line below ">" is a header only where words of a header follow it; else it is the first of the things. */
function withHeaderInFront(answers: string): string {
  const [bare] = BARE.exec(answers) ?? [];
  if (bare === undefined) return answers;
  const joined = `>${answers.slice(bare.length)}`;
  const header = headerOf(joined);
  const isHeader = header && header.select !== '' && joined.charAt(header.length) === '\n';
  return isHeader ? joined : answers;
}

/** Whether answers are things in order: ">" with a number, or alone in its line above two things or more. */
export function isOrder(answers: string): boolean {
  if (headerOf(withHeaderInFront(answers))) return true;
  return BARE.test(answers) && !/[~=]/u.test(answers) && pieces(answers.slice(1), '\n').length > 1;
}

/** Things in order, one a line, as the ordering question of Moodle writes them. */
export function orderOf(answers: string, toMarkdown: ToMarkdown): GiftOrder {
  const written = withHeaderInFront(answers);
  const header = headerOf(written);
  const lines = pieces(written.slice(header?.length ?? 1), '\n');
  const [first = ''] = lines;
  return {
    texts: lines.map(toMarkdown),
    hasOtherSettings: header !== undefined && hasOtherSettings(header, lines.length),
    doubtful: !header && /^\d+$/u.test(first) ? first : undefined,
  };
}

function hasOtherSettings({ count, select, grading }: Header, all: number): boolean {
  const shown = count >= 2 && count <= all ? count : Math.min(SHOWN_BY_DEFAULT, all);
  const isSubset = select !== 'ALL' && select !== 'EXACT' && shown < all;
  return isSubset || !/^(?:ABS|ALL_OR_NOTHING)/u.test(grading);
}
