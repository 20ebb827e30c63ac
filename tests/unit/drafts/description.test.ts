import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withFinalNumbers } from '#app/features/drafts/description.ts';
import { fieldOfInstant, instantOfField, instantText } from '#app/features/drafts/local-time.ts';
import { placeOfPath } from '#app/features/drafts/sections/section.ts';
import { freeSlug, slugOf } from '#app/features/drafts/slug.ts';

describe('times in a form', () => {
  test('come back as the same instant, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (second) => {
        const text = instantText(second * 1_000);
        expect(Date.parse(text)).toBe(second * 1_000);
        expect(instantOfField(fieldOfInstant(text))).toBe(text);
      }),
    );
  });

  test.each([
    ['2026-12-01T08:00', '2026-12-01T08:00:00+07:00'],
    ['2026-12-01T08:00:30', '2026-12-01T08:00:30+07:00'],
    ['01/12/2026 08:00', '2026-12-01T08:00:00+07:00'],
    ['1/12/2026 8g00', '2026-12-01T08:00:00+07:00'],
    ['2026-11-31T08:00', undefined],
    ['2026-02-29T08:00', undefined],
    ['2026-12-01T24:00', undefined],
    ['2026-13-01T08:00', undefined],
    ['mai', undefined],
    ['', undefined],
  ])('%s is %s', (typed, instant) => expect(instantOfField(typed)).toBe(instant));

  test('are shown in Viet Nam time, whatever zone a file was written in', () => {
    expect(fieldOfInstant('2026-12-01T01:00:00Z')).toBe('2026-12-01T08:00');
    expect(fieldOfInstant('không phải giờ')).toBe('');
  });
});

describe('numbers of rounds', () => {
  const numbersOf = (numbers: (number | undefined)[], published: number[] | undefined): (number | undefined)[] =>
    (withFinalNumbers({ rounds: numbers.map((number) => ({ number })) }, published).rounds ?? []).map(
      ({ number }) => number,
    );

  test('are 1, 2, 3 in a new contest', () => expect(numbersOf([4, undefined, 2], undefined)).toEqual([1, 2, 3]));

  test.each([
    [
      [1, 2],
      [1, 2],
    ],
    [[1], [1]],
    [[2], [2]],
    [
      [1, 2, 3],
      [1, 2, 3],
    ],
    [
      [1, 9, 2],
      [1, 2, 3],
    ],
  ])('of rounds %j of the published 1, 2 are %j', (given, expected) =>
    expect(numbersOf(given, [1, 2])).toEqual(expected),
  );

  test('differ from each other and grow', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 30 })),
        fc.uniqueArray(fc.integer({ min: 1, max: 30 })),
        (draft, published) => {
          const numbers = numbersOf(draft, published) as number[];
          for (const [index, number] of numbers.entries()) expect(number).toBeGreaterThan(numbers[index - 1] ?? 0);
        },
      ),
    );
  });
});

describe('addresses', () => {
  test.each([
    ['Cuộc thi Đường lên đỉnh', 'cuoc-thi-duong-len-dinh'],
    ['  100 câu hỏi – đáp!  ', '100-cau-hoi-dap'],
    ['???', 'cuoc-thi'],
    ['Mẫu mực', 'thi-mau-muc'],
  ])('of “%s” is %s', (title, slug) => expect(slugOf(title)).toBe(slug));

  test('are never longer than an address may be, nor something else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        expect(slugOf(title)).toMatch(/^(?!mau(-|$))[a-z0-9]+(-[a-z0-9]+)*$/u);
        expect(slugOf(title).length).toBeLessThanOrEqual(64);
      }),
    );
  });

  test('are never one that is taken, nor one that means a page', async () => {
    const taken = new Set(['a', 'a-2']);
    expect(await freeSlug('a', async (slug) => taken.has(slug))).toBe('a-3');
    expect(await freeSlug('new', async () => false)).toBe('new-2');
  });
});

test('a fault leads to the section and the field where it is mended', () => {
  expect(placeOfPath(['rounds', 1, 'closesAt'])).toEqual({
    section: 'rounds',
    roundIndex: undefined,
    field: 'rounds[1].closesAt',
  });
  expect(placeOfPath(['rounds', 0, 'blueprint', 'sections', 2, 'quotas', 0, 'count'])).toEqual({
    section: 'papers',
    roundIndex: 0,
    field: 'sections[2].quotas[0].count',
  });
  expect(placeOfPath(['slug']).field).toBe('title');
  expect(placeOfPath(['units', 'criteria', 1])).toMatchObject({ section: 'boards', field: 'units.criteria' });
  expect(placeOfPath(['entry', 'units', 3])).toMatchObject({ section: 'entry', field: 'entry.units[3]' });
});
