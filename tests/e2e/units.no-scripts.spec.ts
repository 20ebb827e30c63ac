// Choosing a unit without scripts: searching and opening a branch post the form, and nothing that was typed is lost.
import { paths } from '#app/paths.ts';
import { expect, test } from '#tests/support/playwright.ts';

test('a branch is opened and a unit below it chosen', async ({ page }) => {
  await page.goto(paths.register());
  await page.getByRole('textbox', { name: 'Họ và tên' }).fill('Nông Văn Đức');
  await page.locator('[name=unitQuery]').fill('công an');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await page.getByRole('button', { name: 'Xem 1 đơn vị cấp dưới của Đảng bộ Công an tỉnh' }).click();
  await page.getByRole('radio', { name: /Công an tỉnh/ }).check();
  await expect(page.getByRole('textbox', { name: 'Họ và tên' })).toHaveValue('Nông Văn Đức');
});

test('the tree of another day is asked for by a form', async ({ page }) => {
  await page.goto(`${paths.units()}?tree=2025-06-30`);
  await expect(page.getByRole('link', { name: 'Huyện Bảo Lạc', exact: true })).toBeVisible();
  await page.goto(`${paths.units()}?tree=1990-01-01`);
  await expect(page.getByText('Chưa có đơn vị nào được ghi cho ngày này.')).toBeVisible();
});
