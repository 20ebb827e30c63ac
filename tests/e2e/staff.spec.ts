// The unit manager and the organizer: what they see, and what others do not.
import type { Page } from 'playwright/test';
import { paths } from '#app/paths.ts';
import { CONTEST } from '#tests/support/people.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

const OWN_UNIT = 'xa-truong-ha';
const OTHER_UNIT = 'xa-tam-kim';

async function expectSound(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(path);
  await expect(page.locator('h1')).toHaveCount(1);
  await expectAccessible(page, `${path} (light)`);
  await expectNoSidewaysScroll(page, path);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, `${path} (dark)`);
}

test('a unit manager sees who has not taken part in the own unit, and only there', async ({ page, signInAs }) => {
  await signInAs('unitManager');
  // why named: other tests set up contests that are open as well.
  await expectSound(page, `${paths.unit(OWN_UNIT)}?contest=${CONTEST}`);
  await expect(page.locator('main')).not.toContainText('Nông Thị Mai');
  await page.getByRole('link', { name: 'Xem danh sách người chưa dự thi' }).click();
  await expect(page).toHaveURL(`${paths.unitPage(OWN_UNIT, 'missing')}?contest=${CONTEST}`);
  await expect(page.getByRole('rowheader', { name: 'Nông Thị Mai' })).toBeVisible();
  await page.goto(paths.unit(OTHER_UNIT));
  await expect(page.getByRole('link', { name: 'Xem danh sách người chưa dự thi' })).toHaveCount(0);
  expect((await page.goto(paths.unitPage(OTHER_UNIT, 'missing')))?.status()).toBe(403);
  for (const path of [paths.manage(), paths.manageContest(CONTEST)]) {
    expect((await page.goto(path))?.status(), path).toBe(403);
    await expect(page.locator('h1')).toHaveText('Tài khoản này không xem được trang');
  }
});

test('a contestant sees the figures of the own unit, and nobody by name', async ({ page, signInAs }) => {
  await signInAs('contestant');
  await expectSound(page, paths.unit(OWN_UNIT));
  await expect(page.locator('main')).not.toContainText('Hoàng Văn Sơn');
  await expectSound(page, paths.account());
  await expect(page.locator('main')).toContainText('Nông Thị Mai');
});

test('an organizer sees people, attempts, units and questions of a contest', async ({ page, signInAs }) => {
  await signInAs('organizer');
  await page.getByRole('link', { name: 'Tổ chức' }).first().click();
  await expect(page).toHaveURL(paths.manage());
  await expectSound(page, paths.manage());
  await expectSound(page, paths.manageContest(CONTEST));
  for (const heading of ['Số người dự thi theo ngày', 'Phân bố điểm', 'Tỷ lệ theo đơn vị']) {
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
  }
  await expect(page.locator('.chart svg').first()).toBeVisible();
});

test('who is not signed in is led to the sign-in page, and back after it', async ({ page }) => {
  await page.goto(paths.manageContest(CONTEST));
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
  await page.locator('input[name="signInName"]').fill('bantochuc');
  await page.locator('input[name="password"]').fill('sai mật khẩu');
  await page.locator('main form button').last().click();
  await expect(page.getByRole('alert')).toContainText('Tên đăng nhập hoặc mật khẩu chưa đúng');
  await expect(page).toHaveTitle(/^Lỗi: /);
  await expectAccessible(page);
});

test('nobody is led to another site after signing in', async ({ page, signInAs }) => {
  await signInAs('contestant');
  for (const returnTo of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
    await page.goto(`${paths.signIn()}?returnTo=${encodeURIComponent(returnTo)}`);
    expect(new URL(page.url()).hostname).toBe('127.0.0.1');
  }
});
