// The question bank with scripts: finding, keys, acts on many questions, undoing them; the blueprint view and the coverage.
import { paths } from '#app/paths.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

const rows = '.bank-row';

test('an organizer finds questions, moves two by keys, and takes it back', async ({ page, signInAs }) => {
  await signInAs('organizer');
  await page.goto(paths.manage());
  await page.getByRole('link', { name: 'Ngân hàng câu hỏi' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ngân hàng câu hỏi');
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  // "/" leads to the search; letters that are typed there are no commands.
  await page.keyboard.press('/');
  await expect(page.locator('#q')).toBeFocused();
  await page.keyboard.type('x pac bo');
  await expect(page.locator('#q')).toHaveValue('x pac bo');
  await page.locator('#q').fill('pac bo');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=pac\+bo/u);
  await page.getByText('Bộ lọc', { exact: true }).click();
  await page.locator('#difficulty').selectOption('easy');
  await page.getByRole('button', { name: 'Lọc', exact: true }).click();
  await expect(page).toHaveURL(/difficulty=easy/u);
  const found = await page.locator(rows).count();
  expect(found).toBeGreaterThan(2);
  await expect(page.locator('.bank-row__place', { hasText: 'Dễ' })).toHaveCount(found);
  await expect(page.getByRole('link', { name: 'Bỏ lọc: Dễ' })).toBeVisible();

  // j goes down, x chooses, Shift with x chooses the range; ? opens the help.
  await page.keyboard.press('Escape');
  await page.locator('h1').click();
  await page.keyboard.press('j');
  await expect(page.locator(rows).nth(0).getByRole('link')).toBeFocused();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('Shift+X');
  await expect(page.locator(`${rows} input:checked`)).toHaveCount(2);
  await expect(page.getByText('Đã chọn 2 câu')).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByText('câu kế tiếp')).toBeVisible();
  await expectAccessible(page);

  const names = await page.locator(`${rows}:has(input:checked) a`).allTextContents();
  await page.getByLabel('Việc cần làm').selectOption('difficulty');
  await page.getByLabel('Độ khó mới').selectOption('hard');
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await expect(page.getByText('2 câu làm được.')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Đặt độ khó: 2 câu' }).click();
  await expect(page.getByText('Đã đặt độ khó của 2 câu.')).toBeVisible();
  await expect(page.locator(rows)).toHaveCount(found - 2);

  await page.getByRole('button', { name: /^Hoàn tác: /u }).click();
  await expect(page.getByText('Đã hoàn tác 2 câu.')).toBeVisible();
  await expect(page.locator(rows)).toHaveCount(found);
  for (const name of names) await expect(page.getByRole('link', { name }).first()).toBeVisible();

  await page.goto(paths.manageItemsBatches());
  await expect(page.getByText('Đã đặt độ khó của 2 câu.').first()).toBeVisible();
  await expect(page.getByText(/^Đã hoàn tác lúc /u).first()).toBeVisible();
  await expectAccessible(page);
});

test('keys can be turned off, and stay off', async ({ page, signInAs }) => {
  await signInAs('organizer');
  await page.goto(paths.manageItems());
  // The keys are there when their help is.
  await expect(page.locator('.bank-keys')).toBeVisible();
  await page.keyboard.press('?');
  await page.getByLabel('Dùng phím tắt trên trang này').uncheck();
  await page.locator('h1').click();
  await page.keyboard.press('j');
  await expect(page.locator(`${rows} a:focus`)).toHaveCount(0);
  await page.reload();
  await expect(page.locator('.bank-keys')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.locator('#q')).not.toBeFocused();
});

test('what cannot be done is named before anything is done', async ({ page, signInAs }) => {
  await signInAs('organizer');
  await page.goto(paths.manageItems('?difficulty=hard'));
  await page.getByLabel(/^Chọn cả \d+ câu của kết quả/u).check();
  await page.getByLabel('Việc cần làm').selectOption('publish');
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await expect(page.getByText('Không câu nào làm được. Chưa có gì thay đổi.')).toBeVisible();
  await expect(page.getByText(/không ở tình trạng làm được việc này/u)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Duyệt: /u })).toHaveCount(0);
  await page.getByRole('link', { name: 'Không làm, về danh sách' }).click();
  await expect(page).toHaveURL(/difficulty=hard/u);
});

test('the blueprint of a contest and the coverage of the bank', async ({ page, signInAs }) => {
  await signInAs('organizer');
  await page.goto(paths.blueprint('tim-hieu-chuyen-de'));
  await expect(page.getByText(/^Đủ câu\. Hai thí sinh chỉ gặp chung khoảng /u).first()).toBeVisible();
  await page.getByText('Câu không bao giờ được rút').first().click();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Bảng phủ của cả ngân hàng' }).click();
  const cell = page.locator('.heat td a').first();
  const count = await cell.textContent();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await cell.click();
  await expect(page.locator(rows).first()).toBeVisible();
  // The list shows practice questions of that cell too, so that it has at least as many.
  expect(await page.locator(rows).count()).toBeGreaterThanOrEqual(Number(count));
});

test.describe('on a desk', () => {
  test.use({ viewport: { width: 1280, height: 900 }, isMobile: false, hasTouch: false });

  test('the list is dense, dark too, and without faults', async ({ page, signInAs }) => {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await signInAs('organizer');
    await page.goto(paths.manageItems('?q=bac'));
    await page.locator(rows).first().getByRole('checkbox').check();
    await page
      .locator(rows)
      .nth(3)
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] });
    await expect(page.locator(`${rows} input:checked`)).toHaveCount(4);
    await expect(page.locator('.bulk')).toBeInViewport();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});
