// What a cheap phone, a slow line, a thumb and a screen reader ask of the contest: figures, not opinions.
import type { CDPSession, Page } from 'playwright/test';
import type { SaveResponses } from '#app/features/attempts/save-responses.schema.ts';
import { paths } from '#app/paths.ts';
import { attemptIdOf, CONTEST, PASSWORD, registerNewcomer, sheetOpens, startAttempt } from '#tests/support/people.ts';
import { expect, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

const KB = 1_000;
const THUMB = 44;
const GAP = 8;

const question = (page: Page) => page.locator('fieldset.question:not([hidden])');
const badge = (page: Page) => page.locator('.save-badge');
const isSaved = (page: Page) => expect(badge(page)).toContainText(/Đã lưu \d\d:\d\d:\d\d/);

interface Meter {
  /** Bytes received since the last look, by kind of resource. */
  read(): { all: number; scripts: number };
}

/** Counts what comes over the network: bodies as they were packed, with their headers. */
async function meter(page: Page): Promise<Meter> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  const types = new Map<string, string>();
  let counts = { all: 0, scripts: 0 };
  cdp.on('Network.requestWillBeSent', ({ requestId, type, redirectResponse }) => {
    types.set(requestId, type ?? '');
    counts.all += redirectResponse?.encodedDataLength ?? 0;
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    counts.all += encodedDataLength;
    if (types.get(requestId) === 'Script') counts.scripts += encodedDataLength;
  });
  await cdp.send('Network.enable');
  return {
    read() {
      const read = counts;
      counts = { all: 0, scripts: 0 };
      return read;
    },
  };
}

/** Everything on the page that a finger is meant to hit, as boxes. */
const targetsOf = (page: Page, within: string) =>
  page.locator(within).evaluate((root) =>
    [...root.querySelectorAll('a, button, select, summary, label:has(input[type=radio], input[type=checkbox])')]
      .filter((element) => !element.matches('.skip-link') && element.checkVisibility({ visibilityProperty: true }))
      .map((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return { name: (element.textContent ?? '').trim().slice(0, 40), left, right, top, bottom };
      }),
  );

test('the whole way into the contest costs at most 200 kB, and from the open sheet to the score 20 kB', async ({
  page,
  browser,
  baseURL,
}) => {
  const before = await browser.newContext({ baseURL: baseURL ?? '' });
  const signInName = await registerNewcomer(await before.newPage());
  await before.close();

  const received = await meter(page);
  await page.goto(paths.contest(CONTEST));
  await page.getByRole('link', { name: 'Đăng nhập để dự thi' }).click();
  await page.locator('[name=signInName]').fill(signInName);
  await page.locator('[name=password]').fill(PASSWORD);
  await page.locator('main form').getByRole('button', { name: 'Đăng nhập' }).click();
  const opening = sheetOpens(page);
  await startAttempt(page);
  await expect(question(page)).toContainText('Câu 1/20');
  await opening;
  expect(received.read().all).toBeLessThanOrEqual(200 * KB);

  const bodies: number[] = [];
  // why by key: on a busy machine an answer may be sent twice, which the server stores once.
  const sent = new Set<string>();
  page.on('request', (request) => {
    if (!request.url().endsWith('/responses')) return;
    bodies.push(request.postDataBuffer()?.length ?? 0);
    for (const save of (request.postDataJSON() as SaveResponses).saves) sent.add(save.key);
  });
  for (let slot = 1; slot <= 20; slot += 1) {
    await question(page).locator('label.choice').nth(1).click();
    await expect(page.locator('.place--answered')).toHaveCount(slot);
    await isSaved(page);
    if (slot < 20) await page.getByRole('button', { name: 'Câu sau' }).click();
  }
  await page.locator('.sheet__side').getByRole('button', { name: 'Kiểm tra và nộp bài' }).click();
  await page.getByRole('button', { name: 'Nộp bài', exact: true }).click();
  await expect(page.locator('.result__score')).toHaveText(/^\d+\/20$/);
  await page.waitForLoadState('networkidle');
  expect(received.read().all).toBeLessThanOrEqual(20 * KB);
  expect(sent.size).toBe(20);
  expect(Math.max(...bodies)).toBeLessThanOrEqual(400);
});

test('the scripts of the attempt page weigh at most 130 kB, and nothing of it jumps', async ({
  page,
  browser,
  baseURL,
}) => {
  await registerNewcomer(page);
  await startAttempt(page);
  const cold = await browser.newContext({
    baseURL: baseURL ?? '',
    storageState: await page.context().storageState(),
    viewport: { width: 360, height: 740 },
  });
  const fresh = await cold.newPage();
  await fresh.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const received = await meter(fresh);
  const opening = sheetOpens(fresh);
  await fresh.goto(page.url());
  await expect(question(fresh)).toHaveCount(1);
  await opening;
  expect(received.read().scripts).toBeLessThanOrEqual(130 * KB);
  const shifts = await fresh.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThanOrEqual(0.05);
  await cold.close();
});

test('everything on the attempt page is as large as a thumb and keeps its distance', async ({ page }) => {
  await registerNewcomer(page);
  await startAttempt(page);
  await expect(page.locator('.places button')).toHaveCount(20);
  const small = (await targetsOf(page, 'body')).filter(
    ({ left, right, top, bottom }) => right - left < THUMB - 0.5 || bottom - top < THUMB - 0.5,
  );
  expect(small).toEqual([]);
  const targets = await targetsOf(page, '.sheet');
  const close = targets.flatMap((a, index) =>
    targets
      .slice(index + 1)
      .filter((b) => Math.max(b.left - a.right, a.left - b.right, b.top - a.bottom, a.top - b.bottom) < GAP - 0.5)
      .map((b) => `${a.name} / ${b.name}`),
  );
  expect(close).toEqual([]);
});

test.describe('saving', () => {
  // why: a request that a service worker has looked at is not held back by the route below.
  test.use({ serviceWorkers: 'block' });

  test('the words on saving change within 100 ms of a tap, and "saved" waits for the server', async ({ page }) => {
    await registerNewcomer(page);
    await startAttempt(page);
    await expect(question(page)).toHaveCount(1);
    await page.route('**/responses', async (route) => {
      await new Promise((done) => setTimeout(done, 400));
      await route.continue();
    });
    await badge(page).evaluate((box) => {
      const seen: { after: number; words: string }[] = [];
      Object.assign(window, { seen });
      let tapped = 0;
      window.addEventListener('click', () => (tapped = performance.now()), true);
      new MutationObserver(() => {
        seen.push({ after: performance.now() - tapped, words: box.textContent ?? '' });
      }).observe(box, { childList: true, subtree: true, characterData: true });
    });
    await question(page).locator('label.choice').first().click();
    await isSaved(page);
    const seen = await page.evaluate(() => (window as unknown as { seen: { after: number; words: string }[] }).seen);
    expect(seen[0]?.words).toBe('Đang lưu…');
    expect(seen[0]?.after).toBeLessThanOrEqual(100);
    expect(seen.find(({ words }) => words.includes('Đã lưu'))?.after).toBeGreaterThanOrEqual(400);
  });
});

test('the clock speaks at 10, 5 and 1 minutes and at no other time', async ({ page }) => {
  await registerNewcomer(page);
  await startAttempt(page);
  await page.clock.install();
  const opening = sheetOpens(page);
  await page.reload();
  await expect(question(page)).toHaveCount(1);
  await opening;
  // why: the server's clock does not run ahead with the page's, and would turn it back at its next answer.
  await page.context().setOffline(true);
  const clock = page.getByRole('timer');
  await expect(clock).toHaveAttribute('aria-live', 'off');
  await page.locator('.time-left [aria-live=assertive]').evaluate((region) => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  await page.clock.runFor('04:00');
  expect(await said()).toEqual([]);
  await page.clock.runFor('02:00');
  expect(await said()).toEqual(['Còn 10 phút.']);
  await page.clock.runFor('05:00');
  expect(await said()).toEqual(['Còn 10 phút.', 'Còn 5 phút.']);
  await page.clock.runFor('03:30');
  expect(await said()).toEqual(['Còn 10 phút.', 'Còn 5 phút.', 'Còn 1 phút.']);
  await expect(clock).toHaveText(/^00:[0-5]\d$/);
});

test('a device that slept through the warnings hears the last one only', async ({ page }) => {
  await registerNewcomer(page);
  await startAttempt(page);
  await page.clock.install();
  const opening = sheetOpens(page);
  await page.reload();
  await expect(question(page)).toHaveCount(1);
  await opening;
  // why: the server's clock does not run ahead with the page's, and would turn it back at its next answer.
  await page.context().setOffline(true);
  await page.clock.fastForward('14:20');
  await expect(page.locator('.time-left [aria-live=assertive]')).toHaveText('Còn 1 phút.');
});

test('the pages of an attempt fit 320 px, 150 % text and wide text spacing, and print without the frame', async ({
  page,
}) => {
  await registerNewcomer(page);
  await startAttempt(page);
  const attempt = paths.attempt(attemptIdOf(page));
  const fits = async (): Promise<void> => {
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page, `${page.url()} at 320`);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.evaluate(() => {
      document.documentElement.setAttribute('data-text-size', '150');
      const spacing = new CSSStyleSheet();
      spacing.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
      );
      document.adoptedStyleSheets = [spacing];
    });
    await expectNoSidewaysScroll(page, `${page.url()} with large and spaced text`);
  };
  await expect(question(page)).toHaveCount(1);
  await expect(
    page
      .getByRole('group', { name: /^Câu 1\/20/ })
      .locator('input:not([type="hidden"])')
      .first(),
  ).toBeVisible();
  await fits();
  await page.goto(`${attempt}/check`);
  await expect(page.getByRole('heading', { name: 'Kiểm tra trước khi nộp' })).toBeVisible();
  await fits();
  await page.getByRole('button', { name: 'Nộp bài', exact: true }).click();
  await expect(page).toHaveURL(/result/);
  await fits();
  await page.goto(paths.account());
  await fits();
  await page.goto(paths.leaderboard(CONTEST));
  await fits();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('.site-header')).toBeHidden();
  await expect(page.locator('.site-footer')).toBeHidden();
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(0, 0, 0)');
});

test('the contest loads no web font and asks no other site', async ({ page, baseURL }) => {
  const fonts: string[] = [];
  const origins = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(request.url());
    origins.add(new URL(request.url()).origin);
  });
  await registerNewcomer(page);
  for (const path of [paths.contests(), paths.contest(CONTEST), paths.signIn(), paths.leaderboard(CONTEST)]) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
  }
  await page.goto(paths.contest(CONTEST));
  const opening = sheetOpens(page);
  await startAttempt(page);
  await opening;
  expect(fonts).toEqual([]);
  await page.goto(paths.home());
  await page.waitForLoadState('networkidle');
  expect([...origins]).toEqual([new URL(baseURL ?? '').origin]);
});

test('the language of the interface leaves the content Vietnamese', async ({ page, baseURL }) => {
  const body = { locale: 'en', theme: 'auto', textSize: '100', returnTo: '/' };
  await page.request.post(paths.preferences(), { form: body, headers: { Origin: baseURL ?? '' } });
  await page.goto(paths.contest(CONTEST));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('h1')).toHaveAttribute('lang', 'vi');
  await page.goto(paths.leaderboard(CONTEST));
  await expect(page.locator('a.board__unit').first()).toHaveAttribute('lang', 'vi');
  await page.goto(paths.topics());
  await expect(page.locator('main h2').first()).toHaveAttribute('lang', 'vi');
});
