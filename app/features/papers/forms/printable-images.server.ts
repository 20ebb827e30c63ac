import sharp from 'sharp';
import { getMedia } from '#app/features/items/index.server.ts';
import type { PrintableImage } from './paper-set.ts';

/** The images with these ids as a printer takes them: PNG or JPEG. One that is not there is left out. */
export async function printableImages(ids: readonly string[]): Promise<Map<string, PrintableImage>> {
  const images = new Map<string, PrintableImage>();
  for (const id of new Set(ids)) {
    const media = await getMedia(id);
    if (!media) continue;
    const picture = sharp(media.bytes);
    const isJpeg = media.mediaType === 'image/jpeg';
    const { data, info } = await (isJpeg ? picture : picture.png()).toBuffer({ resolveWithObject: true });
    images.set(id, {
      bytes: new Uint8Array(data),
      type: isJpeg ? 'jpg' : 'png',
      width: info.width,
      height: info.height,
    });
  }
  return images;
}
