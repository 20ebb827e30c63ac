// People with a duty for the browser tests: made of a newcomer, and what their authenticator app shows.
import type { Page } from 'playwright/test';
import { totpCode, totpStep } from '#app/features/identity/factors/totp.server.ts';
import { paths } from '#app/paths.ts';
import { database } from '#app/platform/db/client.server.ts';
import { PASSWORD } from './people.ts';

/** The unit that newcomers register at, which they are put in charge of. */
export const OWN_UNIT = 'xa-truong-ha';

/** Puts somebody in charge of the unit that newcomers register at, as somebody above would. */
export async function putInCharge(signInName: string): Promise<string> {
  const db = await database();
  const { id } = await db.account.findUniqueOrThrow({ where: { signInName }, select: { id: true } });
  const grantedAt = new Date();
  await db.grant.create({ data: { accountId: id, role: 'unitManager', unitId: OWN_UNIT, grantedAt } });
  await db.session.deleteMany({ where: { accountId: id } });
  return id;
}

/** Gives name and password, and nothing more. */
export async function givePassword(page: Page, signInName: string, returnTo: string): Promise<void> {
  await page.goto(`${paths.signIn()}?returnTo=${encodeURIComponent(returnTo)}`);
  await page.locator('input[name="signInName"]').fill(signInName);
  await page.locator('input[name="password"]').fill(PASSWORD);
  await page.locator('main form button').last().click();
  await page.waitForURL((url) => url.pathname !== paths.signIn());
}

/** Sets an authenticator app up on the page that offers it. @returns what the app shows, steps from now */
export async function setUpApp(page: Page): Promise<(steps?: number) => string> {
  await page.getByRole('button', { name: /Cài ứng dụng mã xác thực/u }).click();
  await page.getByRole('img', { name: /Mã QR/u }).waitFor();
  const secret = ((await page.locator('.setup-secret').textContent()) ?? '').replaceAll(/\s/gu, '');
  const shows = (steps = 0): string => totpCode(secret, totpStep(Date.now()) + steps);
  await page.locator('#code').fill(shows());
  await page.getByRole('button', { name: 'Kiểm tra mã và bắt đầu dùng' }).click();
  await page.getByText('Đã cài ứng dụng mã xác thực').waitFor();
  return shows;
}

/** Makes spare codes on the page that offers them. */
export async function makeSpareCodes(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: 'Tạo 10 mã dự phòng' }).click();
  await page.locator('.spare-codes li').first().waitFor();
  return page.locator('.spare-codes li').allTextContents();
}

/** Lets the last proof of who somebody is become an hour old. */
export async function letProofAge(accountId: string): Promise<void> {
  const hourAgo = new Date(Date.now() - 3_600_000);
  await (await database()).session.updateMany({ where: { accountId }, data: { steppedUpAt: hourAgo } });
}
