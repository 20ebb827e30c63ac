import { childrenOf, descendantsOf, type XmlElement } from '#app/platform/xml.server.ts';
import type { NoteList } from '../shared/notes.ts';
import type { ImageSource } from '../shared/texts.server.ts';
import { qtiMarkdown } from './qti-html.server.ts';

const INLINE = new Set(['textEntryInteraction', 'inlineChoiceInteraction']);
/** Elements that may hold nothing but a field; a cell of a table or an entry of a list says something by its place. */
const PLAIN = new Set(['p', 'div', 'span']);

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
  const replace = (element: XmlElement) => {
    if (element === interaction) return isInline ? ['_____'] : childrenOf(element, 'prompt');
    // A line that holds nothing but the field needs no gap.
    const isAlone =
      isInline &&
      PLAIN.has(element.local) &&
      element.children.includes(interaction) &&
      others(element, interaction) === unit;
    if (isAlone) return [];
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
