import type { LoaderFunctionArgs } from '@remix-run/node';
import { getMedia } from '#app/features/items/index.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';

/**
 * An image of a question. Its address is the hash of its bytes, so it never changes and is no secret that could be guessed;
 * who may see a question may see its pictures, offline too.
 */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const id = params['mediaId'] ?? '';
  if (request.headers.get('If-None-Match') === `"${id}"`) return new Response(null, { status: 304 });
  const media = await getMedia(id);
  if (!media) throw refusalPage('not-found');
  return new Response(new Uint8Array(media.bytes), {
    headers: {
      'Content-Type': media.mediaType,
      'Content-Length': String(media.bytes.byteLength),
      'Cache-Control': 'public, max-age=31536000, immutable',
      ETag: `"${id}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Disposition': 'inline',
    },
  });
}
