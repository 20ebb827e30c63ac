// Choosing a password, and registering in a rush: the device does its task while the person fills in.
import type { BrowserContext, Page } from 'playwright/test';
import { takeAccount } from '#app/features/identity/registration-limits.server.ts';
import { paths } from '#app/paths.ts';
import { deviceHashOf } from '#app/platform/http/where-from.server.ts';
import { newSignInName, PASSWORD } from '#tests/support/people.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

const registerButton = (page: Page) => page.locator('main').getByRole('button', { name: 'Đăng ký' });

async function fillIn(page: Page, password: string): Promise<string> {
  const signInName = newSignInName();
  await page.getByRole('textbox', { name: 'Họ và tên' }).fill('Lý Thị Ước');
  await page.getByRole('textbox', { name: 'Năm sinh' }).fill('1985');
  await page.locator('[name=unitQuery]').fill('truong ha');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await page.getByLabel(/Xã Trường Hà/).check();
  await page.locator('[name=signInName]').fill(signInName);
  await page.locator('[name=password]').fill(password);
  await page.getByLabel(/Tôi đồng ý/).check();
  return signInName;
}

/** Lets five accounts have been made on the device of this browser within the hour: for it, it is a rush. */
async function makeRush(context: BrowserContext, baseURL: string | undefined): Promise<void> {
  const cookies = await context.cookies();
  const header = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const deviceHash = deviceHashOf(new Request(baseURL ?? '', { headers: { Cookie: header } }));
  if (deviceHash === undefined) throw new Error('the register page must have given the device a number');
  for (let i = 0; i < 5; i += 1) await takeAccount({ deviceHash, clientAddress: '203.0.113.1', now: Date.now() });
}

test('a password that speaks of its owner is refused in words, and a short sentence is taken', async ({ page }) => {
  await page.goto(paths.register());
  await fillIn(page, 'lythiuoc1985');
  await registerButton(page).click();
  await expect(page.locator('#password-fault')).toContainText('chủ yếu gồm tên, số điện thoại, năm sinh hoặc đơn vị');
  await expect(page.getByRole('textbox', { name: 'Họ và tên' })).toHaveValue('Lý Thị Ước');
  await expectAccessible(page);
  await page.locator('[name=password]').fill(PASSWORD);
  await registerButton(page).click();
  await expect(page).toHaveURL((url) => url.pathname === paths.contests());
});

test('in a rush the device does a task by itself, and the person registers', async ({ page, context, baseURL }) => {
  await page.goto(paths.register());
  await makeRush(context, baseURL);
  await page.goto(paths.register());
  await expect(page.getByText('Đang có rất nhiều người đăng ký')).toBeVisible();
  await fillIn(page, PASSWORD);
  await expect(page.getByText('Đã xong. Bạn có thể bấm đăng ký.')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await registerButton(page).click();
  await expect(page).toHaveURL((url) => url.pathname === paths.contests());
});

test('a page from before the rush comes back with the task, and what was filled in', async ({
  page,
  context,
  baseURL,
}) => {
  await page.goto(paths.register());
  const signInName = await fillIn(page, PASSWORD);
  await makeRush(context, baseURL);
  await registerButton(page).click();
  await expect(page.getByText(/máy của bạn cần làm xong một phép tính nhỏ/)).toBeVisible();
  await expect(page.locator('[name=signInName]')).toHaveValue(signInName);
  await page.locator('[name=password]').fill(PASSWORD);
  await expect(page.getByText('Đã xong. Bạn có thể bấm đăng ký.')).toBeVisible();
  await registerButton(page).click();
  await expect(page).toHaveURL((url) => url.pathname === paths.contests());
});

test('two posts at once from two pages of one browser make one account', async ({ page, context }) => {
  await page.goto(paths.register());
  const signInName = await fillIn(page, PASSWORD);
  const other = await context.newPage();
  await other.goto(paths.register());
  await fillIn(other, PASSWORD);
  await other.locator('[name=signInName]').fill(signInName);
  await Promise.all([registerButton(page).click(), registerButton(other).click()]);
  const ends = [page, other].map((each) =>
    Promise.race([
      each.waitForURL((url) => url.pathname === paths.contests()).then(() => 'in'),
      each
        .getByText(/đã có người dùng/)
        .first()
        .waitFor()
        .then(() => 'taken'),
    ]),
  );
  expect((await Promise.all(ends)).toSorted()).toEqual(['in', 'taken']);
});

test('wrong passwords make a wait, and the account is not locked on the device that knows it', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto(paths.register());
  const signInName = await fillIn(page, PASSWORD);
  await registerButton(page).click();
  await expect(page).toHaveURL((url) => url.pathname === paths.contests());
  const stranger = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const tries = await stranger.newPage();
  for (let i = 0; i < 6; i += 1) {
    const answer = await tries.request.post(paths.signIn(), {
      form: { signInName, password: 'không đúng đâu' },
      headers: { Origin: baseURL ?? '' },
    });
    expect(answer.status()).toBe(i < 5 ? 422 : 429);
    if (i === 5) expect(answer.headers()['retry-after']).toBe('900');
  }
  await stranger.close();
  await page.goto(paths.account());
  await page.getByRole('button', { name: 'Đăng xuất khỏi thiết bị này' }).click();
  await page.goto(paths.signIn());
  await page.locator('[name=signInName]').fill(signInName);
  await page.locator('[name=password]').fill(PASSWORD);
  await page.locator('main form button').last().click();
  await expect(page).toHaveURL((url) => url.pathname === paths.contests());
});
