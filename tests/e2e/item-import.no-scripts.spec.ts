// A file of questions goes into the bank by forms alone: read, judged, imported, reviewed by a second person.
import { paths } from '#app/paths.ts';
import { newSignInName } from '#tests/support/people.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

test('a file is read first, an error keeps it back, and what is right comes in as drafts', async ({
  page,
  signInAs,
}) => {
  await signInAs('organizer');
  await page.goto(paths.manageItemsImport());
  await expectNoSidewaysScroll(page);
  const mark = newSignInName();
  const gift = `Hỏi của ${mark}, câu một? {=Đúng ~Sai một ~Sai hai}\n\nHỏi của ${mark}, câu hai? {~Sai một ~Sai hai}\n`;
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'cau-hoi.gift', mimeType: 'text/plain', buffer: Buffer.from(gift) });
  await page.getByRole('combobox', { name: 'Chuyên đề' }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Đọc thử' }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Kết quả đọc thử' })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expectAccessible(page);
  await expect(page.getByText(`Hỏi của ${mark}, câu một?`)).toBeVisible();
  await page.getByRole('button', { name: 'Nhập câu hỏi' }).click();
  await expect(page.getByRole('alert')).toContainText('chưa nhập câu nào');
  await page.getByRole('checkbox', { name: /Bỏ lại 1 câu có lỗi/u }).check();
  await page.getByRole('button', { name: 'Nhập câu hỏi' }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Đã nhập xong' })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByText('1 câu mới')).toBeVisible();
  await page.goto(paths.manageItems(`?q=${mark}`));
  await expect(page.getByRole('link', { name: new RegExp(`Hỏi của ${mark}`, 'u') }).first()).toBeVisible();
});
