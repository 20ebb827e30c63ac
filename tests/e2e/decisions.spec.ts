// Two people decide: a key is proposed by one and corrected by another, an attempt is set aside, two accounts become one and two again.
import { submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { paths } from '#app/paths.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';
import { aSitting, patiently, signInTo } from '#tests/support/sitting.ts';

test('an attempt is set aside by two people, the contestant reads why, and it counts again', async ({
  page,
  signInAs,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const sitting = await aSitting({ questions: 3 });
  const { attemptId, account, contestSlug } = sitting;
  const actor = { accountId: account.id, unitId: account.unitId, unitPath: '/', birthYear: 1990, grants: [] };
  await patiently(() => submitAttempt({ writer: writerOf(actor), attemptId, now: Date.now() }));
  await signInAs('organizer');
  await page.goto(paths.rulings(contestSlug));
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Mã bài thi' }).fill(attemptId);
  await page.getByRole('button', { name: 'Mở lượt thi' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Lượt thi thứ 1');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await expect(page.getByRole('alert')).toContainText('Hãy ghi lý do');
  await page.getByRole('textbox', { name: 'Lý do' }).fill('Người khác làm bài hộ');
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await expect(page.locator('.notice--good[role=status]')).toContainText('Đã ghi đề nghị');
  await expect(page.getByRole('button', { name: 'Đồng ý và thực hiện' })).toHaveCount(0);
  const proposal = new URL(page.url()).pathname;

  await page.context().clearCookies();
  await signInAs('secondOrganizer');
  await page.goto(paths.manageProposals());
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.goto(proposal);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Đồng ý và thực hiện' }).click();
  await expect(page.locator('.notice--good[role=status]')).toContainText('Đã thực hiện đề nghị');

  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await signInTo(context, sitting, baseURL ?? '');
  const contestant = await context.newPage();
  await contestant.goto(`${baseURL}${paths.result(attemptId)}`);
  await expect(contestant.getByText('Lượt thi này không được tính.')).toBeVisible();
  await expect(contestant.getByText('Lý do: Người khác làm bài hộ')).toBeVisible();
  await expectAccessible(contestant);
  await context.close();
});

test('two accounts of one person are compared, merged, and taken apart again', async ({ page, signInAs }) => {
  test.setTimeout(180_000);
  await signInAs('organizer');
  await page.goto(paths.manageDuplicates());
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: /Nông Thị Kiều Trang/iu }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('So sánh hai tài khoản');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Gộp hai tài khoản' }).click();
  await expect(page.getByRole('alert')).toContainText('Hãy chọn tài khoản được giữ');
  await page.getByRole('radio', { name: /^Giữ tài khoản A/u }).check();
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Gộp hai tài khoản' }) });
  await form.getByRole('textbox', { name: 'Lý do' }).fill('Đã gọi điện, cùng một người');
  await page.getByRole('button', { name: 'Gộp hai tài khoản' }).click();
  await expect(page.locator('.notice--good[role=status]')).toContainText('Đã gộp hai tài khoản');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByText('Hoàn tác lần gộp này').first().click();
  await page.getByRole('textbox', { name: 'Lý do hoàn tác' }).first().fill('Hóa ra là hai người');
  await page.getByRole('button', { name: 'Hoàn tác lần gộp này' }).first().click();
  await expect(page.locator('.notice--good[role=status]')).toContainText('Đã hoàn tác');
});
