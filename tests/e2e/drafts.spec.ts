// An organizer who has never seen the software sets up a contest from the screen alone; a contestant finds it.
import { paths } from '#app/paths.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';
import { fieldTime, fillRounds, saveAndGoOn } from '#tests/support/set-up-contest.ts';
import type { Page } from 'playwright/test';

/** A page as it should be for everybody, light and dark. */
async function expectSound(page: Page): Promise<void> {
  await expect(page.locator('h1')).toHaveCount(1);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `${page.url()} (${colorScheme})`);
  }
  await expectNoSidewaysScroll(page);
}

test('two rounds with a prediction question: set up, previewed, published, found', async ({
  page,
  signInAs,
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await signInAs('organizer');
  await page.getByRole('link', { name: 'Tổ chức' }).first().click();
  await page.getByRole('link', { name: 'Tạo cuộc thi' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tạo cuộc thi mới');
  await expectSound(page);
  await page.getByRole('region', { name: 'Bắt đầu từ đầu' }).getByRole('button', { name: 'Bắt đầu' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cuộc thi chưa có tên');
  await expect(page.getByText('Tên cuộc thi: còn thiếu.')).toBeVisible();
  await expectSound(page);

  // A fault leads to its field, and the page says what is wrong on top.
  await page.getByRole('link', { name: 'Tên cuộc thi: còn thiếu.' }).click();
  await expect(page).toHaveTitle(/^Lỗi: /u);
  await page
    .getByRole('alert')
    .getByRole('link', { name: /Tên cuộc thi/u })
    .click();
  await expect(page.getByLabel('Tên cuộc thi')).toBeFocused();
  await page.keyboard.type('Hội');
  await expect(page.getByLabel('Tên cuộc thi')).toHaveValue('Hội');
  await expectSound(page);
  await page.getByLabel('Tên cuộc thi').fill('Hội thi tìm hiểu biên giới Cao Bằng');
  await page.getByLabel('Đơn vị tổ chức').fill('Bộ đội Biên phòng tỉnh');
  await page.getByLabel('Đối tượng dự thi, ghi bằng lời').fill('Cán bộ, chiến sĩ và Nhân dân trong tỉnh');
  await saveAndGoOn(page, 'Vòng thi');

  await fillRounds(page);
  await expectSound(page);
  await saveAndGoOn(page, 'Đề thi');

  // The paper of the first round: fewer questions, then the bank says when a row asks for too many.
  await page.getByLabel('Số câu').fill('5');
  await expect(page.getByText(/^Cả đề: 5 câu, nhiều nhất 5 điểm$/u)).toBeVisible();
  await page.getByRole('button', { name: 'Thêm một dòng' }).click();
  const row = page.locator('.quota').nth(1);
  await row.getByLabel('Mức độ').selectOption({ label: 'Khó' });
  await row.getByLabel('Số câu').fill('900');
  await expect(row.getByText(/Ngân hàng chỉ có \d+ câu phù hợp/u)).toBeVisible();
  await row.getByLabel('Số câu').fill('2');
  await expect(row.getByText(/Ngân hàng có \d+ câu phù hợp/u)).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
  await expect(page.getByRole('link', { name: 'Chung kết' })).toHaveAttribute('aria-current', 'true');
  await page.getByRole('button', { name: 'Chép đề' }).click();
  await expect(page.getByLabel('Số câu').nth(1)).toHaveValue('2');
  await saveAndGoOn(page, 'Lượt thi và chấm điểm');

  await page.getByLabel('Điểm cho một câu đúng').fill('mười');
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
  await expect(page.getByRole('alert')).toContainText('Điểm cho một câu đúng: Hãy ghi một số');
  await expect(page).toHaveTitle(/^Lỗi: /u);
  await expect(page.getByLabel('Điểm cho một câu đúng')).toHaveValue('mười');
  await expectSound(page);
  await page.getByLabel('Điểm cho một câu đúng').fill('10');
  await saveAndGoOn(page, 'Câu hỏi dự đoán');

  await page.getByLabel(/^Số người dự thi/u).check();
  await expectSound(page);
  await saveAndGoOn(page, 'Xếp hạng');

  await expect(page.locator('.criterion strong')).toContainText([
    'Điểm cao hơn',
    'Độ lệch dự đoán nhỏ hơn',
    'Làm bài nhanh hơn',
  ]);
  await page.getByRole('button', { name: 'Đưa lên: Nộp bài sớm hơn' }).click();
  await expect(page.locator('.criterion strong').nth(2)).toHaveText('Nộp bài sớm hơn');
  await page.getByRole('button', { name: 'Bỏ: Làm bài nhanh hơn' }).click();
  await page.getByRole('button', { name: 'Thêm: Bốc thăm' }).click();
  await expect(page.getByText('Chị An đứng trên Anh Bình, vì: bốc thăm.')).toBeVisible();
  await expectSound(page);
  await saveAndGoOn(page, 'Đối tượng dự thi');

  await page.locator('[name=unitQuery]').fill('truong ha');
  await page.getByLabel(/Xã Trường Hà/u).check();
  await page.getByRole('button', { name: 'Thêm đơn vị này' }).click();
  await expect(page.getByRole('button', { name: 'Bỏ: Xã Trường Hà' })).toBeVisible();
  await expectSound(page);
  await saveAndGoOn(page, 'Bảng kết quả, đáp án và đơn vị');

  await page.getByLabel(/^Chỉ xem được sau khi đóng/u).check();
  await page.getByLabel('Sau khi cả cuộc thi kết thúc').check();
  await expectSound(page);
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hội thi tìm hiểu biên giới Cao Bằng');
  await expect(page.locator('.task-state--done')).toHaveCount(8);
  await expect(page.getByText(/Giờ mở vòng 1 đã qua/u)).toBeVisible();

  await page.getByRole('link', { name: 'Xem trước như thí sinh' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hội thi tìm hiểu biên giới Cao Bằng');
  await expect(page.locator('main')).toContainText('Chung kết');
  await expectSound(page);
  await page.getByRole('link', { name: 'Thể lệ', exact: true }).click();
  await expect(page.locator('main')).toContainText('Điều 1.');
  await expect(page.locator('main')).toContainText(/bốc thăm/iu);
  await expectSound(page);
  await page.getByRole('link', { name: 'Đề thử Vòng loại' }).click();
  await expect(page.locator('fieldset.question')).toHaveCount(8);
  await expect(page.locator('#prediction')).toContainText('bao nhiêu người');
  const first = await page.locator('.question__prompt').allTextContents();
  await expectSound(page);
  await page.getByRole('link', { name: 'Rút đề khác' }).first().click();
  await expect(page.locator('.question__prompt').first()).not.toHaveText(first[0] ?? '');
  await page.getByRole('link', { name: 'Hội thi tìm hiểu biên giới Cao Bằng' }).click();

  await page.getByRole('link', { name: 'Công bố', exact: true }).click();
  await page.getByRole('button', { name: 'Công bố' }).click();
  await expect(page.getByRole('alert')).toContainText('Hãy đọc rồi đánh dấu là đã xem');
  await expectSound(page);
  await page.getByLabel(/Tôi đã xem những điều nêu trên/u).check();
  await page.getByRole('button', { name: 'Công bố' }).click();
  await expect(page.getByText('Đã công bố. Thí sinh thấy cuộc thi từ bây giờ.')).toBeVisible();

  const contestant = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await contestant.goto(paths.contests());
  await contestant.getByRole('link', { name: 'Hội thi tìm hiểu biên giới Cao Bằng' }).click();
  await expect(contestant.getByRole('heading', { level: 1 })).toHaveText('Hội thi tìm hiểu biên giới Cao Bằng');
  await expect(contestant.getByText('Chung kết').first()).toBeVisible();
  await contestant
    .getByRole('link', { name: /thể lệ/iu })
    .first()
    .click();
  await expect(contestant.locator('main')).toContainText('Xã Trường Hà');
  await contestant.context().close();

  // The published contest is changed: what is to come freely, what has opened is refused by name.
  await page.getByRole('button', { name: 'Sửa cuộc thi' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sửa cuộc thi: Hội thi tìm hiểu biên giới Cao Bằng');
  await page.getByRole('link', { name: 'Vòng thi' }).click();
  await page.getByRole('region', { name: 'Vòng thứ 1' }).getByLabel('Mở lúc').fill(fieldTime(1, '08:00'));
  await page.getByRole('button', { name: 'Lưu và về bản nháp' }).click();
  await expect(page.getByText('Vòng loại: Giờ mở.')).toBeVisible();
  await expect(page.getByText(/Cần thêm thời gian thì lùi giờ đóng hoặc gia hạn/u)).toBeVisible();
  await expectSound(page);
  await page.getByRole('link', { name: 'Bỏ bản nháp' }).click();
  await expectSound(page);
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
  await expect(page).toHaveURL(paths.manage());
  await expectSound(page);
});

test('two organizers on one page: nobody is overwritten without a word', async ({ page, context, signInAs }) => {
  await signInAs('organizer');
  await page.goto(paths.newContest());
  await page.getByRole('region', { name: 'Bắt đầu từ đầu' }).getByRole('button', { name: 'Bắt đầu' }).click();
  await page.getByRole('link', { name: 'Thông tin chung' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thông tin chung');
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel('Tên cuộc thi').fill('Tên của người khác');
  await other.getByLabel('Đối tượng dự thi, ghi bằng lời').fill('Mọi người');
  await saveAndGoOn(other, 'Vòng thi');
  await page.getByLabel('Tên cuộc thi').fill('Tên của tôi');
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
  await expect(page.getByRole('heading', { name: 'Người khác vừa sửa phần này' })).toBeVisible();
  await expect(page.getByLabel('Tên cuộc thi')).toHaveValue('Tên của tôi');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
  await expect(page.getByText('Đã lưu những gì bạn điền.')).toBeVisible();
  await other.goto(page.url());
  await expect(other.getByLabel('Tên cuộc thi')).toHaveValue('Tên của tôi');
});

test('a contest goes out as a file and comes in again; a file with faults is refused line by line', async ({
  page,
  signInAs,
}) => {
  await signInAs('organizer');
  await page.getByRole('link', { name: 'Tổ chức' }).first().click();
  await page.locator('.manage-list a').first().click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải bản mô tả (YAML)' }).click(),
  ]);
  const file = await download.path();
  await page.goto(paths.newContest());
  await page.getByText('Chọn tệp', { exact: true }).click();
  await page.getByLabel('Hoặc dán nội dung tệp vào đây').fill('title: Thử\nmarking: { right: mười }\nla: 1\n');
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  await expect(page.getByRole('row', { name: /^2 Điểm cho một câu đúng phải là số/u })).toBeVisible();
  await expect(page.getByRole('row', { name: /^3 .*không có trong quy ước/u })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Nhập/u })).toHaveCount(0);
  await expectSound(page);
  await page.getByLabel('Hoặc dán nội dung tệp vào đây').fill('');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  await page.getByRole('button', { name: 'Nhập thành cuộc thi mới' }).click();
  await expect(page.getByRole('navigation', { name: 'Các phần của cuộc thi' })).toBeVisible();
});
