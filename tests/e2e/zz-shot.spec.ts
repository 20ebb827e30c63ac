import { expect, test } from '#tests/support/playwright.ts';
import { database } from '#app/platform/db/client.server.ts';
import { paths } from '#app/paths.ts';
test('shots', async ({ page, signInAs }) => {
  test.setTimeout(200_000);
  await signInAs('organizer');
  const slug = 'que-huong-coi-nguon';
  const db = await database();
  const contest = await db.contest.findUniqueOrThrow({ where: { slug }, include: { rounds: true } });
  const counts = await db.outcome.groupBy({ by: ['itemVersionId'], where: { roundId: { in: contest.rounds.map((r) => r.id) }, fraction: 0 }, _count: { _all: true }, orderBy: { _count: { itemVersionId: 'desc' } } });
  const item = counts[0]?.itemVersionId ?? '';
  for (const [name, size, scheme] of [['p', { width: 360, height: 740 }, 'light'], ['d', { width: 1280, height: 900 }, 'light'], ['pd', { width: 360, height: 740 }, 'dark'], ['dd', { width: 1280, height: 900 }, 'dark']] as const) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(paths.keys(slug));
    await page.screenshot({ path: `/tmp/keys-${name}-list.png`, fullPage: name === 'p' || name === 'd' ? false : false });
    await page.goto(paths.keyOf(slug, item));
    await page.screenshot({ path: `/tmp/keys-${name}-item.png`, fullPage: true });
    await page.getByRole('radio', { name: /Bỏ câu này/u }).check();
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Tài liệu gốc ghi năm khác với câu hỏi');
    await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xem trước thay đổi');
    await page.screenshot({ path: `/tmp/keys-${name}-preview.png`, fullPage: true });
  }
});
