// Questions of every kind on a phone: answered, saved, shown again, without a line, on two devices, by keyboard alone.
import type { Page } from 'playwright/test';
import { MINUTE } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { aSittingOfAllKinds } from '#tests/support/all-kinds.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';
import {
  badge,
  BY_ITSELF,
  isSaved,
  openSheet,
  question,
  savedResponses,
  signInTo,
  storedSitting,
  type Sitting,
} from '#tests/support/sitting.ts';

const ORDER = ['Tháng Giêng', 'Tháng Hai', 'Tháng Ba', 'Tháng Tư'];
const RIGHT = {
  1: ['a'],
  2: ['a', 'b'],
  3: ['a'],
  4: ['a', 'b', 'c', 'd'],
  5: ['a>a', 'b>b', 'c>c'],
  6: ['dong khe'],
  7: ['1.234,5'],
};

async function goTo(page: Page, slot: number): Promise<void> {
  await page
    .locator('.places button')
    .nth(slot - 1)
    .click();
  await expect(page.locator(`#question-${slot}`)).toBeFocused();
}
/** What is saved; options and pairs in the order of their letters, as they have none of their own. */
const responses = async (sitting: Sitting): Promise<Record<number, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(await savedResponses(sitting)).map(([slot, response]) => [
      slot,
      slot === '4' ? response : response.toSorted(),
    ]),
  );

const rows = (page: Page) => page.locator('#question-4 .order__words');

/** Puts the months into their order with the arrows. */
async function sort(page: Page): Promise<void> {
  for (const [place, month] of ORDER.entries()) {
    for (;;) {
      const at = (await rows(page).allTextContents()).indexOf(month);
      if (at === place) break;
      await page.getByRole('button', { name: `Đưa lên: ${month}` }).click();
      await expect(rows(page).nth(at - 1)).toHaveText(month);
    }
  }
}

async function answerAll(page: Page): Promise<void> {
  await goTo(page, 1);
  await question(page).getByText('Năm 2024').click();
  await goTo(page, 2);
  await question(page).getByText('2', { exact: true }).click();
  await question(page).getByText('4', { exact: true }).click();
  await goTo(page, 3);
  await question(page).getByText('Đúng', { exact: true }).click();
  await goTo(page, 4);
  await sort(page);
  await goTo(page, 5);
  await page.getByLabel('Bản Giốc').selectOption('Thác');
  await page.getByLabel('Ngườm Ngao').selectOption('Động');
  await page.getByLabel('Thang Hen').selectOption('Hồ');
  await goTo(page, 6);
  await page.locator('#typed-6').pressSequentially('dong khe', { delay: 20 });
  await goTo(page, 7);
  await page.locator('#typed-7').pressSequentially('1.234,5', { delay: 20 });
  await page.locator('#typed-7').blur();
}

async function showsAll(page: Page): Promise<void> {
  await expect(page.locator('.place--answered')).toHaveCount(7);
  await expect(page.locator('#question-1').getByRole('radio', { name: 'Năm 2024', includeHidden: true })).toBeChecked();
  await expect(rows(page)).toHaveText(ORDER);
  await expect(page.locator('#question-5 select option:checked')).toHaveText(
    (await page.locator('#question-5 .match__words').allTextContents()).map(
      (name) => ({ 'Bản Giốc': 'Thác', 'Ngườm Ngao': 'Động', 'Thang Hen': 'Hồ' })[name] ?? '',
    ),
  );
  await expect(page.locator('#typed-6')).toHaveValue('dong khe');
  await expect(page.locator('#typed-7')).toHaveValue('1.234,5');
}

test('every kind is answered, saved without a save a letter, found again, checked, submitted and reviewed', async ({
  page,
  context,
  baseURL,
}) => {
  const sitting = await aSittingOfAllKinds();
  await signInTo(context, sitting, baseURL ?? '');
  let saves = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/responses') && (request.postData() ?? '').includes('"text"')) saves += 1;
  });
  await openSheet(page, sitting);
  for (let slot = 1; slot <= 7; slot += 1) {
    await goTo(page, slot);
    await expect(question(page)).toContainText(`Câu ${slot}/7`);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  await expect(page.locator('#question-1 .item-table td').first()).toHaveText('2023');
  await answerAll(page);
  await isSaved(page);
  await expect.poll(() => responses(sitting)).toEqual(RIGHT);
  expect(saves).toBeLessThanOrEqual(4);
  await page.reload();
  await expect(page.locator('.sheet:not(.sheet--still)')).toBeVisible();
  await showsAll(page);
  await page.locator('.sheet__side').getByRole('button', { name: 'Kiểm tra và nộp bài' }).click();
  await expect(page.locator('.answers')).toContainText('1. Tháng Giêng; 2. Tháng Hai; 3. Tháng Ba; 4. Tháng Tư');
  await expect(page.locator('.answers')).toContainText('Bản Giốc – Thác');
  await expect(page.locator('.answers')).toContainText('1.234,5');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Nộp bài', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(paths.result(sitting.attemptId)));
  await expect.poll(async () => (await storedSitting(sitting)).score).toBe(7);
});

test('an order that a person agrees with is kept by a button, and the line that moves says where it is', async ({
  page,
  context,
  baseURL,
}) => {
  const sitting = await aSittingOfAllKinds();
  await signInTo(context, sitting, baseURL ?? '');
  await openSheet(page, sitting);
  await goTo(page, 4);
  await expect(page.locator('.place--answered')).toHaveCount(0);
  await page.getByRole('button', { name: 'Giữ thứ tự đang hiện' }).click();
  await expect(page.locator('.place--answered')).toHaveCount(1);
  const [first = '', second = ''] = await rows(page).allTextContents();
  await page.getByRole('button', { name: `Đưa xuống: ${first}` }).click();
  await expect(rows(page).first()).toHaveText(second);
  await expect(page.locator('#question-4 [role=status]')).toHaveText(`${first}: vị trí 2/4`);
  await expect(page.getByRole('button', { name: `Đưa xuống: ${first}` })).toBeFocused();
});

test('without a line every kind is kept on the phone over a reload, and sent when the line is back', async ({
  page,
  context,
  baseURL,
}) => {
  const sitting = await aSittingOfAllKinds();
  await signInTo(context, sitting, baseURL ?? '');
  await page.clock.install();
  await openSheet(page, sitting);
  await goTo(page, 4);
  await expect(rows(page)).toHaveCount(4);
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const kept = await (await caches.open('attempt-assets-1')).keys();
        return kept.filter(({ url }) => /kind-fields|items-/u.test(url)).length;
      }),
    )
    .toBeGreaterThanOrEqual(2);
  await context.setOffline(true);
  await answerAll(page);
  await expect(badge(page)).toContainText('Chưa gửi', BY_ITSELF);
  await page.clock.fastForward(5 * MINUTE);
  await page.reload();
  await expect(page.locator('.sheet:not(.sheet--still)')).toBeVisible();
  await showsAll(page);
  expect(await savedResponses(sitting)).toEqual({});
  await context.setOffline(false);
  await page.clock.runFor(MINUTE);
  await expect.poll(() => responses(sitting), BY_ITSELF).toEqual(RIGHT);
});

test('what is answered on a second device appears on the first, whatever its kind', async ({ browser, baseURL }) => {
  const sitting = await aSittingOfAllKinds();
  const [one, two] = await Promise.all(
    [1, 2].map(async () => {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
      await signInTo(context, sitting, baseURL ?? '');
      return context.newPage();
    }),
  );
  if (!one || !two) throw new Error('no pages');
  await openSheet(one, sitting, baseURL);
  await openSheet(two, sitting, baseURL);
  await answerAll(two);
  await expect.poll(() => responses(sitting)).toEqual(RIGHT);
  await one.getByRole('button', { name: 'Làm tiếp ở đây' }).click();
  await expect(one.locator('.place--answered')).toHaveCount(7, BY_ITSELF);
  await showsAll(one);
  await one.context().close();
  await two.context().close();
});

test('every kind is answered by keyboard alone', async ({ page, context, baseURL }) => {
  const sitting = await aSittingOfAllKinds();
  await signInTo(context, sitting, baseURL ?? '');
  await openSheet(page, sitting);
  const press = async (key: string, times = 1): Promise<void> => {
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
  };
  const next = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Câu sau' }).focus();
    await press('Enter');
    await expect(question(page)).toBeFocused();
  };
  await expect(question(page)).toContainText('Câu 1/7');
  for (let slot = 1; slot < 4; slot += 1) await next();
  await expect(question(page)).toBeFocused();
  // The first row cannot go up; its second button is the next but one.
  await press('Tab', 2);
  const first = (await rows(page).first().textContent()) ?? '';
  await expect(page.getByRole('button', { name: `Đưa xuống: ${first}` })).toBeFocused();
  await press('Enter');
  await expect(rows(page).nth(1)).toHaveText(first);
  await press('Space');
  await expect(rows(page).nth(2)).toHaveText(first);
  await next();
  await press('Tab');
  await page.keyboard.type('Th');
  await next();
  await press('Tab');
  await page.keyboard.type('Đông Khê');
  await next();
  await press('Tab');
  await page.keyboard.type('1235');
  await press('Tab');
  await expect(page.locator('.place--answered')).toHaveCount(4);
  await expect
    .poll(() => savedResponses(sitting))
    .toMatchObject({
      4: expect.arrayContaining(['a', 'b', 'c', 'd']),
      5: [expect.stringMatching(/>a$/u)],
      6: ['Đông Khê'],
      7: ['1235'],
    });
});
