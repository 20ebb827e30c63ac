import { describe, expect, test } from 'vitest';
import { difficultyOf, resolvePlace, type KnownTopic, type PlaceDefaults } from '#app/domain/exchange/resolve-place.ts';

const TOPICS: readonly KnownTopic[] = [
  {
    slug: '2023-que-huong',
    titles: ['Quê hương cội nguồn cách mạng', 'năm 2023'],
    lessons: [
      { slug: '01-coi-nguon', titles: ['Cao Bằng cội nguồn cách mạng', 'coi-nguon'] },
      { slug: '02-mo-dau', titles: ['Mở đầu'] },
    ],
  },
  { slug: '2024-dan-chu', titles: ['Thực hành dân chủ'], lessons: [{ slug: '01-mo-dau', titles: ['Mở đầu'] }] },
];
const NONE: PlaceDefaults = { topicSlug: '', lessonSlug: '', difficulty: 'medium', tags: [] };
const DEFAULT: PlaceDefaults = {
  topicSlug: '2024-dan-chu',
  lessonSlug: '01-mo-dau',
  difficulty: 'hard',
  tags: ['Đợt 1'],
};

const resolved = (topic: string, lesson: string, defaults = NONE) => {
  const { place, notes } = resolvePlace({ topic, lesson, difficulty: undefined, tags: [] }, TOPICS, defaults, {
    row: 7,
  });
  return {
    at: place && `${place.topicSlug}/${place.lessonSlug}`,
    notes: notes.map(({ level, code }) => `${level} ${code}`),
  };
};

describe('topic and lesson of a question of a file', () => {
  test.each([
    ['by slug', '2023-que-huong', '01-coi-nguon', '2023-que-huong/01-coi-nguon'],
    [
      'by title without marks',
      'que huong coi nguon cach mang',
      'CAO BANG COI NGUON CACH MANG',
      '2023-que-huong/01-coi-nguon',
    ],
    [
      'by the end of a category path',
      '$course$/top/Quê hương cội nguồn cách mạng/Mở đầu',
      '',
      '2023-que-huong/02-mo-dau',
    ],
    ['by a lesson alone, where one topic only has it', '', 'coi nguon', '2023-que-huong/01-coi-nguon'],
    ['by a year that names one topic', 'Năm 2023', '', '2023-que-huong/'],
  ])('is found %s', (_, topic, lesson, at) => {
    expect(resolved(topic, lesson)).toEqual({ at, notes: [] });
  });

  test('a lesson that two topics have says nothing of the topic', () => {
    expect(resolved('', 'Mở đầu')).toEqual({ at: undefined, notes: ['error no-topic'] });
  });

  test('an unknown topic is an error, and with a default a warning', () => {
    expect(resolved('Chuyên đề lạ', '')).toEqual({ at: undefined, notes: ['error unknown-topic'] });
    expect(resolved('Chuyên đề lạ', '', DEFAULT)).toEqual({
      at: '2024-dan-chu/01-mo-dau',
      notes: ['warning unknown-topic'],
    });
  });

  test('defaults fill in what is not said, tags as the bank keeps them', () => {
    const { place } = resolvePlace(
      { topic: '', lesson: '', difficulty: undefined, tags: ['Pác Bó', ''] },
      TOPICS,
      DEFAULT,
      {},
    );
    expect(place).toMatchObject({ difficulty: 'hard', tags: ['pac-bo', 'dot-1'] });
  });
});

test.each([
  ['Dễ', 'easy'],
  ['Thông hiểu', 'medium'],
  ['vận dụng cao', 'hard'],
  ['hard', 'hard'],
  ['xanh', undefined],
])('the word "%s" means %s', (word, difficulty) => {
  expect(difficultyOf(word)).toBe(difficulty);
});
