// Reading and practising, with scripts.
import { paths } from '#app/paths.ts';
import { expect, expectAccessible, test } from '#tests/support/playwright.ts';

const TOPIC = '2023-que-huong-coi-nguon-cach-mang';

test('a reader goes from home to a lesson, practises, and marks it as read', async ({ page, signInAs }) => {
  await signInAs('contestant');
  await page.goto(paths.topic(TOPIC));
  await page.locator('main a[href*="/topics/"][href*="/01-"]').first().click();
  await expect(page).toHaveURL(/\/01-/);
  await expectAccessible(page);

  const practice = page
    .locator('form')
    .filter({ has: page.locator('input[type=radio], input[type=checkbox]') })
    .first();
  await practice.locator('label').first().click();
  await practice.getByRole('button').first().click();
  await expect(page.getByText(/^(Đúng|Chưa đúng)/).first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Đánh dấu đã đọc' }).click();
  await expect(page.getByText(/Đã đọc|đã đọc bài này/i).first()).toBeVisible();
  await page.goto(paths.topic(TOPIC));
  await expect(page.locator('main')).toContainText('Đã đọc 1/5');
});
