// A signal is upheld without scripts: it proposes, and takes nothing away.
import { paths } from '#app/paths.ts';
import { makeStatement } from '#app/features/signals/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { aFastAttempt } from '#tests/support/fast-attempt.ts';
import { expect, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';
import { patiently } from '#tests/support/sitting.ts';

test('an organizer upholds a signal after the person was heard, and a proposal waits', async ({ page, signInAs }) => {
  const { account, contestSlug, signal, attemptId } = await aFastAttempt();
  await signInAs('organizer');
  await page.goto(paths.signal(contestSlug, signal.id));
  await page.getByRole('button', { name: 'Mời giải trình' }).click();
  await expect(page.getByText(/0 trong 1 người đã trả lời/u)).toBeVisible();
  const text = 'Tôi không nhớ.';
  await patiently(() =>
    makeStatement({ actor: { accountId: account.id }, signalId: signal.id, text, now: Date.now() }),
  );
  await page.reload();
  await expect(page.getByText(text)).toBeVisible();
  await page.getByLabel('Lý do').last().fill('x');
  await page.getByRole('button', { name: 'Kết luận có căn cứ' }).click();
  await expect(page.getByRole('alert')).toContainText('Hãy ghi lý do');
  await expect(page).toHaveTitle(/^Lỗi: /u);
  await page.getByLabel('Lý do').last().fill('Không giải thích được');
  await page.getByRole('button', { name: 'Kết luận có căn cứ' }).click();
  await expect(page.getByText('Đã ghi kết luận')).toBeVisible();
  await expectNoSidewaysScroll(page);
  const db = await database();
  const [proposal] = await db.proposal.findMany({ where: { subject: `attempt:${attemptId}` } });
  expect(proposal).toMatchObject({ kind: 'setAside', state: 'waiting', reason: 'Không giải thích được' });
  expect(await db.attempt.findUnique({ where: { id: attemptId } })).toMatchObject({ isSetAside: false });
});
