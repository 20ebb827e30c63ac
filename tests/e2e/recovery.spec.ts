// The pages of who cannot sign in any more, and of who gives the codes, with scripts: accessible, and no wider than a phone.
import { paths } from '#app/paths.ts';
import { newcomerWithout } from '#tests/support/lost-password.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

test('a manager finds the person, says how they were checked, and reads the code out', async ({ page, signInAs }) => {
  const { fullName } = await newcomerWithout('khong ai nho mat khau nay');
  await signInAs('unitManager');
  await page.goto(paths.unitPage('xa-truong-ha', 'recovery'));
  await page.getByLabel('Họ và tên, hoặc tên đăng nhập').fill(fullName.toLowerCase());
  await page.locator('main').getByRole('button', { name: 'Tìm người' }).click();
  await expect(page.getByText('Tìm thấy 1 người.')).toBeVisible();
  await expectAccessible(page, 'one person found');
  await page.getByRole('link', { name: `Chọn ${fullName}` }).click();
  await page.getByLabel('Tôi đã xem giấy tờ có ảnh của người này').check();
  await expectAccessible(page, 'how the person was checked');
  await page.getByRole('button', { name: 'Cấp mã' }).click();
  await expect(page.locator('.slip__code')).toHaveText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/u);
  await expectAccessible(page, 'the code');
  await expectNoSidewaysScroll(page);
});

for (const path of [paths.forgotten(), paths.recover()]) {
  test(`${path} is accessible and fits a phone`, async ({ page }) => {
    await page.goto(path);
    await expectAccessible(page, path);
    await expectNoSidewaysScroll(page);
  });
}
