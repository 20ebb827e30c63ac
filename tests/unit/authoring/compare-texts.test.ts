import { describe, expect, test } from 'vitest';
import type { ItemBody, ItemOption } from '#app/domain/items/item.ts';
import { compareTexts } from '#app/features/authoring/review/compare-texts.server.ts';
import type { WholeText } from '#app/features/authoring/text-in-work.ts';

type Option = Required<ItemOption>;

/** An item that says everything that an item can say. */
const BODY: Required<ItemBody> & { options: Option[] } = {
  interaction: 'textEntry',
  name: 'Tên',
  prompt: 'Hang nào ở Pác Bó?',
  options: [
    { id: 'a', text: 'Cốc Bó', rationale: 'Đúng tên.', fraction: 1, tolerance: '0' },
    { id: 'b', text: 'Pác Bó', rationale: 'Tên của vùng.', fraction: 0.5, tolerance: '1' },
  ],
  targets: [{ id: 'x', text: 'Hà Quảng' }],
  key: ['a'],
  shuffles: true,
  textRules: { ignoresCase: true, ignoresMarks: false },
  unit: 'km',
  rationale: 'Người ở hang Cốc Bó.',
  source: { title: 'Lịch sử', url: 'https://example.vn', page: 'tr. 1' },
  facts: ['C7'],
};
const PLACE = { topicSlug: 'mot', lessonSlug: 'bai', difficulty: 'easy', tags: ['pac-bo'], contested: false } as const;
const WHOLE: WholeText = { body: BODY, place: PLACE };

const namesOf = (after: WholeText, before = WHOLE): string[] => compareTexts(before, after).map(({ name }) => name);
const withBody = (change: Partial<ItemBody>): WholeText => ({ place: PLACE, body: { ...BODY, ...change } });
const withOption = (change: Partial<ItemOption>): WholeText =>
  withBody({ options: BODY.options.map((option) => (option.id === 'b' ? { ...option, ...change } : option)) });

/** Another value for every key of an item: the type asks for one as soon as an item can say more. */
const OTHER: { [K in keyof Required<ItemBody>]: ItemBody[K] } = {
  interaction: 'choice',
  name: 'Tên khác',
  prompt: 'Hang nào ở Hà Quảng?',
  options: BODY.options.toReversed(),
  targets: [{ id: 'x', text: 'Nguyên Bình' }],
  key: ['b'],
  shuffles: false,
  textRules: { ignoresCase: true, ignoresMarks: true },
  unit: 'm',
  rationale: 'Người ở hang này.',
  source: { ...BODY.source, page: 'tr. 2' },
  facts: ['C8'],
};
const OTHER_OPTION: { [K in Exclude<keyof Option, 'id'>]: ItemOption[K] } = {
  text: 'Pắc Bó',
  rationale: 'Tên khác.',
  fraction: 0.25,
  tolerance: '2',
};
const OTHER_PLACE: { [K in keyof WholeText['place']]: WholeText['place'][K] } = {
  topicSlug: 'hai',
  lessonSlug: 'bai-khac',
  difficulty: 'hard',
  tags: [],
  contested: true,
};

describe('the difference between two versions', () => {
  test.each(Object.entries(OTHER))('shows another %s', (key, value) => {
    const chosen = { ...BODY, interaction: 'choice' as const };
    // why a choice for the order of options: of accepted answers it means nothing.
    if (key === 'options')
      expect(
        namesOf({ place: PLACE, body: { ...chosen, options: OTHER.options } }, { place: PLACE, body: chosen }),
      ).toEqual(['order']);
    else expect(namesOf(withBody({ [key]: value }))).not.toEqual([]);
  });

  test.each(Object.entries(OTHER_OPTION))('shows another %s of an option', (key, value) => {
    expect(namesOf(withOption({ [key]: value }))).not.toEqual([]);
  });

  test.each(Object.entries(OTHER_PLACE))('shows another %s of its place', (key, value) => {
    expect(namesOf({ body: BODY, place: { ...PLACE, [key]: value } })).not.toEqual([]);
  });

  test('is none between equal texts, however their letters are composed', () => {
    expect(namesOf(withBody({ prompt: BODY.prompt.normalize('NFD') }))).toEqual([]);
  });

  test('takes what is left out for what it means', () => {
    const { shuffles: _shuffles, textRules: _rules, ...rest } = BODY;
    expect(namesOf({ place: PLACE, body: { ...rest } })).toEqual([]);
  });

  test('shows another key where lines swap their words under the same letters, and no other order', () => {
    const [a, b] = BODY.options as [Option, Option];
    const options = [
      { ...a, text: b.text },
      { ...b, text: a.text },
    ];
    expect(namesOf(withBody({ interaction: 'choice', options }), withBody({ interaction: 'choice' }))).toEqual([
      'option:a',
      'option:b',
      'key',
    ]);
  });

  test('is told word by word', () => {
    expect(compareTexts(WHOLE, withBody({ prompt: 'Hang gì ở Pác Bó?' }))).toEqual([
      {
        name: 'prompt',
        stretches: [
          { text: 'Hang ', is: 'same' },
          { text: 'nào', is: 'deleted' },
          { text: 'gì', is: 'inserted' },
          { text: ' ở Pác Bó?', is: 'same' },
        ],
      },
    ]);
  });
});
