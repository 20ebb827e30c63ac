import type { FileNote, FileRefusal, ParsedItem } from '#app/domain/exchange/parsed-file.ts';
import { childrenOf, descendantsOf, textOf, type XmlElement } from '#app/platform/xml.server.ts';
import type { QtiFiles } from '../qti/qti-package.server.ts';
import type { MediaStore } from '../shared/media-store.server.ts';
import { oneLine } from '../shared/texts.server.ts';
import { imagesOfPackage } from './qti1-images.server.ts';
import { readQti1Item } from './read-qti1-item.server.ts';

/** What has been read of a package so far. */
interface Reading {
  readonly files: QtiFiles;
  readonly store: MediaStore;
  readonly items: ParsedItem[];
  readonly notes: FileNote[];
  question: number;
}

/** What stands above an item. */
interface Above {
  readonly tags: readonly string[];
  /** Whether a text that is for all of a section is left behind. */
  readonly isIntroduced: boolean;
}

/** All items of a file of QTI 1.2; titles of their sections become tags. */
export async function readQti1(
  root: XmlElement,
  path: string,
  reading: Reading,
  at: { file?: string },
): Promise<FileRefusal | undefined> {
  const images = await imagesOfPackage(reading.files);
  if (!images.ok) return images.error;
  const byIdent = new Map(descendantsOf(root, 'item').map((item) => [item.attributes.get('ident') ?? '', item]));
  const read = (item: XmlElement, { tags, isIntroduced }: Above): void => {
    reading.question += 1;
    const found = readQti1Item(item, {
      images: { store: reading.store, find: (address) => images.value(path, address) },
      at: { ...at, question: reading.question },
      tags,
      isIntroduced,
      itemOf: (ident) => byIdent.get(ident),
    });
    if (found.item) reading.items.push(found.item);
    else reading.notes.push(...found.notes);
  };
  const visit = (element: XmlElement, above: Above): void => {
    for (const child of childrenOf(element)) {
      if (child.local === 'item') read(child, above);
      else visit(child, below(child, above));
    }
  };
  visit(root, { tags: [], isIntroduced: false });
  return undefined;
}

function below(element: XmlElement, { tags, isIntroduced }: Above): Above {
  if (element.local !== 'section' && element.local !== 'assessment') return { tags, isIntroduced };
  const title = element.local === 'section' ? oneLine(element.attributes.get('title') ?? '') : '';
  return {
    tags: title === '' ? tags : [...new Set([...tags, title])],
    isIntroduced:
      isIntroduced || childrenOf(element, 'presentation_material', 'rubric').some((each) => textOf(each).trim() !== ''),
  };
}
