// R10, R12 and what the organizers do to the time: the server's clock decides, and the sheet says what happens.
import type { Page } from 'playwright/test';
import { DAY, HOUR, MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { database } from '#app/platform/db/client.server.ts';
import { Line } from '#tests/support/cut-line.ts';
import { anAdjustment } from '#tests/support/factories.ts';
import { expect, test as base } from '#tests/support/playwright.ts';
import {
  answer,
  aNotice,
  aSitting,
  badge,
  BY_ITSELF,
  isSaved,
  messages,
  openSheet,
  question,
  savedPlaces,
  signInTo,
  storedSitting,
} from '#tests/support/sitting.ts';

const test = base.extend<{ line: Line }>({
  line: async ({ baseURL }, use) => {
    const line = await Line.to(baseURL ?? '');
    await use(line);
    await line.close();
  },
});

/** How much time the sheet shows, ms. */
async function shownLeft(page: Page): Promise<number> {
  const [minutes = 0, seconds = 0] = (await page.getByRole('timer').innerText()).split(':').map(Number);
  return minutes * MINUTE + seconds * SECOND;
}

test('without a line at the deadline: what was chosen in time is kept, sent in the grace, and counts', async ({
  browser,
  line,
}) => {
  const sitting = await aSitting({ endsIn: 9 * SECOND, grace: MINUTE });
  const context = await browser.newContext();
  await signInTo(context, sitting, line.origin);
  const page = await context.newPage();
  await openSheet(page, sitting, line.origin);
  line.cut();
  await answer(page, 2, 3);
  await expect(messages(page)).toContainText('Máy đang giữ 1 câu chọn trước giờ kết thúc', BY_ITSELF);
  await expect(question(page).locator('input[type=radio]').first()).toBeDisabled();

  line.mend();
  await page.getByRole('button', { name: 'Gửi lại ngay' }).click();
  await isSaved(page);
  expect(await savedPlaces(sitting)).toEqual({ 2: [3] });
  expect((await storedSitting(sitting)).steps.at(-1)).toMatchObject({ kind: 'responseSaved', isLate: true });
  await expect(messages(page)).toContainText('Câu trả lời của bạn đã lưu đủ');
  await page.getByRole('button', { name: 'Nộp bài và xem kết quả' }).click();
  await expect(page).toHaveURL(new RegExp(`${paths.result(sitting.attemptId)}$`));
  expect(await storedSitting(sitting)).toMatchObject({ state: 'submitted', late: 1 });
  await context.close();
});

test('without a line until the grace is over: the sheet says which answers came too late, also on the result', async ({
  browser,
  line,
}) => {
  const sitting = await aSitting({ endsIn: 8 * SECOND, grace: 2 * SECOND });
  const context = await browser.newContext();
  await signInTo(context, sitting, line.origin);
  const page = await context.newPage();
  await openSheet(page, sitting, line.origin);
  await answer(page, 1, 1);
  await isSaved(page);
  line.cut();
  await answer(page, 4, 2);
  await expect(messages(page)).toContainText('mà câu 4 chưa gửi được', BY_ITSELF);

  line.mend();
  await page.getByRole('button', { name: 'Gửi lại ngay' }).click();
  await expect(messages(page)).toContainText('Câu 4: gửi tới khi đã quá giờ', BY_ITSELF);
  expect(await savedPlaces(sitting)).toEqual({ 1: [1] });
  await page.goto(line.origin + paths.result(sitting.attemptId));
  await expect(page.getByRole('alert')).toContainText('Câu 4: gửi tới khi đã quá giờ');
  await page.getByRole('button', { name: 'Đã hiểu' }).click();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Kết quả bài thi' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await storedSitting(sitting)).toMatchObject({ state: 'expired', late: 0 });
  await context.close();
});

for (const [name, off] of [
  ['an hour ahead', HOUR],
  ['a day behind', -DAY],
] as const) {
  test(`a device clock that is ${name}, and then jumps, changes neither the time left nor when an answer was chosen`, async ({
    browser,
    baseURL,
  }) => {
    const sitting = await aSitting({ endsIn: 10 * MINUTE });
    const end = Date.now() + 10 * MINUTE;
    const context = await browser.newContext({ timezoneId: 'America/New_York' });
    await signInTo(context, sitting, baseURL ?? '');
    const page = await context.newPage();
    await page.clock.setFixedTime(Date.now() + off);
    await openSheet(page, sitting, baseURL);
    await answer(page, 1, 2);
    await isSaved(page);
    expect(Math.abs((await shownLeft(page)) - (end - Date.now()))).toBeLessThan(3 * SECOND);
    await page.clock.setFixedTime(Date.now() - 3 * off);
    await answer(page, 2, 2);
    await expect(page.locator('.place--answered')).toHaveCount(2);
    await isSaved(page);
    expect(Math.abs((await shownLeft(page)) - (end - Date.now()))).toBeLessThan(3 * SECOND);
    await expect.poll(async () => (await storedSitting(sitting)).steps.length).toBe(3);
    for (const step of (await storedSitting(sitting)).steps.slice(1)) {
      expect(step.receivedAt.getTime() - (step.chosenAt?.getTime() ?? 0)).toBeLessThan(3 * SECOND);
    }
    await context.close();
  });
}

test('extra time, a pause and a notice reach the open sheet without a reload', async ({ page, context, baseURL }) => {
  const sitting = await aSitting({ endsIn: 10 * MINUTE });
  await signInTo(context, sitting, baseURL ?? '');
  await openSheet(page, sitting);
  const before = await shownLeft(page);
  await anAdjustment(sitting.round, { kind: 'extraTime', ms: 10 * MINUTE, account: sitting.account, at: Date.now() });
  await expect(messages(page)).toContainText(/Ban tổ chức cộng thêm 10 phút\. Bài kết thúc lúc \d\d:\d\d:\d\d/);
  expect((await shownLeft(page)) - before).toBeGreaterThan(9 * MINUTE);

  await aNotice(sitting, 'Phòng máy số 2 chuyển sang tầng 3.');
  const notice = page.locator('[aria-live=polite]', { hasText: 'Phòng máy số 2 chuyển sang tầng 3.' });
  await expect(notice).toBeVisible();
  await page.getByRole('button', { name: 'Đã đọc' }).click();
  await expect(notice).toHaveCount(0);
  await page.reload();
  await expect(page.locator('.sheet:not(.sheet--still)')).toBeVisible();
  await expect(notice).toHaveCount(0);

  const pause = await anAdjustment(sitting.round, { kind: 'pause', startsAt: Date.now(), at: Date.now() });
  await expect(messages(page)).toContainText('Vòng thi đang tạm dừng');
  await expect(question(page).locator('input[type=radio]').first()).toBeDisabled();
  const paused = await shownLeft(page);
  const db = await database();
  await expect.poll(() => Date.now() - (pause.startsAt?.getTime() ?? 0)).toBeGreaterThan(4 * SECOND);
  expect(await shownLeft(page)).toBe(paused);
  await db.adjustment.update({ where: { id: pause.id }, data: { endsAt: new Date() } });
  await expect(messages(page)).toContainText('Vòng thi tiếp tục');
  await answer(page, 1, 1);
  await isSaved(page);
  await expect(badge(page)).toBeVisible();
});
