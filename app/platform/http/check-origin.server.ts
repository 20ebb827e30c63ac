import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request that changes something comes from a page of this site. Browsers say so in Sec-Fetch-Site or Origin;
 * a request with neither is from an old browser or no browser, and is let through only with no foreign Referer.
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
