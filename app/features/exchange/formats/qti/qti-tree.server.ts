import { childrenOf, textOf, type XmlElement } from '#app/platform/xml.server.ts';

/** "qti-choice-interaction" → "choiceInteraction": names of QTI 3 as those of QTI 2; other names stay. */
const oldName = (local: string): string => (local.startsWith('qti-') ? camel(local.slice('qti-'.length)) : local);

const camel = (kebab: string): string =>
  kebab.replaceAll(/-([a-z])/gu, (_whole, letter: string) => letter.toUpperCase());

/**
 * A document of QTI 2 or 3 with the names of QTI 2, without prefixes: one reader reads both. Attributes of the vocabulary are
 * renamed alike ("response-identifier"); data-… and aria-… stay.
 */
export function asQti2(element: XmlElement): XmlElement {
  const isOurs = element.local.startsWith('qti-');
  const attributes = new Map<string, string>();
  for (const [name, value] of element.attributes) {
    const local = name.startsWith('xmlns') ? name : name.slice(name.indexOf(':') + 1);
    attributes.set(isOurs && !/^(?:data|aria)-/u.test(local) ? camel(local) : local, value);
  }
  // why: QTI 3 passes over case where a mapping does not say, QTI 2 heeds it.
  if (element.local === 'qti-mapping' && !attributes.has('caseSensitive')) attributes.set('caseSensitive', 'false');
  const local = oldName(element.local);
  const children = element.children.map((child) => (typeof child === 'string' ? child : asQti2(child)));
  return { name: local, local, attributes, children, line: element.line };
}

/** What the person may have answered in, and what is right. */
export interface Declaration {
  readonly cardinality: string;
  readonly baseType: string;
  readonly correct: readonly string[];
  readonly mapping: Mapping | undefined;
}

export interface Mapping {
  readonly lowerBound: number | undefined;
  readonly upperBound: number | undefined;
  readonly defaultValue: number;
  readonly entries: readonly { readonly key: string; readonly value: number; readonly heedsCase: boolean }[];
}

/** Response declarations of an item by their identifiers. */
export function declarationsOf(item: XmlElement): ReadonlyMap<string, Declaration> {
  return new Map(
    childrenOf(item, 'responseDeclaration').map((declaration) => [
      declaration.attributes.get('identifier') ?? '',
      {
        cardinality: declaration.attributes.get('cardinality') ?? 'single',
        baseType: declaration.attributes.get('baseType') ?? 'identifier',
        correct: childrenOf(declaration, 'correctResponse')
          .flatMap((correct) => childrenOf(correct, 'value'))
          .map((value) => textOf(value).replaceAll(/\s+/gu, ' ').trim())
          .filter((value) => value !== ''),
        mapping: mappingOf(declaration),
      },
    ]),
  );
}

function mappingOf(declaration: XmlElement): Mapping | undefined {
  const [mapping] = childrenOf(declaration, 'mapping');
  if (!mapping) return undefined;
  const heedsCase = ({ attributes }: XmlElement, otherwise: boolean): boolean =>
    attributes.has('caseSensitive') ? isYes(attributes.get('caseSensitive')) : otherwise;
  return {
    lowerBound: numberOf(mapping.attributes.get('lowerBound')),
    upperBound: numberOf(mapping.attributes.get('upperBound')),
    defaultValue: numberOf(mapping.attributes.get('defaultValue')) ?? 0,
    entries: childrenOf(mapping, 'mapEntry').map((entry) => ({
      key: (entry.attributes.get('mapKey') ?? '').replaceAll(/\s+/gu, ' ').trim(),
      value: numberOf(entry.attributes.get('mappedValue')) ?? 0,
      heedsCase: heedsCase(entry, heedsCase(mapping, true)),
    })),
  };
}

/** A number of an attribute or a value; undefined where there is none. */
export function numberOf(written: string | undefined): number | undefined {
  const value = written === undefined || written.trim() === '' ? Number.NaN : Number(written);
  return Number.isFinite(value) ? value : undefined;
}

/** Whether an attribute of yes and no says yes: XML writes it in two ways. */
export const isYes = (written: string | undefined): boolean => written === 'true' || written === '1';
