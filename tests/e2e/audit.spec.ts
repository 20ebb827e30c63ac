// What auditors look at: the log of acts, and what makes results checkable by others.
import { paths } from '#app/paths.ts';
import { CONTEST } from '#tests/support/people.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

const PHONE = { width: 360, height: 740 };

test('the log says who did what, is filtered by the address, and is sealed', async ({ page, signInAs }) => {
  await signInAs('organizer');
  await page.goto(paths.manageAudit());
  await expect(page.locator('h1')).toHaveText('Nhật ký hoạt động');
  await expect(page.locator('.log__act').first()).toBeVisible();
  await expect(page.getByText(/^Đã niêm phong, số/u).first()).toBeVisible();
  await page.getByLabel('Việc', { exact: true }).selectOption('session.opened');
  await page.getByRole('button', { name: 'Xem' }).click();
  await expect(page).toHaveURL(/act=session\.opened/u);
  await expect(page.locator('.log__act').first()).toContainText('đăng nhập');
  await page.setViewportSize(PHONE);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `the audit log (${colorScheme})`);
    await expectNoSidewaysScroll(page);
  }
});

test('the page of sealed results says why nothing can be sealed yet, and what the minutes take up', async ({
  page,
  signInAs,
}) => {
  await page.setViewportSize(PHONE);
  await signInAs('organizer');
  await page.goto(paths.sealedResults(CONTEST));
  await expect(page.locator('h1')).toHaveText('Kết quả niêm phong');
  await expect(page.getByText(/^Chưa niêm phong được/u)).toBeVisible();
  await expect(page.locator('.minutes__qr')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
