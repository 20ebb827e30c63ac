// A clerk's workbook goes into the bank on screen: read, judged, imported, taken back, imported again; and out again as a file.
import ExcelJs from 'exceljs';
import type { Page } from 'playwright/test';
import { paths } from '#app/paths.ts';
import { newSignInName } from '#tests/support/people.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

/** A workbook as clerks make them: a letterhead, heads of their own, a key by colour, and a row without a key. */
async function workbook(mark: string): Promise<Buffer> {
  const book = new ExcelJs.Workbook();
  const sheet = book.addWorksheet('Sheet1');
  sheet.addRow(['UBND TỈNH CAO BẰNG']);
  sheet.addRow([]);
  sheet.addRow(['STT', 'NỘI DUNG CÂU HỎI', 'P/A 1', 'P/A 2', 'P/A 3', 'Đ/A', 'Nguồn']);
  sheet.addRow([1, `${mark}: hang nào ở Pác Bó?`, 'Hang Cốc Bó', 'Hang Rơi', 'Hang Dơi', 'A', 'Lịch sử Đảng bộ tỉnh']);
  sheet.addRow([2, `${mark}: suối nào ở Pác Bó?`, 'Suối Tiên', 'Suối Lê-nin', 'Suối Giàng']).getCell(4).font = {
    color: { argb: 'FFFF0000' },
  };
  sheet.addRow([3, `${mark}: thác nào ở Trùng Khánh?`, 'Thác Bản Giốc', 'Thác Bạc', 'Thác Mơ']);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto(paths.manageItemsImport());
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByRole('combobox', { name: 'Chuyên đề' }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Đọc thử' }).click();
}

async function expectSound(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await expectNoSidewaysScroll(page);
}

test('a workbook is read first; an error keeps it back until it is left out; all of it can be taken back', async ({
  page,
  signInAs,
}) => {
  await signInAs('organizer');
  const mark = newSignInName();
  const file = await workbook(mark);
  await page.goto(paths.manageItemsImport());
  await expectSound(page);
  await upload(page, 'cau-hoi.xlsx', file);
  await expect(page.getByRole('heading', { name: 'Kết quả đọc thử' })).toBeVisible();
  await expectSound(page);
  await expect(page.getByText('trang tính Sheet1, dòng 6')).toBeVisible();
  await page.getByRole('link', { name: /^Có lỗi/u }).click();
  await expect(page.getByText(`${mark}: thác nào ở Trùng Khánh?`)).toBeVisible();
  await expect(page.getByText(`${mark}: hang nào ở Pác Bó?`)).toHaveCount(0);

  await page.getByRole('button', { name: 'Nhập câu hỏi' }).click();
  await expect(page.getByRole('alert')).toContainText('chưa nhập câu nào');
  await page.getByRole('checkbox', { name: /Bỏ lại 1 câu có lỗi/u }).check();
  await page.getByRole('button', { name: 'Nhập câu hỏi' }).click();
  await expect(page.getByRole('heading', { name: 'Đã nhập xong' })).toBeVisible();
  await expect(page.getByText('2 câu mới')).toBeVisible();
  await expectSound(page);

  await page.getByRole('button', { name: 'Hoàn tác lần nhập' }).click();
  await expect(page).toHaveURL(/undone=/u);
  await page.goto(paths.manageItems(`?q=${mark}`));
  await expect(page.getByRole('link', { name: new RegExp(`${mark}: suối`, 'u') })).toHaveCount(0);

  await upload(page, 'cau-hoi.xlsx', file);
  await page.getByRole('checkbox', { name: /Bỏ lại 1 câu có lỗi/u }).check();
  await page.getByRole('button', { name: 'Nhập câu hỏi' }).click();
  await expect(page.getByRole('heading', { name: 'Đã nhập xong' })).toBeVisible();
  await upload(page, 'cau-hoi.xlsx', file);
  await expect(page.getByText('Tệp này đã được nhập lúc')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Đã có, giống hệt 2/u })).toBeVisible();
  await page.goto(paths.manageItems(`?q=${mark}`));
  await expect(page.getByRole('link', { name: new RegExp(`${mark}: suối`, 'u') })).toHaveCount(1);
});

test('a file that is no file of questions is refused in one sentence, and the server goes on', async ({
  page,
  signInAs,
}) => {
  await signInAs('organizer');
  await upload(page, 'cau-hoi.xlsx', Buffer.from('%PDF-1.7 hỏi'));
  await expect(page.getByText('Đây là tệp PDF')).toBeVisible();
  await expectSound(page);
  expect((await page.request.get(paths.health())).status()).toBe(200);
});

test('what a format loses is said before the download, and what was downloaded reads as the same', async ({
  page,
  signInAs,
}) => {
  await signInAs('organizer');
  await page.goto(paths.manageItemsExport('?topic=2021-y-chi-tu-luc-tu-cuong'));
  await page.getByRole('link', { name: 'Aiken' }).click();
  await expect(page.getByText('Lời giải thích bị bỏ lại.')).toBeVisible();
  await expectSound(page);
  await page.getByRole('link', { name: 'Moodle XML' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tải tệp' }).click();
  const download = await downloading;
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  await upload(page, download.suggestedFilename(), Buffer.concat(chunks));
  await expect(page.getByText('Mọi câu trong tệp đã có trong ngân hàng')).toBeVisible();
});
