import type { Page } from 'playwright/test';
import { paths } from '#app/paths.ts';
import { expect } from './playwright.ts';

export const CONTEST = 'tim-hieu-chuyen-de';
export const PASSWORD = 'ruong lua ben suoi';

let count = 0;

/** A sign-in name that nobody else in this run has. */
export const newSignInName = (): string => `nguoi${process.pid}-${(count += 1)}-${Date.now() % 100_000}`;

/** Registers a new contestant by the form, as a person does, and ends on the contest's page. */
export async function registerNewcomer(page: Page, fullName = 'Lý Thị Ước'): Promise<string> {
  const signInName = newSignInName();
  await page.goto(`${paths.register()}?returnTo=${paths.contest(CONTEST)}`);
  await page.getByRole('textbox', { name: 'Họ và tên' }).fill(fullName);
  await page.getByRole('textbox', { name: 'Năm sinh' }).fill('1985');
  await page.locator('[name=unitQuery]').fill('truong ha');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await page.getByLabel(/Xã Trường Hà/).check();
  await page.locator('[name=signInName]').fill(signInName);
  await page.locator('[name=password]').fill(PASSWORD);
  await page.getByLabel(/Tôi đồng ý/).check();
  await page.locator('main').getByRole('button', { name: 'Đăng ký' }).click();
  await expect(page).toHaveURL((url) => url.pathname === paths.contest(CONTEST));
  return signInName;
}

/** Starts the attempt and waits for the answer sheet. */
export async function startAttempt(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bắt đầu làm bài' }).click();
  await expect(page).toHaveURL(/\/attempts\/[^/]+$/);
}

/** The id of the attempt that the page shows. */
export const attemptIdOf = (page: Page): string => /attempts\/([^/?#]+)/.exec(page.url())?.[1] ?? '';

/** Waits until the sheet that opens next has told the server that it leads: from then on nothing is asked but for answers. */
export const sheetOpens = (page: Page): Promise<unknown> =>
  page.waitForResponse((response) => response.url().endsWith('/responses'));
