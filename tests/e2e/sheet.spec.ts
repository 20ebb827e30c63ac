// What the sheet asks beside the questions, and devices that keep nothing.
import { paths } from '#app/paths.ts';
import { Line } from '#tests/support/cut-line.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';
import {
  answer,
  aSitting,
  badge,
  isSaved,
  messages,
  openSheet,
  savedPlaces,
  signInTo,
  storedSitting,
} from '#tests/support/sitting.ts';

const PREDICTING = {
  rules: { mustAnswerAll: true, prediction: { asks: 'peopleAllRight', scope: 'round' } },
} as const;

test('the prediction is the last item, saved as it is typed, and a paper with a blank is said not to count', async ({
  page,
  context,
  baseURL,
}) => {
  const sitting = await aSitting({ ...PREDICTING, questions: 2 });
  await signInTo(context, sitting, baseURL ?? '');
  await openSheet(page, sitting);
  await page.locator('.sheet__side').getByRole('button', { name: 'Kiểm tra và nộp bài' }).click();
  await expect(
    page.getByText('Còn 3 mục chưa trả lời. Theo thể lệ, bài còn mục bỏ trống không được tính.'),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Câu dự đoán: chưa trả lời' }).click();
  await expect(page.locator('#prediction')).toContainText('trả lời đúng tất cả các câu hỏi ở vòng thi này');
  const field = page.getByLabel('Con số bạn dự đoán');
  await field.pressSequentially('12a');
  await expect(page.locator('#prediction')).toContainText('Chỉ nhập chữ số');
  await field.fill('');
  await field.pressSequentially('12345');
  await expect(page.locator('#prediction')).toContainText('Bạn dự đoán: 12.345 người');
  await isSaved(page);
  await field.press('Enter');
  await expect(field).toHaveValue('12345');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await expect(page.locator('.place--wide')).toHaveClass(/place--answered/);
  await page.reload();
  await expect(field).toHaveValue('12.345');
  await answer(page, 1, 1);
  await answer(page, 2, 1);
  await page.locator('.sheet__side').getByRole('button', { name: 'Kiểm tra và nộp bài' }).click();
  await expect(page.getByText('Bạn đã trả lời tất cả các câu.')).toBeVisible();
  await expect(page.locator('.answers__prediction')).toContainText('12.345');
  await page.getByRole('button', { name: 'Nộp bài', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(paths.result(sitting.attemptId)));
  expect(await storedSitting(sitting)).toMatchObject({ state: 'submitted', prediction: 12_345, isValid: true });
});

test('a device that keeps nothing still saves, and says plainly what that means without a line', async ({
  browser,
  baseURL,
}) => {
  const line = await Line.to(baseURL ?? '');
  const sitting = await aSitting();
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await context.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await signInTo(context, sitting, line.origin);
  const page = await context.newPage();
  await openSheet(page, sitting, line.origin);
  await answer(page, 1, 2);
  await isSaved(page);
  await expect(messages(page)).toContainText('Máy này không cho lưu tạm');
  await expectAccessible(page);
  line.cut();
  await answer(page, 2, 3);
  await expect(badge(page)).toContainText('Máy không cho lưu tạm, đừng đóng trang này');
  line.mend();
  await page.getByRole('button', { name: 'Gửi lại ngay' }).click();
  await isSaved(page);
  expect(await savedPlaces(sitting)).toEqual({ 1: [2], 2: [3] });
  await context.close();
  await line.close();
});

test('a practice round says that it is one', async ({ page, context, baseURL }) => {
  const sitting = await aSitting({ kind: 'practice', questions: 2 });
  await signInTo(context, sitting, baseURL ?? '');
  await openSheet(page, sitting);
  await expect(page.locator('.sheet__bar')).toContainText('Thi thử, không tính kết quả');
});
