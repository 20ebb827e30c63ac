import { attributeOf, childOf, childrenOf, type XmlElement } from '#app/platform/xml.server.ts';

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

/** Renders the numbers that Word sets itself, paragraph after paragraph. */
export interface Numbering {
  /** The label of the next paragraph of a list; empty for no list. */
  next(numPr: XmlElement | undefined): string;
}

const val = (element: XmlElement | undefined): string | undefined => element && attributeOf(element, 'val');

/** The lists of a document, each with its counters. */
export function numberingOf(root: XmlElement | undefined): Numbering {
  const abstracts = new Map(
    (root ? childrenOf(root, 'abstractNum') : []).map((one) => [
      attributeOf(one, 'abstractNumId') ?? '',
      levelsOf(one),
    ]),
  );
  const lists = new Map<string, { levels: Map<number, Level>; counters: Map<number, number> }>();
  const shared = new Map<string, Map<number, number>>();
  for (const num of root ? childrenOf(root, 'num') : []) {
    const abstract = val(childOf(num, 'abstractNumId')) ?? '';
    const overrides = childrenOf(num, 'lvlOverride');
    const levels = new Map(abstracts.get(abstract));
    for (const override of overrides) overridden(levels, override);
    // why shared: lists of one pattern go on counting, unless one starts anew.
    const counters =
      overrides.length > 0 ? new Map<number, number>() : (shared.get(abstract) ?? new Map<number, number>());
    if (overrides.length === 0) shared.set(abstract, counters);
    lists.set(attributeOf(num, 'numId') ?? '', { levels, counters });
  }
  return {
    next(numPr) {
      const list = numPr && lists.get(val(childOf(numPr, 'numId')) ?? '');
      if (!list) return '';
      const at = Number(val(childOf(numPr, 'ilvl')) ?? 0);
      const level = list.levels.get(at);
      if (!level) return '';
      list.counters.set(at, (list.counters.get(at) ?? level.start - 1) + 1);
      for (const deeper of list.counters.keys()) if (deeper > at) list.counters.delete(deeper);
      if (level.format === 'bullet' || level.format === 'none') return level.format === 'bullet' ? '•' : level.text;
      return level.text.replaceAll(/%(\d)/gu, (_whole, digit: string) => {
        const other = list.levels.get(Number(digit) - 1);
        return written(other?.format ?? 'decimal', list.counters.get(Number(digit) - 1) ?? other?.start ?? 1);
      });
    },
  };
}

function overridden(levels: Map<number, Level>, override: XmlElement): void {
  const at = Number(attributeOf(override, 'ilvl') ?? 0);
  const own = childOf(override, 'lvl');
  const start = Number(val(childOf(override, 'startOverride')) ?? 1);
  const level = own ? levelOf(own) : levels.get(at);
  if (level) levels.set(at, own ? level : { ...level, start });
}

const levelsOf = (abstract: XmlElement): Map<number, Level> =>
  new Map(childrenOf(abstract, 'lvl').map((lvl) => [Number(attributeOf(lvl, 'ilvl') ?? 0), levelOf(lvl)]));

const levelOf = (lvl: XmlElement): Level => ({
  format: val(childOf(lvl, 'numFmt')) ?? 'decimal',
  text: val(childOf(lvl, 'lvlText')) ?? '',
  start: Number(val(childOf(lvl, 'start')) ?? 1),
});

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const MOST_ROMAN = 1_000;

function roman(count: number): string {
  let [rest, text] = [Math.min(count, MOST_ROMAN), ''];
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) text += sign;
  return text;
}

function written(format: string, count: number): string {
  const letter = String.fromCodePoint(97 + ((Math.max(count, 1) - 1) % 26));
  if (format === 'upperLetter') return letter.toUpperCase();
  if (format === 'lowerLetter') return letter;
  if (format === 'upperRoman') return roman(count).toUpperCase();
  return format === 'lowerRoman' ? roman(count) : String(count);
}
