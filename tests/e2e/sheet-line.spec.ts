// R6, R7: the line is really cut in the middle of an attempt, and nothing that was chosen is lost.
import { MINUTE } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { Line } from '#tests/support/cut-line.ts';
import { expect, test as base } from '#tests/support/playwright.ts';
import {
  answer,
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

test('five minutes without a line: everything can be read and answered, and all of it arrives when the line is back', async ({
  browser,
  line,
}) => {
  const sitting = await aSitting();
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await signInTo(context, sitting, line.origin);
  const page = await context.newPage();
  await page.clock.install();
  await openSheet(page, sitting, line.origin);
  await answer(page, 1, 1);
  await isSaved(page);

  const height = async (): Promise<number | undefined> => (await badge(page).boundingBox())?.height;
  const still = await height();
  line.cut();
  for (const slot of [2, 3, 4, 5, 6]) await answer(page, slot, 2);
  await answer(page, 1, 3);
  await expect(badge(page)).toContainText('Chưa gửi 6 câu, đang giữ trên máy', BY_ITSELF);
  // What is below must not move under a thumb whenever the line goes and comes.
  expect(await height()).toBe(still);
  await expect(page.locator('.place--waiting')).toHaveCount(6);
  await expect(question(page)).toContainText('Chưa gửi, đang giữ trên máy');
  await expect(messages(page)).toContainText('Đang mất kết nối');
  await expect(messages(page)).toContainText('Đồng hồ vẫn chạy');
  await expect(messages(page)).toContainText(/gửi đến trước \d\d:\d\d:\d\d vẫn được tính/);
  const before = await page.getByRole('timer').innerText();
  await page.clock.fastForward(5 * MINUTE);
  await expect(page.getByRole('timer')).not.toHaveText(before);
  expect(await savedPlaces(sitting)).toEqual({ 1: [1] });

  line.mend();
  await page.clock.fastForward(20_000);
  await isSaved(page);
  await expect(page.locator('.place--waiting')).toHaveCount(0);
  await expect(messages(page)).not.toContainText('Đang mất kết nối');
  expect(await savedPlaces(sitting)).toEqual({ 1: [3], 2: [2], 3: [2], 4: [2], 5: [2], 6: [2] });
  await context.close();
});

test('an answer whose confirmation is lost is stored once', async ({ browser, line }) => {
  const sitting = await aSitting();
  const context = await browser.newContext();
  await signInTo(context, sitting, line.origin);
  const page = await context.newPage();
  await openSheet(page, sitting, line.origin);
  await answer(page, 1, 1);
  await isSaved(page);
  line.loseAnswers();
  await answer(page, 2, 2);
  await expect(badge(page)).toContainText('Chưa gửi 1 câu, đang giữ trên máy');
  await expect.poll(async () => (await storedSitting(sitting)).steps.length).toBe(3);
  line.mend();
  await isSaved(page);
  await expect(page.locator('.place--waiting')).toHaveCount(0, BY_ITSELF);
  expect((await storedSitting(sitting)).steps).toHaveLength(3);
  await context.close();
});

test('a wish to submit waits without a line, can be taken back, and is carried out when the line is back', async ({
  browser,
  line,
}) => {
  const sitting = await aSitting();
  const context = await browser.newContext();
  await signInTo(context, sitting, line.origin);
  const page = await context.newPage();
  await openSheet(page, sitting, line.origin);
  line.cut();
  await answer(page, 3, 2);
  await page.locator('.sheet__side').getByRole('button', { name: 'Kiểm tra và nộp bài' }).click();
  await expect(page.getByText('Còn 5 câu chưa trả lời')).toBeVisible();
  await page.getByRole('button', { name: 'Nộp bài', exact: true }).click();
  await expect(messages(page)).toContainText('Đang chờ mạng để nộp bài', BY_ITSELF);
  await page.getByRole('button', { name: 'Chưa nộp, làm tiếp' }).click();
  await page.goBack();
  await answer(page, 4, 1);
  await page.locator('.sheet__side').getByRole('button', { name: 'Kiểm tra và nộp bài' }).click();
  await page.getByRole('button', { name: 'Nộp bài', exact: true }).click();
  await expect(messages(page)).toContainText('Đang chờ mạng để nộp bài', BY_ITSELF);
  expect((await storedSitting(sitting)).state).toBe('inProgress');

  line.mend();
  await expect(page).toHaveURL(new RegExp(`${paths.result(sitting.attemptId)}$`), BY_ITSELF);
  const stored = await storedSitting(sitting);
  expect(stored.state).toBe('submitted');
  expect(stored.steps.filter((step) => step.kind === 'responseSaved').map((step) => step.slot)).toEqual([3, 4]);
  await context.close();
});
