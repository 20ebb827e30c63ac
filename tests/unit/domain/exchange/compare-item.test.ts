import { describe, expect, test } from 'vitest';
import { differingParts, laidOver, type WholeItem } from '#app/domain/exchange/compare-item.ts';
import type { Format, ParsedItem } from '#app/domain/exchange/parsed-file.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import { anItemBody } from '#tests/support/item-body.ts';

const PLACE = { topicSlug: 'cd', lessonSlug: 'bai', difficulty: 'hard', tags: ['pac-bo'] } as const;
const bank = (given: Partial<ItemBody> = {}): WholeItem => ({
  body: anItemBody(given),
  place: PLACE,
  contested: false,
});
const plain = (text: string): string => text.replaceAll('**', '');

/** What a format that carries the bare question says of an item. */
const bare = ({ body }: WholeItem, given: Partial<ItemBody> = {}): ParsedItem => ({
  externalId: '',
  place: { topic: '', lesson: '', difficulty: undefined, tags: [] },
  body: {
    interaction: body.interaction,
    prompt: body.prompt,
    options: body.options.map(({ id, text }) => ({ id, text })),
    key: body.key,
    rationale: '',
    source: { title: '' },
    facts: [],
    ...given,
  },
  contested: false,
  at: {},
  notes: [],
});

const partsOf = (item: WholeItem, said: ParsedItem, format: Format = 'aiken') =>
  differingParts(item, laidOver(item, { item: said, place: undefined, isPlaceKnown: false }, format, plain));

describe('what a file says is laid over what the bank knows', () => {
  test('and what it leaves out is no change', () => {
    const item = bank();
    expect(partsOf(item, bare(item))).toEqual([]);
  });

  test('ids of options are each file’s own; the key is by texts', () => {
    const item = bank();
    const renamed = item.body.options.map(({ text }, index) => ({ id: `x${index}`, text }));
    const key = item.body.key.map((id) => `x${item.body.options.findIndex((option) => option.id === id)}`);
    expect(partsOf(item, bare(item, { options: renamed, key }))).toEqual([]);
  });

  test('another key, another letter of the prompt and another option are changes', () => {
    const item = bank();
    const wrong = item.body.options.find(({ id }) => !item.body.key.includes(id))?.id ?? '';
    expect(partsOf(item, bare(item, { key: [wrong] }))).toContain('key');
    expect(partsOf(item, bare(item, { prompt: `${item.body.prompt} nhé` }))).toEqual(['prompt']);
    const options = item.body.options.map(({ id, text }, index) => ({ id, text: index === 0 ? `${text} khác` : text }));
    expect(partsOf(item, bare(item, { options }))).toContain('options');
  });

  test('a mended mark is a change although it folds alike', () => {
    const item = bank({ prompt: 'Bac Hồ về nước năm nào?' });
    expect(partsOf(item, bare(item, { prompt: 'Bác Hồ về nước năm nào?' }))).toEqual(['prompt']);
  });

  test('emphasis that Aiken cannot carry is kept; where the format carries it, it is a change', () => {
    const item = bank({ prompt: 'Câu nào **không** đúng?' });
    const said = bare(item, { prompt: 'Câu nào không đúng?' });
    expect(partsOf(item, said, 'aiken')).toEqual([]);
    expect(partsOf(item, said, 'yaml')).toEqual(['prompt']);
  });

  test('a weight of nothing and no weight are the same for an option that is not right', () => {
    const item = bank();
    const options = item.body.options.map(({ id, text }) => ({
      id,
      text,
      ...(item.body.key.includes(id) ? {} : { fraction: 0 }),
    }));
    expect(partsOf(item, bare(item, { options }), 'gift')).toEqual([]);
    const weighted = options.map((option) => ({ ...option, ...(option.fraction === 0 ? { fraction: -0.5 } : {}) }));
    expect(partsOf(item, bare(item, { options: weighted }), 'gift')).toEqual(['fractions']);
  });
});
