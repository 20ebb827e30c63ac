import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request that changes something comes from a page of this site. Browsers say so in Sec-Fetch-Site or Origin;
 * a request with neither is from an old browser or no browser, and is let through only with no foreign Referer.
 *
 * why without any of the three it passes: every browser that can run these pages sends Origin with a post, so no page of
 * somebody else can make one that lacks it; and the session's cookie is SameSite=Lax, so it would not travel along.
 * @param ownHost host and port that visitors use
 */
export function checkOrigin(headers: IncomingHttpHeaders, ownHost: string | undefined): boolean {
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return false;
  const origin = headers.origin ?? headers.referer;
  if (origin === undefined) return true;
  try {
    return ownHost !== undefined && new URL(origin).host === ownHost;
  } catch {
    return false;
  }
}

const EMBEDDED = new Set(['iframe', 'frame', 'embed', 'object', 'fencedframe']);

/**
 * Whether a page of somebody else loads this as part of itself: as a picture, a script, a frame or by fetch. Following a link
 * to here is none of that. What a person may see is not to be measured from elsewhere by how it loads.
 */
export function isForeignLoad(headers: IncomingHttpHeaders): boolean {
  if (headers['sec-fetch-site'] !== 'cross-site') return false;
  const mode = headers['sec-fetch-mode'];
  return mode !== 'navigate' || EMBEDDED.has(String(headers['sec-fetch-dest']));
}
