import type { FileNote, ParsedFile, ParsedItem } from '#app/domain/exchange/parsed-file.ts';
import { MEDIA_SCHEME, mediaOf, type ItemBody, type ItemOption } from '#app/domain/items/item.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { addImage, type ImageRefusal } from '#app/features/items/index.server.ts';

type Read = Pick<ParsedFile, 'items' | 'notes'>;

const NOTES: Readonly<Record<ImageRefusal, string>> = {
  'image-is-svg': 'image-svg',
  'image-too-large': 'image-too-large',
  'no-image': 'image-unreadable',
};

/**
 * Keeps the images of a file, cleaned, and makes its questions name them as the bank does. An image that cannot be kept is
 * left out of its question, which says so.
 * why before anybody has agreed: a picture takes longer than a transaction should. One that no question shows is never served.
 */
export async function takeImagesIn(file: ParsedFile, now: Instant): Promise<Read> {
  const kept = new Map<string, string>();
  const refused = new Map<string, ImageRefusal>();
  for (const [id, { bytes }] of file.media) {
    const image = await addImage(bytes, now);
    if (image.ok) kept.set(id, image.value.id);
    else refused.set(id, image.error);
  }
  return { items: file.items.map((item) => withImages(item, file, kept, refused)), notes: file.notes };
}

function withImages(
  item: ParsedItem,
  file: ParsedFile,
  kept: ReadonlyMap<string, string>,
  refused: ReadonlyMap<string, ImageRefusal>,
): ParsedItem {
  const shown = mediaOf(item.body);
  if (shown.length === 0) return item;
  const notes = shown.flatMap((id): FileNote[] => {
    const why = refused.get(id);
    const name = file.media.get(id)?.name ?? '';
    return why ? [{ level: 'warning', code: NOTES[why], at: item.at, values: { name } }] : [];
  });
  const inText = (text: string): string =>
    text.replaceAll(IMAGE, (all: string, alt: string, id: string) => {
      if (refused.has(id)) return alt;
      return all.replace(MEDIA_SCHEME + id, MEDIA_SCHEME + (kept.get(id) ?? id));
    });
  return { ...item, body: mapTexts(item.body, inText), notes: [...item.notes, ...notes] };
}

const IMAGE = /!\[([^\]]*)\]\(media:([0-9a-f]{64})\)/gu;

/** The body with every text that may show an image changed. */
function mapTexts(body: ItemBody, change: (text: string) => string): ItemBody {
  const inOption = (option: ItemOption): ItemOption => ({
    ...option,
    text: change(option.text),
    ...(option.rationale === undefined ? {} : { rationale: change(option.rationale) }),
  });
  return {
    ...body,
    prompt: change(body.prompt),
    rationale: change(body.rationale),
    options: body.options.map(inOption),
    ...(body.targets ? { targets: body.targets.map(inOption) } : {}),
  };
}
