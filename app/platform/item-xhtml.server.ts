import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { hasMarkup, renderItemText } from './item-markdown.server.ts';

const html = unified().use(rehypeParse, { fragment: true }).freeze();
const xhtml = unified()
  .use(rehypeStringify, {
    closeSelfClosing: true,
    closeEmptyElements: true,
    characterReferences: { useNamedReferences: false },
  })
  .freeze();

type Root = ReturnType<typeof html.parse>;
type Node = Root['children'][number];

/** How the Markdown of an item leaves the house. */
export interface XhtmlOptions {
  /** For options: no block but a table. */
  readonly inline: boolean;
  /** The address of an image there, by its id here; undefined leaves its words. */
  readonly image: (id: string) => string | undefined;
}

/** The Markdown of an item as it is shown, in well-formed XHTML that QTI and Moodle take: no classes, no scripts. */
export function itemXhtml(markdown: string, options: XhtmlOptions): string {
  if (!hasMarkup(markdown)) {
    const text = escapeXml(markdown);
    return options.inline || text === '' ? text : `<p>${text}</p>`;
  }
  const root = html.parse(renderItemText(markdown, { inline: options.inline }));
  const written = xhtml.stringify({ ...root, children: root.children.flatMap((node) => plain(node, options)) });
  // why: HTML may leave this as it is, XML may not.
  return written.replaceAll(']]>', ']]&gt;').trim();
}

const OWN_IMAGE = /^\/media\/([0-9a-f]{64})$/u;
const KEPT = ['align', 'colSpan', 'rowSpan'];

function plain(node: Node, options: XhtmlOptions): Node[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  const { tagName, properties } = node;
  if (tagName === 'img') {
    const [, id = ''] = OWN_IMAGE.exec(properties.src ?? '') ?? [];
    const [src, alt] = [options.image(id), properties.alt ?? ''];
    return src === undefined
      ? [{ type: 'text', value: alt }]
      : [{ type: 'element', tagName, properties: { src, alt }, children: [] }];
  }
  const children = node.children.flatMap((child) => plain(child, options));
  // why: the frame of a table is ours, and QTI has no word for struck-out text.
  if (tagName === 'div') return children;
  const kept = Object.fromEntries(Object.entries(properties).filter(([name]) => KEPT.includes(name)));
  return [
    {
      ...node,
      tagName: tagName === 'del' ? 'span' : tagName,
      properties: kept,
      children: children as typeof node.children,
    },
  ];
}

const XML_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or an attribute of XML; control characters that XML does not have are dropped. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u0008\v\f\u000E-\u001F\uFFFE\uFFFF]/gu, '')
    .replaceAll(/[&<>"]/gu, (sign) => XML_ESCAPES[sign] ?? sign);
