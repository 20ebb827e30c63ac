import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { z } from 'zod';
import { yamlSentence, zodSentence } from './content-messages.server.ts';
import { CONTENT_DIR } from './paths.server.ts';

/** What is wrong with a file that people write, and where. */
export interface ContentFault {
  /** Relative to content/. */
  readonly file: string;
  readonly line: number;
  /** "options[1].text"; empty where the file as a whole is meant. */
  readonly field: string;
  readonly message: string;
}

export type FieldPath = readonly PropertyKey[];

/** A file, or several, that cannot be used. The message lists every fault. */
export class ContentError extends Error {
  readonly faults: readonly ContentFault[];

  constructor(faults: readonly ContentFault[]) {
    super(faults.map(faultLine).join('\n'));
    this.name = 'ContentError';
    this.faults = faults;
  }
}

/** "content/items/x.yml:12 options[1].text: …": a form that editors turn into a link. */
export const faultLine = ({ file, line, field, message }: ContentFault): string =>
  `content/${file}:${line} ${field === '' ? '' : `${field}: `}${message}`;

/** ['options', 1, 'text'] as "options[1].text". */
export const fieldName = (path: FieldPath): string =>
  path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`))
    .join('');

export interface ContentFile<T> {
  readonly value: T;
  /** Line of a field, or of its nearest parent that the file has. */
  lineOf(path: FieldPath): number;
}

export interface MarkdownFile<T> {
  readonly data: T;
  readonly body: string;
  readonly bodyLine: number;
  lineOf(path: FieldPath): number;
}

/**
 * Files below a folder of content/ whose names end with `suffix`, as paths relative to content/, in order of name.
 * A folder that does not exist has none.
 */
export function listContent(dir: string, suffix: string): string[] {
  try {
    return readdirSync(join(CONTENT_DIR, dir), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(suffix))
      .map((name) => join(dir, name).replaceAll('\\', '/'))
      .toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Reads a YAML file of content/ through a schema.
 * @param file relative to content/
 * @throws ContentError with every fault of the file, in Vietnamese, by line
 */
export function readYaml<S extends z.ZodType>(file: string, schema: S): ContentFile<z.output<S>> {
  return parseYaml(file, readText(file), schema, 0);
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u;

/**
 * Reads a Markdown file of content/ whose front matter obeys a schema.
 * @throws ContentError as readYaml() does
 */
export function readMarkdown<S extends z.ZodType>(file: string, schema: S): MarkdownFile<z.output<S>> {
  const text = readText(file);
  const match = FRONT_MATTER.exec(text);
  if (!match) throw new ContentError([{ file, line: 1, field: '', message: 'thiếu phần đầu tệp giữa hai dòng "---"' }]);
  const { value, lineOf } = parseYaml(file, match[1] ?? '', schema, 1);
  const bodyLine = match[0].split('\n').length;
  return { data: value, body: text.slice(match[0].length), bodyLine, lineOf };
}

function readText(file: string): string {
  let text: string;
  try {
    text = readFileSync(join(CONTENT_DIR, file), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new ContentError([{ file, line: 1, field: '', message: 'không có tệp này' }]);
  }
  const faults: ContentFault[] = [];
  text.split('\n').forEach((line, index) => {
    // why: a key typed as letter + mark compares unequal to the same word in one code point, and nobody can see it.
    if (line !== line.normalize('NFC')) {
      faults.push({ file, line: index + 1, field: '', message: 'chữ tiếng Việt chưa ở dạng Unicode dựng sẵn (NFC)' });
    }
  });
  if (faults.length > 0) throw new ContentError(faults);
  return text;
}

/** A YAML text as plain data, with the line of every field; or what is wrong with its syntax, by line. */
export interface YamlText {
  readonly value: unknown;
  readonly errors: readonly { readonly line: number; readonly message: string }[];
  /** Line of a field, or of its nearest parent that the text has. */
  lineOf(path: FieldPath): number;
}

/** Reads a YAML text from anywhere. Aliases that would grow beyond measure count as faults of syntax. */
export function readYamlText(text: string): YamlText {
  const counter = new LineCounter();
  const nothing = (message: string, line = 1): YamlText => ({
    value: undefined,
    errors: [{ line, message }],
    lineOf: () => line,
  });
  try {
    const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
    const lineAt = (offset: number): number => counter.linePos(offset).line;
    const errors = document.errors.map((error) => ({ line: lineAt(error.pos[0]), message: yamlSentence(error) }));
    const value: unknown = errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 });
    return { value, errors, lineOf: (path) => lineAt(offsetOf(document.contents, path)) };
  } catch (error) {
    // why these two: too many aliases, and a nesting deeper than the stack. Anything else is a fault of ours.
    if (error instanceof ReferenceError || error instanceof RangeError) {
      return nothing('tệp lồng nhau quá sâu hoặc lặp lại quá nhiều nên không đọc được');
    }
    throw error;
  }
}

function parseYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  above: number,
): ContentFile<z.output<S>> {
  const yaml = readYamlText(text);
  if (yaml.errors.length > 0) {
    throw new ContentError(yaml.errors.map(({ line, message }) => ({ file, line: line + above, field: '', message })));
  }
  const lineOf = (path: FieldPath): number => yaml.lineOf(path) + above;
  const parsed = schema.safeParse(yaml.value, { error: zodSentence });
  if (parsed.success) return { value: parsed.data, lineOf };
  const faults = parsed.error.issues.flatMap((issue) =>
    pathsOf(issue).map((path) => ({ file, line: lineOf(path), field: fieldName(path), message: issue.message })),
  );
  throw new ContentError(faults.toSorted((a, b) => a.line - b.line));
}

/** Unknown keys are told one by one, each at its own line. */
export const pathsOf = (issue: z.core.$ZodIssue): FieldPath[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];

/** Where a field begins in the text; what the text does not have is looked for one step higher. */
function offsetOf(root: Node | null, path: FieldPath): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number' && node.items[step] !== undefined) {
      node = node.items[step];
      offset = (node as Node).range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}
