// A file of questions goes into the bank by forms alone.
import { paths } from '#app/paths.ts';
import { newSignInName } from '#tests/support/people.ts';
import { expect, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

test('a file is read, judged and imported', async ({ page, signInAs }) => {
  await signInAs('organizer');
  await page.goto(paths.manageItemsImport());
  await expectNoSidewaysScroll(page);
  const mark = newSignInName();
  const gift = `Hỏi của ${mark}, câu một? {=Đúng ~Sai một ~Sai hai}\n`;
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'cau-hoi.gift', mimeType: 'text/plain', buffer: Buffer.from(gift) });
  await page.getByRole('combobox', { name: 'Chuyên đề' }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Đọc thử' }).click();
  // The page asks again by itself, every three seconds.
  await expect(page.getByRole('heading', { name: 'Kết quả đọc thử' })).toBeVisible();
  await expect(page.getByText(`Hỏi của ${mark}, câu một?`)).toBeVisible();
  await page.getByRole('button', { name: 'Nhập câu hỏi' }).click();
  await expect(page.getByRole('heading', { name: 'Đã nhập xong' })).toBeVisible();
  await page.goto(paths.manageItems(`?q=${mark}`));
  await expect(page.getByRole('link', { name: new RegExp(`Hỏi của ${mark}`, 'u') }).first()).toBeVisible();
});
