import { SaxesParser } from 'saxes';
import type { FileRefusal } from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { decodeText, markOf } from './decode-text.server.ts';

/** An element of a small tree. Texts stand as strings among the children, CDATA joined with what is around it. */
export interface XmlElement {
  /** As written, with its prefix: "w:p". */
  readonly name: string;
  /** Without its prefix: "p". */
  readonly local: string;
  /** Values by name as written, prefix and all. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
  /** Counted from 1. */
  readonly line: number;
}

export interface XmlLimits {
  readonly bytes: number;
  readonly depth: number;
  readonly nodes: number;
  readonly attributesPerElement: number;
  /** Characters of one attribute. */
  readonly attributeLength: number;
  /**
   * A DOCTYPE that declares no entity is passed over: a DTD elsewhere is never fetched, and what it says of elements is never
   * asked. Left out, every DOCTYPE is refused.
   */
  readonly passesDoctype?: boolean;
}

/** What one file of a package may be; more is refused. */
export const XML_LIMITS: XmlLimits = {
  bytes: 64 * 1024 * 1024,
  depth: 128,
  nodes: 1_000_000,
  attributesPerElement: 256,
  attributeLength: 65_536,
};

/**
 * Bytes of XML as a tree. Refused: a DOCTYPE (and so every entity beyond the five of XML), more depth, nodes or bytes than the
 * limits say, a broken encoding, and text that is not well-formed; each with its line where there is one.
 */
export function parseXml(bytes: Uint8Array, limits: XmlLimits = XML_LIMITS): Result<XmlElement, FileRefusal> {
  if (bytes.length > limits.bytes) return refuse({ code: 'file-too-large', values: { limit: limits.bytes } });
  const text = decodeText(bytes, declaredEncoding(bytes));
  if (!text.ok) return text;
  // why: exports that were pasted together often begin with an empty line, and mean nothing by it.
  const [blank = ''] = /^\s+(?=<)/u.exec(text.value) ?? [];
  return treeOf(text.value.slice(blank.length), limits, blank.split('\n').length - 1);
}

class Refused extends Error {
  readonly refusal: FileRefusal;
  constructor(refusal: FileRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

function treeOf(text: string, limits: XmlLimits, linesBefore: number): Result<XmlElement, FileRefusal> {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let nodes = 0;
  let line = 1;
  const fail = (refusal: Omit<FileRefusal, 'at'>): never => {
    throw new Refused({ ...refusal, at: { line: parser.line + linesBefore } });
  };
  const count = (): void => {
    nodes += 1;
    if (nodes > limits.nodes) fail({ code: 'file-too-large', values: { limit: limits.nodes } });
  };
  parser.on('error', (error) => fail({ code: 'broken-xml', values: { reason: reasonOf(error) } }));
  parser.on('doctype', (declaration) => {
    if (!limits.passesDoctype || /ENTITY/iu.test(declaration)) fail({ code: 'has-doctype' });
  });
  // why from opentagstart: at opentag the parser stands behind the last attribute.
  parser.on('opentagstart', () => (line = parser.line + linesBefore));
  let attributes = 0;
  parser.on('attribute', ({ value }) => {
    attributes += 1;
    if (attributes > limits.attributesPerElement || value.length > limits.attributeLength)
      fail({ code: 'broken-xml', values: { reason: 'attributes' } });
  });
  parser.on('opentag', ({ name, attributes: found }) => {
    attributes = 0;
    count();
    if (open.length >= limits.depth) fail({ code: 'broken-xml', values: { reason: 'depth' } });
    open.push({ name, local: localOf(name), attributes: new Map(Object.entries(found)), children: [], line });
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    const parent = open.at(-1);
    if (closed && parent) parent.children.push(closed);
    else root = closed;
  });
  const add = (added: string): void => {
    const children = open.at(-1)?.children;
    if (!children || added === '') return;
    const last = children.at(-1);
    if (typeof last === 'string') children[children.length - 1] = last + added;
    else {
      count();
      children.push(added);
    }
  };
  parser.on('text', add);
  parser.on('cdata', add);
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    throw error;
  }
  return root ? ok(root) : refuse({ code: 'broken-xml', values: { reason: 'empty' } });
}

/** "1:23: unexpected close tag." without its place, which is told apart. */
const reasonOf = (error: Error): string => error.message.replace(/^[^ ]*\d+:\d+: /u, '').slice(0, 120);

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);

/** What the XML declaration names; its own bytes are ASCII in every encoding but UTF-16, which is told by its mark. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  if (markOf(bytes)) return undefined;
  const head = String.fromCodePoint(...bytes.subarray(0, 200));
  const [, named] = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/u.exec(head) ?? [];
  // why: without a mark the bytes cannot be UTF-16, whatever a program wrote above them.
  return named && /^utf-?16/iu.test(named) ? undefined : named;
}

/** The value of an attribute by its name without prefix; one that has no prefix comes first. */
export function attributeOf(element: XmlElement, local: string): string | undefined {
  const plain = element.attributes.get(local);
  if (plain !== undefined) return plain;
  for (const [name, value] of element.attributes) if (localOf(name) === local) return value;
  return undefined;
}

const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string';

/** Child elements, those of these local names where names are given. */
export const childrenOf = (element: XmlElement, ...locals: readonly string[]): XmlElement[] =>
  element.children.filter(isElement).filter(({ local }) => locals.length === 0 || locals.includes(local));

/** The first child element of one of these local names. */
export const childOf = (element: XmlElement, ...locals: readonly string[]): XmlElement | undefined =>
  childrenOf(element, ...locals)[0];

/** Every element below of one of these local names, in document order. */
export function descendantsOf(element: XmlElement, ...locals: readonly string[]): XmlElement[] {
  return childrenOf(element).flatMap((child) => [
    ...(locals.includes(child.local) ? [child] : []),
    ...descendantsOf(child, ...locals),
  ]);
}

/** All text below the element, as it stands. */
export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (isElement(child) ? textOf(child) : child)).join('');
