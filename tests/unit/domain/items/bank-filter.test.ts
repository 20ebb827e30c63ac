import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FILTERS, filterBank, type BankEntry, type BankQuery, type Viewer } from '#app/domain/items/bank-filter.ts';
import { fitsSearch, parseSearch, searchable } from '#app/domain/items/bank-search.ts';
import { bankAddress, bankQueryOf } from '#app/features/bank/bank-address.ts';

const entry = (given: Partial<BankEntry> & { id: string }): BankEntry => ({
  status: 'published',
  work: 'none',
  topicSlug: 'cd',
  lessonSlug: 'bai',
  difficulty: 'easy',
  interaction: 'choice',
  tags: [],
  contested: false,
  authorId: undefined,
  writerIds: [],
  createdAt: 0,
  updatedAt: 0,
  words: '',
  checked: { errors: 0, warnings: 0, hasSource: true },
  ...given,
});

const ALL: BankQuery = bankQueryOf(new URLSearchParams());
const viewer = (...waiting: string[]): Viewer => ({ accountId: 'toi', waiting: new Set(waiting) });
const ids = (bank: BankEntry[], query: Partial<BankQuery>, by = viewer()): string[] =>
  filterBank(bank, { ...ALL, ...query }, by).entries.map(({ id }) => id);

describe('searching', () => {
  const item = {
    id: '2023-001',
    words: searchable('2023-001 Pác Bó thuộc xã nào? Xã Trường Hà; Kết luận số 01-KL/TW. pac-bo'),
  };
  const fits = (query: string): boolean => fitsSearch(parseSearch(query), item);

  test.each([
    ['pac bo', true],
    ['PÁC', true],
    ['bó pác', true],
    ['"pác bó"', true],
    ['“Pác Bó”', true],
    ['"bó pác"', false],
    ['"thuộc xã', true],
    ['01-kl/tw', true],
    ['truong lam', false],
    ['ac', false],
    ['tru', true],
    ['id:2023', true],
    ['ID:2023-001 xã', true],
    ['id:2023 id:2024', true],
    ['id:2022', false],
    ['2023-001', true],
    ['', true],
    ['?!', true],
    ['đường', false],
  ])('%s: %s', (query, expected) => expect(fits(query)).toBe(expected));

  test('twenty words are enough', () => {
    expect(parseSearch(Array.from({ length: 50 }, (_, index) => `tu${index}`).join(' ')).texts).toHaveLength(20);
  });
});

describe('narrowing', () => {
  test('an item that is being revised is both published and in work', () => {
    const bank = [
      entry({ id: 'a', work: 'review' }),
      entry({ id: 'b', status: 'draft', work: 'draft' }),
      entry({ id: 'c', status: 'retired' }),
      entry({ id: 'd' }),
    ];
    expect(['published', 'review', 'draft', 'retired'].map((state) => ids(bank, { state }))).toEqual([
      ['a', 'd'],
      ['a'],
      ['b'],
      ['c'],
    ]);
  });

  test('mine is what I began or wrote at; waiting is what was said to wait', () => {
    const bank = [entry({ id: 'a', authorId: 'toi' }), entry({ id: 'b', writerIds: ['toi'] }), entry({ id: 'c' })];
    expect([ids(bank, { whose: 'mine' }), ids(bank, { whose: 'waiting' }, viewer('c'))]).toEqual([['a', 'b'], ['c']]);
  });

  test('findings, and no count of what is not known yet', () => {
    const bank = [
      entry({ id: 'a', checked: { errors: 1, warnings: 2, hasSource: false } }),
      entry({ id: 'b', checked: undefined }),
      entry({ id: 'c' }),
    ];
    expect(['errors', 'warnings', 'noSource', 'none'].map((findings) => ids(bank, { findings }))).toEqual([
      ['a'],
      ['a'],
      ['a'],
      ['c'],
    ]);
    expect(ids(bank, { sort: 'findings' })).toEqual(['a', 'c', 'b']);
  });

  test('sorts, and leaves equals in the order of their ids', () => {
    const bank = [
      entry({ id: 'c', createdAt: 2, updatedAt: 5, topicSlug: 'x' }),
      entry({ id: 'b', createdAt: 3, updatedAt: 5, topicSlug: 'y' }),
      entry({ id: 'a', createdAt: 2, updatedAt: 9, topicSlug: 'y' }),
    ];
    expect((['new', 'changed', 'id', 'place'] as const).map((sort) => ids(bank, { sort }).join(''))).toEqual([
      'bac',
      'abc',
      'abc',
      'cab',
    ]);
  });
});

const someEntry = (id: string): fc.Arbitrary<BankEntry> =>
  fc
    .record({
      status: fc.constantFrom('draft', 'review', 'published', 'retired'),
      work: fc.constantFrom('none', 'draft', 'review'),
      topicSlug: fc.constantFrom('x', 'y'),
      lessonSlug: fc.constantFrom('1', '2'),
      difficulty: fc.constantFrom('easy', 'hard'),
      interaction: fc.constantFrom('choice', 'order'),
      tags: fc.uniqueArray(fc.constantFrom('p', 'q', 'r')),
      contested: fc.boolean(),
      authorId: fc.constantFrom(undefined, 'toi', 'ai'),
      words: fc.constantFrom('pac bo', 'dong khe', 'pac bo dong khe'),
    })
    .map((given) => entry({ id, ...given }));

const someBank = fc
  .nat(12)
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => someEntry(`i${index}`))));
const someQuery: fc.Arbitrary<BankQuery> = fc.record({
  q: fc.constantFrom('', 'pac', 'khe bo'),
  state: fc.constantFrom('', 'draft', 'published'),
  whose: fc.constantFrom('', 'mine'),
  topic: fc.constantFrom('', 'x'),
  lesson: fc.constantFrom('', 'x/1'),
  difficulty: fc.constantFrom('', 'hard'),
  interaction: fc.constantFrom('', 'order'),
  tag: fc.constantFrom('', 'p', 'q'),
  findings: fc.constant(''),
  contested: fc.constantFrom('', 'yes'),
  author: fc.constantFrom('', 'ai'),
  sort: fc.constantFrom('new', 'id'),
});

test('every count is what the list would have with that value chosen', () => {
  fc.assert(
    fc.property(someBank, someQuery, (bank, query) => {
      const { counts, without } = filterBank(bank, query, viewer());
      for (const filter of FILTERS) {
        expect(without[filter]).toBe(ids(bank, { ...query, [filter]: '' }).length);
        for (const [value, count] of Object.entries(counts[filter])) {
          expect([filter, value, count]).toEqual([filter, value, ids(bank, { ...query, [filter]: value }).length]);
        }
      }
    }),
    { numRuns: 60 },
  );
});

describe('the address of the list', () => {
  test('says everything that the list is narrowed by, and is read again as the same', () => {
    fc.assert(
      fc.property(someQuery, (query) => {
        expect(bankQueryOf(new URLSearchParams(bankAddress(query)))).toEqual(query);
      }),
    );
    expect(bankAddress(ALL)).toBe('');
    expect(bankAddress({ ...ALL, q: 'Pác Bó', state: 'draft' }, { state: '', page: 3 })).toBe(
      '?q=P%C3%A1c+B%C3%B3&page=3',
    );
  });

  test('nonsense narrows nothing', () => {
    expect(bankQueryOf(new URLSearchParams('state=x&difficulty=__proto__&sort=up&findings=all&contested=no'))).toEqual(
      ALL,
    );
  });
});
