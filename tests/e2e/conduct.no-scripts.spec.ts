// A contest day without scripts: every act is a form that is looked at and confirmed.
import { paths } from '#app/paths.ts';
import { expect, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';
import { aSitting } from '#tests/support/sitting.ts';

test('a round is extended, the extension undone, and extra time given to a unit', async ({ page, signInAs }) => {
  const sitting = await aSitting();
  await signInAs('organizer');
  await page.goto(paths.conduct(sitting.contestSlug));
  await page.getByRole('link', { name: 'Gia hạn', exact: true }).click();
  await page.getByRole('button', { name: 'Xem trước' }).last().click();
  await expect(page).toHaveTitle(/^Lỗi: Gia hạn vòng thi/u);
  await expect(page.getByRole('alert')).toContainText('Hãy ghi số phút bằng chữ số');
  await page.getByRole('textbox', { name: 'Số phút gia hạn' }).fill('30');
  await page.getByRole('textbox', { name: 'Lý do' }).fill('Mất mạng toàn tỉnh');
  await page.getByRole('button', { name: 'Xem trước' }).last().click();
  await expect(page.getByRole('region', { name: 'Trước khi xác nhận' })).toContainText(/Vòng 1: đóng .+ → .+/u);
  await page.getByRole('button', { name: 'Xác nhận gia hạn' }).click();
  await expect(page.getByText('Đã gia hạn.')).toBeVisible();
  await expectNoSidewaysScroll(page);

  await page.getByRole('link', { name: /^Hủy: Vòng 1: đóng muộn hơn 30 phút/u }).click();
  await page.getByRole('textbox', { name: 'Lý do' }).fill('Gia hạn nhầm vòng');
  await page.getByRole('button', { name: 'Xem trước' }).last().click();
  await page.getByRole('button', { name: 'Xác nhận hủy' }).click();
  await expect(page.getByText('Đã hủy. Thời gian')).toBeVisible();

  await page.getByRole('link', { name: 'Cộng giờ', exact: true }).click();
  await page.getByRole('link', { name: 'Một đơn vị' }).click();
  await page.locator('[name=unitQuery]').fill('truong ha');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await page.getByLabel(/Xã Trường Hà/u).check();
  await page.getByRole('textbox', { name: 'Số phút cộng thêm' }).fill('10');
  await page.getByRole('textbox', { name: 'Lý do' }).fill('Mất điện cả xã');
  await page.getByRole('button', { name: 'Xem trước' }).last().click();
  await expect(page.getByRole('region', { name: 'Trước khi xác nhận' })).toContainText('Xã Trường Hà');
  await page.getByRole('button', { name: 'Xác nhận cộng giờ' }).click();
  await expect(page.getByText('Đã cộng giờ.')).toBeVisible();
  await expect(page.getByRole('rowheader', { name: /đơn vị Xã Trường Hà được thêm 10 phút/u })).toBeVisible();
});
