import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATEGORIES } from '#app/domain/units/category.ts';
import {
  dashboardQuery,
  DASHBOARD_VIEWS,
  readDashboard,
  sortedBy,
  SUB_UNIT_COLUMNS,
  type DashboardState,
} from '#app/features/participation/dashboard/dashboard-address.ts';
import {
  endsByRate,
  findSubUnits,
  pageOfRows,
  sortSubUnits,
  type SubUnitRow,
} from '#app/features/participation/dashboard/sub-units.ts';

const word = fc.stringMatching(/^[a-z0-9-]{1,12}$/u);
const state: fc.Arbitrary<DashboardState> = fc.record({
  contest: fc.option(word, { nil: undefined }),
  round: fc.option(word, { nil: undefined }),
  topic: fc.constant(undefined),
  view: fc.constantFrom(...DASHBOARD_VIEWS),
  tree: fc.option(fc.constantFrom('2025-06-30', '2024-02-29'), { nil: undefined }),
  sort: fc.constantFrom(...SUB_UNIT_COLUMNS),
  isDescending: fc.boolean(),
  page: fc.integer({ min: 1, max: 1_000 }),
  category: fc.option(fc.constantFrom(...CATEGORIES), { nil: undefined }),
  q: fc.constantFrom('', 'hòa an', 'a&b=c', 'Đàm Thủy #1'),
});

const read = (query: string, isInCharge = true): DashboardState =>
  readDashboard(new URLSearchParams(query), isInCharge);

describe('the state of the page in its address', () => {
  test('what is written is read back', () => {
    fc.assert(
      fc.property(state, (so) => {
        expect(read(dashboardQuery(so))).toEqual(so);
      }),
    );
  });

  test('a topic takes the place of a contest and its round', () => {
    const query = dashboardQuery({ ...read('?contest=a&round=2'), topic: 'b' });
    expect(query).toBe('?topic=b');
  });

  test.each([
    ['?view=nothing', { view: 'overview' }],
    ['?tree=2025-02-30', { tree: undefined }],
    ['?tree=yesterday', { tree: undefined }],
    ['?page=-3', { page: 1 }],
    ['?page=1e99', { page: 1 }],
    ['?sort=password', { sort: 'rate' }],
    ['?category=admin', { category: undefined }],
    [`?q=${'x'.repeat(5_000)}`, { q: 'x'.repeat(100) }],
  ])('nonsense is as if it were not there: %s', (query, so) => {
    expect(read(query)).toMatchObject(so);
  });

  test.each(['scores', 'categories'])('the view %s is for those in charge', (view) => {
    expect(read(`?view=${view}`, true).view).toBe(view);
    expect(read(`?view=${view}`, false).view).toBe('overview');
  });

  test('the column in use turns; names begin with A, numbers with the largest', () => {
    expect(sortedBy(read(''), 'rate')).toMatchObject({ sort: 'rate', isDescending: false });
    expect(sortedBy(read(''), 'name')).toMatchObject({ sort: 'name', isDescending: false });
    expect(sortedBy(read('?page=3'), 'people')).toMatchObject({ isDescending: true, page: 1 });
  });
});

const row = (name: string, rate: number | undefined, people = 0): SubUnitRow => ({
  unitId: name,
  name,
  rank: undefined,
  headcount: rate === undefined ? 0 : 10,
  people,
  rate,
  missing: undefined,
  attempts: 0,
  valid: 0,
  mean: undefined,
  allRight: 0,
  toTarget: undefined,
});

describe('the table of the units below', () => {
  const rows = [row('Xã Đàm Thủy', 0.2), row('Xã An Lạc', undefined), row('Xã Ca Thành', 0.5), row('Xã Bảo Lạc', 0.2)];
  const names = (sorted: readonly SubUnitRow[]): string[] => sorted.map(({ name }) => name);

  test('is sorted by a figure, equal ones by name, those without one last either way', () => {
    const down = sortSubUnits(rows, { sort: 'rate', isDescending: true });
    expect(names(down)).toEqual(['Xã Ca Thành', 'Xã Bảo Lạc', 'Xã Đàm Thủy', 'Xã An Lạc']);
    expect(names(sortSubUnits(rows, { sort: 'rate', isDescending: false })).at(-1)).toBe('Xã An Lạc');
  });

  test('is searched with and without diacritics, by beginnings of words', () => {
    expect(names(findSubUnits(rows, 'dam thuy'))).toEqual(['Xã Đàm Thủy']);
    expect(names(findSubUnits(rows, 'Bảo'))).toEqual(['Xã Bảo Lạc']);
    expect(names(findSubUnits(rows, 'ac'))).toEqual([]);
    expect(findSubUnits(rows, ' ')).toHaveLength(4);
  });

  test('has a hundred rows a page, and a page behind the last is the last', () => {
    const many = Array.from({ length: 250 }, (_, index) => index);
    expect(pageOfRows(many, 3)).toMatchObject({ page: 3, pages: 3, rows: { length: 50 } });
    expect(pageOfRows(many, 99).page).toBe(3);
    expect(pageOfRows([], 1)).toEqual({ rows: [], page: 1, pages: 1 });
  });

  test('the best and the last are never the same unit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.float({ min: 0, max: 1, noNaN: true }), { nil: undefined }), { maxLength: 30 }),
        (rates) => {
          const { top, bottom } = endsByRate(rates.map((rate, index) => row(`u${index}`, rate)));
          const shown = [...top, ...bottom].map(({ unitId }) => unitId);
          expect(new Set(shown).size).toBe(shown.length);
          expect(shown).toHaveLength(Math.min(10, rates.filter((rate) => rate !== undefined).length));
          const lowestTop = Math.min(...top.map(({ rate }) => rate ?? 0));
          expect(bottom.every(({ rate }) => (rate ?? 0) <= lowestTop)).toBe(true);
        },
      ),
    );
  });
});
