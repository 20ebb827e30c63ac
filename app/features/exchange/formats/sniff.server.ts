import type { FileRefusal, Format } from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { foreignKindOf, startsWith, type ForeignKind } from '#app/platform/foreign-kind.ts';
import { hasGiftAnswers, looksLikeAiken, looksLikeGift, looksLikeTable, looksLikeYaml } from './text-shapes.ts';

/** Files that are packages: .xlsx, .docx, .zip. */
export const isPackage = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06);

const foreign = (kind: ForeignKind): Result<never, FileRefusal> => refuse({ code: 'unknown-format', values: { kind } });

/** What a package is, by the names of its members; undefined where they tell nothing. */
export function formatOfNames(names: readonly string[]): Result<Format | undefined, FileRefusal> {
  const has = (test: (name: string) => boolean): boolean => names.some(test);
  if (has((name) => /(?:^|\/)xl\/workbook\.(?:xml|bin)$/u.test(name))) return ok('xlsx');
  if (has((name) => /(?:^|\/)word\/document\d*\.xml$/u.test(name))) return ok('docx');
  if (has((name) => name === 'items.yml')) return ok('yaml');
  // A table that is packed with its images.
  if (has((name) => /^[^/]+\.xlsx$/iu.test(name))) return ok('xlsx');
  if (has((name) => /^[^/]+\.(?:csv|tsv)$/iu.test(name))) return ok('csv');
  if (has((name) => name === 'content.xml') && has((name) => name === 'META-INF/manifest.xml'))
    return foreign('opendocument');
  return ok(undefined);
}

const XML_ROOTS: Readonly<Record<string, Format>> = {
  quiz: 'moodle',
  question: 'moodle',
  assessmentItem: 'qti21',
  assessmentTest: 'qti21',
  assessmentSection: 'qti21',
  questestinterop: 'qti21',
  'qti-assessment-item': 'qti3',
  'qti-assessment-test': 'qti3',
  'qti-assessment-section': 'qti3',
};

/** The first element of an XML text, without its prefix; undefined where there is none near the beginning. */
export function rootOf(text: string): string | undefined {
  const start = text
    .slice(0, 64 * 1024)
    .replace(/^\uFEFF?\s*/u, '')
    .replaceAll(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>/giu, '');
  return /^\s*<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)/u.exec(start)?.[1];
}

/** QTI before version 3 and from it on, by the names that a document uses. */
export const qtiVersion = (text: string): Format =>
  /imsqtiasi_v3|imsqti_\w*v3|qti-assessment|<qti-/iu.test(text) ? 'qti3' : 'qti21';

function formatOfXml(text: string): Result<Format | undefined, FileRefusal> {
  const root = rootOf(text);
  if (root === undefined) return ok(undefined);
  if (/^html$/iu.test(root)) return foreign('web-page');
  if (root === 'Workbook') return foreign('office-97');
  return ok(XML_ROOTS[root]);
}

/** Shapes of texts that are sure, the surest first. */
const SHAPES: readonly (readonly [Format, (text: string) => boolean])[] = [
  ['yaml', looksLikeYaml],
  ['aiken', looksLikeAiken],
  ['gift', hasGiftAnswers],
];

const EXTENSIONS: Readonly<Record<string, Format>> = {
  yml: 'yaml',
  yaml: 'yaml',
  gift: 'gift',
  csv: 'csv',
  tsv: 'csv',
};

/** What a name says, "cau-hoi.gift.txt" too. */
function formatOfName(name: string): Format | undefined {
  const [, inner] = /\.(gift|aiken)\.txt$/iu.exec(name.trim()) ?? [];
  return inner === undefined ? EXTENSIONS[extensionOf(name)] : inner.toLowerCase() === 'gift' ? 'gift' : 'aiken';
}

/** The ending of a file name, in lower case. */
export const extensionOf = (name: string): string =>
  /\.([A-Za-z0-9]{1,8})$/u.exec(name.trim())?.[1]?.toLowerCase() ?? '';

/**
 * What a file that is no package is: by its first bytes, its root element, the shape of its text, then by the ending of its
 * name.
 * @returns undefined where nothing tells
 */
export function formatOfBytes(name: string, bytes: Uint8Array): Result<Format | undefined, FileRefusal> {
  const known = foreignKindOf(bytes);
  if (known) return foreign(known);
  const text = textForSniffing(bytes);
  if (text === undefined) return foreign('binary');
  if (/^\uFEFF?\s*</u.test(text)) {
    const xml = formatOfXml(text);
    if (!xml.ok || xml.value) return xml;
  }
  const shape = SHAPES.find(([, has]) => has(text));
  if (shape) return ok(shape[0]);
  const byName = formatOfName(name);
  if (byName) return ok(byName);
  if (looksLikeTable(text)) return ok('csv');
  return ok(looksLikeGift(text) ? 'gift' : undefined);
}

const SNIFFED = 256 * 1024;

/** The beginning of a text in whatever encoding; undefined for bytes that are no text. Letters may come out wrong, signs not. */
function textForSniffing(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, SNIFFED);
  if (startsWith(start, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(start);
  if (startsWith(start, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(start);
  if (start.subarray(0, 64).includes(0)) {
    // why: UTF-16 without its mark has a zero beside every Latin letter.
    if (start[0] !== 0 && start[1] === 0) return new TextDecoder('utf-16le').decode(start);
    if (start[0] === 0 && start[1] !== 0) return new TextDecoder('utf-16be').decode(start);
    return undefined;
  }
  if (start.includes(0)) return undefined;
  return new TextDecoder('utf-8').decode(start);
}
