import { htmlToMarkdown } from '#app/platform/html-to-markdown.server.ts';
import { textToMarkdown } from '#app/platform/markdown-text.server.ts';
import { isHtml, withSignsKept } from './html-tags.ts';
import { bytesOfDataUrl, type MediaStore } from './media-store.server.ts';
import type { NoteList } from './notes.ts';

/** How a text of another system is written, by the names of Moodle. */
export type TextFormat = 'html' | 'moodle' | 'plain' | 'markdown';

/** Where images of a text come from. */
export interface ImageSource {
  readonly store: MediaStore;
  /** The bytes of an image that came with the file, by the address that the text names. */
  find(address: string): { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

const HAS_BLOCKS = /<(?:p|div|table|ul|ol|pre|h[1-6]|blockquote|br)\b/iu;

/** A text of another system as Markdown of ours; what is lost is noted. */
export function markdownText(text: string, format: TextFormat, images: ImageSource, notes: NoteList): string {
  const written = text.normalize('NFC').trim();
  if (written === '') return '';
  if (format === 'markdown') return markdownWithImages(written, images, notes);
  if (format === 'plain' || (format === 'moodle' && !isHtml(written))) return textToMarkdown(written);
  const html = format === 'moodle' && !HAS_BLOCKS.test(written) ? written.replaceAll('\n', '<br>') : written;
  return htmlToMarkdown(withSignsKept(html), {
    image: ({ src }) => addressOf(src, images, notes),
    note: (code) => notes.add('loss', code),
  });
}

/** The address of an image in our Markdown; one that did not come with the file is left out, and noted. */
export function addressOf(src: string, images: ImageSource, notes: NoteList): string | undefined {
  // why kept: our own text files name images that the bank already has; importing looks whether it does.
  if (OWN_ADDRESS.test(src)) return src;
  const data = bytesOfDataUrl(src);
  const found = data ? { name: 'image', bytes: data } : images.find(src);
  const address = found && images.store.keep(found.name, found.bytes);
  if (address === undefined) {
    const isInline = /^data:/iu.test(src);
    const isThere = found !== undefined || isInline;
    notes.add('loss', /^https?:|^\/\//iu.test(src) ? 'image-outside' : isThere ? 'image-unreadable' : 'image-missing', {
      name: isInline ? 'data:' : src,
    });
  }
  return address;
}

const OWN_ADDRESS = /^media:[0-9a-f]{64}$/u;
const MARKDOWN_IMAGE =
  /!\[((?:[^\]\\]|\\.)*)\]\(\s*(?:<([^<>]*)>|([^()\s]*(?:\([^()]*\)[^()\s]*)*))(?:\s+"[^"]*")?\s*\)/gu;

function markdownWithImages(markdown: string, images: ImageSource, notes: NoteList): string {
  const image = (alt: string, src: string): string => {
    const address = addressOf(src, images, notes);
    return address === undefined ? alt : `![${alt}](${address})`;
  };
  return markdown
    .replaceAll(MARKDOWN_IMAGE, (_whole, alt: string, inAngles?: string, plain?: string) =>
      image(alt, inAngles ?? plain ?? ''),
    )
    .replaceAll(HTML_IMAGE, (tag: string) =>
      image(attributeIn(tag, 'alt').replaceAll(/[[\]\\\n]/gu, ' '), attributeIn(tag, 'src')),
    )
    .replaceAll(FILE_LINK, (_whole, words: string) => {
      notes.add('loss', 'link-dropped');
      return words;
    });
}

const HTML_IMAGE = /<img\s[^<>]*>/giu;
/** A link to a file of the other system, which did not come along. */
const FILE_LINK = /(?<!!)\[((?:[^\]\\]|\\.)*)\]\(\s*@@PLUGINFILE@@[^()\s]*\s*\)/gu;

function attributeIn(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'iu').exec(tag);
  return (found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim();
}

/** One line of plain text: names, units, tags. */
export const oneLine = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
