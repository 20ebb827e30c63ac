// A contest day: what the organizer does on screen reaches a sheet that is open, without reloading it.
import type { Page } from 'playwright/test';
import { MINUTE } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';
import { aSitting, BY_ITSELF, messages, openSheet, signInTo, type Sitting } from '#tests/support/sitting.ts';

const REASON = 'Mất điện tại xã Trường Hà';

/** Looks at what an act would change, and confirms it. @returns what was shown before confirming */
async function confirm(page: Page, button: string): Promise<string> {
  await page.getByRole('textbox', { name: 'Lý do' }).fill(REASON);
  await page.getByRole('button', { name: 'Xem trước' }).last().click();
  const before = page.getByRole('region', { name: 'Trước khi xác nhận' });
  await expect(before).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const words = await before.innerText();
  await page.getByRole('button', { name: button }).click();
  await expect(page).toHaveURL(/\/conduct\?done=/u);
  await expect(page.getByRole('status').filter({ hasText: 'Đã' }).or(page.locator('.notice--good'))).toBeVisible();
  return words;
}

const openAct = async (page: Page, { contestSlug }: Sitting, name: string): Promise<void> => {
  await page.goto(paths.conduct(contestSlug));
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.locator('h1')).toHaveCount(1);
};

interface State {
  readonly deadlineAt: number;
  readonly pausedSince: number | null;
  readonly notices: readonly { readonly text: string }[];
}

const stateOf = async (sheet: Page, { attemptId }: Sitting): Promise<State> =>
  (await (await sheet.request.get(paths.attemptState(attemptId, 'tab-thu-hai'))).json()) as State;

test('pause, extension, extra time and a notice reach a sheet that is open', async ({
  page,
  signInAs,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const sitting = await aSitting({ endsIn: 15 * MINUTE });
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await signInTo(context, sitting, baseURL ?? '');
  const sheet = await context.newPage();
  await openSheet(sheet, sitting, baseURL ?? '');
  const first = await stateOf(sheet, sitting);
  await signInAs('organizer');
  await page.goto(paths.manageContest(sitting.contestSlug));
  await page.getByRole('link', { name: 'Điều hành', exact: true }).click();
  await expect(page).toHaveURL(paths.conduct(sitting.contestSlug));
  await expectAccessible(page);

  await openAct(page, sitting, 'Tạm dừng');
  expect(await confirm(page, 'Xác nhận tạm dừng')).toContain('1 lượt đang làm dừng đồng hồ.');
  await expect(messages(sheet)).toContainText('Vòng thi đang tạm dừng', BY_ITSELF);
  expect((await stateOf(sheet, sitting)).pausedSince).not.toBeNull();
  await expect(page.getByText('Đang tạm dừng từ')).toBeVisible();

  await openAct(page, sitting, 'Tiếp tục');
  expect(await confirm(page, 'Xác nhận cho chạy tiếp')).toContain('1 lượt đang làm chạy tiếp');
  await expect(messages(sheet)).toContainText('Vòng thi tiếp tục', BY_ITSELF);
  const resumed = await stateOf(sheet, sitting);
  expect(resumed.pausedSince).toBeNull();
  expect(resumed.deadlineAt).toBeGreaterThan(first.deadlineAt);

  await openAct(page, sitting, 'Cộng giờ');
  await page.getByRole('searchbox', { name: 'Tên đăng nhập hoặc họ và tên' }).fill(sitting.account.signInName);
  await page.getByRole('button', { name: 'Tìm người' }).last().click();
  await expect(page.getByRole('radio', { name: sitting.account.fullName })).toBeChecked();
  await page.getByRole('textbox', { name: 'Số phút cộng thêm' }).fill('15');
  const granted = await confirm(page, 'Xác nhận cộng giờ');
  expect(granted).toContain(`Người được cộng giờ: ${sitting.account.fullName}`);
  expect(granted).toContain('1 trên 1 lượt đang làm được thêm giờ.');
  await expect(messages(sheet)).toContainText('Ban tổ chức cộng thêm 15 phút', BY_ITSELF);
  expect((await stateOf(sheet, sitting)).deadlineAt).toBe(resumed.deadlineAt + 15 * MINUTE);

  await openAct(page, sitting, 'Gia hạn');
  await page.getByRole('textbox', { name: 'Số phút gia hạn' }).fill('30');
  expect(await confirm(page, 'Xác nhận gia hạn')).toMatch(/đóng .+ → .+/u);

  await openAct(page, sitting, 'Thông báo');
  await page.getByRole('textbox', { name: 'Nội dung thông báo' }).fill('Điện đã có lại. Mời các bạn làm bài tiếp.');
  await page.getByRole('button', { name: 'Gửi thông báo' }).click();
  await expect(page.getByText('Đã gửi thông báo.')).toBeVisible();
  await expect(messages(sheet)).toContainText('Điện đã có lại', BY_ITSELF);
  await page.getByRole('button', { name: /^Gỡ thông báo/u }).click();
  await expect(page.getByText('Đã gỡ thông báo.')).toBeVisible();
  await expect(messages(sheet)).not.toContainText('Điện đã có lại', BY_ITSELF);

  await page.goto(paths.conduct(sitting.contestSlug));
  await expect(page.getByRole('row')).toHaveCount(4);
  await page.getByRole('link', { name: /^Hủy: .*được thêm 15 phút/u }).click();
  expect(await confirm(page, 'Xác nhận hủy')).toContain('1 trên 1 lượt đang làm hết giờ sớm hơn.');
  await expect(messages(sheet)).toContainText('Ban tổ chức rút lại 15 phút', BY_ITSELF);
  expect((await stateOf(sheet, sitting)).deadlineAt).toBe(resumed.deadlineAt);
  await expect(page.getByText(/Đã hủy .* bởi/u)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await context.close();
});

test('every page of a contest day is accessible in both themes and never wider than the window', async ({
  page,
  signInAs,
}) => {
  test.setTimeout(180_000);
  const sitting = await aSitting();
  await signInAs('organizer');
  const acts = ['extend', 'pause', 'extra-time', 'notices', 'board', 'hall'] as const;
  const pages = [paths.conduct(sitting.contestSlug), ...acts.map((act) => paths.conductAct(sitting.contestSlug, act))];
  for (const path of [...pages, `${paths.conductAct(sitting.contestSlug, 'extra-time')}?whom=unit`]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect((await page.goto(path))?.status(), path).toBe(200);
      await expect(page.locator('h1')).toHaveCount(1);
      await expectAccessible(page, `${path} (${colorScheme})`);
    }
    for (const width of [320, 360, 768, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      await expectNoSidewaysScroll(page, `${path} at ${width}`);
    }
    await page.setViewportSize({ width: 360, height: 740 });
  }
});

test('a member of the board is found, added, and removed with a reason', async ({ page, signInAs }) => {
  const sitting = await aSitting();
  await signInAs('organizer');
  await page.goto(paths.conductAct(sitting.contestSlug, 'board'));
  await page.getByRole('searchbox', { name: 'Tên đăng nhập hoặc họ và tên' }).fill(sitting.account.signInName);
  await page.getByRole('button', { name: 'Tìm người' }).last().click();
  await expect(page.getByRole('radio', { name: sitting.account.fullName })).toBeChecked();
  await page.getByRole('button', { name: 'Thêm vào ban tổ chức' }).click();
  await expect(page.getByRole('alert')).toContainText('Hãy ghi lý do');
  await page.getByRole('textbox', { name: 'Lý do' }).fill('Tham gia ra đề thi');
  await page.getByRole('button', { name: 'Thêm vào ban tổ chức' }).click();
  await expect(page.getByRole('alert')).toContainText('Người này đã dự thi cuộc thi này');
  await page.getByRole('checkbox', { name: /Vẫn thêm/u }).check();
  await page.getByRole('button', { name: 'Thêm vào ban tổ chức' }).click();
  await expect(page.getByText('Đã thêm vào ban tổ chức.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: `Bỏ ${sitting.account.fullName} khỏi danh sách` }).click();
  // why waited for: the form that was there before has a reason too.
  await expect(page.getByRole('region', { name: `Bỏ ${sitting.account.fullName} khỏi ban tổ chức` })).toBeVisible();
  await page.getByRole('textbox', { name: 'Lý do' }).fill('Không tham gia nữa');
  await page.getByRole('button', { name: 'Bỏ khỏi danh sách' }).click();
  await expect(page.getByText('Đã bỏ khỏi ban tổ chức.')).toBeVisible();
});

test('nobody else conducts a contest', async ({ page, signInAs }) => {
  const sitting = await aSitting();
  await signInAs('unitManager');
  for (const path of [paths.conduct(sitting.contestSlug), paths.conductAct(sitting.contestSlug, 'pause')]) {
    expect((await page.goto(path))?.status(), path).toBe(403);
  }
});
