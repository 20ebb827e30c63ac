// The question bank without scripts: everything is a form or a link.
import { paths } from '#app/paths.ts';
import { expect, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

test('an organizer narrows, marks questions as contested, and takes it back', async ({ page, signInAs }) => {
  await signInAs('organizer');
  await page.goto(paths.manageItems());
  await page.locator('#q').fill('"dan van"');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await expect(page.locator('.bank-row').first()).toBeVisible();
  const found = await page.locator('.bank-row').count();
  await expectNoSidewaysScroll(page);

  await page.getByRole('button', { name: 'Xem trước' }).click();
  await expect(page.getByRole('alert')).toHaveText('Hãy đánh dấu ít nhất một câu và chọn một việc cần làm.');
  await expect(page).toHaveTitle(/^Lỗi: /u);

  await page.getByLabel(/^Chọn cả \d+ câu của kết quả/u).check();
  await page.getByLabel('Việc cần làm').selectOption('addTag');
  await page.getByLabel('Nhãn', { exact: true }).last().fill('tu-khoa');
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await expect(page.getByText(`${found} câu làm được.`)).toBeVisible();
  await page.getByRole('button', { name: `Thêm nhãn: ${found} câu` }).click();
  await expect(page.getByText(`Đã thêm nhãn cho ${found} câu.`)).toBeVisible();

  await page.goto(paths.manageItems('?tag=tu-khoa'));
  await expect(page.locator('.bank-row')).toHaveCount(found);
  await page.goto(paths.manageItemsBatches());
  await page.getByRole('button', { name: `Hoàn tác: Đã thêm nhãn cho ${found} câu.` }).click();
  await expect(page.getByText(`Đã hoàn tác ${found} câu.`)).toBeVisible();
  await page.goto(paths.manageItems('?tag=tu-khoa'));
  await expect(page.locator('.bank-row')).toHaveCount(0);
});

test('an author sees the bank, and no page of organizers', async ({ page, signInAs }) => {
  await signInAs({ signInName: 'soancau', password: 'pacbo-1941-demo' });
  await page.goto(paths.home());
  await page.getByRole('navigation').getByRole('link', { name: 'Câu hỏi' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ngân hàng câu hỏi');
  await expect(page.getByRole('link', { name: 'Tổ chức cuộc thi' })).toHaveCount(0);
});
