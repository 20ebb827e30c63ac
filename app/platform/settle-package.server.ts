import { openArchive } from './archive.server.ts';
import { zipOf, type ZipEntry } from './zip.server.ts';

const CORE = 'docProps/core.xml';
/** Of our own making, so far beyond what is allowed to strangers. */
const LIMITS = { entries: 10_000, totalBytes: 1024 * 1024 * 1024, ratio: 2_000 };

/**
 * A package of Word or Excel that we wrote, with one instant in place of that of its making: the same content and instant give
 * the same bytes. Only for packages that a library of ours wrote; one that does not open is a fault of ours and thrown.
 * @param at instant in UTC, ms
 * @param change what a part becomes, for what the library cannot write, or only slowly
 */
export async function settlePackage(
  bytes: Uint8Array,
  at: number,
  change: (name: string, part: Uint8Array) => Uint8Array = (_, part) => part,
): Promise<Uint8Array> {
  const archive = await openArchive(bytes, LIMITS);
  if (!archive.ok) throw new Error(`the written package does not open: ${archive.error.code}`);
  const entries: ZipEntry[] = [];
  for (const name of archive.value.names) {
    const part = await archive.value.read(name);
    if (!part.ok) throw new Error(`the written package does not open: ${part.error.code}`);
    entries.push({ name, bytes: name === CORE ? dated(part.value, at) : change(name, part.value) });
  }
  return zipOf(entries, at);
}

const dated = (core: Uint8Array, at: number): Uint8Array =>
  new TextEncoder().encode(
    new TextDecoder().decode(core).replaceAll(/(<dcterms:\w+[^>]*>)[^<]*/gu, `$1${new Date(at).toISOString()}`),
  );
