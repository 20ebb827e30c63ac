// Questions of every kind by forms alone.
import { paths } from '#app/paths.ts';
import { aSittingOfAllKinds } from '#tests/support/all-kinds.ts';
import { expect, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';
import { savedResponses, signInTo, storedSitting } from '#tests/support/sitting.ts';

test('every kind is answered, saved, shown again and submitted without scripts', async ({ page, context, baseURL }) => {
  const sitting = await aSittingOfAllKinds();
  await signInTo(context, sitting, baseURL ?? '');
  await page.goto(paths.attempt(sitting.attemptId));
  await expectNoSidewaysScroll(page);
  await page.locator('#question-1').getByText('Năm 2024').click();
  for (const month of ['Tháng Giêng', 'Tháng Hai', 'Tháng Ba', 'Tháng Tư'].entries()) {
    await page.getByLabel(`Vị trí của: ${month[1]}`).selectOption(String(month[0] + 1));
  }
  await page.getByLabel('Bản Giốc').selectOption('Thác');
  await page.getByLabel('Ngườm Ngao').selectOption('Hang');
  await page.locator('#typed-6').fill('Đông Khê');
  await page.getByRole('button', { name: 'Lưu câu trả lời' }).click();
  await expect(page.locator('#question-4 .order__words')).toHaveText([
    'Tháng Giêng',
    'Tháng Hai',
    'Tháng Ba',
    'Tháng Tư',
  ]);
  await expect(page.locator('#typed-6')).toHaveValue('Đông Khê');
  const before = (await storedSitting(sitting)).steps.length;
  expect(await savedResponses(sitting)).toEqual({
    1: ['a'],
    4: ['a', 'b', 'c', 'd'],
    5: expect.arrayContaining(['a>a', 'b>d']) as unknown,
    6: ['Đông Khê'],
  });
  await page.locator('#typed-7').fill('1234,5 km');
  await page.getByLabel('Vị trí của: Tháng Tư').selectOption('1');
  await page.getByRole('button', { name: 'Kiểm tra và nộp bài' }).click();
  await expect(page.locator('.answers')).toContainText('1. Tháng Tư; 2. Tháng Giêng; 3. Tháng Hai; 4. Tháng Ba');
  await expect(page.locator('.answers')).toContainText('Ngườm Ngao – Hang');
  // Only what was changed on the page was saved.
  expect((await storedSitting(sitting)).steps).toHaveLength(before + 2);
  await page.getByRole('button', { name: 'Nộp bài' }).click();
  await expect(page.locator('.result__score')).toBeVisible();
  const { score } = await storedSitting(sitting);
  // choice 1, order 0, match 1 of 3, text 1, number 1
  expect(score).toBeCloseTo(3.33333, 5);
});
