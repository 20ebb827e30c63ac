import { childrenOf, descendantsOf, type XmlElement } from '#app/platform/xml.server.ts';
import type { NoteList } from '../shared/notes.ts';
import type { ImageSource } from '../shared/texts.server.ts';
import { qtiMarkdown } from './qti-html.server.ts';

const INLINE = new Set(['textEntryInteraction', 'inlineChoiceInteraction']);
/** Lines that may hold nothing but a field, and frames of lines; a cell of a table or an entry of a list says something by its place. */
const LINES = new Set(['p', 'div']);
/** What ends the line before it. */
const BLOCKS = new Set(
  'p div table ul ol dl h1 h2 h3 h4 h5 h6 blockquote pre hr rubricBlock feedbackBlock infoControl'.split(' '),
);

const isForCandidate = ({ attributes }: XmlElement): boolean => /\bcandidate\b/u.test(attributes.get('view') ?? '');

/** Instructions and passages that whoever answers sees. */
export const candidateBlocks = (element: XmlElement): XmlElement[] =>
  childrenOf(element, 'rubricBlock').filter(isForCandidate);

/** The words around the interaction, with its own prompt in its place, and a gap where it stands within a sentence. */
export function promptOf(
  item: XmlElement,
  { interaction, unit }: { readonly interaction: XmlElement; readonly unit: string },
  images: ImageSource,
  notes: NoteList,
): string {
  const isInline = INLINE.has(interaction.local);
  const alone = isInline ? aloneOf(item, interaction, unit) : undefined;
  const replace = (element: XmlElement) => {
    // A line that holds nothing but the field needs no gap.
    if (element === alone) return [];
    if (element === interaction) return isInline ? ['_____'] : childrenOf(element, 'prompt');
    return element.local === 'rubricBlock' && isForCandidate(element) ? element.children : undefined;
  };
  if (descendantsOf(item, 'rubricBlock').some((block) => !isForCandidate(block))) notes.add('loss', 'rubric-dropped');
  return qtiMarkdown(
    childrenOf(item, 'itemBody').flatMap(({ children }) => children),
    images,
    notes,
    replace,
  );
}

/** The line that holds nothing but the field and its unit, if it stands among the other lines of the question. */
function aloneOf(item: XmlElement, interaction: XmlElement, unit: string): XmlElement | undefined {
  const path = childrenOf(item, 'itemBody').flatMap((body) => pathTo(body, interaction));
  const spans = path.toReversed().findIndex((element) => element !== interaction && element.local !== 'span');
  const at = path.length - 1 - spans;
  const [line, field] = [path[at], path[at + 1]];
  if (!line || !field || path.slice(1, at + 1).some(({ local }) => !LINES.has(local))) return undefined;
  const isPlain = path
    .slice(at + 1, -1)
    .every((span) => others(span, interaction).replaceAll('·', '') === '' && span.children.length === 1);
  if (!isPlain) return undefined;
  if (at > 0 && others(line, field) === unit) return line;
  return isBetweenBlocks(line, field) ? field : undefined;
}

/** Elements from the first to the second within it, both included; none where it is not within. */
function pathTo(from: XmlElement, to: XmlElement): XmlElement[] {
  if (from === to) return [from];
  for (const child of childrenOf(from)) {
    const path = pathTo(child, to);
    if (path.length > 0) return [from, ...path];
  }
  return [];
}

function isBetweenBlocks({ children }: XmlElement, field: XmlElement): boolean {
  const written = children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  const at = written.indexOf(field);
  return [written[at - 1], written[at + 1]].every(
    (beside) => beside === undefined || (typeof beside !== 'string' && BLOCKS.has(beside.local)),
  );
}

const SHORT = /^[^\s\d.,;:?!]{1,12}$/u;

/** The unit of measure: the one short word behind a field for a number that stands at the beginning of its own line. */
export function unitBehind(interaction: XmlElement, item: XmlElement): string {
  const [line] = descendantsOf(item, 'p', 'div').filter(({ children }) => children.includes(interaction));
  if (!line || others(line, interaction).startsWith('·')) return '';
  const at = line.children.indexOf(interaction);
  const [before, after, ...more] = [line.children.slice(0, at), line.children.slice(at + 1)].flat();
  const words = [before, after].filter(
    (node) => node !== undefined && (typeof node !== 'string' || node.trim() !== ''),
  );
  const [only] = words;
  const isBehind = typeof only === 'string' && line.children.indexOf(only) > at;
  return more.length === 0 && words.length === 1 && isBehind && SHORT.test(only.trim()) ? only.trim() : '';
}

const others = (element: XmlElement, interaction: XmlElement): string =>
  element.children
    .map((child) => (typeof child === 'string' ? child.trim() : child === interaction ? '' : '·'))
    .join('');
