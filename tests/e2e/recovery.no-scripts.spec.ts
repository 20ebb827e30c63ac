// Who has forgotten the password gets in again by a code of the unit's manager, on a phone without scripts.
import { paths } from '#app/paths.ts';
import { expect, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';
import { newcomerWithout } from '#tests/support/lost-password.ts';

const UNIT = 'xa-truong-ha';
const NEW = 'dong suoi mat lanh quanh nam';

test('a manager gives a code, the person sets a new password by it and is told who gave it', async ({
  page,
  signInAs,
}) => {
  const { fullName, signInName } = await newcomerWithout('khong ai nho mat khau nay');
  await signInAs('unitManager');
  await page.goto(paths.unitPage(UNIT, 'recovery'));
  await page.getByLabel('Họ và tên, hoặc tên đăng nhập').fill(fullName.toLowerCase());
  await page.locator('main').getByRole('button', { name: 'Tìm người' }).click();
  await expect(page.getByText('Tìm thấy 1 người.')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: `Chọn ${fullName}` }).click();
  await page.getByRole('button', { name: 'Cấp mã' }).click();
  await expect(page.getByRole('alert')).toContainText('Hãy chọn cách bạn đã kiểm tra đúng người.');
  await page.getByLabel('Tôi đã xem giấy tờ có ảnh của người này').check();
  await page.getByRole('button', { name: 'Cấp mã' }).click();
  const code = (await page.locator('.slip__code').textContent())?.trim() ?? '';
  expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/u);
  await expectNoSidewaysScroll(page);

  await page.context().clearCookies();
  await page.goto(paths.signIn());
  await page.getByRole('link', { name: 'Quên mật khẩu?' }).click();
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: 'Đặt mật khẩu mới bằng mã' }).click();
  await page.locator('[name=signInName]').fill(signInName);
  await page.locator('[name=code]').fill('00000-00000');
  await page.locator('[name=password]').fill(NEW);
  await page.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click();
  await expect(page.getByRole('alert')).toContainText('Mã chưa đúng, đã hết hạn hoặc đã dùng');
  await page.locator('[name=code]').fill(code.toLowerCase().replace('-', ' '));
  await page.locator('[name=password]').fill(NEW);
  await page.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click();
  await expect(page).toHaveURL((url) => url.pathname === paths.account());
  await expect(page.locator('main')).toContainText('Đã đặt mật khẩu mới');
  await expect(page.locator('main')).toContainText(/Mật khẩu được cấp lại lúc .+ bởi Hoàng Văn Sơn/u);
  await expectNoSidewaysScroll(page);

  await page.context().clearCookies();
  await signInAs({ signInName, password: NEW });
});

test('who asks for a code by mail is told the same, whoever it is', async ({ page }) => {
  for (const name of ['thisinh', 'khong-co-ai-nhu-vay']) {
    await page.goto(paths.forgotten());
    await page.locator('[name=signInName]').fill(name);
    await page.getByRole('button', { name: 'Gửi mã cho tôi' }).click();
    await expect(page.locator('main').getByRole('status')).toContainText('Nếu tài khoản này có địa chỉ nhận được');
  }
});
