import { ZipFile } from 'yazl';
import type { FileNote, OutgoingItem, ParsedMedia, WrittenFile } from '#app/domain/exchange/parsed-file.ts';
import { escapeXml } from '#app/platform/item-xhtml.server.ts';
import type { OutgoingImage } from '../shared/images-out.ts';
import { notesAt } from '../shared/notes.ts';
import { OWN_VOCABULARY, recordOf } from '../shared/own-record.server.ts';
import type { Dialect } from './dialect.ts';
import { identifierOf, itemXml } from './write-qti-item.server.ts';

// why one instant: the same items give the same bytes.
const MTIME = new Date(Date.UTC(2026, 0, 1));

interface Entry {
  readonly resource: string;
  readonly path: string;
  readonly xml: string;
  readonly images: readonly OutgoingImage[];
  readonly item: OutgoingItem;
}

/** Writes a QTI package: a manifest, one file an item, and the images. */
export async function writeQti(
  items: readonly OutgoingItem[],
  media: ReadonlyMap<string, ParsedMedia>,
  dialect: Dialect,
): Promise<WrittenFile> {
  const losses: FileNote[] = [];
  const entries = items.map((item, at): Entry => {
    const notes = notesAt({ question: at + 1 });
    const written = itemXml(item, dialect, media, notes);
    losses.push(...notes.notes);
    const number = String(at + 1).padStart(5, '0');
    return { item, resource: `item-${number}`, path: `items/item-${number}.xml`, ...written };
  });
  const images = new Map(entries.flatMap((entry) => entry.images.map((image) => [image.name, image] as const)));
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(manifestXml(entries, dialect), 'utf8'), 'imsmanifest.xml', { mtime: MTIME });
  for (const { path, xml } of entries) zip.addBuffer(Buffer.from(xml, 'utf8'), path, { mtime: MTIME });
  const sorted = [...images.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
  for (const { name, bytes } of sorted) {
    zip.addBuffer(Buffer.from(bytes), `images/${name}`, { mtime: MTIME, compress: false });
  }
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return {
    name: `cau-hoi.${dialect.format}.zip`,
    contentType: 'application/zip',
    bytes: Buffer.concat(pieces),
    losses,
  };
}

function manifestXml(entries: readonly Entry[], dialect: Dialect): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<manifest ${dialect.manifestRoot} identifier="MANIFEST-1">`,
    `<metadata><schema>${dialect.schema}</schema><schemaversion>${dialect.schemaVersion}</schemaversion></metadata>`,
    '<organizations/>',
    '<resources>',
    ...entries.map((entry) => resourceXml(entry, dialect)),
    '</resources>',
    '</manifest>\n',
  ].join('\n');
}

function resourceXml({ resource, path, images, item }: Entry, dialect: Dialect): string {
  const files = [path, ...images.map(({ name }) => `images/${name}`)].map((href) => `<file href="${href}"/>`);
  return `<resource identifier="${resource}" type="${dialect.itemType}" href="${path}"><metadata>${lomXml(item)}<timhieu xmlns="${OWN_VOCABULARY}">${escapeXml(recordOf(item))}</timhieu></metadata>${files.join('')}</resource>`;
}

const LEVELS = { easy: 'easy', medium: 'medium', hard: 'difficult' };

/** Learning Object Metadata: identifier, key words, difficulty. */
function lomXml({ id, place }: OutgoingItem): string {
  const words = place.tags.map((tag) => `<keyword><string>${escapeXml(tag)}</string></keyword>`).join('');
  const level = place.difficulty
    ? `<educational><difficulty><source>LOMv1.0</source><value>${LEVELS[place.difficulty]}</value></difficulty></educational>`
    : '';
  return `<lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general><identifier><entry>${escapeXml(identifierOf(id))}</entry></identifier>${words}</general>${level}</lom>`;
}
