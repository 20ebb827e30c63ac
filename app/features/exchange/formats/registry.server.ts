import type {
  FileRefusal,
  Format,
  OutgoingItem,
  ParsedFile,
  ParsedMedia,
  UploadedFile,
  WrittenFile,
} from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { openArchive } from '#app/platform/archive.server.ts';
import { formatOfBytes, formatOfNames, isPackage, qtiVersion, rootOf } from './sniff.server.ts';

export type ReadProgress = (done: number, total: number) => void;
type Reader = (file: UploadedFile, onProgress: ReadProgress) => Promise<Result<ParsedFile, FileRefusal>>;
type Writer = (items: readonly OutgoingItem[], media: ReadonlyMap<string, ParsedMedia>) => Promise<WrittenFile>;

// why functions that import: a worker that reads GIFT does not load what reads Word, and the server loads none of them.
const READERS: Readonly<Record<Format, () => Promise<Reader>>> = {
  xlsx: async () => (await import('./xlsx/read-xlsx.server.ts')).readXlsx,
  csv: async () => (await import('./csv/read-csv.server.ts')).readCsv,
  gift: async () => (await import('./gift/read-gift.server.ts')).readGift,
  aiken: async () => (await import('./aiken/read-aiken.server.ts')).readAiken,
  moodle: async () => (await import('./moodle/read-moodle.server.ts')).readMoodle,
  qti21: async () => (await import('./qti21/read-qti21.server.ts')).readQti21,
  qti3: async () => (await import('./qti3/read-qti3.server.ts')).readQti3,
  docx: async () => (await import('./docx/read-docx.server.ts')).readDocx,
  yaml: async () => (await import('./yaml/read-yaml.server.ts')).readYaml,
};

const WRITERS: Readonly<Record<Format, () => Promise<Writer>>> = {
  xlsx: async () => (await import('./xlsx/write-xlsx.server.ts')).writeXlsx,
  csv: async () => (await import('./csv/write-csv.server.ts')).writeCsv,
  docx: async () => (await import('./docx/write-docx.server.ts')).writeDocx,
  gift: async () => (await import('./gift/write-gift.server.ts')).writeGift,
  aiken: async () => (await import('./aiken/write-aiken.server.ts')).writeAiken,
  moodle: async () => (await import('./moodle/write-moodle.server.ts')).writeMoodle,
  qti21: async () => (await import('./qti21/write-qti21.server.ts')).writeQti21,
  qti3: async () => (await import('./qti3/write-qti3.server.ts')).writeQti3,
  yaml: async () => (await import('./yaml/write-yaml.server.ts')).writeYaml,
};

const PACKAGE_LIMITS = { entries: 5_000, totalBytes: 200 * 1024 * 1024, ratio: 200 };
/** A text may be taken for any of these; what is written is one. */
const TEXTS: ReadonlySet<Format> = new Set(['csv', 'gift', 'aiken', 'yaml']);

/**
 * Finds the format of a file: by its content, then by the ending of its name, then as the person says; a person's word counts
 * before the shape of a text, as several formats may look alike, and never against the first bytes.
 */
export async function findFormat(file: UploadedFile, chosen?: Format): Promise<Result<Format, FileRefusal>> {
  if (file.bytes.length === 0) return refuse({ code: 'file-empty' });
  const found = isPackage(file.bytes) ? await formatOfPackage(file) : formatOfBytes(file.name, file.bytes);
  if (!found.ok) return found;
  if (chosen === undefined || chosen === found.value) {
    return found.value ? ok(found.value) : refuse({ code: 'unknown-format', values: { kind: 'unknown' } });
  }
  const mayBe = found.value === undefined || (TEXTS.has(found.value) && TEXTS.has(chosen));
  // why: QTI 2 and 3 are told apart by the document itself.
  if (found.value?.startsWith('qti') && chosen.startsWith('qti')) return ok(found.value);
  return mayBe ? ok(chosen) : refuse({ code: 'not-that-format', values: { format: chosen, found: found.value ?? '' } });
}

async function formatOfPackage(file: UploadedFile): Promise<Result<Format | undefined, FileRefusal>> {
  const archive = await openArchive(file.bytes, PACKAGE_LIMITS);
  if (!archive.ok) return archive;
  const { names } = archive.value;
  const byName = formatOfNames(names);
  if (!byName.ok || byName.value) return byName;
  const manifest = names.find((name) => /(?:^|\/)imsmanifest\.xml$/u.test(name));
  const xml = manifest ?? names.find((name) => name.endsWith('.xml') && !name.startsWith('__MACOSX/'));
  if (xml === undefined) return ok(undefined);
  const bytes = await archive.value.read(xml);
  if (!bytes.ok) return bytes;
  const text = new TextDecoder().decode(bytes.value);
  if (manifest !== undefined) return ok(qtiVersion(text));
  const root = rootOf(text);
  if (root === undefined || !/assessment|questestinterop/u.test(root)) return ok(undefined);
  return ok(qtiVersion(text));
}

/** Reads a file of a format that findFormat() gave. */
export async function readAs(
  format: Format,
  file: UploadedFile,
  onProgress: ReadProgress,
): Promise<Result<ParsedFile, FileRefusal>> {
  const reader = await READERS[format]();
  return reader(file, onProgress);
}

export async function writeAs(
  format: Format,
  items: readonly OutgoingItem[],
  media: ReadonlyMap<string, ParsedMedia>,
): Promise<WrittenFile> {
  const writer = await WRITERS[format]();
  return writer(items, media);
}
