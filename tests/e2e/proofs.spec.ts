// A confirmation from the person to who checks it, what people say to be, and who is in charge of units.
import { paths } from '#app/paths.ts';
import { CONTEST, PASSWORD, registerNewcomer, startAttempt } from '#tests/support/people.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, signInOn, test } from '#tests/support/playwright.ts';

const PHONE = { width: 360, height: 740 };

test('who has begun an attempt shows a code, and a stranger checks it without learning who it is', async ({
  page,
  browser,
}) => {
  await page.setViewportSize(PHONE);
  await registerNewcomer(page, 'Lý Thị Thử Mã');
  await page.goto(paths.confirmation(CONTEST));
  await expect(page.locator('h1')).toHaveText('Chưa có xác nhận');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Đến trang cuộc thi' }).click();
  await page.getByText('Đối tượng dự thi (không bắt buộc)').first().click();
  await page.getByLabel('Học sinh, sinh viên').first().check();
  await page
    .getByLabel(/chỉ dùng trong số liệu tổng hợp/)
    .first()
    .check();
  await startAttempt(page);
  await page.goto(paths.contest(CONTEST));
  await page.getByRole('link', { name: 'Xác nhận tham gia' }).click();
  await expect(page.locator('.confirmation__name')).toHaveText('Lý Thị Thử Mã');
  await expect(page.locator('.confirmation__qr')).toBeVisible();
  const code = (await page.locator('.confirmation__code').textContent())?.trim() ?? '';
  expect(code).toMatch(/^[0-9CFHJKMNPRTVX]{5}(-[0-9CFHJKMNPRTVX]{5}){2}$/);
  await page.reload();
  await expect(page.locator('.confirmation__code')).toHaveText(code);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `the confirmation (${colorScheme})`);
    await expectNoSidewaysScroll(page);
  }

  const stranger = await (await browser.newContext({ viewport: PHONE })).newPage();
  await stranger.goto(new URL(paths.confirmCode(), page.url()).href);
  await expectAccessible(stranger, 'the field for a code');
  await stranger.getByLabel('Mã xác nhận').fill(code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'));
  await stranger.getByRole('button', { name: 'Kiểm tra mã' }).click();
  await expect(stranger.getByRole('heading', { name: 'Mã hợp lệ' })).toBeVisible();
  const main = stranger.locator('main');
  await expect(main).toContainText('Một người của Xã Trường Hà');
  await expect(main).not.toContainText('Thử Mã');
  await expect(stranger.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await expectAccessible(stranger, 'a valid code');
  await expectNoSidewaysScroll(stranger);
  await stranger.getByLabel('Họ và tên').fill('Hoàng Văn Khác');
  await stranger.getByRole('button', { name: 'Đối chiếu' }).click();
  await expect(stranger.getByText(/^Không khớp/)).toBeVisible();
  await stranger.getByLabel('Họ và tên').fill('ly thi thu ma');
  await stranger.getByRole('button', { name: 'Đối chiếu' }).click();
  await expect(stranger.getByText(/^Trùng khớp/)).toBeVisible();
  expect(stranger.url()).not.toMatch(/thu/i);
  await stranger.context().close();
});

test('a wrong code is not found, and a code that is cut is said so before it is looked for', async ({ page }) => {
  expect((await page.goto(paths.confirm('000000000000000')))?.status()).toBe(404);
  await expect(page.locator('h1')).toHaveText('Không có mã này');
  await expectAccessible(page, 'an unknown code');
  await page.getByLabel('Mã xác nhận').fill('7K3MX-9P0R');
  await page.getByRole('button', { name: 'Kiểm tra mã' }).click();
  await expect(page.getByText(/Mã xác nhận có 15 chữ và số/)).toBeVisible();
  await expectAccessible(page, 'a code that is cut');
});

test('what a person said to be is changed and withdrawn from the account', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await registerNewcomer(page, 'Lý Văn Đổi Ý');
  await page.getByText('Đối tượng dự thi (không bắt buộc)').first().click();
  await page.getByLabel('Nhân dân').first().check();
  await page
    .getByLabel(/chỉ dùng trong số liệu tổng hợp/)
    .first()
    .check();
  await startAttempt(page);
  await page.goto(paths.account());
  await expect(page.locator('main')).toContainText('Đối tượng dự thi: Nhân dân');
  await page.getByRole('link', { name: 'Đối tượng dự thi' }).click();
  await expectAccessible(page);
  await page.getByLabel('Cán bộ, công chức, viên chức').check();
  await page.getByRole('button', { name: 'Lưu lựa chọn' }).click();
  await expect(page.getByText('Đã lưu lựa chọn của bạn.')).toBeVisible();
  await expect(page.locator('main')).toContainText('Cán bộ, công chức, viên chức; Nhân dân');
  await page.getByRole('button', { name: 'Rút lại và xóa' }).click();
  await expect(page.getByText('Đã rút lại sự đồng ý')).toBeVisible();
  await expect(page.getByLabel('Nhân dân')).not.toBeChecked();
  await expectNoSidewaysScroll(page);
});

test('a clerk puts a new person in charge, who sees the unit, and takes it away again', async ({
  page,
  browser,
  signInAs,
}) => {
  const newcomer = await (await browser.newContext({ viewport: PHONE })).newPage();
  await page.goto('/');
  await newcomer.goto(page.url());
  const signInName = await registerNewcomer(newcomer, 'Triệu Thị Phụ Việc');
  await signInAs('unitManager');
  await page.setViewportSize(PHONE);
  await page.goto(paths.account());
  await page
    .getByRole('region', { name: 'Đơn vị bạn phụ trách' })
    .getByRole('link', { name: 'Người phụ trách' })
    .click();
  await expect(page.locator('h1')).toContainText('Xã Trường Hà: người phụ trách');
  await expect(page.getByText('Nhiệm vụ cuối cùng của bạn')).toBeVisible();
  await page.getByLabel(/Số điện thoại, tên đăng nhập/).fill(signInName);
  await page.getByRole('button', { name: 'Tìm người' }).last().click();
  await expect(page.getByRole('radio', { name: /Triệu Thị Phụ Việc/ })).toBeChecked();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `the managers (${colorScheme})`);
    await expectNoSidewaysScroll(page);
  }
  await page.getByRole('button', { name: 'Giao nhiệm vụ' }).click();
  await expect(page.getByText(/^Đã giao nhiệm vụ\./)).toBeVisible();

  // Whoever is given a duty signs in again, with the second step.
  await signInOn(newcomer, { signInName, password: PASSWORD });
  await newcomer.goto(new URL(paths.units(), page.url()).href);
  await newcomer
    .getByRole('region', { name: 'Đơn vị bạn phụ trách' })
    .getByRole('link', { name: 'Xã Trường Hà' })
    .first()
    .click();
  await expect(newcomer.locator('h1')).toContainText('Xã Trường Hà');
  await newcomer.goto(new URL(paths.unitPage('xa-truong-ha', 'charges'), page.url()).href);
  await expect(newcomer.getByRole('rowheader', { name: /Triệu Thị Phụ Việc/ })).toBeVisible();

  await page.getByRole('link', { name: /Rút nhiệm vụ của Triệu Thị Phụ Việc/ }).click();
  await page.getByRole('button', { name: 'Rút nhiệm vụ' }).click();
  await expect(page.getByText('Đã rút nhiệm vụ.')).toBeVisible();
  await newcomer.reload();
  await expect(newcomer).toHaveURL((url) => url.pathname === paths.signIn());
  await signInOn(newcomer, { signInName, password: PASSWORD });
  const response = await newcomer.goto(new URL(paths.unitPage('xa-truong-ha', 'charges'), page.url()).href);
  expect(response?.status()).toBe(403);
  await newcomer.context().close();
});

test('a block manager gives within the block alone', async ({ page, signInAs }) => {
  await signInAs('blockManager');
  await page.goto(paths.units());
  await expect(page.getByRole('region', { name: 'Đơn vị bạn phụ trách' })).toContainText('Khối xã, phường');
  await page.goto(paths.unitPage('cao-bang', 'charges'));
  await page.getByLabel(/Số điện thoại, tên đăng nhập/).fill('thisinh');
  await page.getByRole('button', { name: 'Tìm người' }).last().click();
  await expect(page.locator('#block option')).toHaveText(['Chỉ Khối xã, phường']);
  await expectAccessible(page, 'the managers of a block');
  const response = await page.goto(paths.unitPage('dang-bo-cong-an-tinh', 'charges'));
  expect(response?.status()).toBe(403);
});
