// Follows the links of a site as one person, within the site, and says what the browser refused on each page.
import type { Page } from 'playwright/test';

interface Violation {
  readonly page: string;
  readonly directive: string;
  readonly blocked: string;
}

/** What came of following links. */
interface Crawl {
  readonly visited: readonly string[];
  readonly violations: readonly Violation[];
  /** Pages that answered with a status from 500 on. */
  readonly failed: readonly string[];
}

/** The kind of an address: pages that differ in one id, word or number are one kind. */
const kindOf = (path: string): string =>
  path
    .split('/')
    .map((step) => (/\d|^[0-9a-z]{20,}$/u.test(step) || step.split('-').length > 3 ? '*' : step))
    .join('/')
    .replace(/^\/(units|manage\/units)\/(?!changes|import|search|tree)[^/.]+/u, '/$1/*')
    .replace(/^\/(topics|contests)\/[^/]+/u, '/$1/*');

/**
 * Follows links from these pages, a few of each kind.
 * @param limit how many pages at the most
 */
export async function crawl(
  page: Page,
  starts: readonly string[],
  { perKind, limit }: { perKind: number; limit: number },
): Promise<Crawl> {
  const violations: Violation[] = [];
  await page.exposeFunction('tellViolation', (violation: Violation) => void violations.push(violation));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell = (globalThis as unknown as { tellViolation(violation: object): void }).tellViolation;
      tell({
        page: location.pathname,
        directive: event.effectiveDirective,
        blocked: `${event.blockedURI} ${event.sample} ${event.sourceFile ?? ''}:${event.lineNumber}`,
      });
    });
  });
  const waiting = [...starts];
  const seen = new Set(starts);
  const kinds = new Map<string, number>();
  const visited: string[] = [];
  const failed: string[] = [];
  while (waiting.length > 0 && visited.length < limit) {
    const address = waiting.shift() as string;
    const kind = kindOf(address.split('?')[0] ?? '');
    const count = kinds.get(kind) ?? 0;
    if (count >= perKind) continue;
    kinds.set(kind, count + 1);
    const response = await page.goto(address, { waitUntil: 'load' }).catch(() => null);
    // why nothing where there is none: a file was downloaded.
    if (!response) continue;
    visited.push(address);
    if (response.status() >= 500) failed.push(address);
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
    for (const link of links.map((href) => href.split('#')[0] ?? '')) {
      if (link === '' || seen.has(link) || /\.(?:xlsx|csv|zip|json|yml|png)(?:\?|$)|\/file/u.test(link)) continue;
      seen.add(link);
      waiting.push(link);
    }
  }
  return { visited, violations, failed };
}
