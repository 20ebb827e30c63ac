// Before an attempt: the waiting page, and the rules that everybody can read and print.
import { paths } from '#app/paths.ts';
import { CONTEST, registerNewcomer } from '#tests/support/people.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';
import { anUpcomingContest } from '#tests/support/upcoming-contest.ts';

const UPCOMING = 'sap-mo-thu';
const START = { name: 'Bắt đầu làm bài' };

test.beforeAll(() => anUpcomingContest(UPCOMING, CONTEST));

test('the button of the waiting page becomes active at the opening without asking the server, which decides all the same', async ({
  page,
}) => {
  await registerNewcomer(page);
  await page.clock.install();
  await page.goto(paths.contest(UPCOMING));
  const start = page.getByRole('button', START);
  await expect(start).toBeDisabled();
  await expect(page.getByText('Đến giờ mở, nút dưới đây tự bật')).toBeVisible();
  await expectAccessible(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.clock.fastForward('28:00');
  await expect(start).toBeDisabled();
  await page.clock.fastForward('03:00');
  await page.clock.runFor('00:02');
  await expect(start).toBeEnabled();
  await expect(page.getByText('Vòng thi đã mở.')).toBeVisible();
  expect(asked).toEqual([]);
  // The device is half an hour ahead of the server: the server says that the round has not opened.
  await start.click();
  await page.clock.runFor('00:01');
  await expect(page.getByRole('alert')).toContainText('Vòng thi chưa mở.');
  await expect(page).toHaveURL((url) => url.pathname === paths.contest(UPCOMING));
});

test('a visitor is told to sign in before the opening, and there is no button to press', async ({ page }) => {
  await page.goto(paths.contest(UPCOMING));
  await expect(page.getByRole('link', { name: 'Đăng nhập để dự thi' })).toBeVisible();
  await expect(page.getByRole('button', START)).toHaveCount(0);
});

test('the rules are reached from the contest, numbered without a gap, and printed without the frame of the site', async ({
  page,
}) => {
  await page.goto(paths.contest(CONTEST));
  await page.getByRole('link', { name: 'Xem thể lệ đầy đủ' }).click();
  await expect(page).toHaveURL((url) => url.pathname === paths.rules(CONTEST));
  const titles = await page.locator('.article__title').allInnerTexts();
  expect(titles.length).toBeGreaterThanOrEqual(12);
  titles.forEach((title, index) => expect(title).toMatch(new RegExp(`^Điều ${index + 1}\\. \\S`)));
  await page.locator('summary', { hasText: 'Các điều' }).click();
  await page.getByRole('link', { name: titles[4] ?? '' }).click();
  await expect(page.locator('.article__title').nth(4)).toBeInViewport();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const part of ['.site-header', '.site-footer', '.breadcrumb', '.fold']) {
    for (const each of await page.locator(part).all()) await expect(each).toBeHidden();
  }
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(page.locator('.article__title').first()).toBeVisible();
  // why so wide: A4 less its margins at 96 dpi; what sticks out there is cut off on paper.
  await page.setViewportSize({ width: 642, height: 900 });
  await expectNoSidewaysScroll(page, 'the rules on A4');
});
