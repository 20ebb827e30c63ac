// A signal from its finding to its end, as the people on both sides see it.
import { paths } from '#app/paths.ts';
import { aFastAttempt } from '#tests/support/fast-attempt.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';
import { SITTING_PASSWORD } from '#tests/support/sitting.ts';

test('signals of the demonstration are listed, filtered and explained', async ({ page, signInAs }) => {
  await signInAs('organizer');
  await page.goto(paths.manageContest('que-huong-coi-nguon'));
  await page.getByRole('link', { name: 'Dấu hiệu cần xem xét' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dấu hiệu cần xem xét' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: /Nhiều tài khoản một máy/u })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByLabel('Loại').selectOption('distantNetworks');
  await page.getByRole('button', { name: 'Lọc' }).click();
  await expect(page).toHaveURL(/kind=distantNetworks/u);
  await expect(page.getByRole('rowheader', { name: /Nhiều tài khoản một máy/u })).toHaveCount(0);
  await page.getByRole('link', { name: 'Hai mạng xa nhau' }).click();
  await expect(page.getByRole('heading', { name: 'Điều này không chứng minh' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Mạng 2' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('an organizer asks, the contestant answers, the organizer dismisses', async ({ page, signInAs }) => {
  const { account, contestSlug, signal } = await aFastAttempt();
  await signInAs('organizer');
  await page.goto(paths.signal(contestSlug, signal.id));
  await expect(page.getByRole('heading', { level: 1, name: 'Nhanh bất thường' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: account.fullName })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Mời giải trình' }).click();
  await expect(page.locator('.notice--good')).toContainText('Đã mời giải trình');
  await expect(page.getByRole('button', { name: 'Kết luận có căn cứ' })).toHaveCount(0);

  await page.context().clearCookies();
  await signInAs({ signInName: account.signInName, password: SITTING_PASSWORD });
  await page.goto(paths.account());
  await page.getByRole('link', { name: 'Xem và trả lời' }).click();
  await expect(page.getByText('Đây không phải là lời buộc tội')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Gửi ban tổ chức' }).click();
  await expect(page.getByRole('alert')).toContainText('Hãy viết nội dung');
  await page.getByLabel('Điều bạn muốn nói').fill('Tôi đã ôn kỹ cả ngân hàng câu hỏi.');
  await page.getByRole('button', { name: 'Gửi ban tổ chức' }).click();
  await expect(page.locator('.notice--good')).toContainText('Đã gửi');
  await expect(page.getByText('Tôi đã ôn kỹ cả ngân hàng câu hỏi.')).toBeVisible();

  await page.context().clearCookies();
  await signInAs('organizer');
  await page.goto(paths.signal(contestSlug, signal.id));
  await expect(page.getByText('Tôi đã ôn kỹ cả ngân hàng câu hỏi.')).toBeVisible();
  await page.getByLabel('Lý do').first().fill('Giải thích hợp lý');
  await page.getByRole('button', { name: 'Bỏ qua dấu hiệu' }).click();
  await expect(page.locator('.notice--good')).toContainText('Đã bỏ qua dấu hiệu');

  await page.context().clearCookies();
  await signInAs({ signInName: account.signInName, password: SITTING_PASSWORD });
  await page.goto(paths.ownSignal(signal.id));
  await expect(page.getByText('Kết quả thi của bạn giữ nguyên')).toBeVisible();
  await expect(page.getByText('Giải thích hợp lý')).toBeVisible();
  await expectAccessible(page);
});
