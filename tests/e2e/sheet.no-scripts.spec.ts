// R28: the whole sheet without scripts, with its prediction.
import { paths } from '#app/paths.ts';
import { expect, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';
import { aSitting, savedPlaces, signInTo, storedSitting } from '#tests/support/sitting.ts';

test('answers and a prediction are posted, checked and submitted by forms alone', async ({
  page,
  context,
  baseURL,
}) => {
  const sitting = await aSitting({
    questions: 2,
    rules: { mustAnswerAll: true, prediction: { asks: 'attempts', scope: 'contest' } },
  });
  await signInTo(context, sitting, baseURL ?? '');
  await page.goto(paths.attempt(sitting.attemptId));
  await expectNoSidewaysScroll(page);
  await expect(page.locator('#prediction')).toContainText('bao nhiêu lượt thi hợp lệ ở cả cuộc thi');
  await page.locator('#question-1 label.choice').nth(1).click();
  await page.getByLabel('Con số bạn dự đoán').fill('khoảng nghìn');
  await page.getByRole('button', { name: 'Kiểm tra và nộp bài' }).click();
  await expect(page.locator('#prediction')).toContainText('Chỉ nhập chữ số');
  await page.getByLabel('Con số bạn dự đoán').fill('1 200');
  await page.getByRole('button', { name: 'Kiểm tra và nộp bài' }).click();
  await expect(page.getByText('Còn 1 mục chưa trả lời. Theo thể lệ')).toBeVisible();
  await expect(page.locator('.answers__prediction')).toContainText('1.200');
  expect(await savedPlaces(sitting)).toEqual({ 1: [2] });
  await page.getByRole('link', { name: 'Câu 2: chưa trả lời' }).click();
  await page.locator('#question-2 label.choice').first().click();
  await page.getByRole('button', { name: 'Kiểm tra và nộp bài' }).click();
  await expect(page.getByText('Bạn đã trả lời tất cả các câu.')).toBeVisible();
  await page.getByRole('button', { name: 'Nộp bài' }).click();
  await expect(page.locator('.result__score')).toBeVisible();
  expect(await storedSitting(sitting)).toMatchObject({ state: 'submitted', prediction: 1_200, isValid: true });
});
