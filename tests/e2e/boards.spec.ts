// Boards of persons that explain themselves: in the contest of the demonstration that is over, and for who has sat it.
import { paths } from '#app/paths.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

const OVER = 'que-huong-coi-nguon';
const BOARD = paths.leaderboard(OVER);

test('a board that is final says so, why each row stands there, and what ranks are based on', async ({ page }) => {
  // why again: the sweep settles what is over a few seconds after the server has started.
  await expect(async () => {
    await page.goto(BOARD);
    await expect(page.locator('.board-status')).toContainText('Đã chốt', { timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
  const row = page.locator('.board tbody tr').first();
  await expect(row).toContainText(/lệch dự đoán [\d.]+; \d+ (phút|giây)/);
  await row.locator('.why summary').click();
  await expect(row).toContainText(/Kết quả: \d+\/\d+; lệch dự đoán [\d.]+; \d+ (phút|giây)/);
  await expect(row).toContainText(/(Xếp dưới hạng \d+ vì|Đồng hạng với người liền trên)/);
  await expect(page.getByText(/Xếp lần lượt theo: điểm cao hơn/)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('a unit is found by its name, and its part of the board keeps the ranks of the whole', async ({ page }) => {
  await page.goto(BOARD);
  await page.getByLabel('Đơn vị hoặc họ tên').fill('truong ha');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await page.getByRole('region', { name: 'Đơn vị khớp' }).getByRole('link', { name: 'Xã Trường Hà' }).click();
  await expect(page.getByText('Đơn vị: Xã Trường Hà')).toBeVisible();
  await expect(page.getByText('Hạng là hạng trên toàn bảng.')).toBeVisible();
  const units = await page.locator('.board tbody .board__unit').allInnerTexts();
  expect(units.length).toBeGreaterThan(0);
  expect(new Set(units)).toEqual(new Set(['Xã Trường Hà']));
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByLabel('Đơn vị hoặc họ tên').fill('zzzz');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await expect(page.getByText(/Không có đơn vị hay người dự thi nào khớp với “zzzz”/)).toBeVisible();
});

test('who has sat the contest is led to the own row, and reads on the result why it is there', async ({
  page,
  signInAs,
}) => {
  await signInAs('contestant');
  await page.goto(BOARD);
  await expect(page.getByRole('heading', { name: 'Hàng của bạn' })).toBeVisible();
  await expect(page.getByText(/Hạng \d+ trong \d+ người/)).toBeVisible();
  await page.getByRole('link', { name: 'Tôi ở đâu?' }).click();
  await expect(page).toHaveURL(/#hang-cua-toi$/);
  await expect(page.locator('#hang-cua-toi')).toHaveCount(1);
  await expect(page.locator('#hang-cua-toi')).toContainText('Bạn');
  await expect(page.locator('#hang-cua-toi')).toBeInViewport();
  await expectAccessible(page);
  await page.goto(paths.contest(OVER));
  await page.locator('a[href$="/result"]').first().click();
  await expect(page.getByRole('heading', { name: /Hạng \d+ trong \d+ người/ })).toBeVisible();
  await expect(page.locator('.own-place')).toContainText(/Kết quả: \d+\/10/);
  await expect(page.getByText(/Mã trong kết quả công bố: [0-9a-f]{16}/)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
