// The clerk of a commune and the organizer: headcounts, targets, who is missing, and the reminder.
import type { Page } from 'playwright/test';
import { paths } from '#app/paths.ts';
import { CONTEST } from '#tests/support/people.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, signInOn, test } from '#tests/support/playwright.ts';

const OWN_UNIT = 'xa-truong-ha';
const TOP = 'cao-bang';

async function expectSound(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(path);
  await expect(page.locator('h1')).toHaveCount(1);
  await expectAccessible(page, `${path} (light)`);
  await expectNoSidewaysScroll(page, path);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, `${path} (dark)`);
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a clerk proposes a headcount, the organizer approves it, and it is the one in use', async ({
  page,
  browser,
  baseURL,
  signInAs,
}) => {
  await signInAs('unitManager');
  const address = paths.unitPage(OWN_UNIT, 'headcounts');
  await expectSound(page, address);
  await page.getByLabel('Đoàn viên').fill('hai trăm');
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await expect(page.getByRole('alert')).toContainText('chỉ gồm chữ số');
  await expect(page.getByLabel('Đoàn viên')).toHaveValue('hai trăm');
  await page.getByLabel('Đoàn viên').fill('213');
  await page.getByLabel('Nguồn').fill('Danh sách đoàn viên tháng 11');
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await expect(page.locator('main').getByRole('status')).toContainText('Đã gửi 1 con số');
  await expect(page.getByRole('row', { name: /Đoàn viên 213 Chờ duyệt/ })).toBeVisible();

  const context = await browser.newContext({ baseURL: baseURL ?? '', reducedMotion: 'reduce' });
  const office = await context.newPage();
  await signInOn(office, { signInName: 'bantochuc', password: 'pacbo-1941-demo' });
  await expectSound(office, paths.unitPage(TOP, 'headcounts'));
  await office.getByRole('searchbox', { name: 'Tìm theo tên đơn vị' }).fill('truong ha');
  await office.getByRole('button', { name: 'Tìm', exact: true }).click();
  await office.getByLabel('Chọn Xã Trường Hà, Đoàn viên').check();
  await office.getByRole('button', { name: 'Duyệt các dòng đã chọn' }).click();
  await expect(office.locator('main').getByRole('status')).toContainText('Đã duyệt 1 con số');
  await context.close();

  await page.goto(address);
  const inUse = page.getByRole('region', { name: /Quân số có hiệu lực/ });
  await expect(inUse.getByRole('row', { name: /Đoàn viên 213/ })).toBeVisible();
});

test('an organizer looks at a table of headcounts before sending it', async ({ page, signInAs }) => {
  await signInAs('organizer');
  await expectSound(page, paths.headcountsImport(TOP));
  await page.getByLabel('Tệp bảng quân số').setInputFiles({
    name: 'quan-so.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Mã đơn vị,Đơn vị,Tất cả,Đảng viên\nxa-kim-dong,,812,140\nxa-khong-co,,5,\n,Xã Minh Khai,nhiều,\n',
    ),
  });
  await page.getByLabel('Nguồn').fill('Bảng tổng hợp tháng 11');
  await page.getByRole('button', { name: 'Đọc và xem thử' }).click();
  await expect(page.locator('main').getByRole('status')).toContainText(
    '3 dòng có số: 1 dòng có thay đổi, 0 dòng giữ nguyên, 2 dòng có lỗi',
  );
  await expect(page.locator('main')).toContainText('Không có đơn vị này trong nhánh');
  await expectAccessible(page, 'what was read');
  await expectNoSidewaysScroll(page, 'what was read');
  await page.getByRole('button', { name: 'Gửi đề nghị cho 1 đơn vị' }).click();
  await expect(page.locator('main').getByRole('status')).toContainText('Đã gửi 2 con số');
  await expect(page.locator('main')).toContainText('Bạn đề nghị, cần người khác duyệt');
});

test('a target is set from above, and the unit sees how far it is', async ({ page, signInAs }) => {
  await signInAs('organizer');
  const query = `?contest=${CONTEST}`;
  await expectSound(page, `${paths.unitPage(TOP, 'targets')}${query}`);
  await expect(page.getByRole('heading', { name: 'Đơn vị trực thuộc' })).toBeVisible();
  await page.goto(`${paths.unitPage('xa-tam-kim', 'targets')}${query}`);
  await page.getByText('Số người dự thi', { exact: true }).click();
  await page.getByLabel('Mức cần đạt').fill('500');
  await page.getByRole('button', { name: 'Giao chỉ tiêu' }).click();
  await expect(page.locator('main').getByRole('status')).toContainText('Đã giao chỉ tiêu');
  await expect(page.locator('.target')).toContainText('500 người dự thi');
  await expect(page.locator('.target')).toContainText(/Còn thiếu \d+ người/);
  await page.getByRole('button', { name: 'Rút lại chỉ tiêu: 500 người dự thi' }).click();
  await expect(page.locator('main').getByRole('status')).toContainText('Đã rút chỉ tiêu');
});

test('a clerk sees who is missing, takes the list, and sends a reminder with a code', async ({ page, signInAs }) => {
  await signInAs('unitManager');
  const query = `?contest=${CONTEST}`;
  await expectSound(page, `${paths.unitPage(OWN_UNIT, 'missing')}${query}`);
  await expect(page.getByRole('rowheader', { name: 'Nông Thị Mai' })).toBeVisible();
  const link = `${paths.contest(CONTEST)}?unit=${OWN_UNIT}`;
  await expect(page.getByLabel('Lời nhắc', { exact: true })).toHaveValue(new RegExp(link.replace('?', '\\?')));
  await expect(page.getByRole('img', { name: /Mã QR/ })).toHaveAttribute('data-link', new RegExp(`unit=${OWN_UNIT}$`));
  const download = page.waitForEvent('download');
  await page.getByText('Tải tệp Excel').click();
  await page.getByLabel('Lý do').fill('nhắc người chưa dự thi');
  await page.getByRole('button', { name: 'Tải tệp có họ tên' }).click();
  expect((await download).suggestedFilename()).toBe(`chua-tham-gia-${OWN_UNIT}.xlsx`);
  await page.getByRole('link', { name: 'Bản để in' }).click();
  await expect(page.getByRole('columnheader', { name: 'Ghi chú' })).toBeVisible();
  await expectAccessible(page, 'the list to print');
  await expectSound(page, `${paths.unitPage(OWN_UNIT, 'missing')}?topic=2023-que-huong-coi-nguon-cach-mang`);
  expect((await page.goto(paths.unitPage('xa-tam-kim', 'missing')))?.status()).toBe(403);
});

test('who comes by the code of a unit and registers finds the unit chosen', async ({ page }) => {
  await page.goto(`${paths.contest(CONTEST)}?unit=${OWN_UNIT}`);
  await page
    .getByRole('link', { name: /Đăng ký/ })
    .last()
    .click();
  await expect(page.getByRole('radio', { name: /Xã Trường Hà/ })).toBeChecked();
});
