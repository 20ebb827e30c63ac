import type { FileRefusal, OutgoingItem } from '#app/domain/exchange/parsed-file.ts';
import type { Difficulty } from '#app/domain/items/item.ts';
import { ok, type Result } from '#app/domain/kernel/result.ts';
import { childrenOf, descendantsOf, textOf, type XmlElement } from '#app/platform/xml.server.ts';
import { OWN_VOCABULARY, readRecord } from '../shared/own-record.server.ts';
import { oneLine } from '../shared/texts.server.ts';
import { pathFrom, type QtiFiles } from './qti-package.server.ts';

/** What the manifest says of one file of the package. */
export interface QtiResource {
  readonly path: string;
  readonly type: string;
  readonly tags: readonly string[];
  readonly difficulty: Difficulty | undefined;
  readonly record: OutgoingItem | undefined;
  /** Whether the manifest does not name it as a question. */
  readonly isForgotten?: boolean;
}

const DIFFICULTIES: Readonly<Record<string, Difficulty>> = {
  'very easy': 'easy',
  easy: 'easy',
  medium: 'medium',
  difficult: 'hard',
  'very difficult': 'hard',
};

/** The path of the manifest: at the top, or in the one folder that holds everything. */
export const manifestOf = (files: QtiFiles): string | undefined =>
  files.names
    .filter((name) => /(?:^|\/)imsmanifest\.xml$/u.test(name))
    .toSorted((one, other) => one.length - other.length)[0];

/** Resources of a manifest in its order; one whose address climbs out of the package refuses the whole. */
export function resourcesOf(manifest: XmlElement, path: string): Result<QtiResource[], FileRefusal> {
  const resources: QtiResource[] = [];
  for (const list of childrenOf(manifest, 'resources')) {
    for (const resource of childrenOf(list, 'resource')) {
      const base = [list, resource].map(({ attributes }) => attributes.get('base') ?? '').join('');
      const [file] = childrenOf(resource, 'file');
      const href = resource.attributes.get('href') ?? file?.attributes.get('href');
      // why without the base: Blackboard counts the address of its own attribute from the top of the package.
      const found = pathFrom(path, href === undefined ? (resource.attributes.get('file') ?? '') : base + href);
      if (!found) continue;
      if (!found.ok) return found;
      resources.push({ path: found.value, type: resource.attributes.get('type') ?? '', ...metadataOf(resource) });
    }
  }
  return ok(resources);
}

function metadataOf(resource: XmlElement): Pick<QtiResource, 'tags' | 'difficulty' | 'record'> {
  const metadata = childrenOf(resource, 'metadata');
  const words = metadata.flatMap((each) => descendantsOf(each, 'keyword')).map((keyword) => oneLine(textOf(keyword)));
  const [level] = metadata
    .flatMap((each) => descendantsOf(each, 'difficulty'))
    .flatMap((each) => descendantsOf(each, 'value'));
  const own = metadata
    .flatMap((each) => descendantsOf(each, 'timhieu'))
    .find(({ attributes }) => attributes.get('xmlns') === OWN_VOCABULARY);
  return {
    tags: [...new Set(words.filter((word) => word !== ''))],
    difficulty: level && DIFFICULTIES[oneLine(textOf(level)).toLowerCase()],
    record: own && readRecord(textOf(own)),
  };
}
