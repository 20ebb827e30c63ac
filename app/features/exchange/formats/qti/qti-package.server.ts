import { posix } from 'node:path';
import type { FileRefusal } from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { openArchive, type Archive } from '#app/platform/archive.server.ts';
import { parseXml, XML_LIMITS, type XmlElement } from '#app/platform/xml.server.ts';
import { asQti2 } from './qti-tree.server.ts';

/** The files of a package, or the single file of an upload, by their paths. */
export interface QtiFiles {
  readonly names: readonly string[];
  /** XML with the names of QTI 2. */
  xml(path: string): Promise<Result<XmlElement, FileRefusal>>;
  bytes(path: string): Promise<Result<Uint8Array, FileRefusal>>;
}

const MB = 1024 * 1024;
const LIMITS = { entries: 10_000, totalBytes: 200 * MB };
// why passed over: files of QTI 1.2 name its DTD; why so long: images stand in attributes as data: addresses.
const ITEM_LIMITS = { ...XML_LIMITS, bytes: 20 * MB, attributeLength: 10 * MB, passesDoctype: true };

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Opens an upload: a package (.zip), or one XML file which is then its only file. */
export async function openQti(name: string, bytes: Uint8Array): Promise<Result<QtiFiles, FileRefusal>> {
  if (!isZip(bytes)) return ok(filesOf([name], async () => ok(bytes)));
  const archive = await openArchive(bytes, LIMITS);
  if (!archive.ok) return archive;
  return ok(filesOf(archive.value.names.filter(isMeant), readFrom(archive.value)));
}

/** What systems put beside the files of people. */
const isMeant = (name: string): boolean => !name.startsWith('__MACOSX/') && !posix.basename(name).startsWith('.');

const readFrom = (archive: Archive) => (path: string) => archive.read(path);

function filesOf(names: readonly string[], read: (path: string) => Promise<Result<Uint8Array, FileRefusal>>): QtiFiles {
  return {
    names,
    bytes: read,
    xml: async (path) => {
      const bytes = await read(path);
      if (!bytes.ok) return bytes;
      const tree = parseXml(bytes.value, ITEM_LIMITS);
      return tree.ok ? ok(asQti2(tree.value)) : refuse({ ...tree.error, at: { file: path, ...tree.error.at } });
    },
  };
}

/**
 * The path of what a file of the package names, from its own folder; undefined for an address elsewhere. One that climbs out
 * of the package is refused.
 */
export function pathFrom(base: string, href: string): Result<string, FileRefusal> | undefined {
  const address = decoded(href.split(/[?#]/u, 1)[0] ?? '').trim();
  if (address === '' || /^[a-z][a-z0-9+.-]*:|^\/\//iu.test(address)) return undefined;
  const path = posix.normalize(posix.join(posix.dirname(base), address.replaceAll('\\', '/')));
  const isOutside = path.startsWith('..') || posix.isAbsolute(address.replaceAll('\\', '/')) || path.includes('\0');
  return isOutside
    ? refuse({ code: 'archive-path-outside', at: { file: base }, values: { path: address.slice(0, 80) } })
    : ok(path);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
