import { htmlToMarkdown } from '#app/platform/html-to-markdown.server.ts';
import { escapeXml } from '#app/platform/item-xhtml.server.ts';
import type { XmlElement } from '#app/platform/xml.server.ts';
import type { NoteList } from '../shared/notes.ts';
import { addressOf, type ImageSource } from '../shared/texts.server.ts';

type Node = XmlElement | string;

/** What stands for an element in the text: other nodes, or undefined for the element itself. */
export type Replace = (element: XmlElement) => readonly Node[] | undefined;

/** Parts of an item that are no words of its question. */
const BESIDE = new Set(
  'feedbackInline feedbackBlock modalFeedback rubricBlock templateBlock templateInline stylesheet catalogInfo companionMaterialsInfo infoControl endAttemptInteraction'.split(
    ' ',
  ),
);
/** Frames of QTI that HTML has no word for. */
const FRAMES = new Set(['itemBody', 'contentBody', 'stimulusBody', 'prompt', 'simpleChoice', 'simpleAssociableChoice']);

/** XHTML of QTI as Markdown: prefixes are gone, images in <object> are images, what is no text of the question is left out. */
export function qtiMarkdown(
  nodes: readonly Node[],
  images: ImageSource,
  notes: NoteList,
  replace: Replace = () => undefined,
): string {
  const html = htmlOf(nodes, replace).normalize('NFC');
  return htmlToMarkdown(html, {
    image: ({ src }) => addressOf(src, images, notes),
    note: (code) => notes.add('loss', code),
  });
}

function htmlOf(nodes: readonly Node[], replace: Replace): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return escapeXml(node);
      const instead = replace(node);
      if (instead) return htmlOf(instead, replace);
      if (BESIDE.has(node.local)) return '';
      const within = htmlOf(node.children, replace);
      if (node.local === 'object') return imageOf(node, within);
      const name = FRAMES.has(node.local) ? 'div' : node.local;
      const attributes = [...node.attributes].map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('');
      return /^(?:br|hr|img)$/u.test(name) ? `<${name}${attributes}>` : `<${name}${attributes}>${within}</${name}>`;
    })
    .join('');
}

function imageOf({ attributes }: XmlElement, within: string): string {
  const isImage =
    (attributes.get('type') ?? '').startsWith('image/') ||
    /\.(?:png|jpe?g|gif|webp)$/iu.test(attributes.get('data') ?? '');
  // why the words within: they are what QTI gives to whoever does not see the object.
  const alt = within.replaceAll(/<[^<>]*>/gu, '').trim();
  return isImage ? `<img src="${escapeXml(attributes.get('data') ?? '')}" alt="${alt}">` : `<object></object>${within}`;
}
