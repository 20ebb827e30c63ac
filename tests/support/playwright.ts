import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Page } from 'playwright/test';
import { DEMO_PASSWORD } from '#app/cli/demo-people.ts';
import { keepSession } from '#app/features/identity/guard.server.ts';
import { openSession } from '#app/features/identity/session.repo.server.ts';
import { paths } from '#app/paths.ts';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';

export { expect };

/** Somebody of the demonstration who can sign in. */
export type Duty =
  | 'contestant'
  | 'unitManager'
  | 'blockManager'
  | 'provinceManager'
  | 'organizer'
  | 'secondOrganizer'
  | 'administrator'
  | 'itemAuthor'
  | 'itemReviewer'
  | 'itemApprover';

const SIGN_IN_NAMES: Record<Duty, string> = {
  contestant: 'thisinh',
  unitManager: 'phutrach',
  blockManager: 'khoixa',
  provinceManager: 'toantinh',
  organizer: 'bantochuc',
  secondOrganizer: 'bantochuc2',
  administrator: 'quantri',
  itemAuthor: 'soancau',
  itemReviewer: 'thamdinh',
  itemApprover: 'duyetcau',
};

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with the rule and the elements of every breach of accessibility that axe finds on the page. */
export async function expectAccessible(page: Page, where = page.url()): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    elements: nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  }));
  expect(found, `axe on ${where}`).toEqual([]);
}

/** Fails when the page has to be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page, where = page.url()): Promise<void> {
  const overflow = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > width + 1,
    );
    return wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 160));
  });
  expect(overflow, `wider than the window: ${where}`).toEqual([]);
}

/** Watches a page: what it writes to the console, what fails to load, and whom it asks. */
function watch(page: Page, ownOrigin: string): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    // why not loads: the status of a page is what its test asks about; every other load is checked below.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      faults.push(`console: ${message.text()}`);
    }
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${ownOrigin}/`) && !request.url().startsWith('data:')) {
      faults.push(`foreign origin: ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    const isAsset = ['script', 'stylesheet', 'image', 'font', 'manifest'].includes(response.request().resourceType());
    if (isAsset && response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  return faults;
}

/**
 * Gives the browser a session that has shown everything: a code of an app is good once, and tests that sign in as the same
 * person side by side would wait for each other. How people do it is tested in second-factor.spec.ts.
 */
async function skipSecondStep(page: Page, signInName: string): Promise<void> {
  const { id } = await (await database()).account.findUniqueOrThrow({ where: { signInName }, select: { id: true } });
  const now = Date.now();
  const proofs = { secondFactorAt: now, steppedUpAt: now };
  const sessionId = await inTransaction((tx) => openSession(tx, id, now, proofs));
  const [name = '', value = ''] = keepSession(sessionId)['Set-Cookie'].split(';')[0]?.split('=') ?? [];
  const { origin } = new URL(page.url());
  await page.context().addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Lax' }]);
  await page.goto(paths.contests());
}

/** Signs in by the form, as a person does; for people with a duty the second step is taken for them. */
export async function signInOn(page: Page, who: { signInName: string; password: string }): Promise<void> {
  await page.goto(paths.signIn());
  await page.locator('input[name="signInName"]').fill(who.signInName);
  await page.locator('input[name="password"]').fill(who.password);
  await page.locator('main form button').last().click();
  await page.waitForURL((url) => url.pathname !== paths.signIn());
  const { pathname } = new URL(page.url());
  if (pathname === paths.signInSecond() || pathname === paths.secondFactor()) {
    await skipSecondStep(page, who.signInName);
  }
}

interface Fixtures {
  /** Signs in by the form, as a person does. */
  readonly signInAs: (who: Duty | { readonly signInName: string; readonly password: string }) => Promise<void>;
}

/** Playwright's test; every page of it must be silent on the console and ask no other site. */
export const test = base.extend<Fixtures>({
  page: async ({ page, baseURL }, use) => {
    const faults = watch(page, baseURL ?? '');
    await use(page);
    expect(faults).toEqual([]);
  },
  signInAs: async ({ page }, use) => {
    await use((who) =>
      signInOn(page, typeof who === 'string' ? { signInName: SIGN_IN_NAMES[who], password: DEMO_PASSWORD } : who),
    );
  },
});
