import type { FileRefusal, ParsedFile, UploadedFile } from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { openArchive, type Archive } from '#app/platform/archive.server.ts';
import { parseXml, XML_LIMITS, type XmlElement } from '#app/platform/xml.server.ts';
import { mediaStore, shownMedia } from '../shared/media-store.server.ts';
import { TEXT_LIMITS } from '../shared/text-file.server.ts';
import { attribute, childrenOf } from './numbering.ts';
import { readDocument } from './read-document.server.ts';
import { QuestionReader } from './read-questions.ts';

/**
 * Reads the questions of a Word document. The document is walked by our own: what parts a key from the other options is its look
 * (bold, colour, underline, a star) and its automatic letter, which a conversion to HTML loses.
 */
export async function readDocx(
  file: UploadedFile,
  onProgress: (done: number, total: number) => void,
): Promise<Result<ParsedFile, FileRefusal>> {
  const archive = await openArchive(file.bytes);
  if (!archive.ok) return archive;
  const { names } = archive.value;
  if (names.some((name) => /vbaProject|\.docm$/iu.test(name))) return refuse({ code: 'has-macros' });
  const main = names.find((name) => /(?:^|\/)word\/document\d*\.xml$/u.test(name));
  if (main === undefined) return refuse({ code: 'not-that-format' });
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const document = await xmlOf(archive.value, main);
  if (!document.ok) return document;
  if (!document.value) return refuse({ code: 'broken-archive' });
  onProgress(1, 4);
  const numbering = await xmlOf(archive.value, `${folder}numbering.xml`);
  if (!numbering.ok) return numbering;
  const styles = await xmlOf(archive.value, `${folder}styles.xml`);
  if (!styles.ok) return styles;
  const images = await imagesOf(archive.value, folder, main);
  if (!images.ok) return images;
  onProgress(2, 4);
  const blocks = readDocument(document.value, {
    numbering: numbering.value,
    styles: styles.value,
    imageAt: images.value.imageAt,
  });
  const { items, notes } = new QuestionReader().read(blocks);
  if (items.length > TEXT_LIMITS.items) return refuse({ code: 'too-many-items', values: { limit: TEXT_LIMITS.items } });
  onProgress(4, 4);
  return ok({ format: 'docx', items, notes, media: shownMedia(images.value.store, items) });
}

async function xmlOf(archive: Archive, name: string): Promise<Result<XmlElement | undefined, FileRefusal>> {
  if (!archive.names.includes(name)) return ok(undefined);
  const bytes = await archive.read(name);
  if (!bytes.ok) return bytes;
  const tree = parseXml(bytes.value, { ...XML_LIMITS, nodes: 3_000_000 });
  return tree.ok ? tree : refuse({ ...tree.error, at: { ...tree.error.at, file: name } });
}

/** Images of the document by their relation. */
async function imagesOf(archive: Archive, folder: string, main: string) {
  const store = mediaStore();
  const addresses = new Map<string, string>();
  const relations = await xmlOf(archive, `${folder}_rels/${main.slice(folder.length)}.rels`);
  if (!relations.ok) return relations;
  for (const relation of childrenOf(relations.value)) {
    const target = attribute(relation, 'Target') ?? '';
    if (attribute(relation, 'TargetMode') === 'External' || !/\/image$/u.test(attribute(relation, 'Type') ?? ''))
      continue;
    const name = target.startsWith('/') ? target.slice(1) : folder + target;
    if (!archive.names.includes(name)) continue;
    const bytes = await archive.read(name);
    if (!bytes.ok) return bytes;
    const address = store.keep(name, bytes.value);
    if (address !== undefined) addresses.set(attribute(relation, 'Id') ?? '', address);
  }
  const imageAt = (relation: string, words: string): string => {
    const address = addresses.get(relation);
    return address === undefined ? '' : `![${words.replaceAll(/[[\]\n]/gu, ' ').trim()}](${address})`;
  };
  return ok({ store, imageAt });
}
