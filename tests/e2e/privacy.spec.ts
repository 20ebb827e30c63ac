// Own data as a person meets them: a child with a guardian, what is kept, files, who has looked, consents, and erasing.
import { readFileSync } from 'node:fs';
import { paths } from '#app/paths.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';
import { CONTEST, registerNewcomer } from '#tests/support/people.ts';
import type { Page } from 'playwright/test';

const OWN_UNIT = 'xa-truong-ha';

async function expectSound(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

test('a child registers with a guardian, is asked for both agreements, and is never named in full', async ({
  page,
}) => {
  await page.goto(`${paths.register()}?returnTo=${paths.contest(CONTEST)}`);
  await page.locator('[name=fullName]').fill('Bế Thị Nhỏ');
  await expect(page.locator('[name=guardianName]')).toHaveCount(0);
  await page.locator('[name=birthYear]').fill(String(new Date().getUTCFullYear() - 12));
  await page.locator('[name=unitQuery]').fill('truong ha');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await page.getByLabel(/Xã Trường Hà/).check();
  await page.locator('[name=signInName]').fill(`be.nho.${Date.now() % 1_000_000}`);
  await page.locator('[name=password]').fill('con suối chảy mãi mãi');
  await page.locator('#consent').check();
  await page.locator('main').getByRole('button', { name: 'Đăng ký' }).click();
  await expect(page.getByText('Hãy ghi họ và tên cha, mẹ hoặc người giám hộ.').first()).toBeVisible();
  await expectAccessible(page, 'the form with a guardian');
  await expectNoSidewaysScroll(page);
  await page.locator('[name=guardianName]').fill('Bế Văn Lớn');
  await page.locator('[name=guardianRelation]').selectOption('father');
  await page.locator('#guardianConsent').check();
  await page.locator('[name=password]').fill('con suối chảy mãi mãi');
  await page.locator('main').getByRole('button', { name: 'Đăng ký' }).click();
  await expect(page).toHaveURL((url) => url.pathname === paths.contest(CONTEST));

  await expectSound(page, paths.ownConsents());
  await expect(page.getByText('Người đồng ý: Bế Văn Lớn (Cha)')).toBeVisible();
  await expect(page.getByText('Người dưới 16 tuổi luôn được ghi tên viết tắt')).toBeVisible();
  await page.getByRole('button', { name: /Rút lại\s+Đồng ý của cha/ }).click();
  await expect(page.locator('main').getByRole('status')).toHaveText('Đã rút lại.');
  await page.goto(paths.contest(CONTEST));
  await page.getByRole('link', { name: 'Mở trang đồng ý' }).click();
  await page.locator('[name=guardianName]').fill('Bế Văn Lớn');
  await page.locator('[name=guardianRelation]').selectOption('mother');
  await page.locator('#guardianConsent').check();
  await page.getByRole('button', { name: 'Đồng ý và tiếp tục' }).click();
  await expect(page).toHaveURL((url) => url.pathname === paths.contest(CONTEST));
  await expect(page.getByRole('button', { name: 'Bắt đầu làm bài' })).toBeVisible();
});

test('a person sees, corrects, downloads and erases the own data', async ({ page }) => {
  await registerNewcomer(page, 'Hoàng Thị Xóa');
  await expectSound(page, paths.ownData());
  await page.locator('summary').filter({ hasText: 'Điều đã đồng ý' }).click();
  await page.locator('[name=birthYear]').fill('1986');
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect(page.locator('main').getByRole('status')).toHaveText('Đã sửa họ tên, năm sinh.');
  await expect(page.locator('dd').filter({ hasText: '1986' })).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tệp cho máy (JSON)' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe('du-lieu-cua-toi.json');
  expect(readFileSync(await file.path(), 'utf8')).toContain('Hoàng Thị Xóa');
  await page.getByText('Yêu cầu khác', { exact: true }).click();
  await page.getByLabel('Điều bạn muốn').fill('Không gửi tin nhắn cho tôi');
  await page.getByRole('button', { name: 'Phản đối sử dụng' }).click();
  await expect(page.getByText('còn', { exact: false }).first()).toBeVisible();
  await expectSound(page, paths.ownLooks());
  await expect(page.getByText('Chưa ai xem dữ liệu của bạn')).toBeVisible();
  await expectSound(page, paths.eraseOwnData());
  await page.locator('[name=typedName]').fill('Ai Đó');
  await page.getByRole('button', { name: 'Xóa dữ liệu của tôi' }).click();
  await expect(page.getByText('Họ tên gõ vào chưa đúng').first()).toBeVisible();
  await page.locator('[name=typedName]').fill('hoàng thị xóa');
  await page.getByRole('button', { name: 'Xóa dữ liệu của tôi' }).click();
  await expect(page.getByRole('heading', { name: 'Đã xóa dữ liệu của bạn' })).toBeVisible();
  await expectAccessible(page, 'after erasing');
  await page.goto(paths.ownData());
  await expect(page).toHaveURL(/sign-in/u);
});

test('who looks at a list of the unit is seen by its people, with duty and reason', async ({ page, signInAs }) => {
  await signInAs('unitManager');
  await page.goto(`${paths.unitPage(OWN_UNIT, 'missing')}?contest=${CONTEST}`);
  await page.getByText('Tải tệp Excel').click();
  await expectAccessible(page, 'the form for a reason');
  await page.getByLabel('Lý do').fill('nhắc bà con dự thi');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải tệp có họ tên' }).click();
  await downloading;
  await page.context().clearCookies();
  await signInAs('contestant');
  await expectSound(page, paths.ownLooks());
  const row = page.getByRole('row').filter({ hasText: 'nhắc bà con dự thi' }).first();
  await expect(row).toContainText('Hoàng Văn Sơn');
  await expect(row).toContainText('Đầu mối đơn vị tại Xã Trường Hà');
  await expect(row).toContainText('tải tệp');
});

test('organizers answer what people ask', async ({ page, signInAs }) => {
  await signInAs('contestant');
  await page.goto(paths.ownData());
  await page.locator('[name=fullName]').fill('Nông Thị Mài');
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect(page.locator('main').getByRole('status')).toContainText('Đã gửi yêu cầu sửa');
  await page.context().clearCookies();
  await signInAs('organizer');
  await expectSound(page, paths.manageDataRequests());
  const request = page.getByRole('article').filter({ hasText: 'Nông Thị Mài' });
  await expect(request).toContainText(/còn \d ngày|hết hạn hôm nay/u);
  await request.getByLabel('Trả lời cho người gửi').fill('Giấy khai sinh ghi Nông Thị Mai, giữ nguyên.');
  await request.getByRole('button', { name: 'Không thực hiện' }).click();
  await expect(page.locator('main').getByRole('status')).toContainText('Đã lưu trả lời');
});
