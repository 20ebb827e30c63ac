// An organizer who sets up a contest by what stands on the screen: links, buttons, labels. Works with scripts and without.
import type { Page } from 'playwright/test';
import { expect } from './playwright.ts';

/** Date and time in Viet Nam so many days from now, as the field takes it. */
export function fieldTime(days: number, clock: string): string {
  const day = new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);
  return `${day}T${clock}`;
}

/** Saves the section on the screen, which must lead on to the next one. */
export async function saveAndGoOn(page: Page, heading: string): Promise<void> {
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
}

/** Two rounds: one that is open already, one in a week; twenty minutes each. */
export async function fillRounds(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Thêm một vòng' }).click();
  const second = page.getByRole('region', { name: 'Vòng thứ 2' });
  await expect(second).toBeVisible();
  const first = page.getByRole('region', { name: 'Vòng thứ 1' });
  await first.getByLabel('Tên vòng').fill('Vòng loại');
  await first.getByLabel('Mở lúc').fill(fieldTime(-1, '08:00'));
  await first.getByLabel('Đóng lúc').fill(fieldTime(5, '20:00'));
  await second.getByLabel('Tên vòng').fill('Chung kết');
  await second.getByLabel('Mở lúc').fill(fieldTime(7, '08:00'));
  await second.getByLabel('Đóng lúc').fill(fieldTime(8, '20:00'));
  await second.getByLabel('Thời gian làm bài (phút)').fill('20');
}
