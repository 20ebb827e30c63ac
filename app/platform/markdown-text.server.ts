import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    strong: '*',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    handlers: { break: () => '\n' },
  })
  .freeze();

type Root = ReturnType<typeof parser.parse>;
type Block = Root['children'][number];
type Paragraph = Extract<Block, { type: 'paragraph' }>;
type Inline = Paragraph['children'][number];

// why a new line for a break: in the Markdown of items a new line is one (platform/item-markdown.server.ts).

/** Letters that no rule of Markdown begins with or hangs on, in a line that begins with a letter. */
const NEVER_MARKUP = /^\p{L}[\p{L}\p{M}\p{N} ,.?!;'"()“”‘’…%–—-]*$/u;

/**
 * A Markdown tree as text with as few escapes as its meaning allows: "5 * 3 = _____" stays what people typed, where writing it
 * down plainly is read back as the same; escapes stand only where they are needed.
 */
export function markdownOf(root: Parameters<typeof writer.stringify>[0]): string {
  const tree = root;
  const words = wordsOf(tree.children);
  if (words.length > LONGEST) return words.replaceAll(/\s+/gu, ' ').replaceAll(SIGNS, '\\$&').trim();
  const plain = tree.children.every((block) => block.type === 'paragraph') ? plainly(tree) : undefined;
  if (plain !== undefined && (NEVER_MARKUP.test(plain) ? !/www\./iu.test(plain) : sameMeaning(tree, plain)))
    return plain;
  const written = writer.stringify(tree).trim();
  const candidates = ESCAPES.map((escapes) => written.replaceAll(escapes, '$1'));
  return candidates.find((candidate) => candidate !== written && sameMeaning(tree, candidate)) ?? written;
}

/** Escapes that may be needless, tried from all of them to those of a gap to be filled in. */
const ESCAPES = [/\\([^\w\s\\])/gu, /\\([_:=~@])/gu, /\\(_)/gu];

/** Longer texts are no questions: their words are kept, with every sign escaped, as looking closer costs seconds. */
const LONGEST = 20_000;
const SIGNS = /[\\`*_[\]<>#|~&!+-]/gu;

const wordsOf = (nodes: readonly (Block | Inline)[]): string =>
  nodes
    .map((node) => ('children' in node ? wordsOf(node.children as Inline[]) : 'value' in node ? node.value : ' '))
    .join('');

/** Plain text as Markdown that shows it; line breaks stay breaks, empty lines part paragraphs. */
export function textToMarkdown(text: string): string {
  const blocks = text.replaceAll(/\r\n?/gu, '\n').split(/\n[^\S\n]*\n\s*/u);
  return markdownOf({
    type: 'root',
    children: blocks
      .map((block) => block.split('\n').map((line) => line.replaceAll(/\s+/gu, ' ').trim()))
      .map((lines) => lines.filter((line) => line !== ''))
      .filter((lines) => lines.length > 0)
      .map((lines) => ({
        type: 'paragraph',
        children: lines.flatMap((value, at): Inline[] => [
          ...(at > 0 ? [{ type: 'break' } as const] : []),
          { type: 'text', value },
        ]),
      })),
  });
}

const plainly = (root: Root): string | undefined => {
  const blocks = root.children.map((block) => (block.type === 'paragraph' ? inlines(block.children) : undefined));
  return blocks.every((block) => block !== undefined) ? blocks.join('\n\n').trim() : undefined;
};

const inlines = (nodes: readonly Inline[]): string | undefined => {
  const parts = nodes.map(inline);
  return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
};

function inline(node: Inline): string | undefined {
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'image') return /[[\]\\()]/u.test(node.alt ?? '') ? undefined : `![${node.alt ?? ''}](${node.url})`;
  if (node.type !== 'strong' && node.type !== 'emphasis') return undefined;
  const within = inlines(node.children);
  const mark = node.type === 'strong' ? '**' : '*';
  return within === undefined ? undefined : `${mark}${within}${mark}`;
}

const sameMeaning = (root: Root, markdown: string): boolean =>
  JSON.stringify(meaning(root.children)) === JSON.stringify(meaning(parser.parse(markdown).children));

type Meaning = string | readonly unknown[];

/** What is left of nodes without places and without how it was written: adjacent texts joined, bare addresses as text. */
function meaning(nodes: readonly (Block | Inline)[]): Meaning[] {
  const joined: Meaning[] = [];
  for (const node of nodes) {
    const found = meaningOf(node);
    const last = joined.at(-1);
    if (typeof found === 'string' && typeof last === 'string') joined[joined.length - 1] = last + found;
    else joined.push(found);
  }
  return joined;
}

function meaningOf(node: Block | Inline): Meaning {
  if (node.type === 'text') return node.value.replaceAll(/[^\S\n]+/gu, ' ');
  if (node.type === 'break') return '\n';
  if (node.type === 'image') return ['image', node.url, node.alt ?? ''];
  if (node.type === 'link') {
    const text = meaning(node.children);
    const [only] = text;
    return text.length === 1 && typeof only === 'string' && node.url.endsWith(only) ? only : ['link', node.url, text];
  }
  if ('children' in node) return [node.type, meaning(node.children)];
  return ['value' in node ? `${node.type}:${node.value}` : node.type];
}
