// Every public page, as a visitor meets it: right status, one heading, a language, accessible, and never wider than the window.
import { readdirSync } from 'node:fs';
import { paths } from '#app/paths.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

const [topicSlug] = readdirSync('content/topics')
  .filter((name) => /^\d{4}-/.test(name))
  .toSorted() as [string];
const [lessonFile] = readdirSync(`content/topics/${topicSlug}`)
  .filter((name) => name.endsWith('.md'))
  .toSorted() as [string];
const [contestFile] = readdirSync('content/contests')
  .filter((name) => name.endsWith('.yml'))
  .toSorted() as [string];
const contestSlug = contestFile.replace('.yml', '');

const PAGES: [name: string, path: string, status: number][] = [
  ['home', paths.home(), 200],
  ['topics', paths.topics(), 200],
  ['a topic', paths.topic(topicSlug), 200],
  ['a lesson', paths.lesson(topicSlug, lessonFile.replace('.md', '')), 200],
  ['contests', paths.contests(), 200],
  ['a contest', paths.contest(contestSlug), 200],
  ['the leaderboard', paths.leaderboard(contestSlug), 200],
  ['the board of units', paths.unitBoard(contestSlug), 200],
  ['units', paths.units(), 200],
  ['register', paths.register(), 200],
  ['sign in', paths.signIn(), 200],
  ['privacy', paths.privacy(), 200],
  ['accessibility', paths.accessibility(), 200],
  ['an unknown page', '/khong-co-trang-nay', 404],
  ['an unknown topic', paths.topic('khong-co'), 404],
  ['an unknown contest', paths.contest('khong-co'), 404],
];
const WIDTHS = [320, 360, 768, 1280];

for (const [name, path, status] of PAGES) {
  test.describe(name, () => {
    test('has its status, one heading, a language, a title of its own and no stack trace', async ({ page }) => {
      const response = await page.goto(path);
      expect(response?.status()).toBe(status);
      await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
      await expect(page.locator('h1')).toHaveCount(1);
      await expect(page).toHaveTitle(/\S – Tìm Hiểu$/);
      expect(await page.locator('body').textContent()).not.toMatch(/\bat .+:\d+:\d+|undefined|NaN|\[object/);
      const shown = await page.locator('main').boundingBox();
      expect(shown?.width).toBeGreaterThan(250);
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`is accessible in the ${colorScheme} theme`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.goto(path);
        await expectAccessible(page, `${path} (${colorScheme})`);
      });
    }

    test('is never wider than the window, also with text at 200 %', async ({ page }) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 740 });
        await page.goto(path);
        await expectNoSidewaysScroll(page, `${path} at ${width}`);
      }
      // why half the width: zooming a page to 200 % leaves half as many CSS pixels.
      await page.setViewportSize({ width: 320, height: 512 });
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '150%'));
      await expectNoSidewaysScroll(page, `${path} with larger text`);
    });
  });
}

test('bad methods and addresses get an answer, not a failure', async ({ request }) => {
  const posted = await request.post(paths.home(), { form: { a: 'b' } });
  expect(posted.status()).toBeGreaterThanOrEqual(400);
  expect(posted.status()).toBeLessThan(500);
  for (const path of ['/%', '/%E0%A4%A', `/topics/${'a'.repeat(4_000)}`, '/topics/..%2f..%2fetc%2fpasswd']) {
    const { status } = { status: (await request.get(path)).status() };
    expect(status, path).toBeGreaterThanOrEqual(400);
    expect(status, path).toBeLessThan(500);
  }
});
