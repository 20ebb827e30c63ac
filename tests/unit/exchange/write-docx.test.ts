import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { OutgoingItem } from '#app/domain/exchange/parsed-file.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import { readDocx } from '#app/features/exchange/formats/docx/read-docx.server.ts';
import { writeDocx } from '#app/features/exchange/formats/docx/write-docx.server.ts';
import { openArchive } from '#app/platform/archive.server.ts';
import { hashOf } from '#tests/support/outgoing-items.ts';

const item = (body: Partial<ItemBody>, id = 'q-1'): OutgoingItem => ({
  id,
  place: { topic: 'Pác Bó', lesson: 'Ngày về', difficulty: 'easy', tags: ['a', 'b'] },
  contested: false,
  body: {
    interaction: 'choice',
    prompt: 'Bác Hồ về nước năm nào?',
    options: ['Năm 1940', 'Năm 1941', 'Năm 1942'].map((text, at) => ({ id: 'abc'[at] ?? '', text })),
    key: ['b'],
    rationale: 'Ngày 28 tháng 1 năm 1941.',
    source: { title: 'Lịch sử Đảng bộ', page: 'tr. 12' },
    facts: [],
    ...body,
  },
});

async function xmlOf(bytes: Uint8Array): Promise<{ xml: string; names: readonly string[] }> {
  const archive = await openArchive(bytes);
  if (!archive.ok) throw new Error(archive.error.code);
  const part = await archive.value.read('word/document.xml');
  if (!part.ok) throw new Error(part.error.code);
  return { xml: new TextDecoder().decode(part.value), names: archive.value.names };
}

const paragraphs = (xml: string): string[] =>
  xml
    .split('</w:p>')
    .map((one) => Array.from(one.matchAll(/<w:t[ >][^<]*?>?([^<>]*)<\/w:t>/gu), ([, t]) => t).join(''));

describe('a Word document of items', () => {
  test('says question, key, source and place in words', async () => {
    const { bytes, losses } = await writeDocx([item({})], new Map());
    const { xml } = await xmlOf(bytes);
    expect(losses).toEqual([]);
    const said = paragraphs(xml);
    for (const words of [
      'Câu 1. Bác Hồ về nước năm nào?',
      'A. Năm 1940',
      '*B. Năm 1941',
      'Đáp án: B',
      'Trang: tr. 12',
      'Mã: q-1',
      'BẢNG ĐÁP ÁN',
    ])
      expect(said).toContain(words);
    expect(xml).toMatch(/<w:b\/>(?:(?!<\/w:r>).)*Năm 1941/u);
    expect(xml).not.toMatch(/<w:b\/>(?:(?!<\/w:r>).)*Năm 1940/u);
  });

  test('carries images with their description', async () => {
    const png = new Uint8Array(
      await sharp({ create: { width: 40, height: 20, channels: 3, background: '#c00' } })
        .png()
        .toBuffer(),
    );
    const id = hashOf(png);
    const prompt = `Hình nào? ![lá cờ](media:${id})`;
    const { bytes, losses } = await writeDocx([item({ prompt })], new Map([[id, { name: 'co.png', bytes: png }]]));
    const { xml, names } = await xmlOf(bytes);
    expect(losses).toEqual([]);
    expect(xml).toContain('descr="lá cờ"');
    expect(names.some((name) => /^word\/media\/.*\.png$/u.test(name))).toBe(true);
    const missing = await writeDocx([item({ prompt, facts: ['f1'] })], new Map());
    expect(missing.losses.map(({ code }) => code)).toEqual(['word-image-missing', 'word-facts-dropped']);
  });
});

test('every kind is read back as it was', async () => {
  const options = (...texts: string[]) => texts.map((text, at) => ({ id: 'abcd'[at] ?? '', text }));
  const items = [
    item({}),
    item({ interaction: 'multipleChoice', key: ['a', 'c'], options: options('Một', 'Hai', 'Ba', 'Bốn') }, 'q-2'),
    item({ interaction: 'trueFalse', key: ['b'], options: options('Đúng', 'Sai') }, 'q-3'),
    item({ interaction: 'order', key: ['c', 'a', 'b'] }, 'q-4'),
    item(
      {
        interaction: 'match',
        options: options('Trái', 'Phải'),
        targets: options('Một', 'Hai', 'Thừa'),
        key: ['a>a', 'b>b'],
      },
      'q-5',
    ),
    item(
      {
        interaction: 'textEntry',
        options: options('Pác Bó', 'hang Cốc Bó'),
        key: ['a', 'b'],
        textRules: { ignoresCase: false, ignoresMarks: true },
      },
      'q-6',
    ),
    item(
      { interaction: 'numericEntry', options: [{ id: 'a', text: '12.5', tolerance: '0.5' }], key: ['a'], unit: 'km' },
      'q-7',
    ),
  ];
  const { bytes } = await writeDocx(items, new Map());
  const file = await readDocx({ name: 'a.docx', bytes }, () => undefined);
  if (!file.ok) throw new Error(file.error.code);
  const back = file.value.items.map(({ externalId, place, body, contested }) => ({
    id: externalId,
    place,
    body,
    contested,
  }));
  expect(back).toEqual(items);
});
