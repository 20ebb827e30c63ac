import { childrenOf, descendantsOf, type XmlElement } from '#app/platform/xml.server.ts';
import type { MediaStore } from '../shared/media-store.server.ts';
import type { ImageSource } from '../shared/texts.server.ts';
import { pathFrom, type QtiFiles } from './qti-package.server.ts';

interface Around {
  readonly images: ImageSource;
  readonly stimulus: (href: string) => XmlElement | undefined;
}

/** The words of a stimulus; some files leave out the frame around them. */
function bodyOf(root: XmlElement): XmlElement | undefined {
  const [body] = childrenOf(root, 'stimulusBody', 'body');
  return body ?? (/^(?:assessmentStimulus|div|section|article)$/u.test(root.local) ? root : undefined);
}

/**
 * Images and stimuli that an item names, read beforehand: what turns its words into Markdown does not wait. An address that
 * leads out of the package is one of a file that is missing.
 */
export async function filesAround(
  root: XmlElement,
  path: string,
  { files, store }: { readonly files: QtiFiles; readonly store: MediaStore },
): Promise<Around> {
  const stimuli = new Map<string, XmlElement>();
  const images = new Map<string, { readonly name: string; readonly bytes: Uint8Array }>();
  const placeOf = (base: string, href: string): string | undefined => {
    const found = pathFrom(base, href);
    return found?.ok && files.names.includes(found.value) ? found.value : undefined;
  };
  const collect = async (element: XmlElement, base: string): Promise<void> => {
    for (const image of descendantsOf(element, 'img', 'object')) {
      const href = image.attributes.get('src') ?? image.attributes.get('data') ?? '';
      const name = placeOf(base, href);
      const bytes = name === undefined ? undefined : await files.bytes(name);
      if (name === undefined || !bytes?.ok) continue;
      images.set(href, { name, bytes: bytes.value });
      store.keep(name, bytes.value);
    }
  };
  for (const ref of childrenOf(root, 'assessmentStimulusRef')) {
    const href = ref.attributes.get('href') ?? '';
    const name = placeOf(path, href);
    const tree = name === undefined ? undefined : await files.xml(name);
    const body = tree?.ok ? bodyOf(tree.value) : undefined;
    if (!body || name === undefined) continue;
    stimuli.set(href, body);
    await collect(body, name);
  }
  await collect(root, path);
  return {
    images: { store, find: (href) => images.get(href) },
    stimulus: (href) => stimuli.get(href),
  };
}
