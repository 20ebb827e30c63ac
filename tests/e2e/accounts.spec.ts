// An administrator looks after accounts, and a person after the own address; messages of the demonstration lie in its outbox.
import { DEMO_PASSWORD } from '#app/cli/demo-people.ts';
import { paths } from '#app/paths.ts';
import { newcomerWithout } from '#tests/support/lost-password.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, signInOn, test } from '#tests/support/playwright.ts';

const PASSWORD = 'con song lung linh anh bac';

test('an administrator finds a person, gives and takes a role, and switches the account off and on', async ({
  page,
  signInAs,
}) => {
  const { fullName, signInName } = await newcomerWithout(PASSWORD);
  await signInAs('administrator');
  await page.goto(paths.managePeople());
  await expect(page.getByRole('heading', { name: 'Người đang có vai trò' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByLabel('Họ và tên, tên đăng nhập hoặc số điện thoại').fill(signInName);
  await page.locator('main').getByRole('button', { name: 'Tìm' }).click();
  await page.getByRole('link', { name: fullName }).click();
  await expect(page.locator('h1')).toHaveText(fullName);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.getByRole('button', { name: 'Giao vai trò' }).click();
  await expect(page.getByRole('alert')).toContainText('Hãy chọn vai trò.');
  await page.getByRole('radio', { name: /Người kiểm tra/u }).check();
  await page.locator('[name=unitQuery]').fill('truong ha');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await page
    .getByRole('radio', { name: /Xã Trường Hà/u })
    .first()
    .check();
  await page.locator('[name=reason]').first().fill('Theo quyết định số 12');
  await page.getByRole('button', { name: 'Giao vai trò' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Đã giao vai trò' })).toBeVisible();
  await page.getByRole('link', { name: /^Rút vai trò Người kiểm tra/u }).click();
  const asked = page.getByRole('region', { name: /^Rút vai trò Người kiểm tra .*\?$/u });
  await asked.getByRole('textbox', { name: 'Lý do' }).fill('Đã xong nhiệm vụ');
  await page.getByRole('button', { name: 'Rút vai trò' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Đã rút vai trò.' })).toBeVisible();

  await page.getByText('Tắt tài khoản', { exact: true }).first().click();
  await page.locator('#reason-disable').fill('Nghỉ việc từ hôm nay');
  await page.getByRole('button', { name: 'Tắt tài khoản' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Đã tắt tài khoản.' })).toBeVisible();
  await expect(page.locator('main')).toContainText('Tắt từ');
  await page.getByText('Bật lại tài khoản', { exact: true }).first().click();
  await page.locator('#reason-enable').fill('Đã đi làm lại');
  await page.getByRole('button', { name: 'Bật lại tài khoản' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Đã bật lại tài khoản.' })).toBeVisible();
});

test('a person verifies an address, asks for a code and sets a new password by it', async ({ page, signInAs }) => {
  const { signInName } = await newcomerWithout(PASSWORD);
  const address = `${signInName}@example.vn`;
  const browser = page.context();
  await signInAs({ signInName, password: PASSWORD });
  await page.goto(paths.ownEmail());
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Địa chỉ thư' }).fill(address);
  await page.getByRole('button', { name: 'Gửi mã xác nhận' }).click();
  await expect(page.getByText(`Đã gửi mã đến ${address}`)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const mailTo = async (sign: string): Promise<string> => {
    const admin = await browser.browser()?.newContext();
    if (!admin) throw new Error('no browser');
    try {
      const other = await admin.newPage();
      await signInOn(other, { signInName: 'quantri', password: DEMO_PASSWORD });
      const mail = other.locator('.outbox-text').filter({ hasText: address }).filter({ hasText: sign }).first();
      await expect(async () => {
        await other.goto(paths.manageMessages());
        await expect(mail).toBeVisible({ timeout: 1_000 });
      }).toPass({ timeout: 30_000 });
      await expectAccessible(other);
      await expectNoSidewaysScroll(other);
      return /[0-9A-Z]{5}-[0-9A-Z]{5}/u.exec((await mail.textContent()) ?? '')?.[0] ?? '';
    } finally {
      await admin.close();
    }
  };
  await page.locator('[name=code]').fill(await mailTo('Mã xác nhận'));
  await page.getByRole('button', { name: 'Xác nhận địa chỉ' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Đã xác nhận địa chỉ thư.' })).toBeVisible();

  await browser.clearCookies();
  await page.goto(paths.forgotten());
  await page.locator('[name=signInName]').fill(signInName);
  await page.getByRole('button', { name: 'Gửi mã cho tôi' }).click();
  const code = await mailTo('Mã lấy lại');
  await page.goto(paths.recover());
  await page.locator('[name=signInName]').fill(signInName);
  await page.locator('[name=code]').fill(code);
  await page.locator('[name=password]').fill('mot mat khau hoan toan moi');
  await page.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click();
  await expect(page.locator('main')).toContainText('bằng mã gửi cho bạn');
});

test('accounts and messages are for administrators alone', async ({ page, signInAs }) => {
  await signInAs('organizer');
  for (const path of [paths.managePeople(), paths.manageMessages()]) {
    expect((await page.goto(path))?.status(), path).toBe(403);
  }
});
