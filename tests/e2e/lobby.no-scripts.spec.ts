// The waiting page without scripts: the button waits, and a plain reload at the opening makes it a button.
import { paths } from '#app/paths.ts';
import { CONTEST, registerNewcomer } from '#tests/support/people.ts';
import { expect, test } from '#tests/support/playwright.ts';
import { anUpcomingContest } from '#tests/support/upcoming-contest.ts';

const OPENS_IN = 12_000;

test('a reload at the opening starts the attempt', async ({ page }) => {
  await registerNewcomer(page);
  const slug = `sap-mo-${Date.now()}`;
  anUpcomingContest(slug, CONTEST, OPENS_IN);
  await page.goto(paths.contest(slug));
  const start = page.getByRole('button', { name: 'Bắt đầu làm bài' });
  await expect(start).toBeDisabled();
  await expect(page.getByText('Đến giờ mở, hãy tải lại trang để bắt đầu.')).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(start).toBeEnabled({ timeout: 100 });
  }).toPass({ timeout: 2 * OPENS_IN });
  await start.click();
  await expect(page).toHaveURL(/\/attempts\/[^/]+$/);
});
