import { attributeOf, childrenOf, textOf, type XmlElement } from '#app/platform/xml.server.ts';
import type { NoteList } from '../shared/notes.ts';
import { markdownText, type ImageSource } from '../shared/texts.server.ts';

/** Frames that only arrange what is in them. */
const FRAMES = new Set(['flow', 'flow_mat', 'material', 'flow_label', 'solution', 'solutionmaterial']);

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
    if (child.local === 'mattext' || child.local === 'matemtext') return [mattext(child, images, notes)];
    if (child.local === 'response_str' || child.local === 'response_num') return [GAP];
    if (child.local === 'matimage') return [image(child, images, notes)];
    if (child.local === 'mataudio' || child.local === 'matvideo' || child.local === 'matapplet')
      notes.add('loss', 'embed-dropped');
    return [];
  });
}

function mattext(element: XmlElement, images: ImageSource, notes: NoteList): string {
  const type = attributeOf(element, 'texttype') ?? 'text/plain';
  // why not plain: much that calls itself so has tags in it, and is shown by them.
  return markdownText(textOf(element), type.includes('html') ? 'html' : 'moodle', images, notes);
}

function image(element: XmlElement, images: ImageSource, notes: NoteList): string {
  const alt = (attributeOf(element, 'label') ?? '').replaceAll(/[[\]"<>]/gu, '');
  const src = (attributeOf(element, 'uri') ?? '').replaceAll(/["<>]/gu, '');
  return markdownText(`<img src="${src}" alt="${alt}">`, 'html', images, notes);
}
