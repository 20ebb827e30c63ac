// An author, a reviewer and an approver bring a question into the bank, through the screen only.
import type { Page } from 'playwright/test';
import sharp from 'sharp';
import { paths } from '#app/paths.ts';
import { newSignInName } from '#tests/support/people.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test, type Duty } from '#tests/support/playwright.ts';

type SignInAs = (who: Duty) => Promise<void>;

async function becomes(page: Page, signInAs: SignInAs, who: Duty): Promise<void> {
  await page.context().clearCookies();
  await signInAs(who);
}

async function expectSound(page: Page): Promise<void> {
  // why at the end of the page: there the bar of the editor lies over no field.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await expectNoSidewaysScroll(page);
}

const saved = (page: Page) => expect(page.getByText(/^Đã lưu/u)).toBeVisible();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const row = (page: Page, number: number) => page.getByRole('textbox', { name: `Dòng ${number}`, exact: true });

/** Writes a question with one fault: the source is missing. @returns its id */
async function writeQuestion(page: Page, prompt: string): Promise<string> {
  await page.goto(paths.manageItemNew());
  await page.getByRole('combobox', { name: 'Chuyên đề và bài học' }).selectOption({ index: 1 });
  await button(page, 'Bắt đầu soạn').click();
  await expect(page.getByRole('heading', { name: /^Câu hỏi /u })).toBeVisible();
  await page.getByRole('textbox', { name: 'Lời hỏi' }).fill(prompt);
  for (const [index, text] of ['Hang Cốc Bó', 'Hang Rơi', 'Hang Dơi', 'Hang Luồn'].entries()) {
    if ((await row(page, index + 1).count()) === 0) await button(page, 'Thêm dòng').click();
    await row(page, index + 1).fill(text);
  }
  await page.getByRole('radio', { name: 'Dòng 1 là đáp án đúng' }).check();
  await page.getByRole('textbox', { name: 'Giải thích cho người học' }).fill('Bác ở hang Cốc Bó.');
  await saved(page);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

async function comment(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Góp ý', exact: true }).fill(text);
  await button(page, 'Gửi góp ý').click();
  await expect(page.getByText(text)).toBeVisible();
}

test('a question is written, returned with a reason, mended, endorsed and approved by three people', async ({
  page,
  signInAs,
}) => {
  const mark = newSignInName();
  await becomes(page, signInAs, 'itemAuthor');
  const itemId = await writeQuestion(page, `${mark}: ở Pác Bó, Bác ở hang nào?`);
  await expectSound(page);
  // What keeps it from being sent is said while it is written, and nothing is lost by trying.
  await button(page, 'Gửi thẩm định').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(row(page, 1)).toHaveValue('Hang Cốc Bó');
  await page.getByRole('textbox', { name: 'Tên văn bản, sách, bài báo' }).fill('Lịch sử Đảng bộ tỉnh Cao Bằng');
  await page.getByRole('textbox', { name: 'Trang, điều hoặc mục' }).fill('tr. 45');
  await saved(page);
  await button(page, 'Gửi thẩm định').click();
  await expect(page.getByText('Nội dung đã khóa')).toBeVisible();
  await page.getByRole('link', { name: 'Mở trang thẩm định' }).click();
  await expect(page.getByText('Bạn có viết câu hỏi này')).toBeVisible();
  await expect(button(page, 'Duyệt và đưa vào ngân hàng')).toHaveCount(0);

  await becomes(page, signInAs, 'itemReviewer');
  await page.goto(paths.manageItems(`?q=${mark}`));
  await page.getByRole('link', { name: new RegExp(`^${mark}: ở`, 'u') }).click();
  await expect(page.getByRole('heading', { name: `Thẩm định câu hỏi ${itemId}` })).toBeVisible();
  await expectSound(page);
  await comment(page, 'Phương án 4 chưa có trong tài liệu.');
  await page.getByRole('textbox', { name: 'Lý do trả lại' }).fill('Thay phương án 4 bằng hang có thật.');
  await button(page, 'Trả lại để sửa').click();
  await expect(page.getByText('Thay phương án 4 bằng hang có thật.')).toBeVisible();
  await expectSound(page);

  await becomes(page, signInAs, 'itemAuthor');
  await page.goto(paths.manageItem(itemId));
  await expect(page.getByText('Thay phương án 4 bằng hang có thật.')).toBeVisible();
  await expect(page.getByText('Phương án 4 chưa có trong tài liệu.')).toBeVisible();
  await row(page, 4).fill('Hang Ngườm Ngao');
  await saved(page);
  await button(page, 'Đã xử lý').click();
  await page.goto(paths.manageItem(itemId));
  await expect(row(page, 4)).toHaveValue('Hang Ngườm Ngao');
  await button(page, 'Gửi thẩm định').click();
  await expect(page.getByText('Nội dung đã khóa')).toBeVisible();

  await becomes(page, signInAs, 'itemReviewer');
  await page.goto(paths.reviewItem(itemId));
  await button(page, 'Ghi nhận: đạt').click();
  await expect(page.getByText('Đã thẩm định đạt: Đàm Thị Nga')).toBeVisible();
  await expect(button(page, 'Duyệt và đưa vào ngân hàng')).toHaveCount(0);

  await becomes(page, signInAs, 'itemApprover');
  await page.goto(paths.reviewItem(itemId));
  await button(page, 'Duyệt và đưa vào ngân hàng').click();
  await expect(page.getByRole('heading', { name: `Lịch sử câu hỏi ${itemId}` })).toBeVisible();
  for (const act of ['tạo câu hỏi', 'gửi thẩm định', 'trả lại', 'ghi nhận đạt', 'duyệt']) {
    await expect(page.getByText(new RegExp(`(Lâm|Nga|Hưng) ${act}`, 'u')).first()).toBeVisible();
  }
  await expect(page.locator('ins', { hasText: 'Ngườm Ngao' })).toBeVisible();
  await expect(page.locator('del', { hasText: 'Luồn' })).toBeVisible();
  await expectSound(page);
  await page.getByRole('link', { name: 'Phiên bản 1', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Phiên bản 1' })).toBeVisible();
  await expect(page.getByText('Hang Luồn').first()).toBeVisible();
  await expectSound(page);
});

test('a picture needs words, is made small, and stands where it was put; what was typed before is kept', async ({
  page,
  signInAs,
}) => {
  await becomes(page, signInAs, 'itemAuthor');
  const itemId = await writeQuestion(page, `${newSignInName()}: hình chụp nơi nào?`);
  await page.getByRole('textbox', { name: 'Giải thích cho người học' }).fill('Chưa kịp lưu.');
  await button(page, 'Thêm hình').click();
  await expect(page.getByRole('heading', { name: 'Thêm hình' })).toBeVisible();
  await expectSound(page);
  const noise = { create: { width: 2_400, height: 1_800, channels: 3 as const, background: '#3b7a57' } };
  const buffer = await sharp(noise).withMetadata().jpeg().toBuffer();
  const send = async (name: string, file: Buffer): Promise<void> => {
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/jpeg', buffer: file });
    await page.getByRole('combobox', { name: 'Đặt hình ở' }).selectOption({ label: 'Dòng 2: Hang Rơi' });
    await button(page, 'Thêm hình').click();
  };
  await page.getByRole('textbox', { name: 'Mô tả hình bằng lời' }).fill('Thác nước giữa núi');
  await send('anh.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'));
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Mô tả hình bằng lời' })).toHaveValue('Thác nước giữa núi');
  await send('anh.jpg', buffer);
  await expect(page).toHaveURL(new RegExp(`${paths.manageItem(itemId)}$`, 'u'));
  await expect(page.getByRole('textbox', { name: 'Giải thích cho người học' })).toHaveValue('Chưa kịp lưu.');
  await expect(row(page, 2)).toHaveValue(/^Hang Rơi !\[Thác nước giữa núi\]\(media:[0-9a-f]{64}\)$/u);
  const image = page
    .getByRole('form', { name: 'Bề ngang điện thoại' })
    .getByRole('img', { name: 'Thác nước giữa núi' });
  await expect(image).toBeVisible();
  expect(await image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBeLessThanOrEqual(1_600);
  const answer = await page.request.get((await image.getAttribute('src')) ?? '');
  expect(answer.headers()).toMatchObject({
    'content-type': expect.stringMatching(/^image\//u),
    'x-content-type-options': 'nosniff',
    'cache-control': expect.stringContaining('immutable'),
  });
  await expectSound(page);
});

test('whoever leads the work gives a role and takes it away; nobody else sees the page', async ({ page, signInAs }) => {
  await becomes(page, signInAs, 'itemAuthor');
  expect((await page.goto(paths.manageItemsTeam()))?.status()).toBe(403);
  await becomes(page, signInAs, 'organizer');
  await page.goto(paths.manageItemsTeam());
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill('khong-co-ai');
  await button(page, 'Giao vai trò').click();
  await expect(page.getByRole('textbox', { name: 'Tên đăng nhập' })).toHaveValue('khong-co-ai');
  await expectSound(page);
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill('phutrach');
  await page.getByRole('combobox', { name: 'Vai trò' }).selectOption('Người thẩm định');
  await button(page, 'Giao vai trò').click();
  const take = page.getByRole('button', { name: 'Thôi giao vai trò Người thẩm định cho Hoàng Văn Sơn' });
  await expect(take).toBeVisible();
  await becomes(page, signInAs, 'unitManager');
  expect((await page.goto(paths.manageItems()))?.status()).toBe(200);
  await becomes(page, signInAs, 'organizer');
  await page.goto(paths.manageItemsTeam());
  await take.click();
  await expect(take).toHaveCount(0);
  await becomes(page, signInAs, 'unitManager');
  expect((await page.goto(paths.manageItems()))?.status()).toBe(403);
});
