// The figures of a unit: what everybody sees, what a clerk sees, and the way down the tree and back.
import type { Page } from 'playwright/test';
import { paths } from '#app/paths.ts';
import { CONTEST } from '#tests/support/people.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

const TOP = 'cao-bang';
const OWN_UNIT = 'xa-truong-ha';
const query = `?contest=${CONTEST}`;

async function expectSound(page: Page, path: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    await expect(page.locator('h1')).toHaveCount(1);
    await expectAccessible(page, `${path} (${colorScheme})`);
    await expectNoSidewaysScroll(page, path);
  }
}

test('everybody sees how many of how many, and nothing that is for those in charge', async ({ page }) => {
  await expectSound(page, paths.unit(OWN_UNIT) + query);
  await expect(page.getByRole('region', { name: 'Đã được bao nhiêu' })).toContainText(
    /\d+ trong [\d.]+ người đã dự thi/u,
  );
  const views = page.getByRole('navigation', { name: 'Cách xem số liệu' });
  await expect(views.getByRole('link')).toHaveText(['Tổng quan', 'Theo ngày, giờ']);
  expect((await page.request.get(paths.unitFigures(OWN_UNIT, 'xlsx'), { maxRedirects: 0 })).status()).toBe(302);
});

test('the province, a unit below it, and back again: the address has it all', async ({ page, signInAs }) => {
  await signInAs('organizer');
  await page.goto(paths.unit(TOP) + query);
  await expect(page.getByRole('heading', { name: /^Đơn vị chưa có ai dự thi/u })).toBeVisible();
  await page.getByRole('link', { name: 'Đơn vị cấp dưới' }).click();
  await expect(page.getByRole('heading', { name: 'Đơn vị cấp dưới' })).toBeVisible();
  await page
    .getByRole('link', { name: /^Quân số/u })
    .last()
    .click();
  await expect(page).toHaveURL(/view=units&sort=headcount&order=desc/u);
  await expect(page.getByRole('columnheader', { name: /^Quân số/u })).toHaveAttribute('aria-sort', 'descending');
  await page.getByRole('searchbox').fill('truong ha');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await expect(page.getByText(/^Tìm thấy 1 trong \d+ đơn vị\./u)).toBeVisible();
  await page.getByRole('rowheader', { name: 'Xã Trường Hà' }).getByRole('link').click();
  await expect(page.locator('h1')).toHaveText('Xã Trường Hà');
  await expect(page).toHaveURL(new RegExp(`contest=${CONTEST}&view=units&sort=headcount`, 'u'));
  await page.goBack();
  await expect(page.locator('h1')).toHaveText('Tỉnh Cao Bằng');
  await expect(page.getByRole('searchbox')).toHaveValue('truong ha');
  const file = await page.request.get(paths.unitFigures(TOP, 'csv') + query);
  expect(await file.text()).toMatch(/^\uFEFFSTT,Đơn vị,Quân số,/u);
});

test('every view is sound, with its chart and the same numbers in a table', async ({ page, signInAs }) => {
  test.slow();
  await signInAs('organizer');
  for (const view of ['overview', 'time', 'scores', 'categories', 'units']) {
    await expectSound(page, `${paths.unit(TOP)}${query}&view=${view}`);
    if (view === 'categories') continue;
    await expect(page.locator('.chart svg').first()).toBeVisible();
    await expect(page.locator('main table').first()).toBeAttached();
  }
  await expectSound(page, `${paths.unit(TOP)}${query}&tree=2026-01-02`);
  await expect(page.getByText(/^Số liệu được xếp lại theo cây đơn vị ngày 02\/01\/2026/u)).toBeVisible();
});

test('a clerk sees the lessons read in the own unit in the same frame', async ({ page, signInAs }) => {
  await signInAs('unitManager');
  await page.goto(paths.unit(OWN_UNIT) + query);
  await page.getByRole('link', { name: 'Học chuyên đề' }).click();
  await expect(page).toHaveURL(/\?topic=/u);
  await expect(page.getByRole('region', { name: 'Đã được bao nhiêu' })).toContainText('đã đọc ít nhất một bài');
});
