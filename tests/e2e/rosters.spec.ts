// A unit's own list of people, and a wrongly chosen unit put right: as a clerk, a contestant and two managers do it.
import ExcelJS from 'exceljs';
import { paths } from '#app/paths.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

const UNIT = 'xa-truong-ha';
const OTHER = 'xa-tam-kim';

async function clerksFile(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Danh sách');
  sheet.addRow(['ĐẢNG ỦY XÃ TRƯỜNG HÀ']);
  sheet.mergeCells('A1:E1');
  sheet.addRow(['STT', 'Họ và tên', 'Ngày sinh', 'Chức vụ', 'Số CCCD']);
  sheet.addRow([1, 'NÔNG THỊ MAI ', '15/03/1996', 'Bí thư Đoàn xã', '004196000001']);
  sheet.addRow([3, 'Hoàng Văn Sơn', '', 'Công chức', '004080000002']);
  sheet.addRow([4, 'Bàn Văn Chưa', '1977', '', '']);
  sheet.addRow([5, '', '1988', 'Trưởng xóm', '']);
  return Buffer.from(await book.xlsx.writeBuffer());
}

test('a clerk imports the own Excel file, looks at an unsure person and takes a file for reminding', async ({
  page,
  signInAs,
}) => {
  await signInAs('unitManager');
  await page.goto(paths.importRoster(UNIT));
  await page.getByLabel('Tệp danh sách').setInputFiles({
    name: 'danh-sach.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await clerksFile(),
  });
  await page.getByRole('button', { name: 'Đọc tệp' }).click();
  await expect(page.getByText('“Số CCCD”: dữ liệu riêng tư')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('row', { name: /^6 Họ và tên/u })).toContainText('không có họ tên');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Đưa 3 người vào, bỏ lại 1 dòng có lỗi' }).click();
  await expect(page).toHaveURL(/roster\?done=taken-in/u);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: 'Xem lại từng người' }).click();
  await page.getByRole('form', { name: 'Hoàng Văn Sơn' }).waitFor();
  await expectAccessible(page);
  const card = page.getByRole('form', { name: 'Hoàng Văn Sơn' });
  await card.getByRole('radio', { name: /Hoàng Văn Sơn/u }).check();
  await card.getByRole('button').click();
  await expect(page.getByRole('status').filter({ hasText: 'Không còn ai cần xem lại' })).toBeVisible();
  await page.goto(`${paths.unitPage(UNIT, 'roster')}?state=noAccount`);
  await expect(page.getByRole('rowheader', { name: 'Bàn Văn Chưa' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Nông Thị Mai' })).toHaveCount(0);
  const download = page.waitForEvent('download');
  await page.getByText('Tải danh sách này (.xlsx)').click();
  await page.getByLabel('Lý do').fill('nhắc người chưa có tài khoản');
  await page.getByRole('button', { name: 'Tải tệp có họ tên' }).click();
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(await (await download).path());
  const text = JSON.stringify(book.worksheets[0]?.getSheetValues());
  expect(text).toContain('Bàn Văn Chưa');
  expect(text).not.toContain('Nông Thị Mai');
  await page.context().clearCookies();
  await signInAs('organizer');
  expect((await page.goto(paths.unitPage(UNIT, 'roster')))?.status()).toBe(403);
});

test('a person asks for another unit, both units agree, and the person is there', async ({ page, signInAs }) => {
  await signInAs('itemAuthor');
  await page.goto(paths.account());
  await page.getByRole('link', { name: 'Đổi đơn vị' }).click();
  await page.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill('tam kim');
  await page.getByRole('radio', { name: /Xã Tam Kim/u }).check();
  await page.getByLabel('Lý do').fill('Chọn nhầm xã khi đăng ký');
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await expect(page.getByRole('heading', { name: 'Đề nghị đang chờ' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.context().clearCookies();
  await signInAs('unitManager');
  await page.goto(paths.unitPage(UNIT, 'transfers'));
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page
    .getByRole('article', { name: /Bế Văn Lâm/u })
    .getByRole('button', { name: /^Đồng ý cho/u })
    .click();
  await expect(page.getByText('Còn chờ bên kia')).toBeVisible();
  await page.context().clearCookies();
  await signInAs('organizer');
  await page.goto(paths.unitPage(OTHER, 'transfers'));
  await page
    .getByRole('article', { name: /Bế Văn Lâm/u })
    .getByRole('button', { name: 'Đồng ý cho Xã Tam Kim' })
    .click();
  await expect(page.getByText('Đã đổi đơn vị')).toBeVisible();
  await page.context().clearCookies();
  await signInAs('itemAuthor');
  await page.goto(paths.changeUnit());
  await expect(page.getByRole('region', { name: 'Đơn vị hiện nay' })).toContainText('Xã Tam Kim');
});
