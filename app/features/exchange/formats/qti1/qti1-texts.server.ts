import { attributeOf, childrenOf, textOf, type XmlElement } from '#app/platform/xml.server.ts';
import { qtiMarkdown } from '../qti/qti-html.server.ts';
import type { NoteList } from '../shared/notes.ts';
import { markdownText, type ImageSource, type TextFormat } from '../shared/texts.server.ts';

/** Frames that only arrange what is in them. */
const FRAMES = new Set(['flow', 'flow_mat', 'material', 'flow_label', 'solution', 'solutionmaterial', 'mat_extension']);

const GAP = '_____';

/** The words of <material> below an element, in their order; a field that stands between them is a gap. */
export function materialText(element: XmlElement, images: ImageSource, notes: NoteList): string {
  const parts = partsOf(element, images, notes).filter((part) => part !== '');
  while (parts.at(-1) === GAP) parts.pop();
  return parts.join(parts.includes(GAP) ? ' ' : '\n\n');
}

function partsOf(element: XmlElement, images: ImageSource, notes: NoteList): string[] {
  return childrenOf(element).flatMap((child) => {
    if (FRAMES.has(child.local)) return partsOf(child, images, notes);
    if (child.local === 'mattext' || child.local === 'matemtext' || child.local === 'mat_formattedtext')
      return [mattext(child, images, notes)];
    if (child.local === 'response_str' || child.local === 'response_num') return [GAP];
    if (child.local === 'matimage') return [image(child, images, notes)];
    if (child.local === 'mataudio' || child.local === 'matvideo' || child.local === 'matapplet')
      notes.add('loss', 'embed-dropped');
    return [];
  });
}

function mattext(element: XmlElement, images: ImageSource, notes: NoteList): string {
  if (childrenOf(element).length > 0) return qtiMarkdown(element.children, images, notes);
  return markdownText(textOf(element), formatOf(element), images, notes);
}

/** How a text says it is written. Blackboard has an attribute and names of its own. */
function formatOf(element: XmlElement): TextFormat {
  const type = attributeOf(element, element.local === 'mat_formattedtext' ? 'type' : 'texttype')?.toLowerCase();
  if (type === undefined || type === '') return 'moodle';
  if (type.includes('html')) return 'html';
  return type === 'text/plain' || type === 'plain_text' ? 'plain' : 'moodle';
}

function image(element: XmlElement, images: ImageSource, notes: NoteList): string {
  const alt = (attributeOf(element, 'label') ?? '').replaceAll(/[[\]"<>]/gu, '');
  const isWithin = attributeOf(element, 'embedded')?.toLowerCase() === 'base64';
  const type = attributeOf(element, 'imagtype') ?? 'image/png';
  const uri = isWithin ? `data:${type};base64,${textOf(element).replaceAll(/\s+/gu, '')}` : attributeOf(element, 'uri');
  const src = (uri ?? '').replaceAll(/["<>]/gu, '');
  return markdownText(`<img src="${src}" alt="${alt}">`, 'html', images, notes);
}
