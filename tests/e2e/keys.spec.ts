// A faulty question: the organizer corrects its key on screen, and a contestant sees the changed score and why.
import type { Page } from 'playwright/test';
import { saveResponses, submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { paths } from '#app/paths.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';
import { formOf } from '#tests/support/attempts.ts';
import { aSitting, patiently, signInTo, type Sitting } from '#tests/support/sitting.ts';

const REASON = 'Tài liệu gốc ghi phương án khác';

/** Answers question 1 with the second place and submits. @returns the item version, and the letter of what was chosen */
async function answered(sitting: Sitting): Promise<{ item: string; letter: string }> {
  const { attemptId, account } = sitting;
  const actor = { accountId: account.id, unitId: account.unitId, unitPath: '/', birthYear: 1990, grants: [] };
  const [slot] = (await formOf(attemptId)).slots;
  if (!slot) throw new Error('the paper is empty');
  const saves = [{ slot: 1, places: [2], key: `dap-an-${attemptId}` }];
  const saved = await patiently(() =>
    saveResponses({ writer: writerOf(actor), attemptId, seen: 0, saves, now: Date.now() }),
  );
  const submitted = await patiently(() => submitAttempt({ writer: writerOf(actor), attemptId, now: Date.now() }));
  if (!saved.ok || !submitted.ok) throw new Error('the answer was refused');
  return { item: slot.itemVersionId, letter: slot.optionOrder[1] ?? '' };
}

const scoreOn = async (page: Page): Promise<string> => page.locator('.result__score').innerText();

/** Goes from the list of questions to the one that is faulty. */
async function openItem(page: Page, sitting: Sitting, item: string): Promise<void> {
  await page.goto(paths.manageContest(sitting.contestSlug));
  await page.getByRole('link', { name: 'Sửa đáp án và chấm lại' }).click();
  await expect(page.getByRole('table', { name: 'Câu hỏi đã có trong đề của cuộc thi' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('searchbox', { name: 'Tìm câu hỏi' }).fill(item.slice(0, 6).toUpperCase());
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await page.goto(paths.keyOf(sitting.contestSlug, item));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Câu ');
}

test('an organizer corrects a key, the contestant sees the changed score and the reason, and the board follows', async ({
  page,
  signInAs,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const sitting = await aSitting({ questions: 4 });
  const { item, letter } = await answered(sitting);
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await signInTo(context, sitting, baseURL ?? '');
  const contestant = await context.newPage();
  await contestant.goto(`${baseURL}${paths.result(sitting.attemptId)}`);
  const before = await scoreOn(contestant);

  await signInAs('organizer');
  await openItem(page, sitting, item);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
  await expect(page.getByRole('alert')).toContainText('Hãy chọn một cách chấm.');
  await expect(page).toHaveTitle(/^Lỗi: /u);
  // What was chosen was right by luck or not: either way everybody gets it afterwards, or nobody who had it.
  const wasRight = before.startsWith('1');
  await page.getByRole('radio', { name: wasRight ? /Bỏ câu này/u : /Đổi đáp án/u }).check();
  if (!wasRight) {
    for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
    await page.locator(`input[name=options][value="${letter}"]`).check();
  }
  await page.getByRole('textbox', { name: 'Lý do' }).fill(REASON);
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xem trước thay đổi');
  await expect(page.locator('.figure', { hasText: 'lượt đổi điểm' })).toContainText('1');
  await expect(page.getByRole('table', { name: /Mười người đứng đầu Vòng 1/u })).toContainText(
    sitting.account.fullName,
  );
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  // Nothing is written before it is confirmed.
  await contestant.reload();
  expect(await scoreOn(contestant)).toBe(before);
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await expect(page.locator('.notice--good[role=status]')).toContainText('Đã ghi đề nghị');
  await expectAccessible(page);
  await contestant.reload();
  expect(await scoreOn(contestant)).toBe(before);
  // The second person sees the same numbers, and carries it out.
  const proposal = new URL(page.url()).pathname;
  await page.context().clearCookies();
  await signInAs('secondOrganizer');
  await page.goto(proposal);
  await expect(page.locator('.figure', { hasText: 'lượt đổi điểm' })).toContainText('1');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Đồng ý và thực hiện' }).click();
  await expect(page.locator('.notice--good[role=status]')).toContainText('Đã thực hiện đề nghị');
  await page.goto(paths.keyOf(sitting.contestSlug, item));
  await expect(page.getByRole('table', { name: /Các lần sửa đáp án/u })).toContainText(
    '1 lượt đổi điểm trong 1 lượt có câu',
  );
  await expectAccessible(page);

  await contestant.goto(`${baseURL}${paths.contest(sitting.contestSlug)}`);
  const told = contestant.getByRole('region', { name: 'Điểm của bạn được chấm lại' });
  const after = wasRight ? '0/3' : '1/4';
  await expect(told).toContainText(`Điểm của bạn đổi từ ${before} thành ${after} vì câu 1 được chấm lại: ${REASON}`);
  await expect(contestant.getByText(`Lý do: ${REASON}.`)).toBeVisible();
  await contestant.goto(`${baseURL}${paths.account()}`);
  await expect(told).toBeVisible();
  await expectAccessible(contestant);
  await told.getByRole('link', { name: 'Xem kết quả' }).click();
  await expect(contestant.locator('.result__score')).toHaveText(after);
  await expect(told).toContainText(REASON);
  await expectAccessible(contestant);
  // Seen on the result, it goes from the account and stays on the result.
  await contestant.goto(`${baseURL}${paths.account()}`);
  await expect(contestant.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(told).toHaveCount(0);
  await contestant.goto(`${baseURL}${paths.result(sitting.attemptId)}`);
  await expect(told).toContainText(REASON);
  await contestant.goto(`${baseURL}${paths.leaderboard(sitting.contestSlug)}`);
  await expect(contestant.locator('.board tbody tr').first()).toContainText(wasRight ? '0/4' : '1/4');
  await context.close();
});
