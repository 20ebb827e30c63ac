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
  ['the rules', paths.rules(contestSlug), 200],
  ['the leaderboard', paths.leaderboard(contestSlug), 200],
  ['the board of units', paths.unitBoard(contestSlug), 200],
  ['units', paths.units(), 200],
  ['register', paths.register(), 200],
  ['sign in', paths.signIn(), 200],
  ['privacy', paths.privacy(), 200],
  ['accessibility', paths.accessibility(), 200],
  ['an unknown page', '/khong-co-trang-nay', 404],
  ['an unknown page of a contest', `${paths.contest(contestSlug)}/khong-co/trang-nay`, 404],
  ['an unknown topic', paths.topic('khong-co'), 404],
  ['an unknown contest', paths.contest('khong-co'), 404],
];
const WIDTHS = [320, 360, 768, 1280];

test.describe.configure({ mode: 'parallel' });

for (const [name, path, status] of PAGES) {
  test.describe(name, () => {
    test('has its status, one heading, a language, a title, and is accessible in both themes', async ({ page }) => {
      const response = await page.goto(path);
      expect(response?.status()).toBe(status);
      await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
      await expect(page.locator('h1')).toHaveCount(1);
      await expect(page).toHaveTitle(/\S – Tìm Hiểu$/);
      expect(await page.locator('main').textContent()).not.toMatch(/\bat .+:\d+:\d+|undefined|NaN|\[object/);
      await expectAccessible(page, `${path} (light)`);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectAccessible(page, `${path} (dark)`);
    });

    test('is never wider than the window, also with the largest text', async ({ page }) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 740 });
        await page.goto(path);
        await expectNoSidewaysScroll(page, `${path} at ${width}`);
      }
      await page.setViewportSize({ width: 360, height: 740 });
      await page.evaluate(() => document.documentElement.setAttribute('data-text-size', '150'));
      await expectNoSidewaysScroll(page, `${path} at 360 with text at 150 %`);
    });
  });
}

test('bad methods and addresses get an answer, not a failure', async ({ request }) => {
  const posted = await request.post(paths.home(), { form: { a: 'b' } });
  expect(posted.status()).toBeGreaterThanOrEqual(400);
  expect(posted.status()).toBeLessThan(500);
  for (const path of ['/%', '/%E0%A4%A', `/topics/${'a'.repeat(4_000)}`, '/topics/..%2f..%2fetc%2fpasswd']) {
    const status = (await request.get(path)).status();
    expect(status, path).toBeGreaterThanOrEqual(400);
    expect(status, path).toBeLessThan(500);
  }
});
