// R6: without a line the page is reloaded and the browser is killed, and nothing that was chosen is lost.
import type { Page } from 'playwright/test';
import { paths } from '#app/paths.ts';
import { Line } from '#tests/support/cut-line.ts';
import { OwnBrowser } from '#tests/support/own-browser.ts';
import { expect, test } from '#tests/support/playwright.ts';
import {
  answer,
  aSitting,
  badge,
  BY_ITSELF,
  isSaved,
  openSheet,
  savedPlaces,
  signInTo,
} from '#tests/support/sitting.ts';

/** The service worker has a copy of the page, so that it can be opened without a line. */
const isCopied = (page: Page) =>
  expect
    .poll(() => page.evaluate(async () => (await caches.match(location.pathname)) !== undefined), BY_ITSELF)
    .toBe(true);

test('a reload and the death of the browser without a line lose nothing', async ({ baseURL }) => {
  const line = await Line.to(baseURL ?? '');
  const own = new OwnBrowser();
  const sitting = await aSitting();
  let context = await own.start();
  await signInTo(context, sitting, line.origin);
  let page = context.pages()[0] ?? (await context.newPage());
  await openSheet(page, sitting, line.origin);
  await answer(page, 1, 1);
  await isSaved(page);
  await isCopied(page);

  line.cut();
  await answer(page, 2, 2);
  await answer(page, 3, 3);
  await expect(badge(page)).toContainText('Chưa gửi 2 câu, đang giữ trên máy');
  await page.reload();
  // The sheet stands as it was: what the server has, what waits, and the question that was open.
  await expect(page.locator('.place--answered')).toHaveCount(3);
  await expect(page.locator('#question-3')).toBeVisible();
  await expect(badge(page)).toContainText('Chưa gửi 2 câu, đang giữ trên máy', BY_ITSELF);
  await answer(page, 4, 4);
  await expect(page.locator('#question-4')).toContainText('Chưa gửi, đang giữ trên máy', BY_ITSELF);

  await own.kill();
  context = await own.start();
  page = context.pages()[0] ?? (await context.newPage());
  await page.goto(line.origin + paths.attempt(sitting.attemptId));
  await expect(badge(page)).toContainText('Chưa gửi 3 câu, đang giữ trên máy', BY_ITSELF);
  expect(await savedPlaces(sitting)).toEqual({ 1: [1] });

  line.mend();
  await isSaved(page);
  await expect(page.locator('.place--answered')).toHaveCount(4);
  expect(await savedPlaces(sitting)).toEqual({ 1: [1], 2: [2], 3: [3], 4: [4] });
  await own.close();
  await line.close();
});
