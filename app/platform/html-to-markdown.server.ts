import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import { markdownOf } from './markdown-text.server.ts';

/** What a fragment said that Markdown does not say, or not in the same way. */
export type HtmlNote =
  'script-dropped' | 'embed-dropped' | 'field-dropped' | 'link-dropped' | 'maths-as-text' | 'raised-as-text';

export interface HtmlOptions {
  /** The address that stands for an image (media:…), or undefined to leave it out; told to the caller alone. */
  readonly image?: (image: { readonly src: string; readonly alt: string }) => string | undefined;
  /** Called for every loss, several times for several of a kind. */
  readonly note?: (code: HtmlNote) => void;
}

const html = unified().use(rehypeParse, { fragment: true }).freeze();
const toMarkdown = unified().use(rehypeRemark).freeze();

type Root = ReturnType<typeof html.parse>;
type Node = Root['children'][number];
type Element = Extract<Node, { type: 'element' }>;

/** Deeper than this, or of more tags, a fragment is taken as its text. */
const DEEPEST = 100;
const MOST_TAGS = 50_000;
/** A span of table cells wider than this is taken as one cell. */
const WIDEST_SPAN = 50;

const UNSEEN = new Set(['script', 'noscript', 'template', 'style', 'link', 'meta', 'base', 'title', 'head']);
const EMBEDDED = new Set([
  'audio',
  'video',
  'iframe',
  'object',
  'embed',
  'applet',
  'canvas',
  'svg',
  'frameset',
  'picture',
]);
const FIELDS = new Set(['input', 'select', 'textarea', 'button']);
const BEGINS_SAFE_LINK = /^(https?:\/\/|mailto:)/iu;
/** Looked for at the beginning only: a search for an end that never comes goes over the whole text for every beginning. */
const LATEX_WITHIN = 20_000;
const LATEX = /\\\(.+?\\\)|\\\[.+?\\\]|\$\$.+?\$\$/su;

/**
 * An HTML fragment as Markdown (GFM): emphasis, lists, tables, line breaks, images by the callback. Scripts, styles, event
 * handlers, embedded media and fields are dropped; MathML and LaTeX stay as text; sup and sub become Unicode, ^(…) or _(…).
 */
export function htmlToMarkdown(fragment: string, options: HtmlOptions = {}): string {
  const [, only = fragment] = ONE_PARAGRAPH.exec(fragment) ?? [];
  if (!/[<&]/u.test(only)) return plainFragment(only, options);
  if (!isTame(fragment)) return plainFragment(fragment.replaceAll(/<[^<>]*>/gu, ' '), options);
  const root = html.parse(fragment);
  const tree = { ...root, children: root.children.flatMap((node) => clean(node, options)) };
  if (hasLatex(textOf(tree))) options.note?.('maths-as-text');
  return markdownOf(toMarkdown.runSync(tree));
}

const hasLatex = (text: string): boolean => LATEX.test(text.slice(0, LATEX_WITHIN));

// why apart: most texts of a bank are nothing but this, and need no tree.
const ONE_PARAGRAPH = /^\s*<p(?: [^<>]*)?>([^<&]*)<\/p>\s*$/u;

function plainFragment(text: string, options: HtmlOptions): string {
  if (hasLatex(text)) options.note?.('maths-as-text');
  return markdownOf(paragraphs(text.replaceAll(/\s+/gu, ' ')));
}

const paragraphs = (text: string): Parameters<typeof markdownOf>[0] => {
  const value = text.trim();
  return { type: 'root', children: value === '' ? [] : [{ type: 'paragraph', children: [{ type: 'text', value }] }] };
};

const TAG = /<(\/?)([a-z][a-z0-9]*)/giu;
/** Elements that end by themselves, however often they are begun. */
const ENDS_ITSELF = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option'.split(
    ' ',
  ),
);

/** Whether the tags, as they stand, are neither too many nor too deep: what builds the tree goes down by recursion. */
function isTame(fragment: string): boolean {
  let depth = 0;
  let count = 0;
  for (const [, end, name = ''] of fragment.matchAll(TAG)) {
    count += 1;
    if (!ENDS_ITSELF.has(name.toLowerCase())) depth += end ? -1 : 1;
    if (depth > DEEPEST || count > MOST_TAGS) return false;
  }
  return true;
}

function textOf(root: { readonly children: readonly Node[] }): string {
  return root.children
    .map((node) => {
      if (node.type === 'text') return node.value;
      return node.type === 'element' && !UNSEEN.has(node.tagName) ? textOf(node) : '';
    })
    .join('');
}

const textNode = (value: string): Node => ({ type: 'text', value });

function clean(node: Node, options: HtmlOptions): Node[] {
  // why: editors put non-breaking spaces wherever two spaces were typed; nobody means them.
  if (node.type === 'text') return [textNode(node.value.replaceAll('\u00A0', ' '))];
  if (node.type !== 'element') return [];
  const name = node.tagName;
  if (UNSEEN.has(name)) return dropped(name === 'script' ? 'script-dropped' : undefined, options);
  if (name === 'math') return maths(node, options);
  if (name === 'img' || name === 'image') return image(node, options);
  if (name === 'picture') return node.children.flatMap((child) => clean(child as Node, options));
  if (EMBEDDED.has(name)) return dropped('embed-dropped', options);
  if (FIELDS.has(name)) return dropped('field-dropped', options);
  const children = node.children.flatMap((child) => clean(child as Node, options)) as Element['children'];
  if (name === 'sup' || name === 'sub') return raised(name, textOf({ children: children }), options);
  if (name === 'a') return link(node, children, options);
  return [{ ...node, properties: propertiesKept(node), children }];
}

function dropped(code: HtmlNote | undefined, options: HtmlOptions): Node[] {
  if (code) options.note?.(code);
  return [];
}

/** Nothing that acts, points or styles; only what a table, a list or code block is made of. */
function propertiesKept({ properties, tagName }: Element): Element['properties'] {
  const kept: Element['properties'] = {};
  for (const name of ['start', 'colSpan', 'rowSpan', 'align'] as const) {
    const value = properties[name];
    if (value === undefined || value === null) continue;
    if (name.endsWith('Span') && !(Number(value) >= 1 && Number(value) <= WIDEST_SPAN)) continue;
    kept[name] = String(value);
  }
  return tagName === 'code' && properties['className'] ? { ...kept, className: properties['className'] } : kept;
}

function link(node: Element, children: Element['children'], options: HtmlOptions): Node[] {
  const href = (node.properties['href'] ?? '').trim();
  if (BEGINS_SAFE_LINK.test(href)) return [{ ...node, properties: { href }, children }];
  if (href !== '' && !href.startsWith('#')) options.note?.('link-dropped');
  return children;
}

function image(node: Element, options: HtmlOptions): Node[] {
  const alt = (node.properties['alt'] ?? '').trim();
  // Editors of Canvas draw a formula as an image and keep its LaTeX beside it.
  const formula = node.properties['dataEquationContent'];
  if (typeof formula === 'string') return [textNode(`\\(${formula}\\)`)];
  const src = options.image?.({ src: node.properties['src'] ?? '', alt });
  // why its words: what an image shows is told by them, and they may be all that an option says.
  if (src === undefined) return alt === '' ? [] : [textNode(alt)];
  return [{ ...node, tagName: 'img', properties: { src, alt }, children: [] }];
}

function maths(node: Element, options: HtmlOptions): Node[] {
  options.note?.('maths-as-text');
  const tex = node.properties['altText'] ?? node.properties['alttext'] ?? annotationOf(node);
  const text = typeof tex === 'string' ? `\\(${tex.trim()}\\)` : mathsText(node);
  return [textNode(text.replaceAll(/\s+/gu, ' '))];
}

/** MathML in one line: what stands above, below or under a root is told by signs, as 1 over 2 must not become 12. */
function mathsText(node: Element): string {
  const parts = node.children.flatMap((child) => (child.type === 'element' ? [mathsText(child)] : []));
  const [first = '', second = '', third = ''] = parts;
  switch (node.tagName) {
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`;
    case 'msup':
      return `${grouped(first)}^${grouped(second)}`;
    case 'msub':
      return `${grouped(first)}_${grouped(second)}`;
    case 'msubsup':
      return `${grouped(first)}_${grouped(second)}^${grouped(third)}`;
    case 'msqrt':
      return `√(${parts.join('')})`;
    case 'mroot':
      return `${grouped(first)}^(1/${second})`;
    case 'mtd':
      return `${parts.join('')} `;
    case 'mtr':
      return `${parts.join('')}; `;
    default:
      return parts.length > 0 ? parts.join('') : textOf({ children: node.children }).trim();
  }
}

/** In brackets, where it is more than one number or name. */
const grouped = (text: string): string => (/^[\p{L}\d.,]*$/u.test(text) ? text : `(${text})`);

function annotationOf(node: Element): string | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'annotation' && /tex/iu.test(String(child.properties['encoding'] ?? '')))
      return textOf(child);
    const within = annotationOf(child);
    if (within !== undefined) return within;
  }
  return undefined;
}

const SUPERSCRIPT = lettersOf('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ');
const SUBSCRIPT = lettersOf('0123456789+-−=()aeoxijn', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓᵢⱼₙ');

function lettersOf(from: string, to: string): ReadonlyMap<string, string> {
  const drawn = [...to];
  return new Map([...from].map((letter, at) => [letter, drawn[at] ?? letter]));
}

function raised(name: 'sup' | 'sub', text: string, options: HtmlOptions): Node[] {
  const letters = [...text.trim()];
  const map = name === 'sup' ? SUPERSCRIPT : SUBSCRIPT;
  if (letters.length === 0) return [];
  if (letters.every((letter) => map.has(letter))) return [textNode(letters.map((letter) => map.get(letter)).join(''))];
  options.note?.('raised-as-text');
  return [textNode(`${name === 'sup' ? '^' : '_'}(${letters.join('')})`)];
}
