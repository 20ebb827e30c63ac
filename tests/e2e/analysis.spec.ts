// What an organizer learns from a round: the paper as a whole, every question, one question with its options, and the files.
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright/test';
import { paths } from '#app/paths.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

const CONTEST = 'que-huong-coi-nguon';

async function expectSound(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await expectNoSidewaysScroll(page);
}

test('a round is analysed on screen, question by question, and the files say the same', async ({ page, signInAs }) => {
  test.setTimeout(120_000);
  await signInAs('organizer');
  await page.goto(paths.manageContest(CONTEST));
  await page.getByRole('link', { name: 'Phân tích câu hỏi và đề' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^Phân tích câu hỏi/u })).toBeVisible();
  const table = page.getByRole('table', { name: /câu\. Bấm tên cột để sắp xếp/u });
  await expect(table).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Độ tin cậy (alpha)').first()).toBeVisible();
  await expect(page.locator('svg.recharts-surface').first()).toBeVisible();
  await expectSound(page);

  await table
    .getByRole('link', { name: /Độ phân biệt/u })
    .first()
    .click();
  await expect(page).toHaveURL(/sort=/u);
  const shown = await table.locator('tbody tr').count();
  expect(shown).toBeGreaterThan(3);

  const csv = await page.request.get(paths.analysisFile(CONTEST, 'csv'));
  const rows = parse((await csv.text()).replace(/^\uFEFF/u, ''), { relax_column_count: true });
  expect(rows.length).toBeGreaterThan(shown);
  const xlsx = await page.request.get(paths.analysisFile(CONTEST, 'xlsx'));
  expect(xlsx.headers()['content-type']).toContain('spreadsheetml');

  await table.locator('tbody').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/analysis\/[^/?]+/u);
  await expect(page.locator('svg.recharts-surface').first()).toBeVisible();
  await expectSound(page);

  await page.goto(paths.analysisMethod());
  await expectSound(page);
});
