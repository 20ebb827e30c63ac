import { crc32 } from 'node:zlib';
import { fromBufferPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';
import type { FileRefusal } from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';

/** What an archive may hold; more is refused before it takes memory or time. Sizes in bytes. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Of one file, inflated. */
  readonly entryBytes: number;
  /** Of all files that are listed, and of all that is inflated in the end. */
  readonly totalBytes: number;
  /** Inflated bytes for one packed byte; asked of files of more than a megabyte only, as short texts shrink far. */
  readonly ratio: number;
}

const MB = 1024 * 1024;

export const ARCHIVE_LIMITS: ArchiveLimits = { entries: 2_000, entryBytes: 50 * MB, totalBytes: 200 * MB, ratio: 100 };
const RATIO_FROM = MB;
const LONGEST_NAME = 1_000;

/** A zip whose list of files has been checked as a whole. */
export interface Archive {
  /** Paths of the files with forward slashes, folders left out, in the order of the archive. */
  readonly names: readonly string[];
  /** Inflated size as the archive declares it; read() makes sure that it is true. Undefined for a name that is not there. */
  sizeOf(name: string): number | undefined;
  /** The bytes of a file. Refused where they are not what the archive declares. */
  read(name: string): Promise<Result<Uint8Array, FileRefusal>>;
}

/**
 * Opens a zip that nobody vouches for. Refused before anything is inflated: more files or bytes than the limits, encrypted
 * files, links, paths that are absolute, climb or use backslashes, a name twice, files that share bytes with one another or
 * with the directory (bombs that list one file a thousand times), and directories that do not hold together.
 */
export async function openArchive(
  bytes: Uint8Array,
  limits: Partial<ArchiveLimits> = {},
): Promise<Result<Archive, FileRefusal>> {
  const all = { ...ARCHIVE_LIMITS, ...limits };
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // why names are not decoded by yauzl: it turns backslashes into slashes, or gives all its reasons as one kind of error.
    const zip = await fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: true });
    const entries = await listEntries(zip, all);
    return ok(archiveOf(zip, entries, all));
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    // why every error: yauzl's own say that the archive is broken, and RangeErrors of offsets mean the same.
    return refuse(/encryption/u.test(String(error)) ? { code: 'archive-encrypted' } : { code: 'broken-archive' });
  }
}

class Refused extends Error {
  readonly refusal: FileRefusal;
  constructor(refusal: FileRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const stop = (refusal: FileRefusal): never => {
  throw new Refused(refusal);
};

async function listEntries(zip: ZipFile, limits: ArchiveLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries)
    stop({ code: 'archive-too-large', values: { limit: limits.entries, kind: 'entries' } });
  const found = new Map<string, Entry>();
  const ranges: [number, number][] = [];
  const directoryAt = Number(zip.readEntryCursor);
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry);
    const at = { file: name.slice(0, 200) };
    if (entry.isEncrypted()) stop({ code: 'archive-encrypted', at });
    if (isOutside(name) || isLink(entry)) stop({ code: 'archive-path-outside', at });
    if (found.has(name)) stop({ code: 'broken-archive', at });
    total += entry.uncompressedSize;
    checkSize(entry, total, limits, at);
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    ranges.push([entry.relativeOffsetOfLocalHeader, fileDataStart + entry.compressedSize]);
    found.set(name, entry);
  }
  let end = 0;
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    if (from < end || to > directoryAt) stop({ code: 'broken-archive' });
    end = to;
  }
  return found;
}

const nameOf = (entry: Entry): string =>
  getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true).normalize('NFC');

const isOutside = (name: string): boolean =>
  name === '' ||
  name.length > LONGEST_NAME ||
  /^\/|^[A-Za-z]:|\\|[\u0000-\u001F\u007F]/u.test(name) ||
  name.split('/').some((part) => part === '..');

const UNIX = 3;
const FILE_TYPE = 0o170000;
const LINK = 0o120000;

const isLink = (entry: Entry): boolean =>
  entry.versionMadeBy >> 8 === UNIX && ((entry.externalFileAttributes >>> 16) & FILE_TYPE) === LINK;

function checkSize(entry: Entry, total: number, limits: ArchiveLimits, at: { file: string }): void {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  const tooLarge = (kind: string, limit: number) => stop({ code: 'archive-too-large', at, values: { limit, kind } });
  if (size > limits.entryBytes) tooLarge('entry', limits.entryBytes);
  if (total > limits.totalBytes) tooLarge('total', limits.totalBytes);
  if (size > RATIO_FROM && size > packed * limits.ratio) tooLarge('ratio', limits.ratio);
}

function archiveOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>, limits: ArchiveLimits): Archive {
  let inflated = 0;
  return {
    names: [...entries.keys()].filter((name) => !name.endsWith('/')),
    sizeOf: (name) => entries.get(name)?.uncompressedSize,
    async read(name) {
      const at = { file: name.slice(0, 200) };
      const entry = entries.get(name);
      if (!entry) return refuse({ code: 'broken-archive', at });
      try {
        const bytes = await inflate(zip, entry, (size) => {
          inflated += size;
          if (inflated > limits.totalBytes)
            stop({ code: 'archive-too-large', at, values: { limit: limits.totalBytes, kind: 'total' } });
        });
        return crc32(bytes) === entry.crc32 ? ok(bytes) : refuse({ code: 'broken-archive', at });
      } catch (error) {
        if (error instanceof Refused) return refuse(error.refusal);
        // yauzl ends the stream at the first byte beyond the declared size.
        const isMore = /too many bytes/u.test(String(error));
        return refuse({ code: isMore ? 'archive-too-large' : 'broken-archive', at });
      }
    },
  };
}

async function inflate(zip: ZipFile, entry: Entry, count: (size: number) => void): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry);
  const pieces: Buffer[] = [];
  for await (const piece of stream as AsyncIterable<Buffer>) {
    count(piece.length);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
