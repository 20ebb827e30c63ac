// The pages on which the tree of units is changed, for everybody's eyes and ears.
import { paths } from '#app/paths.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

const UNIT = 'xa-co-ba';

test('every page of changing the tree is accessible and fits a phone', async ({ page, signInAs }) => {
  await signInAs('organizer');
  const acts = (['merge', 'split', 'move', 'correct'] as const).map((act) => paths.unitAct(UNIT, act));
  for (const path of [paths.manageUnits(), paths.manageUnit(UNIT), paths.unitChanges(), paths.importUnits(), ...acts]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
});

test('a new name is looked at before anything changes', async ({ page, signInAs }) => {
  await signInAs('organizer');
  await page.goto(paths.unitAct(UNIT, 'rename'));
  await page.getByRole('textbox', { name: 'Tên mới' }).fill('Xã Cô Ba Mới');
  await page.getByRole('button', { name: 'Xem trước' }).last().click();
  const before = page.getByRole('region', { name: 'Trước khi xác nhận' });
  await expect(before).toContainText('tên “Xã Cô Ba” → “Xã Cô Ba Mới”');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Xác nhận thay đổi' }).click();
  await expect(page.getByRole('alert')).toContainText('Hãy ghi lý do hoặc căn cứ');
  await page.goto(paths.manageUnit(UNIT));
  await expect(page.getByRole('heading', { level: 1, name: 'Xã Cô Ba', exact: true })).toBeVisible();
});
