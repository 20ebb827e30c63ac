// Correcting a key without scripts: every step is a form.
import type { Page } from 'playwright/test';
import { submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { paths } from '#app/paths.ts';
import { formOf } from '#tests/support/attempts.ts';
import { expect, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';
import { aSitting, patiently } from '#tests/support/sitting.ts';

/** Sends what was looked at as a proposal, and carries it out as another person. */
async function agreed(
  page: Page,
  signInAs: (who: 'organizer' | 'secondOrganizer') => Promise<void>,
  by: 'organizer' | 'secondOrganizer',
  back: string,
): Promise<void> {
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await expect(page.getByText('Đã ghi đề nghị')).toBeVisible();
  const proposal = new URL(page.url()).pathname;
  await page.context().clearCookies();
  await signInAs(by);
  await page.goto(proposal);
  await page.getByRole('button', { name: 'Đồng ý và thực hiện' }).click();
  await expect(page.getByText('Đã thực hiện đề nghị')).toBeVisible();
  await page.goto(back);
}

test('a question gets full marks for everybody, and the correction is taken back', async ({ page, signInAs }) => {
  const { attemptId, account, contestSlug } = await aSitting({ questions: 3 });
  const actor = { accountId: account.id, unitId: account.unitId, unitPath: '/', birthYear: 1990, grants: [] };
  const [slot] = (await formOf(attemptId)).slots;
  await patiently(() => submitAttempt({ writer: writerOf(actor), attemptId, now: Date.now() }));
  await signInAs('organizer');
  const item = paths.keyOf(contestSlug, slot?.itemVersionId ?? '');
  await page.goto(item);
  await page.getByRole('radio', { name: /Cho mọi người trọn điểm/u }).check();
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
  await expect(page).toHaveTitle(/^Lỗi: /u);
  await expect(page.getByRole('alert')).toContainText('Hãy ghi lý do');
  // What was chosen stays.
  await expect(page.getByRole('radio', { name: /Cho mọi người trọn điểm/u })).toBeChecked();
  await page.getByRole('textbox', { name: 'Lý do' }).fill('Câu hỏi in sai năm');
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
  await expect(page.locator('.figure', { hasText: 'lượt tăng điểm' })).toContainText('1');
  await page.getByRole('button', { name: 'Sửa lại' }).click();
  await expect(page.getByRole('textbox', { name: 'Lý do' })).toHaveValue('Câu hỏi in sai năm');
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
  await expectNoSidewaysScroll(page);
  await agreed(page, signInAs, 'secondOrganizer', item);

  await page.getByRole('link', { name: /^Trở lại đáp án ban đầu/u }).click();
  await expect(page.getByRole('radio', { name: /Trở lại đáp án ban đầu/u })).toBeChecked();
  await page.getByRole('textbox', { name: 'Lý do' }).fill('Xem lại thì câu hỏi đúng');
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
  await expect(page.locator('.figure', { hasText: 'lượt giảm điểm' })).toContainText('1');
  await agreed(page, signInAs, 'organizer', item);
  await expect(page.getByText('Như ban đầu')).toBeVisible();
});
