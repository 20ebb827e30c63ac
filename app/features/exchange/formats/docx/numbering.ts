import type { XmlElement } from '#app/platform/xml.server.ts';

/** The value of an attribute whatever its prefix. */
export function attribute(element: XmlElement | undefined, local: string): string | undefined {
  for (const [name, value] of element?.attributes ?? []) {
    if (name.slice(name.indexOf(':') + 1) === local) return value;
  }
  return undefined;
}

export const childrenOf = (element: XmlElement | undefined, local?: string): XmlElement[] =>
  (element?.children ?? []).flatMap((child) =>
    typeof child === 'string' || (local !== undefined && child.local !== local) ? [] : [child],
  );

export const childOf = (element: XmlElement | undefined, local: string): XmlElement | undefined =>
  childrenOf(element, local)[0];

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function written(value: number, format: string): string {
  const letter = String.fromCodePoint(0x41 + ((value - 1) % 26));
  switch (format) {
    case 'upperLetter':
      return letter;
    case 'lowerLetter':
      return letter.toLowerCase();
    case 'upperRoman':
    case 'lowerRoman': {
      let [rest, text] = [value, ''];
      for (const [size, sign] of ROMAN) for (; rest >= size; rest -= size) text += sign;
      return format === 'upperRoman' ? text : text.toLowerCase();
    }
    default:
      return String(value);
  }
}

/** Writes the automatic numbers of a document, paragraph by paragraph (ECMA-376 part 1, 17.9). */
export class Numbering {
  readonly #levels = new Map<string, ReadonlyMap<number, Level>>();
  readonly #ofStyle = new Map<string, { readonly id: string; readonly level: number }>();
  readonly #counts = new Map<string, number[]>();

  constructor(numbering: XmlElement | undefined, styles: XmlElement | undefined) {
    const abstracts = new Map<string, ReadonlyMap<number, Level>>();
    for (const abstract of childrenOf(numbering, 'abstractNum')) {
      const levels = childrenOf(abstract, 'lvl').map((level): [number, Level] => [
        Number(attribute(level, 'ilvl') ?? 0),
        {
          format: attribute(childOf(level, 'numFmt'), 'val') ?? 'decimal',
          text: attribute(childOf(level, 'lvlText'), 'val') ?? '',
          start: Number(attribute(childOf(level, 'start'), 'val') ?? 1),
        },
      ]);
      abstracts.set(attribute(abstract, 'abstractNumId') ?? '', new Map(levels));
    }
    for (const number of childrenOf(numbering, 'num')) {
      const levels = abstracts.get(attribute(childOf(number, 'abstractNumId'), 'val') ?? '');
      if (levels) this.#levels.set(attribute(number, 'numId') ?? '', levels);
    }
    for (const style of childrenOf(styles, 'style')) {
      const found = numberOf(childOf(style, 'pPr'));
      if (found) this.#ofStyle.set(attribute(style, 'styleId') ?? '', found);
    }
  }

  /** The number that stands before a paragraph, with a space behind it; empty where there is none. */
  label(properties: XmlElement | undefined): string {
    const style = attribute(childOf(properties, 'pStyle'), 'val');
    const found = numberOf(properties) ?? (style === undefined ? undefined : this.#ofStyle.get(style));
    const level = found && this.#levels.get(found.id)?.get(found.level);
    if (!found || !level || level.format === 'bullet' || level.format === 'none') return '';
    const counts = this.#counts.get(found.id) ?? [];
    this.#counts.set(found.id, counts);
    counts[found.level] = (counts[found.level] ?? level.start - 1) + 1;
    counts.length = found.level + 1;
    const text = level.text.replaceAll(/%(\d)/gu, (_all, digit: string) => {
      const at = Number(digit) - 1;
      const format = this.#levels.get(found.id)?.get(at)?.format ?? 'decimal';
      return written(counts[at] ?? 1, format);
    });
    return text === '' ? '' : `${text} `;
  }
}

function numberOf(properties: XmlElement | undefined): { id: string; level: number } | undefined {
  const number = childOf(properties, 'numPr');
  const id = attribute(childOf(number, 'numId'), 'val');
  if (id === undefined || id === '0') return undefined;
  return { id, level: Number(attribute(childOf(number, 'ilvl'), 'val') ?? 0) };
}
