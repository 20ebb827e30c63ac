import { expect, test } from 'vitest';
import { readXlsx } from '#app/features/exchange/formats/xlsx/read-xlsx.server.ts';
import { writeTemplate } from '#app/features/exchange/formats/xlsx/write-template.server.ts';
import { openArchive } from '#app/platform/archive.server.ts';

const NAMES = { topics: ['Danh nhân', 'Lịch sử'], lessons: ['Bài 1'] };

test('the examples of the template are not imported', async () => {
  const { name, bytes } = await writeTemplate(NAMES);
  const file = await readXlsx({ name, bytes }, () => undefined);
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  expect(file.value.items).toEqual([]);
});

test('a column has one range of drop-down lists: ranges that overlap are not for Excel', async () => {
  const { bytes } = await writeTemplate(NAMES);
  const archive = await openArchive(bytes, { entries: 100, totalBytes: 10_000_000, ratio: 200 });
  if (!archive.ok) throw new Error(JSON.stringify(archive.error));
  const sheet = await archive.value.read('xl/worksheets/sheet1.xml');
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.error));
  const xml = new TextDecoder().decode(sheet.value);
  const ranges = [...xml.matchAll(/<dataValidation [^>]*sqref="([A-Z]+)(\d+):[A-Z]+(\d+)"/gu)].map(([, ...of]) => of);
  expect(ranges).toHaveLength(6);
  expect(new Set(ranges.map(([column]) => column)).size).toBe(6);
  for (const [, from, to] of ranges) expect([from, to]).toEqual(['2', '1000']);
});
