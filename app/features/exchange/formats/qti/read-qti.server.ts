import type {
  FileNote,
  FileRefusal,
  Format,
  OutgoingItem,
  ParsedFile,
  ParsedItem,
  UploadedFile,
} from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { childrenOf, descendantsOf, type XmlElement } from '#app/platform/xml.server.ts';
import { mediaStore, shownMedia, type MediaStore } from '../shared/media-store.server.ts';
import { completedBy, itemOfRecord } from '../shared/own-record.server.ts';
import { notesAt } from '../shared/notes.ts';
import { TEXT_LIMITS } from '../shared/text-file.server.ts';
import { oneLine } from '../shared/texts.server.ts';
import { QTI2, QTI3 } from './dialect.ts';
import { filesAround } from './files-around.server.ts';
import { listResources } from './list-resources.server.ts';
import type { QtiResource } from './qti-manifest.server.ts';
import { openQti, pathFrom, type QtiFiles } from './qti-package.server.ts';
import { candidateBlocks } from './qti-prompt.server.ts';
import { readQti1 } from '../qti1/read-qti1.server.ts';
import { readQtiItem } from './read-qti-item.server.ts';
import { identifierOf, itemXml } from './write-qti-item.server.ts';

type Progress = (done: number, total: number) => void;

/** Reads a QTI package or a single item, of version 2.0 to 3.0. */
export async function readQti(
  format: Format,
  file: UploadedFile,
  onProgress: Progress,
): Promise<Result<ParsedFile, FileRefusal>> {
  const files = await openQti(file.name, file.bytes);
  if (!files.ok) return files;
  const listed = await listResources(files.value);
  if (!listed.ok) return listed;
  if (listed.value.length > TEXT_LIMITS.items)
    return refuse({ code: 'too-many-items', values: { limit: TEXT_LIMITS.items } });
  const reading: Reading = {
    files: files.value,
    store: mediaStore(),
    items: [],
    notes: [],
    sections: new Map(),
    introduced: new Set(),
    missing: new Set(),
    question: 0,
  };
  for (const [at, resource] of listed.value.entries()) {
    // why one after the other: a package is as large as its largest file in memory, not as all of them.
    const failed = await readResource(resource, reading, files.value.names.length === 1);
    if (failed) return refuse(failed);
    onProgress(at + 1, listed.value.length);
  }
  if (reading.items.length + reading.notes.length === 0) {
    return refuse({ code: 'not-that-format', values: { format, found: '' } });
  }
  return ok({ format, items: reading.items, notes: reading.notes, media: shownMedia(reading.store, reading.items) });
}

interface Reading {
  readonly files: QtiFiles;
  readonly store: MediaStore;
  readonly items: ParsedItem[];
  readonly notes: FileNote[];
  /** Titles of the sections of a test that name an item, by its path. */
  readonly sections: Map<string, string[]>;
  /** Items and sections that stand behind a text which is for all of them, by their paths. */
  readonly introduced: Set<string>;
  /** Files that something names and that are not there. */
  readonly missing: Set<string>;
  question: number;
}

async function readResource(
  resource: QtiResource,
  reading: Reading,
  isAlone: boolean,
): Promise<FileRefusal | undefined> {
  const at = isAlone ? {} : { file: resource.path };
  const note = (level: FileNote['level'], code: string, values?: FileNote['values']): undefined => {
    const list = notesAt(at);
    list.add(level, code, values);
    reading.notes.push(...list.notes);
  };
  const name = reading.files.names.find((each) => each === resource.path);
  if (name === undefined) {
    if (!reading.missing.has(resource.path)) note('error', 'file-missing', { name: resource.path });
    return void reading.missing.add(resource.path);
  }
  const tree = await reading.files.xml(name);
  if (!tree.ok) {
    const code = isAlone ? undefined : brokenFileNote(tree.error);
    // why the whole is refused where it is one file: there is nothing else in it.
    return code === undefined ? tree.error : note('error', code, { name });
  }
  const root = tree.value;
  if (root.local === 'assessmentTest' || root.local === 'assessmentSection')
    return readTest(root, name, reading, isAlone);
  if (root.local === 'questestinterop') {
    note('warning', 'qti-1-read');
    return readQti1(root, name, reading, at);
  }
  if (root.local !== 'assessmentItem')
    return isAlone ? { code: 'not-that-format', values: { format: 'qti', found: root.local } } : undefined;
  return readItem(root, { ...resource, path: name }, reading, at);
}

/** What is said of one file of a package that cannot be read, where the others can. */
function brokenFileNote({ code }: FileRefusal): 'file-broken' | 'file-has-entities' | undefined {
  if (code === 'has-doctype') return 'file-has-entities';
  return code === 'broken-xml' || code === 'broken-encoding' ? 'file-broken' : undefined;
}

/** Sections of a test by the items that they name; their titles become tags. */
function readTest(root: XmlElement, path: string, reading: Reading, isAlone: boolean): FileRefusal | undefined {
  if (isAlone) return { code: 'not-that-format', values: { format: 'qti', found: root.local } };
  const sections = [...(root.local === 'assessmentSection' ? [root] : []), ...descendantsOf(root, 'assessmentSection')];
  for (const section of sections) {
    const title = oneLine(section.attributes.get('title') ?? '');
    for (const ref of childrenOf(section, 'assessmentItemRef', 'assessmentSectionRef')) {
      const found = pathFrom(path, ref.attributes.get('href') ?? '');
      if (found && !found.ok) return found.error;
      if (!found?.ok) continue;
      if (!reading.files.names.includes(found.value)) noteMissing(found.value, path, reading);
      const titles = reading.sections.get(found.value) ?? [];
      reading.sections.set(found.value, title === '' ? titles : [...titles, title]);
    }
  }
  for (const part of [...sections, ...descendantsOf(root, 'testPart')]) {
    if (candidateBlocks(part).length === 0 && !(part === root && reading.introduced.has(path))) continue;
    for (const ref of descendantsOf(part, 'assessmentItemRef', 'assessmentSectionRef')) {
      const found = pathFrom(path, ref.attributes.get('href') ?? '');
      if (found?.ok) reading.introduced.add(found.value);
    }
  }
  return undefined;
}

/** A question of a test whose file is not there, said once. */
function noteMissing(path: string, test: string, { missing, notes }: Reading): void {
  if (missing.has(path)) return;
  missing.add(path);
  const list = notesAt({ file: test });
  list.add('error', 'file-missing', { name: path });
  notes.push(...list.notes);
}

async function readItem(
  root: XmlElement,
  resource: QtiResource,
  reading: Reading,
  at: { file?: string },
): Promise<FileRefusal | undefined> {
  reading.question += 1;
  const around = await filesAround(root, resource.path, reading);
  const place = { ...at, question: reading.question };
  if (resource.record && (await saysTheSame(resource.record, resource.path, reading))) {
    reading.items.push(itemOfRecord(resource.record, { ...place, line: root.line }));
    return undefined;
  }
  const besides = notesAt(place);
  if (resource.isForgotten && !reading.sections.has(resource.path)) besides.add('warning', 'item-unlisted');
  if (reading.introduced.has(resource.path)) besides.add('loss', 'section-text-dropped');
  const read = readQtiItem(root, { ...around, at: place });
  if (!read.item) {
    reading.notes.push(...read.notes);
    return undefined;
  }
  const tags = [...new Set([...resource.tags, ...(reading.sections.get(resource.path) ?? [])])];
  const item: ParsedItem = {
    ...read.item,
    place: { ...read.item.place, tags, difficulty: resource.difficulty },
    notes: [...read.item.notes, ...besides.notes],
  };
  // why: an identifier of QTI is ours made a name of XML; what it was before stands in the record.
  const isOurs = resource.record !== undefined && identifierOf(resource.record.id) === item.externalId;
  const named = isOurs ? { ...item, externalId: '' } : item;
  reading.items.push(completedBy(named, resource.record));
  return undefined;
}

/** Whether the record, written again, is the very file. */
async function saysTheSame(record: OutgoingItem, path: string, { files, store }: Reading): Promise<boolean> {
  const bytes = await files.bytes(path);
  if (!bytes.ok) return false;
  const written = Buffer.from(bytes.value).toString('utf8');
  const dialect = written.includes('<qti-assessment-item') ? QTI3 : QTI2;
  return itemXml(record, dialect, store.media, notesAt({})).xml === written;
}
