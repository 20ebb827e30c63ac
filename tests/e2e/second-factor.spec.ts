// Signing in with a second step, proving again who one is, passkeys, and the devices that are signed in.
import type { Page } from 'playwright/test';
import { paths } from '#app/paths.ts';
import { CONTEST, PASSWORD, registerNewcomer } from '#tests/support/people.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';
import { givePassword, letProofAge, makeSpareCodes, OWN_UNIT, putInCharge, setUpApp } from '#tests/support/staff.ts';

const MISSING = `${paths.unitPage(OWN_UNIT, 'missing')}?contest=${CONTEST}`;

async function expectSound(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `${where} (${colorScheme})`);
  }
  await expectNoSidewaysScroll(page, where);
}

test('somebody who was given a duty sets up an app, and from then on signs in with it or a spare code', async ({
  page,
  context,
}) => {
  const signInName = await registerNewcomer(page, 'Hoàng Thị Liễu');
  const accountId = await putInCharge(signInName);
  await givePassword(page, signInName, MISSING);
  await expect(page).toHaveURL((url) => url.pathname === paths.secondFactor());
  await expectSound(page, 'setting up');

  // Before that, a page of the duty leads here, and everything else goes on.
  await page.goto(MISSING);
  await expect(page).toHaveURL((url) => url.pathname === paths.secondFactor());
  await page.goto(paths.contests());
  await page.getByRole('link', { name: 'Xác thực hai bước để dùng quyền quản trị' }).click();
  await expect(page).toHaveURL((url) => url.pathname === paths.secondFactor());

  await page.goto(MISSING);
  await page.getByRole('button', { name: 'Cài ứng dụng mã xác thực' }).click();
  await page.getByRole('img', { name: /Mã QR/u }).waitFor();
  await expectSound(page, 'scanning');
  await page.locator('#code').fill('12345');
  await page.getByRole('button', { name: 'Kiểm tra mã và bắt đầu dùng' }).click();
  await expect(page.getByRole('alert')).toContainText('Mã chưa đúng');
  await page.getByRole('link', { name: 'Thôi, không cài nữa' }).click();
  const shows = await setUpApp(page);
  const spare = await makeSpareCodes(page);
  expect(new Set(spare).size).toBe(10);
  await expectSound(page, 'spare codes');
  await page.getByRole('link', { name: 'Tiếp tục công việc' }).click();
  await expect(page).toHaveURL(MISSING);
  await expect(page.locator('h1')).toHaveCount(1);

  await context.clearCookies();
  await givePassword(page, signInName, MISSING);
  await expect(page).toHaveURL((url) => url.pathname === paths.signInSecond());
  await expectSound(page, 'second step');
  await page.locator('#code').fill(spare[0] ?? '');
  await page.getByRole('button', { name: 'Xác thực', exact: true }).click();
  await expect(page).toHaveURL(MISSING);

  // The code that the set-up took is not taken again; the next one is.
  await context.clearCookies();
  await givePassword(page, signInName, MISSING);
  await page.locator('#code').fill(spare[0] ?? '');
  await page.getByRole('button', { name: 'Xác thực', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Mã chưa đúng, đã dùng rồi');
  await page.locator('#code').fill(shows(1));
  await page.getByRole('button', { name: 'Xác thực', exact: true }).click();
  await expect(page).toHaveURL(MISSING);

  // A file of names asks once more who it is, and leads back to where it is offered.
  await letProofAge(accountId);
  await page.goto(paths.missingFile(OWN_UNIT, `?contest=${CONTEST}&reason=nhac+nguoi+chua+thi`));
  await expect(page).toHaveURL((url) => url.pathname === paths.stepUp());
  await expectSound(page, 'step-up');
  await page.locator('[name=password]').fill(PASSWORD);
  await page.locator('#code').fill(spare[1] ?? '');
  await page.getByRole('button', { name: 'Xác nhận và làm tiếp' }).click();
  await expect(page).toHaveURL((url) => url.pathname === paths.unitPage(OWN_UNIT, 'missing'));
  await page.getByText('Tải tệp Excel').click();
  await page.getByLabel('Lý do').fill('nhắc bà con dự thi');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải tệp có họ tên' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/u);
});

test('a person sees where they are signed in, and signs one device and all others out', async ({
  page,
  browser,
  baseURL,
}) => {
  const signInName = await registerNewcomer(page, 'Nông Văn Thiết');
  const others = await Promise.all([1, 2].map(() => browser.newContext({ baseURL: baseURL ?? '' })));
  const pages = await Promise.all(others.map((context) => context.newPage()));
  for (const other of pages) await givePassword(other, signInName, paths.account());
  await page.goto(paths.account());
  await page.getByRole('link', { name: 'Thiết bị đang đăng nhập' }).click();
  await expect(page.locator('.key-list > li')).toHaveCount(3);
  await expect(page.locator('.key-list > li').first()).toContainText('Thiết bị này');
  await expect(page.locator('.key-list > li').first()).toContainText('Chrome trên');
  await expectSound(page, 'devices');
  await page
    .getByRole('button', { name: /^Đăng xuất Chrome/u })
    .first()
    .click();
  await expect(page.locator('.key-list > li')).toHaveCount(2);
  await page.getByRole('button', { name: 'Đăng xuất mọi thiết bị khác' }).click();
  await expect(page.getByText('Chỉ có thiết bị này đang đăng nhập.')).toBeVisible();
  for (const other of pages) {
    await other.goto(paths.account());
    await expect(other).toHaveURL((url) => url.pathname === paths.signIn());
  }
  await page.goto(paths.account());
  await expect(page).toHaveURL(paths.account());
  for (const context of others) await context.close();
});

test('who holds sessions of others by name ends none of them', async ({ page }) => {
  await registerNewcomer(page, 'Lý Văn Lạ');
  const answer = await page.request.post(paths.sessions(), {
    form: { intent: 'one', handle: 'a'.repeat(64) },
    headers: { Origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(404);
});

test.describe('a passkey', () => {
  // why by this name: no passkey is made for a number.
  test.use({ baseURL: `http://localhost:${process.env['E2E_PORT']}` });

  test('signs in without a password, is a second step, and proves again who it is', async ({ page, context }) => {
    const cdp = await context.newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    const signInName = await registerNewcomer(page, 'Bế Thị Khóa');
    await page.goto(paths.secondFactor());
    await page.locator('[name=name]').fill('Điện thoại của tôi');
    await page.getByRole('button', { name: 'Tạo khóa truy cập trên máy này' }).click();
    await expect(page.getByText('Đã tạo khóa truy cập.')).toBeVisible();
    await expect(page.getByText('Điện thoại của tôi', { exact: true })).toBeVisible();
    await expectSound(page, 'passkeys');

    await context.clearCookies();
    await page.goto(`${paths.signIn()}?returnTo=${paths.account()}`);
    await expectSound(page, 'sign-in');
    await page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).click();
    await expect(page).toHaveURL((url) => url.pathname === paths.account());
    await expect(page.locator('main')).toContainText('Bế Thị Khóa');

    const accountId = await putInCharge(signInName);
    await context.clearCookies();
    await givePassword(page, signInName, MISSING);
    await expect(page).toHaveURL((url) => url.pathname === paths.signInSecond());
    await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click();
    await expect(page).toHaveURL((url) => url.pathname === paths.unitPage(OWN_UNIT, 'missing'));

    await letProofAge(accountId);
    await page.goto(paths.secondFactor());
    await expect(page).toHaveURL((url) => url.pathname === paths.stepUp());
    await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click();
    await expect(page).toHaveURL((url) => url.pathname === paths.secondFactor());
    await page.getByRole('button', { name: 'Gỡ bỏ Điện thoại của tôi' }).click();
    await expect(page.getByRole('alert')).toContainText('cách xác thực duy nhất');
  });

  test('that is refused leaves everybody signed out, with a word on what to do', async ({ page, context }) => {
    const cdp = await context.newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    await page.goto(paths.signIn());
    const answer = await page.request.post(paths.passkeys('sign-in'), {
      data: { intent: 'finish', ceremonyId: 'khong-co', answer: { id: 'khong-co', response: {} } },
      headers: { Origin: new URL(page.url()).origin },
    });
    expect([answer.status(), await answer.json()]).toEqual([422, { fault: 'passkey-failed' }]);
    await page.goto(paths.account());
    await expect(page).toHaveURL((url) => url.pathname === paths.signIn());
  });
});

test('the demonstration shows the code of now, and sends it by a button', async ({ page }) => {
  await page.goto(`${paths.signIn()}?returnTo=${paths.manage()}`);
  await page.locator('input[name="signInName"]').fill('bantochuc');
  await page.locator('input[name="password"]').fill('pacbo-1941-demo');
  await page.locator('main form button').last().click();
  await expect(page).toHaveURL((url) => url.pathname === paths.signInSecond());
  await expect(page.getByText(/Bản trình diễn: mã hiện tại \d{3}\s\d{3}/u)).toBeVisible();
  await expectSound(page, 'second step of the demonstration');
  await page.getByRole('button', { name: 'Dùng mã này' }).click();
  await expect(page).toHaveURL((url) => url.pathname === paths.manage());
});
