// The weekly report as the organizer and the clerk of a unit make it.
import { paths } from '#app/paths.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

const TOP = 'cao-bang';
const PAST = 'que-huong-coi-nguon';
const here = paths.unitReports(TOP, `?contest=${PAST}`);

test('an organizer looks at the report of a week, makes it and takes it along', async ({ page, signInAs }) => {
  await signInAs('organizer');
  await page.goto(here);
  const week = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3 }) })
    .first();
  await expect(week).toBeVisible();
  await expectAccessible(page, here);
  await expectNoSidewaysScroll(page, here);
  await week.getByRole('button', { name: /Lập Word/ }).click();
  const link = week.getByRole('link', { name: /Tải Word/ });
  await expect(link).toBeVisible({ timeout: 30_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toMatch(/^bao-cao-cao-bang-[0-9a-f]{8}\.docx$/);
  await week.getByRole('link', { name: 'Xem trước' }).click();
  await expect(page.locator('.paper')).toContainText('ĐẢNG CỘNG SẢN VIỆT NAM');
  await expect(page.locator('.paper')).toContainText('Số liệu chốt lúc 08 giờ 00 phút');
  await expectAccessible(page, 'preview');
  await expectNoSidewaysScroll(page, 'preview');
});

test('a manager changes the letterhead of the own unit, and reads what is wrong with it', async ({
  page,
  signInAs,
}) => {
  await signInAs('unitManager');
  await page.goto(paths.reportSetting('xa-truong-ha'));
  await expectAccessible(page, 'setting');
  await page.getByLabel('Cơ quan, tổ chức ban hành').fill('');
  await page.getByRole('button', { name: 'Lưu thể thức' }).click();
  await expect(page.getByRole('alert')).toContainText('Hãy ghi tên cơ quan ban hành');
  await page.getByLabel('Cơ quan, tổ chức ban hành').fill('ĐẢNG ỦY XÃ TRƯỜNG HÀ');
  await page.getByLabel('Địa danh').fill('Trường Hà');
  await page.getByRole('button', { name: 'Lưu thể thức' }).click();
  await expect(page.locator('main').getByRole('status')).toContainText('Đã lưu thể thức');
  expect((await page.goto(paths.unitReports('xa-tam-kim')))?.status()).toBe(403);
});

test('an organizer sets when figures are frozen', async ({ page, signInAs }) => {
  await signInAs('organizer');
  await page.goto(paths.manageReports(PAST));
  await expectAccessible(page, 'clock');
  await expectNoSidewaysScroll(page, 'clock');
  await page.getByLabel('Giờ (giờ Việt Nam)').selectOption('9');
  await page.getByRole('button', { name: 'Đặt giờ chốt' }).click();
  await expect(page.locator('main').getByRole('status')).toContainText('Đã đặt giờ chốt');
});
