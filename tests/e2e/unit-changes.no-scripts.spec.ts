// The tree of units is changed without scripts: a merger is found, looked at, confirmed and taken back; a table is imported.
import { paths } from '#app/paths.ts';
import { expect, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

test('two communes are merged, and the merger is taken back', async ({ page, signInAs }) => {
  await signInAs('organizer');
  await page.goto(paths.manageUnits());
  await page.getByRole('searchbox').fill('co ba');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await page.getByRole('link', { name: 'Xã Cô Ba', exact: true }).first().click();
  await page.getByRole('link', { name: 'Sáp nhập', exact: true }).click();
  await page.getByRole('button', { name: 'Xem trước' }).last().click();
  await expect(page).toHaveTitle(/^Lỗi: Sáp nhập/u);
  await expect(page.getByRole('alert')).toContainText('đánh dấu ít nhất một đơn vị');
  await page.locator('[name=unitQuery]').fill('coc pang');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await page.getByRole('checkbox', { name: /Xã Cốc Pàng/u }).check();
  await page.getByRole('textbox', { name: 'Lý do, căn cứ' }).fill('Nghị quyết sắp xếp đơn vị');
  await page.getByRole('button', { name: 'Xem trước' }).last().click();
  const before = page.getByRole('region', { name: 'Trước khi xác nhận' });
  await expect(before).toContainText('Xã Cốc Pàng: kết thúc.');
  await expect(before).toContainText(/người và \d+ vai trò phụ trách của Xã Cốc Pàng chuyển sang Xã Cô Ba/u);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Xác nhận thay đổi' }).click();
  await expect(page.getByText('Đã ghi thay đổi.')).toBeVisible();
  await page.getByRole('link', { name: 'Xã Cốc Pàng' }).click();
  await expect(page.getByText(/Đã kết thúc từ/u)).toBeVisible();
  await page.goto(paths.unitChanges());
  await page
    .getByRole('link', { name: /^Sáp nhập, hiệu lực/u })
    .first()
    .click();
  await page.getByRole('button', { name: 'Hủy thay đổi' }).click();
  await expect(page.getByText('Đã hủy thay đổi.')).toBeVisible();
});

test('a table is read row by row, asked about, and nothing is written before that', async ({ page, signInAs }) => {
  await signInAs('organizer');
  await page.goto(paths.importUnits());
  const lines = ['DANH SÁCH ĐƠN VỊ;', 'Tên đơn vị;Đơn vị cấp trên', 'Đảng ủy xã Trường Hà;', 'Quang Trung;'];
  const buffer = Buffer.from(lines.join('\n'));
  await page.locator('#file').setInputFiles({ name: 'don-vi.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Đọc thử' }).click();
  await expect(page.getByRole('heading', { name: '1 dòng cần bạn trả lời' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page
    .getByLabel('Dòng 4: “Quang Trung” là đơn vị nào?')
    .selectOption({ label: 'Xã Quang Trung (Tỉnh Cao Bằng)' });
  await page.getByRole('button', { name: 'Đọc lại với câu trả lời' }).click();
  await expect(page.getByRole('row', { name: /^4 Quang Trung/u })).toContainText(/Như cũ|Thay đổi/u);
});
