import { describe, expect, test } from 'vitest';
import type { ItemBody } from '#app/domain/items/item.ts';
import { likeness, likenessOf, NEAR_DUPLICATE } from '#app/domain/items/similarity.ts';
import { fold } from '#app/domain/kernel/text.ts';
import { readContestItems } from '#app/features/items/index.server.ts';
import { readAllPracticeItems } from '#app/features/items/item.source.server.ts';
import { anItemBody } from '../../../support/item-body.ts';

const BANK = [...readContestItems().items, ...readAllPracticeItems().items].map(({ id, body }) => ({ id, body }));

const alike = (a: ItemBody, b: ItemBody): number => likeness(likenessOf(a), likenessOf(b));

const turned = (text: string): string => {
  const words = text.split(' ');
  const half = Math.floor(words.length / 2);
  return [...words.slice(half), ...words.slice(0, half)].join(' ');
};

const folded = (body: ItemBody): ItemBody => ({
  ...body,
  prompt: fold(body.prompt),
  options: body.options.map((option) => ({ ...option, text: fold(option.text) })),
});

/** What people do to a question and then take it for another. */
const COPIES: Record<string, (body: ItemBody) => ItemBody> = {
  'the same text': (body) => body,
  'its halves turned round': (body) => ({ ...body, prompt: turned(body.prompt) }),
  'another year': (body) => ({ ...body, prompt: body.prompt.replace(/\d{4}/u, (year) => String(Number(year) + 1)) }),
  'no marks': folded,
  'no punctuation': (body) => ({ ...body, prompt: `${body.prompt.replaceAll(/[.,?;:"]/gu, '')} ...` }),
  'other distractors': (body) => ({
    ...body,
    options: body.options.map((option) =>
      body.key.includes(option.id) ? option : { ...option, text: `Một phương án khác ${option.id}` },
    ),
  }),
  'options in another order': (body) => ({ ...body, options: body.options.toReversed() }),
  'another key': (body) => ({ ...body, key: [body.options.find(({ id }) => !body.key.includes(id))?.id ?? ''] }),
};

describe('copies of the questions that there are', () => {
  test.each(Object.entries(COPIES))('%s: every one is found', (_, copy) => {
    expect(BANK.length).toBeGreaterThan(250);
    expect(BANK.filter(({ body }) => alike(body, copy(body)) < NEAR_DUPLICATE).map(({ id }) => id)).toEqual([]);
  });

  test('a clause in front: nineteen of twenty are found', () => {
    const found = BANK.filter(({ body }) => {
      const prompt = `Theo tài liệu học tập của Ban Tuyên giáo và Dân vận, hãy cho biết: ${body.prompt}`;
      return alike(body, { ...body, prompt }) >= NEAR_DUPLICATE;
    });
    expect(found.length / BANK.length).toBeGreaterThan(0.95);
  });
});

test('of all pairs of questions that there are, only those about one fact come as high', () => {
  const ready = BANK.map(({ id, body }) => ({ id, like: likenessOf(body) }));
  const high = ready.flatMap((a, index) =>
    ready
      .slice(index + 1)
      .filter((b) => likeness(a.like, b.like) >= NEAR_DUPLICATE)
      .map((b) => `${a.id} ${b.id}`),
  );
  expect(high.toSorted()).toEqual([
    '2021-026 2025-002',
    '2021-031 2022-031',
    '2023-031 2025-016',
    '2024-003 2025-p11',
    '2024-008 2022-p10',
    '2025-019 2024-p02',
  ]);
});

describe('likeness', () => {
  const theme = (year: number, right: string): ItemBody => {
    const texts = ['Cội nguồn cách mạng', 'Đội ngũ cán bộ', 'Thực hành dân chủ', 'Đại đoàn kết'];
    return anItemBody({
      prompt: `Chuyên đề năm ${year} của tỉnh Cao Bằng tập trung vào nội dung nào?`,
      options: texts.map((text, index) => ({ id: 'abcd'.charAt(index), text })),
      key: ['abcd'.charAt(texts.indexOf(right))],
    });
  };

  test('is the same both ways, 1 for itself, and within 0 and 1', () => {
    for (const a of BANK.slice(0, 40)) {
      expect(alike(a.body, a.body)).toBeCloseTo(1, 12);
      for (const b of BANK.slice(40, 80)) {
        const score = alike(a.body, b.body);
        expect(score).toBe(alike(b.body, a.body));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }
    }
  });

  test('tells a question that is asked of each year from one asked twice', () => {
    const of2022 = theme(2022, 'Đội ngũ cán bộ');
    expect(alike(of2022, theme(2023, 'Cội nguồn cách mạng'))).toBeLessThan(
      alike(of2022, theme(2023, 'Đội ngũ cán bộ')),
    );
  });

  test('does not take questions for one that only ask in the same words', () => {
    const which = (texts: string[]): ItemBody =>
      anItemBody({
        prompt: 'Khẳng định nào sau đây là đúng?',
        options: texts.map((text, index) => ({ id: 'abc'.charAt(index), text })),
      });
    const a = which(['Pác Bó thuộc xã Trường Hà', 'Pác Bó thuộc xã Đàm Thủy', 'Pác Bó thuộc xã Tam Kim']);
    const b = which(['Đông Khê giải phóng năm 1950', 'Đông Khê giải phóng năm 1945', 'Đông Khê giải phóng năm 1954']);
    expect(alike(a, b)).toBeLessThan(NEAR_DUPLICATE);
  });

  test('knows a question in another kind of answer', () => {
    const asked = anItemBody({
      prompt: 'Bài báo "Dân vận" được Chủ tịch Hồ Chí Minh ký bút danh nào?',
      options: ['X.Y.Z.', 'C.B.', 'T.L.'].map((text, index) => ({ id: 'abc'.charAt(index), text })),
    });
    const options = ['Đúng', 'Sai'].map((text, index) => ({ id: 'ab'.charAt(index), text }));
    const prompt = 'Bài báo "Dân vận" được Chủ tịch Hồ Chí Minh ký bút danh X.Y.Z.';
    expect(alike(asked, anItemBody({ interaction: 'trueFalse', prompt, options }))).toBeGreaterThan(NEAR_DUPLICATE);
    const typed = anItemBody({ ...asked, interaction: 'textEntry', options: [{ id: 'a', text: 'XYZ' }] });
    expect(alike(asked, typed)).toBeGreaterThan(NEAR_DUPLICATE);
  });

  test('two images with one prompt are two questions; the same image is one', () => {
    const shown = (image: string, right: string): ItemBody =>
      anItemBody({
        prompt: `![Ảnh một di tích](media:${image.repeat(64)})`,
        options: [right, 'Lam Sơn', 'Bản Giốc'].map((text, index) => ({ id: 'abc'.charAt(index), text })),
      });
    expect(alike(shown('a', 'Pác Bó'), shown('a', 'Pác Bó'))).toBeCloseTo(1, 12);
    expect(alike(shown('a', 'Pác Bó'), shown('b', 'Khuổi Nậm'))).toBeLessThan(NEAR_DUPLICATE);
  });

  test('finds a question whose key nobody has set yet, and nothing for an empty one', () => {
    const asked = anItemBody({ prompt: 'Chiến thắng Đông Khê năm 1950 diễn ra vào ngày nào?' });
    expect(alike({ ...asked, key: [] }, asked)).toBeGreaterThan(NEAR_DUPLICATE);
    expect(alike({ ...asked, prompt: '', options: [], key: [] }, asked)).toBe(0);
  });
});
