// Finding one's unit among all: by an old name, through a branch, and in the tree of another day.
import { paths } from '#app/paths.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

test('somebody who only knows the old name of the ward finds the new one', async ({ page }) => {
  await page.goto(paths.register());
  await page.locator('[name=unitQuery]').fill('hop giang');
  const hit = page.getByRole('radio', { name: /Phường Thục Phán/ });
  await expect(hit).toBeVisible();
  await expect(page.getByText('trước đây: Phường Hợp Giang, Thành phố Cao Bằng')).toBeVisible();
  await expect(page.getByText('Chọn đơn vị nào?')).toBeVisible();
  await hit.check();
  await expect(hit).toBeChecked();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('a committee cannot be chosen, but opened', async ({ page }) => {
  await page.goto(paths.register());
  await page.locator('[name=unitQuery]').fill('dang bo quan su');
  const open = page.getByRole('button', { name: 'Xem 2 đơn vị cấp dưới của Đảng bộ Quân sự tỉnh' });
  await expect(open).toBeVisible();
  await expect(page.getByRole('radio', { name: /Đảng bộ Quân sự/ })).toHaveCount(0);
  await open.click();
  await page.getByRole('radio', { name: /Bộ Chỉ huy Quân sự tỉnh/ }).check();
  await expect(page.getByText(/Đơn vị đã chọn/)).toBeVisible();
  await expectAccessible(page);
});

test('the tree is walked down, searched, and looked at as it was before 1 July 2025', async ({ page }) => {
  await page.goto(paths.units());
  await page.getByRole('link', { name: 'Xem 18 đơn vị cấp dưới của Đảng bộ Ủy ban nhân dân tỉnh' }).click();
  await expect(page.getByRole('link', { name: 'Sở Y tế', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Xã Trường Hà', exact: true })).toHaveCount(0);
  await page.getByRole('navigation', { name: 'Đơn vị cấp trên' }).getByRole('link', { name: 'Tỉnh Cao Bằng' }).click();
  await expect(page.getByRole('link', { name: 'Xã Trường Hà', exact: true })).toBeVisible();

  await page.getByLabel('Xem cây đơn vị của ngày').fill('2025-06-30');
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await expect(page.getByText('Đây là cây đơn vị của ngày 30/06/2025.')).toBeVisible();
  await page.getByRole('link', { name: 'Xem 21 đơn vị cấp dưới của Huyện Hà Quảng' }).click();
  await expect(page.getByRole('link', { name: 'Thị trấn Xuân Hòa' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill('sóc hà');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await expect(page.getByText('Tỉnh Cao Bằng › Huyện Hà Quảng')).toBeVisible();
  await page.getByRole('link', { name: 'Xem cây đơn vị hôm nay' }).click();
  await expect(page.getByText('trước đây: Xã Sóc Hà, Huyện Hà Quảng')).toBeVisible();
});
