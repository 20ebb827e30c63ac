import type { SaxesTagPlain } from 'saxes';

/** What the look of a cell says. */
export interface CellStyle {
  readonly isDate: boolean;
  readonly isMarked: boolean;
  readonly isLegacy: boolean;
  /** A share that is shown in percent, with so many decimals. */
  readonly percent?: Decimals | undefined;
}

export interface Decimals {
  readonly least: number;
  readonly most: number;
}

interface Font {
  isMarked: boolean;
  isLegacy: boolean;
}

const LEGACY_FONT = /^(?:\.vn|vni[- ]|vn[A-Z])/iu;
/** Numbers of built-in formats that show a date (ECMA-376 part 1, 18.8.30). */
const isDateNumber = (id: number): boolean => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36);
const bareCode = (code: string): string => code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./gu, '');
const isDateCode = (code: string): boolean => /[dy]/iu.test(bareCode(code));

/** What a format in percent shows behind the comma; the built-in ones are 9 and 10. */
function percentOf(id: number, written: string | undefined): Decimals | undefined {
  const code = written ?? (id === 9 ? '0%' : id === 10 ? '0.00%' : '');
  const [positive = ''] = bareCode(code).split(';');
  if (!positive.includes('%')) return undefined;
  const decimals = (/\.([0#?]*)/u.exec(positive)?.[1] ?? '').slice(0, 15);
  return { least: decimals.replaceAll(/[^0]/gu, '').length, most: decimals.length };
}

/** A colour that a clerk chose to set something apart: no automatic one, no theme's black or white, no grey. */
function isColour(tag: SaxesTagPlain): boolean {
  const rgb = (tag.attributes['rgb'] ?? '').slice(-6).toLowerCase();
  if (!/^[0-9a-f]{6}$/u.test(rgb)) return Number(tag.attributes['theme'] ?? 0) > 3;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));
  return Math.max(red, green, blue) - Math.min(red, green, blue) > 60;
}

const isOn = (tag: SaxesTagPlain): boolean => !/^(?:0|false|none)$/u.test(tag.attributes['val'] ?? '1');

/** Reads what a font says, tag by tag; for the fonts of a workbook and of runs within a cell. */
export function noteFont(font: Font, tag: SaxesTagPlain): void {
  if ((tag.name === 'b' || tag.name === 'u') && isOn(tag)) font.isMarked = true;
  if (tag.name === 'color' && isColour(tag)) font.isMarked = true;
  if ((tag.name === 'name' || tag.name === 'rFont') && LEGACY_FONT.test(tag.attributes['val'] ?? ''))
    font.isLegacy = true;
}

/** Collects the styles of a workbook from the tags of its styles part. */
export class StyleReader {
  readonly #fonts: Font[] = [];
  readonly #fills: boolean[] = [];
  readonly #codes = new Map<number, string>();
  readonly styles: CellStyle[] = [];
  #part = '';
  #isSolid = false;

  open(tag: SaxesTagPlain): void {
    const number = (name: string): number => Number(tag.attributes[name] ?? 0);
    switch (tag.name) {
      case 'numFmt':
        this.#codes.set(number('numFmtId'), tag.attributes['formatCode'] ?? '');
        break;
      case 'fonts':
      case 'fills':
      case 'cellXfs':
      case 'cellStyleXfs':
      case 'dxfs':
        this.#part = tag.name;
        break;
      case 'font':
        if (this.#part === 'fonts') this.#fonts.push({ isMarked: false, isLegacy: false });
        break;
      case 'fill':
        if (this.#part === 'fills') this.#fills.push(false);
        break;
      case 'patternFill':
        this.#isSolid = tag.attributes['patternType'] === 'solid';
        break;
      case 'fgColor':
        if (this.#part === 'fills' && this.#isSolid && isColour(tag)) this.#fills[this.#fills.length - 1] = true;
        break;
      case 'xf':
        if (this.#part === 'cellXfs')
          this.styles.push(this.#styleOf(number('numFmtId'), number('fontId'), number('fillId')));
        break;
      default: {
        const font = this.#fonts.at(-1);
        if (this.#part === 'fonts' && font) noteFont(font, tag);
      }
    }
  }

  #styleOf(format: number, font: number, fill: number): CellStyle {
    const code = this.#codes.get(format);
    return {
      percent: percentOf(format, code),
      isDate: code === undefined ? isDateNumber(format) : isDateCode(code),
      isMarked: (this.#fonts[font]?.isMarked ?? false) || (this.#fills[fill] ?? false),
      isLegacy: this.#fonts[font]?.isLegacy ?? false,
    };
  }
}
