// The figures of a unit without scripts: tables in place of charts, forms and links in place of everything else.
import { paths } from '#app/paths.ts';
import { CONTEST } from '#tests/support/people.ts';
import { expect, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

test('views, rounds, sorting and search work by the address alone', async ({ page }) => {
  await page.goto(`${paths.unit('cao-bang')}?contest=${CONTEST}`);
  await expect(page.locator('.chart').first()).toBeHidden();
  await expect(page.getByRole('region', { name: 'Bảng số liệu theo ngày' })).toBeVisible();
  await page.getByRole('link', { name: 'Đơn vị cấp dưới' }).click();
  await page
    .getByRole('link', { name: /^Đơn vị/u })
    .last()
    .click();
  await expect(page).toHaveURL(/sort=name/u);
  await page.getByRole('searchbox').fill('Hòa An');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await expect(page).toHaveURL(new RegExp(`contest=${CONTEST}&view=units&sort=name`, 'u'));
  await expect(page.getByRole('rowheader', { name: 'Xã Hòa An' })).toBeVisible();
  await expectNoSidewaysScroll(page);
});
