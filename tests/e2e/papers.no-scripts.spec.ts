// Papers for print, ordered by a plain form.
import { readFile } from 'node:fs/promises';
import { paths } from '#app/paths.ts';
import { CONTEST } from '#tests/support/people.ts';
import { expect, expectNoSidewaysScroll, test } from '#tests/support/playwright.ts';

test('an organizer orders a set of papers, is told what is wrong with the order, and downloads it', async ({
  page,
  signInAs,
}) => {
  await signInAs('organizer');
  await page.goto(paths.manageContest(CONTEST));
  await page.getByRole('link', { name: 'Đề thi in giấy' }).click();
  await expectNoSidewaysScroll(page);
  await page.getByRole('textbox', { name: 'Mã bộ đề' }).fill('mã sai');
  await page.getByRole('button', { name: 'Tải bộ đề' }).click();
  await expect(page.getByRole('alert')).toContainText('Mã bộ đề gồm 4 đến 40 chữ cái');
  await page.getByRole('textbox', { name: 'Mã bộ đề' }).fill('bo-de-1');
  await page.getByRole('spinbutton', { name: 'Số mã đề' }).fill('2');
  await page.getByRole('radio', { name: 'Cả hai' }).check();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải bộ đề' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`de-thi-${CONTEST}-1-bo-de-1.zip`);
  const bytes = (await readFile(await download.path())).toString('latin1');
  for (const name of ['de-thi/ma-de-101.docx', 'de-thi/ma-de-102.pdf', 'phieu-tra-loi.pdf', 'dap-an/dap-an.docx']) {
    expect(bytes).toContain(name);
  }
});
