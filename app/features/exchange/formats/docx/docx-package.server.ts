import { posix } from 'node:path';
import type { FileRefusal } from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { openArchive, type Archive } from '#app/platform/archive.server.ts';
import { attributeOf, childrenOf, parseXml, XML_LIMITS, type XmlElement } from '#app/platform/xml.server.ts';

/** What of a Word file is read. */
export interface DocxPackage {
  readonly document: XmlElement;
  readonly numbering: XmlElement | undefined;
  readonly styles: XmlElement | undefined;
  /** Images by the ids that the document names them with; undefined for one outside the file. */
  readonly images: ReadonlyMap<string, { readonly name: string; readonly bytes: Uint8Array } | undefined>;
}

const MB = 1024 * 1024;
const FILE_BYTES = 50 * MB;
const ARCHIVE = { entries: 5_000, entryBytes: 50 * MB, totalBytes: 200 * MB };
const XML = { ...XML_LIMITS, bytes: 50 * MB, nodes: 2_000_000, depth: 200 };

/** Opens a .docx that nobody vouches for: limits of the zip and of its XML, no DOCTYPE, no macros. */
export async function openDocx(bytes: Uint8Array): Promise<Result<DocxPackage, FileRefusal>> {
  if (bytes.length > FILE_BYTES) return refuse({ code: 'file-too-large', values: { limit: FILE_BYTES } });
  // why: Word wraps a file with a password, and the .doc of old, in the same kind of container.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return refuse(await oleRefusal(bytes));
  const opened = await openArchive(bytes, ARCHIVE);
  if (!opened.ok) return opened;
  const archive = opened.value;
  const types = archive.names.includes('[Content_Types].xml') ? await archive.read('[Content_Types].xml') : undefined;
  if (types && !types.ok) return types;
  const said = types ? new TextDecoder().decode(types.value) : '';
  if (archive.names.some((name) => /vbaProject|vbaData/iu.test(name)) || /macroEnabled/iu.test(said)) {
    return refuse({ code: 'has-macros' });
  }
  const main = archive.names.find((name) => /^word\/document\d*\.xml$/u.test(name));
  if (main === undefined) return refuse({ code: 'broken-file' });
  return readParts(archive, main);
}

async function readParts(archive: Archive, main: string): Promise<Result<DocxPackage, FileRefusal>> {
  const document = await xmlOf(archive, main);
  if (!document.ok) return document;
  if (!document.value) return refuse({ code: 'broken-file' });
  const numbering = await xmlOf(archive, 'word/numbering.xml');
  if (!numbering.ok) return numbering;
  const styles = await xmlOf(archive, 'word/styles.xml');
  if (!styles.ok) return styles;
  const rels = await xmlOf(archive, `word/_rels/${posix.basename(main)}.rels`);
  if (!rels.ok) return rels;
  const images = await imagesOf(archive, rels.value);
  if (!images.ok) return images;
  return ok({ document: document.value, numbering: numbering.value, styles: styles.value, images: images.value });
}

/** A file with a password names its encrypted stream in UTF-16. */
async function oleRefusal(bytes: Uint8Array): Promise<FileRefusal> {
  const isEncrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return isEncrypted ? { code: 'archive-encrypted' } : { code: 'unknown-format', values: { kind: 'office-97' } };
}

async function xmlOf(archive: Archive, name: string): Promise<Result<XmlElement | undefined, FileRefusal>> {
  if (!archive.names.includes(name)) return ok(undefined);
  const bytes = await archive.read(name);
  if (!bytes.ok) return bytes;
  const tree = parseXml(bytes.value, XML);
  return tree.ok ? tree : refuse({ ...tree.error, at: { file: name, ...tree.error.at } });
}

async function imagesOf(
  archive: Archive,
  rels: XmlElement | undefined,
): Promise<Result<DocxPackage['images'], FileRefusal>> {
  const images = new Map<string, { name: string; bytes: Uint8Array } | undefined>();
  for (const rel of rels ? childrenOf(rels, 'Relationship') : []) {
    const [id, target, type] = ['Id', 'Target', 'Type'].map((name) => attributeOf(rel, name) ?? '');
    if (!id || !target || !/\/image$/u.test(type ?? '')) continue;
    const path = target.startsWith('/') ? target.slice(1) : posix.normalize(`word/${target}`);
    // why no refusal of a path that climbs: it is only ever looked up among the names of the checked archive.
    if (attributeOf(rel, 'TargetMode') === 'External' || !archive.names.includes(path)) images.set(id, undefined);
    else {
      const bytes = await archive.read(path);
      if (!bytes.ok) return bytes;
      images.set(id, { name: posix.basename(path), bytes: bytes.value });
    }
  }
  return ok(images);
}
