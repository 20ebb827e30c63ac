// What is strange about a proposed headcount, what clerks type, and what a table of headcounts says.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HeadcountCategory } from '#app/domain/units/category.ts';
import { findHeads, judgeRows, type HeadNames } from '#app/domain/units/headcount-table.ts';
import { headcountWarnings, readDay, readPeople } from '#app/domain/units/headcount.ts';

const figure = (people: number, isSample = false) => ({ people, isSample });

const warningsOf = (
  category: HeadcountCategory,
  people: number,
  {
    current = {},
    proposed = {},
    tookPart = 0,
  }: {
    current?: Partial<Record<HeadcountCategory, ReturnType<typeof figure>>>;
    proposed?: Partial<Record<HeadcountCategory, number>>;
    tookPart?: number;
  } = {},
) =>
  headcountWarnings(
    { category, people },
    {
      current: new Map(Object.entries(current) as [HeadcountCategory, ReturnType<typeof figure>][]),
      proposed: new Map(Object.entries(proposed) as [HeadcountCategory, number][]),
      tookPart,
    },
  );

describe('a second look', () => {
  test('is asked for from more than a fifth of change on, up or down', () => {
    const current = { all: figure(100) };
    expect(warningsOf('all', 120, { current })).toEqual([]);
    expect(warningsOf('all', 80, { current })).toEqual([]);
    expect(warningsOf('all', 121, { current })).toEqual([{ code: 'changed', before: 100, share: 121 / 100 - 1 }]);
    expect(warningsOf('all', 79, { current })).toMatchObject([{ code: 'changed', before: 100 }]);
  });

  test('is not asked for against a sample figure or where there was none', () => {
    expect(warningsOf('all', 900, { current: { all: figure(100, true) } })).toEqual([]);
    expect(warningsOf('all', 900)).toEqual([]);
  });

  test('is asked for where more have taken part than there are', () => {
    expect(warningsOf('all', 10, { tookPart: 11 })).toEqual([{ code: 'belowPeople', people: 11 }]);
    expect(warningsOf('official', 10, { tookPart: 11 })).toEqual([]);
  });

  test('is asked for where a category is larger than all, by what is proposed before what holds', () => {
    expect(warningsOf('pupil', 60, { current: { all: figure(50) } })).toEqual([{ code: 'overAll', all: 50 }]);
    expect(warningsOf('pupil', 60, { current: { all: figure(50) }, proposed: { all: 70 } })).toEqual([]);
    expect(warningsOf('pupil', 60, { current: { all: figure(50, true) } })).toEqual([]);
    expect(warningsOf('all', 40, { current: { pupil: figure(60) } })).toEqual([
      { code: 'underCategory', category: 'pupil', people: 60 },
    ]);
  });

  test('categories may be more together than all: they overlap', () => {
    const proposed = { all: 100, official: 80, partyMember: 80 } as const;
    for (const category of ['all', 'official', 'partyMember'] as const) {
      expect(warningsOf(category, proposed[category], { proposed })).toEqual([]);
    }
  });

  test('of two figures that contradict each other both say so', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(1_000), (all, official) => {
        const proposed = { all, official };
        const isStrange = official > all;
        expect(warningsOf('all', all, { proposed }).length > 0).toBe(isStrange);
        expect(warningsOf('official', official, { proposed }).length > 0).toBe(isStrange);
      }),
    );
  });
});

test.each([
  ['1234', 1234],
  ['1.234', 1234],
  ['1 234', 1234],
  [' 0 ', 0],
  ['12.34', undefined],
  ['-5', undefined],
  ['=1+1', undefined],
  ['mười', undefined],
  ['99999999', undefined],
])('"%s" people are %s', (text, people) => {
  expect(readPeople(text)).toBe(people);
});

test.each([
  ['2026-11-25', Date.UTC(2026, 10, 24, 17)],
  ['25/11/2026', Date.UTC(2026, 10, 24, 17)],
  ['5-1-2026', Date.UTC(2026, 0, 4, 17)],
  ['31/02/2026', undefined],
  ['2026', undefined],
  ['', undefined],
])('the day "%s" begins at %s', (text, at) => {
  expect(readDay(text)).toBe(at);
});

const NAMES: HeadNames = {
  code: ['ma don vi'],
  name: ['don vi'],
  asOf: ['tinh den ngay'],
  source: ['nguon'],
  all: ['tat ca'],
  official: ['can bo'],
  partyMember: ['dang vien'],
  youthUnionMember: ['doan vien'],
  pupil: ['hoc sinh'],
  public: ['nhan dan'],
};

const UNITS = [
  { id: 'xa-a', name: 'Xã A' },
  { id: 'xa-b', name: 'Xã B' },
  { id: 'to-1', name: 'Tổ 1' },
  { id: 'to-1-b', name: 'Tổ 1' },
];
const NOW = Date.UTC(2026, 10, 25);
const TODAY = Date.UTC(2026, 10, 24, 17);

const judge = (...rows: string[][]) => {
  const file = [['Mã đơn vị', 'Đơn vị', 'Tất cả', 'Đảng viên', 'Tính đến ngày', 'Nguồn'], ...rows].map(
    (cells, index) => ({ number: index + 1, cells }),
  );
  const heads = findHeads(file, NAMES);
  if (!heads) throw new Error('no heads');
  return judgeRows(file.slice(1), { columns: heads.columns, units: UNITS, asOf: TODAY, source: 'bảng', now: NOW });
};

describe('a table', () => {
  test('has its heads found below other lines, and none without a unit or a figure', () => {
    const rows = [['DANH SÁCH'], [], ['STT', 'Đơn vị', 'TẤT CẢ']].map((cells, index) => ({ number: index + 1, cells }));
    expect(findHeads(rows, NAMES)?.head).toBe(3);
    expect(findHeads([{ number: 1, cells: ['Mã đơn vị', 'Đơn vị'] }], NAMES)).toBeUndefined();
    expect(findHeads([{ number: 1, cells: ['Tất cả', 'Đảng viên'] }], NAMES)).toBeUndefined();
  });

  test('gives figures by code, and by name where there is no code', () => {
    const lines = judge(['xa-a', 'tên khác', '1.200', '35'], ['', 'xã b', '30']);
    expect(lines).toMatchObject([
      { row: 2, unitId: 'xa-a', name: 'Xã A', asOf: TODAY, source: 'bảng', faults: [] },
      { row: 3, unitId: 'xa-b', faults: [] },
    ]);
    expect([...(lines[0]?.figures ?? [])]).toEqual([
      ['all', 1200],
      ['partyMember', 35],
    ]);
  });

  test('has a day and a source by row', () => {
    expect(judge(['xa-a', '', '5', '', '01/11/2026', 'CV 12'])).toMatchObject([
      { asOf: Date.UTC(2026, 9, 31, 17), source: 'CV 12', faults: [] },
    ]);
  });

  test.each([
    [['', '', '5'], 'unitMissing'],
    [['xa-z', 'Xã A', '5'], 'unitUnknown'],
    [['', 'Tổ 1', '5'], 'unitAmbiguous'],
    [['xa-a', '', '5', '', '32/01/2026'], 'badDay'],
    [['xa-a', '', '5', '', '26/11/2026'], 'future'],
    [['xa-a', '', 'năm'], 'notNumber'],
  ])('says what is wrong with %j: %s', (row, code) => {
    expect(judge(row).flatMap(({ faults }) => faults.map((fault) => fault.code))).toEqual([code]);
  });

  test('takes no unit twice, and passes over rows without figures', () => {
    const lines = judge(['xa-a', '', '5'], ['xa-b', '', ''], ['xa-a', '', '6']);
    expect(lines.map(({ row, faults }) => [row, faults])).toEqual([
      [2, []],
      [4, [{ code: 'unitTwice', row: 2 }]],
    ]);
  });
});
