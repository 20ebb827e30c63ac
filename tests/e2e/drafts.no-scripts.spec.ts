// The same forms without scripts: rows are added, moved and taken out by buttons that post.
import { paths } from '#app/paths.ts';
import { expect, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';
import { fillRounds, saveAndGoOn } from '#tests/support/set-up-contest.ts';

test('an organizer sets up rounds, papers, ranking and entry', async ({ page, signInAs }) => {
  test.setTimeout(120_000);
  await signInAs('organizer');
  await page.goto(paths.manage());
  await page.getByRole('link', { name: 'Tạo cuộc thi' }).click();
  await page.getByRole('region', { name: 'Bắt đầu từ đầu' }).getByRole('button', { name: 'Bắt đầu' }).click();
  await page.getByRole('link', { name: 'Thông tin chung' }).click();
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
  await expect(page).toHaveTitle(/^Lỗi: /u);
  await expect(page.getByRole('alert')).toContainText('Tên cuộc thi: còn thiếu.');
  await page.getByLabel('Tên cuộc thi').fill('Cuộc thi không cần mã lệnh');
  await page.getByLabel('Đối tượng dự thi, ghi bằng lời').fill('Mọi người');
  await saveAndGoOn(page, 'Vòng thi');

  await fillRounds(page);
  await page.getByRole('button', { name: 'Đưa xuống: Vòng thứ 1' }).click();
  await expect(page.getByRole('region', { name: 'Vòng thứ 1' }).getByLabel('Tên vòng')).toHaveValue('Chung kết');
  await page.getByRole('button', { name: 'Đưa lên: Vòng thứ 2' }).click();
  await page.getByRole('button', { name: 'Thêm một vòng' }).click();
  await page.getByRole('button', { name: 'Bỏ: Vòng thứ 3' }).click();
  await expect(page.getByRole('region', { name: /^Vòng thứ/u })).toHaveCount(2);
  await expect(page.getByRole('region', { name: 'Vòng thứ 1' }).getByLabel('Tên vòng')).toHaveValue('Vòng loại');
  await expectNoSidewaysScroll(page);
  // Enter in a field saves; it moves no row.
  await page.getByRole('region', { name: 'Vòng thứ 1' }).getByLabel('Tên vòng').press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đề thi');

  await page.getByRole('button', { name: 'Thêm một dòng' }).click();
  await page.getByRole('button', { name: 'Thêm một dòng' }).click();
  // why two: other tests may have put questions into the bank, and a line asks for at most 200.
  await page.locator('.quota').nth(1).getByLabel('Số câu').fill('200');
  await page.locator('.quota').nth(2).getByLabel('Số câu').fill('200');
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
  await expect(page.getByRole('alert')).toContainText(/ngân hàng (có|chỉ có) \d+/u);
  await page.getByRole('button', { name: 'Bỏ: Dòng 3' }).click();
  await page.getByRole('button', { name: 'Bỏ: Dòng 2' }).click();
  await expect(page.locator('.quota')).toHaveCount(1);
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
  await saveAndGoOn(page, 'Lượt thi và chấm điểm');

  await page.getByRole('link', { name: /Cuộc thi không cần mã lệnh/u }).click();
  await page.getByRole('link', { name: 'Xếp hạng' }).click();
  await page.getByRole('button', { name: 'Đưa lên: Nộp bài sớm hơn' }).click();
  await page.getByRole('button', { name: 'Thêm: Bốc thăm' }).click();
  await expect(page.locator('ol.criteria strong')).toHaveText([
    'Điểm cao hơn',
    'Nộp bài sớm hơn',
    'Làm bài nhanh hơn',
    'Bốc thăm',
  ]);
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đối tượng dự thi');

  await page.locator('[name=unitQuery]').fill('truong ha');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await page.getByLabel(/Xã Trường Hà/u).check();
  await page.getByRole('button', { name: 'Thêm đơn vị này' }).click();
  await expect(page.getByRole('button', { name: 'Bỏ: Xã Trường Hà' })).toBeVisible();
  await page.getByRole('button', { name: 'Lưu và về bản nháp' }).click();
  await page.getByRole('link', { name: 'Đối tượng dự thi' }).click();
  await expect(page.getByRole('button', { name: 'Bỏ: Xã Trường Hà' })).toBeVisible();
});
