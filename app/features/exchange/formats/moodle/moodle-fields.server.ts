import { escapeXml } from '#app/platform/item-xhtml.server.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, textOf, type XmlElement } from '#app/platform/xml.server.ts';
import type { MediaStore } from '../shared/media-store.server.ts';
import type { NoteList } from '../shared/notes.ts';
import { markdownText, type ImageSource, type TextFormat } from '../shared/texts.server.ts';

/** Reads the fields of one question element. */
export interface MoodleFields {
  /** The text of a child with a <text> in it, as Markdown. */
  markdown(parent: XmlElement, name: string): string;
  /** The same of the element itself: answers and subquestions. */
  own(element: XmlElement): string;
}

const FORMATS: Readonly<Record<string, TextFormat>> = {
  html: 'html',
  moodle_auto_format: 'moodle',
  plain_text: 'plain',
  markdown: 'markdown',
  wiki_like: 'moodle',
};

/** The text of an element that keeps it in a <text>, or, as old files do, bare. Markup that nobody escaped is HTML. */
export const rawText = (element: XmlElement | undefined): string => {
  if (!element) return '';
  const text = childOf(element, 'text');
  return text
    ? (hasMarkup(text) ? htmlOf(text.children) : textOf(text)).trim()
    : element.children
        .filter((child) => typeof child === 'string')
        .join('')
        .trim();
};

const hasMarkup = (text: XmlElement): boolean => text.children.some((child) => typeof child !== 'string');

const htmlOf = (nodes: XmlElement['children']): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return escapeXml(node);
      const attributes = [...node.attributes].map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('');
      return EMPTY.test(node.local)
        ? `<${node.local}${attributes}>`
        : `<${node.local}${attributes}>${htmlOf(node.children)}</${node.local}>`;
    })
    .join('');

const EMPTY = /^(?:br|hr|img)$/u;

/** The text of a child that has no <text>: <single>true</single>. */
export const plainChild = (element: XmlElement, name: string): string | undefined => {
  const child = childOf(element, name);
  return child && textOf(child).trim();
};

/** Fields of a question: the format of its text holds for the texts that name none. */
export function fieldsOf(question: XmlElement, store: MediaStore, notes: NoteList): MoodleFields {
  const prompt = childOf(question, 'questiontext');
  const questionFormat = formatOf(prompt, 'html');
  const read = (element: XmlElement, fallback: TextFormat): string =>
    markdownText(
      rawText(element),
      isMarkup(element) ? 'html' : formatOf(element, fallback),
      filesOf(element, question, store),
      notes,
    );
  return {
    markdown: (parent, name) => {
      const child = childOf(parent, name);
      return child ? read(child, questionFormat) : '';
    },
    own: (element) => read(element, questionFormat),
  };
}

function isMarkup(element: XmlElement): boolean {
  const text = childOf(element, 'text');
  return text !== undefined && hasMarkup(text);
}

function formatOf(element: XmlElement | undefined, fallback: TextFormat): TextFormat {
  const named = element && attributeOf(element, 'format')?.trim();
  // why html: so does Moodle with a format that it does not know.
  return named ? (FORMATS[named] ?? 'html') : fallback;
}

const PLUGIN_FILE = /^@@PLUGINFILE@@/u;

/** Files that stand beside a text come first, then those of the whole question: editors put them in either place. */
function filesOf(element: XmlElement, question: XmlElement, store: MediaStore): ImageSource {
  const find = (address: string) => {
    if (!PLUGIN_FILE.test(address)) return undefined;
    const wanted = decoded(address.replace(PLUGIN_FILE, '').split(/[?#]/u, 1)[0] ?? '').replace(/^\/+/u, '');
    const files = [...childrenOf(element, 'file'), ...descendantsOf(question, 'file')];
    const file =
      files.find((each) => nameOf(each) === wanted) ?? files.find((each) => nameOf(each).endsWith(`/${wanted}`));
    return file && { name: wanted, bytes: bytesOf(file) };
  };
  return { store, find };
}

const nameOf = (file: XmlElement): string =>
  `${attributeOf(file, 'path') ?? '/'}${attributeOf(file, 'name') ?? ''}`.replace(/^\/+/u, '');

/** The bytes of a <file>. */
export const bytesOf = (file: XmlElement): Uint8Array => new Uint8Array(Buffer.from(textOf(file), 'base64'));

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The image of Moodle 1.9, which stands beside the text instead of in it, as Markdown. */
export function oldImage(question: XmlElement, store: MediaStore): string {
  const [name, base64] = [plainChild(question, 'image'), plainChild(question, 'image_base64')];
  if (!name || !base64) return '';
  const address = store.keep(name, new Uint8Array(Buffer.from(base64, 'base64')));
  return address === undefined ? '' : `![](${address})`;
}
