import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';

/** A file of more bytes than this is no picture for a phone. */
export const MOST_IMAGE_BYTES = 8 * 1024 * 1024;
/** 40 megapixels, as phones take: what a small file may blow up to is some 160 MB, once. */
const MOST_PIXELS = 40_000_000;
/** Twice the width of a large phone: more is not seen. */
const LARGEST_SIDE = 1_600;
const MOST_SECONDS = 10;

export type ImageRefusal = 'image-too-large' | 'image-is-svg' | 'no-image';

/** An image as it is kept: written anew, so that nothing but its picture is left of the file. */
export interface CleanImage {
  /** SHA-256 of the bytes, in hex. */
  readonly id: string;
  /** SHA-256 of the file as it came. */
  readonly originalHash: string;
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** SHA-256 of bytes, in hex: the name of an image. */
export const hashOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Reads a PNG, JPEG, WebP or GIF (its first picture) and writes it anew: turned as the camera meant it, at most 1600 px,
 * without metadata. Everything else is refused, by its content and whatever its name says.
 * why no SVG: it is a document with scripts and addresses in it, not a picture.
 */
export async function cleanImage(file: Uint8Array): Promise<Result<CleanImage, ImageRefusal>> {
  if (file.byteLength > MOST_IMAGE_BYTES) return refuse('image-too-large');
  const kind = kindOf(file);
  if (kind === undefined) return refuse(isSvg(file) ? 'image-is-svg' : 'no-image');
  const open = () => sharp(file, { limitInputPixels: MOST_PIXELS, pages: 1, failOn: 'error' });
  try {
    const meta = await open().metadata();
    if ((meta.width ?? 0) * (meta.height ?? 0) > MOST_PIXELS) return refuse('image-too-large');
    const picture = open()
      .timeout({ seconds: MOST_SECONDS })
      .rotate()
      .resize({ width: LARGEST_SIDE, height: LARGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .toColorspace('srgb');
    const written = await encode(picture, kind);
    return ok({ ...written, id: hashOfBytes(written.bytes), originalHash: hashOfBytes(file) });
  } catch (error) {
    return refuse(error instanceof Error && /pixel limit/iu.test(error.message) ? 'image-too-large' : 'no-image');
  }
}

type Kind = 'png' | 'jpeg' | 'webp' | 'gif';

/** The format by the first bytes. */
function kindOf(file: Uint8Array): Kind | undefined {
  const begin = Buffer.from(file.subarray(0, 12)).toString('latin1');
  if (begin.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (begin.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (begin.startsWith('RIFF') && begin.endsWith('WEBP')) return 'webp';
  return begin.startsWith('GIF8') ? 'gif' : undefined;
}

const isSvg = (file: Uint8Array): boolean => /<svg[\s>]/iu.test(Buffer.from(file.subarray(0, 4_096)).toString('utf8'));

/** Photographs stay photographs; what was drawn stays sharp. */
async function encode(
  picture: Sharp,
  kind: Kind,
): Promise<Pick<CleanImage, 'mediaType' | 'width' | 'height' | 'bytes'>> {
  const format = kind === 'gif' ? 'png' : kind;
  const encoded =
    format === 'jpeg'
      ? picture.jpeg({ quality: 82, mozjpeg: true })
      : format === 'webp'
        ? picture.webp({ quality: 82 })
        : picture.png({ compressionLevel: 9 });
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  return { mediaType: `image/${format}`, width: info.width, height: info.height, bytes: new Uint8Array(data) };
}
