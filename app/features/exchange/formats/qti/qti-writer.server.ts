import { escapeXml } from '#app/platform/item-xhtml.server.ts';
import type { Dialect } from './dialect.ts';

/** Writes elements of one dialect; names and attributes are given as QTI 2 has them. */
export interface XmlWriter {
  readonly dialect: Dialect;
  name(element: string): string;
  attributes(values: Readonly<Record<string, string>>): string;
  element(name: string, values: Readonly<Record<string, string>>, within?: string): string;
  /** XHTML of feedback: QTI 3 wants it in a body of its own. */
  content(xhtml: string): string;
}

/** A writer of the dialect. */
export function writerOf(dialect: Dialect): XmlWriter {
  const attributes = (values: Readonly<Record<string, string>>): string =>
    Object.entries(values)
      .map(([name, value]) => ` ${dialect.attribute(name)}="${escapeXml(value)}"`)
      .join('');
  const element = (name: string, values: Readonly<Record<string, string>>, within = ''): string => {
    const tag = dialect.element(name);
    return within === '' ? `<${tag}${attributes(values)}/>` : `<${tag}${attributes(values)}>${within}</${tag}>`;
  };
  return {
    dialect,
    name: dialect.element,
    attributes,
    element,
    content: (xhtml) => (dialect.format === 'qti3' ? element('contentBody', {}, xhtml) : xhtml),
  };
}

/** Identifiers of options and targets within an item. */
export const choiceId = (id: string): string => `choice_${id}`;
export const targetId = (id: string): string => `target_${id}`;
