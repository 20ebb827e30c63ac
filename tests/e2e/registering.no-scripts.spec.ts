// Registering in a rush without scripts: the page says what to do instead.
import { takeAccount } from '#app/features/identity/registration-limits.server.ts';
import { paths } from '#app/paths.ts';
import { deviceHashOf } from '#app/platform/http/where-from.server.ts';
import { registerNewcomer } from '#tests/support/people.ts';
import { expect, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

test('who registers in calm times sees no task', async ({ page }) => {
  await page.goto(paths.register());
  await expect(page.getByText('Đang có rất nhiều người đăng ký')).toHaveCount(0);
  await registerNewcomer(page);
});

test('in a rush the page says to wait, or whom to ask', async ({ page, context, baseURL }) => {
  await page.goto(paths.register());
  const cookies = await context.cookies();
  const header = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const deviceHash = deviceHashOf(new Request(baseURL ?? '', { headers: { Cookie: header } }));
  for (let i = 0; i < 5; i += 1) await takeAccount({ deviceHash, clientAddress: '203.0.113.2', now: Date.now() });
  await page.goto(paths.register());
  await expect(page.getByText(/Hãy đợi một phút rồi tải lại trang/)).toBeVisible();
  await expectNoSidewaysScroll(page);
});
