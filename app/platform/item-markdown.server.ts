import rehypeSanitize, { type Options as SanitizeSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified, type Processor } from 'unified';
import { isTame, stripTags } from './tame-markdown.ts';

/** A node of a Markdown or HTML tree, as far as this file looks at it. */
interface Node {
  type: string;
  value?: string;
  alt?: string | null;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

const MEDIA = /^media:([0-9a-f]{64})$/;
const OWN_IMAGE = /^\/media\/[0-9a-f]{64}$/;

const TAGS = 'p br strong em del code pre blockquote ul ol li img div table thead tbody tr th td'.split(' ');

/** Everything that a question can look like. No links, no ids, no styles, no images but our own. */
const SCHEMA: SanitizeSchema = {
  tagNames: TAGS,
  attributes: {
    ol: ['start'],
    th: ['align'],
    td: ['align'],
    img: [['src', OWN_IMAGE], 'alt', 'decoding', ['className', 'item-image']],
    div: [['className', 'item-table'], 'tabIndex'],
  },
  required: {},
  protocols: {},
  strip: ['script', 'style'],
};

/** What would turn a short text such as "1945." or "- 5" into a list; in options they mean what they say. */
const BLOCKS = ['list', 'headingAtx', 'setextUnderline', 'blockQuote', 'codeIndented', 'thematicBreak'];

/** Turns single constructs of Markdown off. */
function withoutConstructs(this: Processor, names: readonly string[]): void {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  (data.micromarkExtensions ??= []).push({ disable: { null: names } });
}

/** Tags in the Markdown are dropped, what stands between them stays; a new line is a new line. */
const onMarkdown = () => (tree: unknown) => {
  replaceNodes(tree as Node, (node) => {
    if (node.type === 'html') return [{ type: 'text', value: stripTags(node.value ?? '') }];
    if (node.type !== 'text' || !node.value?.includes('\n')) return undefined;
    return node.value
      .split('\n')
      .flatMap((value, index): Node[] => [...(index > 0 ? [{ type: 'break' }] : []), { type: 'text', value }]);
  });
};

/** Images of our own get their address, all others leave their words; links too, so that a tap never leaves a paper. */
const onHtml =
  ({ inline }: { inline: boolean }) =>
  (tree: unknown) => {
    replaceNodes(tree as Node, (node) => {
      if (node.type !== 'element') return undefined;
      const { tagName = '', properties = {}, children = [] } = node;
      if (tagName === 'img') return [imageOf(properties)];
      if (tagName === 'a') return children;
      if (/^h[1-6]$/.test(tagName)) return [element('p', {}, [element('strong', {}, children)])];
      if (tagName !== 'table') return undefined;
      // why to be reached by keyboard: a wide table scrolls within itself. Within an option the option itself is what is reached.
      return [element('div', { className: ['item-table'], ...(inline ? {} : { tabIndex: 0 }) }, [node])];
    });
    if (inline) unwrapParagraphs(tree as Node);
  };

function imageOf({ src, alt }: Record<string, unknown>): Node {
  const id = MEDIA.exec(typeof src === 'string' ? src : '')?.[1];
  const words = typeof alt === 'string' ? alt : '';
  if (!id) return { type: 'text', value: words };
  return element('img', { src: `/media/${id}`, alt: words, className: ['item-image'], decoding: 'async' }, []);
}

const element = (tagName: string, properties: Record<string, unknown>, children: Node[]): Node => ({
  type: 'element',
  tagName,
  properties,
  children,
});

/** Paragraphs become lines: what stands in a label or a legend is one run of text. */
function unwrapParagraphs(root: Node): void {
  const lines = (root.children ?? []).filter((node) => node.type !== 'text' || node.value?.trim() !== '');
  root.children = lines.flatMap((node, index): Node[] => {
    if (node.tagName !== 'p') return [node];
    const isAfterLine = index > 0 && lines[index - 1]?.tagName === 'p';
    return [...(isAfterLine ? [element('br', {}, [])] : []), ...(node.children ?? [])];
  });
}

/** Replaces nodes from the leaves up; undefined leaves a node as it is. */
function replaceNodes(node: Node, by: (node: Node) => Node[] | undefined): void {
  if (!node.children) return;
  for (const child of node.children) replaceNodes(child, by);
  node.children = node.children.flatMap((child) => by(child) ?? [child]);
}

const pipeline = (inline: boolean) =>
  unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(withoutConstructs, inline ? BLOCKS : [])
    .use(onMarkdown)
    .use(remarkRehype)
    .use(onHtml, { inline })
    .use(rehypeSanitize, SCHEMA)
    .use(rehypeStringify)
    .freeze();

const processors = { block: pipeline(false), inline: pipeline(true) };

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (char) => ESCAPES[char] ?? char);

const MOST_REMEMBERED = 2_000;
const remembered = new Map<string, string>();

/** Keeps what was made last, so that a hall of people with the same questions costs one rendering. */
function remember(key: string, make: () => string): string {
  const found = remembered.get(key);
  if (found !== undefined) return found;
  const made = make();
  if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value as string);
  remembered.set(key, made);
  return made;
}

/**
 * The Markdown of a question as HTML that is safe in a page: emphasis, lists, tables, and images of our own. Tags, scripts,
 * links and images from elsewhere are dropped, their words stay. What is built to cost time (thousands of levels or cells)
 * is shown as it was written.
 * @param inline for options: no block but a table; "1945." and "- 5" are no lists
 */
export function renderItemText(markdown: string, { inline }: { readonly inline: boolean }): string {
  if (!hasMarkup(markdown)) return inline ? escapeHtml(markdown) : `<p>${escapeHtml(markdown)}</p>`;
  return remember(`${inline ? 'inline' : 'block'}\n${markdown}`, () => {
    if (!isTame(markdown)) return inline ? escapeHtml(markdown) : `<p>${escapeHtml(markdown)}</p>`;
    return String(processors[inline ? 'inline' : 'block'].processSync(markdown));
  });
}

/** The words alone: for lists, summaries, titles and files that carry no Markdown. An image is its description. */
export function plainText(markdown: string): string {
  if (!hasMarkup(markdown)) return markdown.trim();
  if (!isTame(markdown)) return markdown.replace(/\s+/gu, ' ').trim();
  return remember(`plain\n${markdown}`, () =>
    wordsOf(processors.inline.parse(markdown) as Node)
      .replace(/\s+/gu, ' ')
      .trim(),
  );
}

function wordsOf(node: Node): string {
  if (node.type === 'html') return stripTags(node.value ?? '');
  if (node.type === 'break') return ' ';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (!node.children) return node.value ?? '';
  const isApart = node.type === 'root' || node.type === 'table' || node.type === 'tableRow';
  return node.children.map(wordsOf).join(isApart ? ' ' : '');
}

/** Whether a text may be more than plain words; a plain one needs no rendering. Errs on the side of true. */
export const hasMarkup = (markdown: string): boolean => MARKUP.test(markdown);

const MARKUP = /[*_`~[\]<|\\\n]|^\s*(?:[-+>#]|\d{1,9}[.)])|^\s{4}|&[#\w]+;|^\t/u;
