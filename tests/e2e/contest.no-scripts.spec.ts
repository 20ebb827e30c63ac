// The main job without scripts: forms post, pages render.
import { paths } from '#app/paths.ts';
import { CONTEST, registerNewcomer, startAttempt } from '#tests/support/people.ts';
import { expect, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

test('a newcomer registers, answers, saves, goes on, submits and sees the result', async ({ page }) => {
  await registerNewcomer(page);
  await startAttempt(page);
  await expectNoSidewaysScroll(page);
  await expect(page.locator('fieldset.question')).toHaveCount(20);
  for (let slot = 1; slot <= 5; slot += 1) await page.locator(`#question-${slot} label.choice`).first().click();
  await page.getByRole('button', { name: 'Lưu câu trả lời' }).click();
  await expect(page.locator('.place--answered')).toHaveCount(5);
  for (let slot = 6; slot <= 20; slot += 1) await page.locator(`#question-${slot} label.choice`).first().click();
  await page.getByRole('button', { name: 'Kiểm tra và nộp bài' }).click();
  await expect(page.getByText('Bạn đã trả lời tất cả các câu.')).toBeVisible();
  await page.getByRole('button', { name: 'Nộp bài' }).click();
  await expect(page.locator('.result__score')).toHaveText(/^\d+\/20$/);
  await page.goto(paths.leaderboard(CONTEST));
  await expect(page.getByRole('row', { name: /Lý T. Ư/ }).first()).toBeVisible();
});

test('an old page does not undo what was answered since', async ({ page, context }) => {
  await registerNewcomer(page);
  await startAttempt(page);
  const old = await context.newPage();
  await old.goto(page.url());
  await page.locator('#question-1 label.choice').nth(1).click();
  await page.getByRole('button', { name: 'Lưu câu trả lời' }).click();
  await old.locator('#question-2 label.choice').nth(1).click();
  await old.getByRole('button', { name: 'Lưu câu trả lời' }).click();
  await expect(old.locator('.place--answered')).toHaveCount(2);
});
