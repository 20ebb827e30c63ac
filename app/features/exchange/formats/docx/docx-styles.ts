import { attributeOf, childOf, childrenOf, type XmlElement } from '#app/platform/xml.server.ts';
import { PLAIN, type Look } from './line.ts';

/** A look, and the font, which tells how the letters are coded. */
export interface Styled extends Look {
  readonly font: string;
}

export interface Styles {
  readonly base: Styled;
  /** The look that a style gives, on top of another. */
  styled(id: string | undefined, below: Styled): Styled;
  /** The numbering that a paragraph style gives. */
  numbering(id: string | undefined): XmlElement | undefined;
}

const LONGEST_CHAIN = 20;

/** Looks by style of a document. */
export function stylesOf(root: XmlElement | undefined): Styles {
  const styles = root ? childrenOf(root, 'style') : [];
  const byId = new Map(styles.map((style) => [attributeOf(style, 'styleId') ?? '', style]));
  const defaults = root && childOf(root, 'docDefaults');
  const usual = defaults && childOf(defaults, 'rPrDefault');
  const normal = styles.find(
    (style) => attributeOf(style, 'type') === 'paragraph' && attributeOf(style, 'default') === '1',
  );
  const chain = (id: string | undefined): XmlElement[] => {
    const found: XmlElement[] = [];
    let style = id === undefined ? undefined : byId.get(id);
    while (style && found.length < LONGEST_CHAIN) {
      found.unshift(style);
      const parent = childOf(style, 'basedOn');
      style = parent && byId.get(attributeOf(parent, 'val') ?? '');
    }
    return found;
  };
  const styled: Styles['styled'] = (id, below) =>
    chain(id).reduce((look, style) => looked(childOf(style, 'rPr'), look), below);
  const start = looked(usual && childOf(usual, 'rPr'), { ...PLAIN, font: '' });
  return {
    base: looked(normal && childOf(normal, 'rPr'), start),
    styled,
    numbering: (id) =>
      chain(id)
        .map((style) => childOf(style, 'pPr'))
        .flatMap((pPr) => (pPr ? childrenOf(pPr, 'numPr') : []))
        .at(-1),
  };
}

const OFF = new Set(['0', 'false', 'off', 'none']);
const isOn = (element: XmlElement | undefined, below: boolean): boolean =>
  element ? !OFF.has(attributeOf(element, 'val') ?? '1') : below;

/** The look that run properties give, on top of another. */
export function looked(rPr: XmlElement | undefined, below: Styled): Styled {
  if (!rPr) return below;
  const find = (name: string) => childOf(rPr, name);
  const fonts = find('rFonts');
  const [shade, colour, raised] = [find('shd'), find('color'), find('vertAlign')];
  return {
    bold: isOn(find('b'), below.bold),
    italic: isOn(find('i'), below.italic),
    underline: isOn(find('u'), below.underline),
    highlight: isOn(find('highlight'), shade ? isShade(attributeOf(shade, 'fill')) : below.highlight),
    colour: colour ? standsOut(colour) : below.colour,
    raised: raised ? raisedOf(attributeOf(raised, 'val')) : below.raised,
    font: (fonts && (attributeOf(fonts, 'ascii') ?? attributeOf(fonts, 'hAnsi'))) ?? below.font,
  };
}

const isShade = (fill = 'auto'): boolean => !/^(?:auto|ffffff)$/iu.test(fill);

const raisedOf = (value = ''): Look['raised'] => (value === 'superscript' ? 'sup' : value === 'subscript' ? 'sub' : '');

const NEAR = 48;

/** Black, grey and white are no colours: people set them without meaning anything. */
function standsOut(colour: XmlElement): boolean {
  if (/^(?:text|dark|background|light)\d/u.test(attributeOf(colour, 'themeColor') ?? '')) return false;
  const [, red = '0', green = '0', blue = '0'] = /^(..)(..)(..)$/u.exec(attributeOf(colour, 'val') ?? '') ?? [];
  const parts = [red, green, blue].map((hex) => Number.parseInt(hex, 16));
  return Math.max(...parts) - Math.min(...parts) > NEAR;
}
