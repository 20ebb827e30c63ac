// R9, R26 and shared phones: two devices agree on who leads, and what waits goes to whose attempt it was chosen in.
import type { Page } from 'playwright/test';
import { SECOND } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { Line } from '#tests/support/cut-line.ts';
import { expect, test } from '#tests/support/playwright.ts';
import {
  answer,
  aSitting,
  badge,
  BY_ITSELF,
  endSessions,
  isSaved,
  messages,
  openSheet,
  question,
  savedPlaces,
  signInTo,
  SITTING_PASSWORD,
} from '#tests/support/sitting.ts';

const WITHIN_FIVE_SECONDS = { timeout: 5 * SECOND };
const leads = async (page: Page): Promise<void> => {
  await expect(messages(page).getByText('Đang làm ở thiết bị khác')).toHaveCount(0, WITHIN_FIVE_SECONDS);
  await expect(question(page).locator('input[type=radio]').first()).toBeEnabled();
};
const isLocked = async (page: Page): Promise<void> => {
  await expect(messages(page)).toContainText('Đang làm ở thiết bị khác', WITHIN_FIVE_SECONDS);
  await expect(question(page).locator('input[type=radio]').first()).toBeDisabled();
};

test('of two devices the one that opened last leads; the other locks, and can go on', async ({ browser, baseURL }) => {
  const sitting = await aSitting();
  const [one, two] = await Promise.all(
    [1, 2].map(async () => {
      const context = await browser.newContext();
      await signInTo(context, sitting, baseURL ?? '');
      return context.newPage();
    }),
  );
  if (!one || !two) throw new Error('no pages');
  await openSheet(one, sitting, baseURL);
  await answer(one, 1, 1);
  await isSaved(one);
  await openSheet(two, sitting, baseURL);
  await isLocked(one);
  await expect(two.locator('.place--answered')).toHaveCount(1);
  await answer(two, 1, 4);
  await answer(two, 2, 2);
  await isSaved(two);

  await one.getByRole('button', { name: 'Làm tiếp ở đây' }).click();
  await leads(one);
  await isLocked(two);
  await expect(one.locator('.place--answered')).toHaveCount(2);
  await expect(one.locator('#question-1 label.choice').nth(3).locator('input')).toBeChecked();
  expect(await savedPlaces(sitting)).toEqual({ 1: [4], 2: [2] });
  await one.context().close();
  await two.context().close();
});

test('two tabs of one browser lock each other out as well, also where no stream gets through', async ({
  page,
  context,
  baseURL,
}) => {
  const sitting = await aSitting();
  await signInTo(context, sitting, baseURL ?? '');
  await page.clock.install();
  await page.route('**/events?*', (route) => route.abort());
  await openSheet(page, sitting);
  await leads(page);
  const other = await context.newPage();
  await openSheet(other, sitting, baseURL);
  await leads(other);
  await page.clock.fastForward(20 * SECOND);
  await isLocked(page);
});

test("on a shared phone one person's waiting answers go to that person's attempt while another one works", async ({
  browser,
  baseURL,
}) => {
  const line = await Line.to(baseURL ?? '');
  const [an, binh] = [await aSitting(), await aSitting()];
  const context = await browser.newContext();
  await signInTo(context, an, line.origin);
  const page = await context.newPage();
  await openSheet(page, an, line.origin);
  line.cut();
  await answer(page, 2, 3);
  await expect(badge(page)).toContainText('Chưa gửi 1 câu, đang giữ trên máy');
  await page.goto('about:blank');
  await context.clearCookies();

  line.mend();
  await signInTo(context, binh, line.origin);
  await openSheet(page, binh, line.origin);
  await answer(page, 1, 1);
  await isSaved(page);
  await expect.poll(() => savedPlaces(an), BY_ITSELF).toEqual({ 2: [3] });
  expect(await savedPlaces(binh)).toEqual({ 1: [1] });
  await expect(page.locator('.place--answered')).toHaveCount(1);
  await context.close();
  await line.close();
});

test('what waits of an attempt is sent from the page of the contest, without anybody signed in', async ({
  browser,
  baseURL,
}) => {
  const line = await Line.to(baseURL ?? '');
  const sitting = await aSitting();
  const context = await browser.newContext();
  await signInTo(context, sitting, line.origin);
  const page = await context.newPage();
  await openSheet(page, sitting, line.origin);
  line.cut();
  await answer(page, 5, 1);
  await expect(badge(page)).toContainText('Chưa gửi 1 câu, đang giữ trên máy');
  await page.goto('about:blank');
  await context.clearCookies();
  line.mend();
  await page.goto(line.origin + paths.contest(sitting.contestSlug));
  await expect.poll(() => savedPlaces(sitting), BY_ITSELF).toEqual({ 5: [1] });
  await context.close();
  await line.close();
});

test('when the session is over the sheet saves on, and the person signs in without leaving the question', async ({
  page,
  context,
  baseURL,
}) => {
  const sitting = await aSitting();
  await signInTo(context, sitting, baseURL ?? '');
  await openSheet(page, sitting);
  await endSessions(sitting);
  await answer(page, 3, 2);
  await isSaved(page);
  expect(await savedPlaces(sitting)).toEqual({ 3: [2] });

  // The sheet hears of it when it is shown again.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(messages(page)).toContainText('Phiên đăng nhập đã hết');
  await messages(page).getByRole('button', { name: 'Đăng nhập' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('[name=signInName]').fill(sitting.account.signInName);
  await dialog.locator('[name=password]').fill('sai mật khẩu rồi');
  await dialog.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(dialog).toContainText('Chưa đăng nhập được');
  await dialog.locator('[name=password]').fill(SITTING_PASSWORD);
  await dialog.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(messages(page).getByText('Phiên đăng nhập đã hết')).toHaveCount(0);
  await expect(page.locator('#question-3')).toBeVisible();
  await expect(page.locator('#question-3 label.choice').nth(1).locator('input')).toBeChecked();
});
