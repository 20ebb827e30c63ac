// The main job with scripts: register, sit the contest, lose nothing, see the result and the boards.
import type { Page } from 'playwright/test';
import { paths } from '#app/paths.ts';
import { attemptIdOf, CONTEST, PASSWORD, registerNewcomer, startAttempt } from '#tests/support/people.ts';
import { expect, expectAccessible, test } from '#tests/support/playwright.ts';

const question = (page: Page) => page.locator('fieldset.question:not([hidden])');
const choose = (page: Page, place: number) =>
  question(page)
    .locator('label.choice')
    .nth(place - 1)
    .click();
const isSaved = (page: Page) => expect(page.locator('.save-badge')).toContainText(/Đã lưu \d\d:\d\d:\d\d/);

test('a newcomer registers, answers all questions, submits and finds the own row', async ({ page }) => {
  await registerNewcomer(page);
  await expectAccessible(page);
  await startAttempt(page);
  await expectAccessible(page);
  for (let slot = 1; slot <= 20; slot += 1) {
    await expect(question(page)).toContainText(`Câu ${slot}/20`);
    await choose(page, 1);
    await isSaved(page);
    if (slot < 20) await page.getByRole('button', { name: 'Câu sau' }).click();
  }
  await expect(page.locator('.place--answered')).toHaveCount(20);
  await page.locator('.sheet__side').getByRole('button', { name: 'Kiểm tra và nộp bài' }).click();
  await expect(page.getByText('Bạn đã trả lời tất cả các câu.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Nộp bài' }).click();
  await expect(page).toHaveURL(/result/);
  await expect(page.locator('.result__score')).toHaveText(/^\d+\/20$/);
  await expect(page.getByText(/Đáp án và giải thích mở sau khi vòng thi đóng/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Xem bảng cá nhân' }).click();
  await expect(page.getByRole('row', { name: /Lý T. Ư.*Bạn/ }).first()).toBeVisible();
  await expectAccessible(page);
  await page.goto(paths.contest(CONTEST));
  await expect(page.getByRole('button', { name: 'Bắt đầu làm bài' })).toHaveCount(0);
});

test('what is answered before submitting is listed, and what is not can be reached', async ({ page }) => {
  await registerNewcomer(page);
  await startAttempt(page);
  await choose(page, 2);
  await isSaved(page);
  await page.locator('.sheet__side').getByRole('button', { name: 'Kiểm tra và nộp bài' }).click();
  await expect(page.getByText(/Còn 19 câu chưa trả lời/)).toBeVisible();
  await page.getByRole('link', { name: 'Câu 7: chưa trả lời' }).click();
  await expect(question(page)).toContainText('Câu 7/20');
});

test('a reload and another device show what was saved, and going on here brings what was answered there', async ({
  page,
  browser,
  baseURL,
}) => {
  const signInName = await registerNewcomer(page);
  await startAttempt(page);
  await choose(page, 2);
  await isSaved(page);
  await page.reload();
  await expect(page.locator('.place--answered')).toHaveCount(1);

  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  const phone = await other.newPage();
  await phone.goto(`${paths.signIn()}?returnTo=${paths.contest(CONTEST)}`);
  await phone.locator('[name=signInName]').fill(signInName);
  await phone.locator('[name=password]').fill(PASSWORD);
  await phone.locator('main form').getByRole('button', { name: 'Đăng nhập' }).click();
  await phone.getByRole('link', { name: 'Làm tiếp bài đang dở' }).click();
  await expect(phone.locator('.place--answered')).toHaveCount(1);
  await choose(phone, 1);
  await isSaved(phone);

  await page.getByRole('button', { name: 'Làm tiếp ở đây' }).click();
  await expect(page.locator('.sheet__messages')).toContainText('Câu 2 vừa được trả lời ở thiết bị khác');
  await expect(page.locator('.place--answered')).toHaveCount(2);
  await page.getByRole('button', { name: 'Câu sau' }).click();
  await page.getByRole('button', { name: 'Câu sau' }).click();
  await choose(page, 1);
  await isSaved(page);
  await expect(page.locator('.place--answered')).toHaveCount(3);
  await other.close();
});

test('answers chosen without a line stay on the device over a reload and arrive when the line is back', async ({
  page,
  context,
}) => {
  await registerNewcomer(page);
  await startAttempt(page);
  await choose(page, 1);
  await isSaved(page);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Câu sau' }).click();
  await choose(page, 2);
  await expect(page.locator('.save-badge')).toContainText('Chưa gửi 1 câu, đang giữ trên máy');
  await expect(page.locator('.place--waiting')).toHaveCount(1);
  await page.locator('.sheet__side').getByRole('button', { name: 'Kiểm tra và nộp bài' }).click();
  await expect(page.getByText(/Còn 18 câu chưa trả lời/)).toBeVisible();
  await context.setOffline(false);
  await page.reload();
  await expect(page.locator('.place--answered')).toHaveCount(2);
  await expect(page.locator('.place--waiting')).toHaveCount(0);
  await page.reload();
  await expect(page.locator('.place--answered')).toHaveCount(2);
});

test('the whole contest can be done with the keyboard alone', async ({ page }) => {
  await registerNewcomer(page);
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
      if (name.test(focused)) return;
    }
    throw new Error(`Tab does not reach ${String(name)}`);
  };
  await tabTo(/^Bắt đầu làm bài$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/attempts\/[^/]+$/);
  await expect(question(page)).toBeVisible();
  for (let slot = 1; slot < 20; slot += 1) {
    await expect(question(page)).toContainText(`Câu ${slot}/20`);
    await page.keyboard.press('Tab');
    while ((await page.evaluate(() => document.activeElement?.getAttribute('name') ?? '')) !== `q${slot}`) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Space');
    await tabTo(/^Câu sau$/);
    await page.keyboard.press('Enter');
  }
  await expect(page.locator('.place--answered')).toHaveCount(19);
  await tabTo(/^Kiểm tra và nộp bài$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/check/);
  await tabTo(/^Nộp bài$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/result/);
});

test('other people cannot see or change an attempt, and bad input changes nothing', async ({
  page,
  browser,
  baseURL,
}) => {
  await registerNewcomer(page);
  await startAttempt(page);
  await choose(page, 1);
  await isSaved(page);
  const attemptId = attemptIdOf(page);

  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  const stranger = await other.newPage();
  await registerNewcomer(stranger, 'Người Khác');
  for (const path of [paths.attempt(attemptId), paths.checkAttempt(attemptId), paths.result(attemptId)]) {
    expect((await stranger.goto(path))?.status(), path).toBe(404);
    await expect(stranger.locator('h1')).toHaveText('Không tìm thấy trang này');
  }
  const save = (body: unknown) => ({ data: body, headers: { 'Content-Type': 'application/json' } });
  const good = { seen: 0, saves: [{ slot: 2, places: [1], key: 'khoa-khac-may' }] };
  expect((await stranger.request.post(paths.responses(attemptId), save(good))).status()).toBe(404);
  expect((await stranger.request.post(paths.checkAttempt(attemptId))).status()).toBe(404);
  await other.close();

  for (const [body, status] of [
    ['', 422],
    [{ seen: -1, saves: [] }, 422],
    [{ seen: 0, saves: [{ slot: 99, places: [1], key: 'khoa-cau-99' }] }, 422],
    [{ seen: 0, saves: [{ slot: 2, places: [19], key: 'khoa-phuong-an' }] }, 422],
    [{ seen: 0, saves: [{ slot: 2, places: ['1'], key: 'khoa-kieu-sai' }] }, 422],
    [{ ...good, score: 20 }, 422],
  ] as const) {
    expect((await page.request.post(paths.responses(attemptId), save(body))).status(), JSON.stringify(body)).toBe(
      status,
    );
  }
  const forged = { ...save(good), headers: { 'Content-Type': 'application/json', Origin: 'https://evil.example' } };
  expect((await page.request.post(paths.responses(attemptId), forged)).status()).toBe(403);
  await page.reload();
  await expect(page.locator('.place--answered')).toHaveCount(1);
});

test('nothing that the browser receives during a round holds a key or a rationale', async ({ page }) => {
  const bodies: string[] = [];
  // why by a route: the browser forgets the bodies of pages that it has left.
  await page.route('**/*', async (route) => {
    // why: a stream never ends; the state, which the sheet asks for in its place, says the same.
    if (route.request().url().includes('/events?')) return route.abort();
    const response = await route.fetch({ maxRedirects: 0 });
    bodies.push(await response.text());
    await route.fulfill({ response });
  });
  await registerNewcomer(page);
  await startAttempt(page);
  const prompt = await question(page).locator('.question__prompt').innerText();
  await choose(page, 1);
  await isSaved(page);
  await page.locator('.sheet__side').getByRole('button', { name: 'Kiểm tra và nộp bài' }).click();
  await page.getByRole('button', { name: 'Nộp bài', exact: true }).click();
  await expect(page).toHaveURL(/result/);
  await page.waitForLoadState('networkidle');
  // why without quotes: JSON and HTML write them in their own ways.
  const bare = (text: string): string => text.replaceAll(/\\?"|&quot;/g, '');
  const received = bare(bodies.join('\n'));
  expect(received.includes(bare(prompt)), 'the question itself was received').toBe(true);
  for (const secret of await rationales()) expect(received.includes(bare(secret)), secret).toBe(false);
});

/** The beginnings of all rationales of the bank, as they stand in content/items. */
async function rationales(): Promise<string[]> {
  const { readContestItems } = await import('#app/features/items/index.server.ts');
  return readContestItems().items.map(({ body }) => body.rationale.slice(0, 40));
}
