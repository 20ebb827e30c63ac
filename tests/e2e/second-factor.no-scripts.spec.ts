// The second step of signing in without scripts: an app, spare codes, step-up and the list of devices.
import { paths } from '#app/paths.ts';
import { CONTEST, PASSWORD, registerNewcomer } from '#tests/support/people.ts';
import { expect, test } from '#tests/support/playwright.ts';
import { givePassword, letProofAge, makeSpareCodes, OWN_UNIT, putInCharge, setUpApp } from '#tests/support/staff.ts';

const MISSING = `${paths.unitPage(OWN_UNIT, 'missing')}?contest=${CONTEST}`;

test('somebody with a duty sets up an app, signs in with a spare code, and proves again who it is', async ({
  page,
  context,
}) => {
  const signInName = await registerNewcomer(page, 'Đàm Văn Tĩnh');
  const accountId = await putInCharge(signInName);
  await givePassword(page, signInName, MISSING);
  await expect(page).toHaveURL((url) => url.pathname === paths.secondFactor());
  await setUpApp(page);
  const spare = await makeSpareCodes(page);
  expect(spare).toHaveLength(10);
  await page.getByRole('link', { name: 'Tiếp tục công việc' }).click();
  await expect(page).toHaveURL(MISSING);

  await context.clearCookies();
  await givePassword(page, signInName, MISSING);
  await page.locator('#code').fill('ABC');
  await page.getByRole('button', { name: 'Xác thực', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Mã chưa đúng');
  await expect(page).toHaveTitle(/^Lỗi: /u);
  await page.locator('#code').fill(spare[0] ?? '');
  await page.getByRole('button', { name: 'Xác thực', exact: true }).click();
  await expect(page).toHaveURL(MISSING);

  await letProofAge(accountId);
  await page.goto(paths.secondFactor());
  await expect(page).toHaveURL((url) => url.pathname === paths.stepUp());
  await page.locator('[name=password]').fill('sai');
  await page.getByRole('button', { name: 'Xác nhận và làm tiếp' }).click();
  await expect(page.getByRole('alert')).toContainText('Mật khẩu chưa đúng');
  await page.locator('[name=password]').fill(PASSWORD);
  await page.locator('#code').fill(spare[1] ?? '');
  await page.getByRole('button', { name: 'Xác nhận và làm tiếp' }).click();
  await expect(page).toHaveURL((url) => url.pathname === paths.secondFactor());
  await page.getByRole('button', { name: /Gỡ bỏ ứng dụng/u }).click();
  await expect(page.getByRole('alert')).toContainText('cách xác thực duy nhất');

  await page.goto(paths.sessions());
  await expect(page.locator('.key-list > li')).toHaveCount(2);
  await page.getByRole('button', { name: 'Đăng xuất mọi thiết bị khác' }).click();
  await expect(page.locator('.key-list > li')).toHaveCount(1);
});
