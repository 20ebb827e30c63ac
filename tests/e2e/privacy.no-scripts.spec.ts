// Without scripts the server asks for the guardian with the form that comes back.
import { paths } from '#app/paths.ts';
import { expect, test } from '#tests/support/playwright.ts';
import { CONTEST } from '#tests/support/people.ts';

test('a child registers with a guardian, and withdraws and gives a consent', async ({ page }) => {
  await page.goto(`${paths.register()}?returnTo=${paths.contest(CONTEST)}&unit=xa-truong-ha`);
  await page.locator('[name=fullName]').fill('Bế Văn Bé');
  await page.locator('[name=birthYear]').fill(String(new Date().getUTCFullYear() - 10));
  await page.locator('[name=signInName]').fill(`be.be.${Date.now() % 1_000_000}`);
  await page.locator('[name=password]').fill('con suối chảy mãi mãi');
  await page.locator('#consent').check();
  const register = page.locator('main').getByRole('button', { name: 'Đăng ký' });
  await register.click();
  await expect(page.locator('[name=guardianName]')).toBeVisible();
  await page.locator('[name=guardianName]').fill('Bế Thị Mẹ');
  await page.locator('[name=guardianRelation]').selectOption('mother');
  await page.locator('#guardianConsent').check();
  await page.locator('[name=password]').fill('con suối chảy mãi mãi');
  await register.click();
  await expect(page).toHaveURL((url) => url.pathname === paths.contest(CONTEST));
  await page.goto(paths.ownConsents());
  await page.getByRole('button', { name: /Rút lại\s+Dự thi và thống kê/ }).click();
  await expect(page.getByText('Bạn đã rút lại sự đồng ý nên chưa bắt đầu')).toBeVisible();
  await page.getByRole('button', { name: 'Đồng ý', exact: true }).first().click();
  await expect(page.locator('main').getByRole('status')).toHaveText('Đã lưu sự đồng ý.');
});
