import { describe, expect, test } from 'vitest';
import { sortQuery, sortUnits, unitOrderOf } from '#app/features/participation/unit-order.ts';

const order = (query: string) => unitOrderOf(new URLSearchParams(query));

const ROWS = [
  { name: 'Xã Đàm Thủy', people: 5, rate: 0.1 },
  { name: 'Xã Ca Thành', people: 9, rate: undefined },
  { name: 'Xã Bảo Lạc', people: 5, rate: 0.3 },
  { name: 'Xã Độc Lập', people: 1, rate: 0.1 },
];
const names = (query: string) => sortUnits(ROWS, order(query)).map((row) => row.name.slice(3));

describe('the order of a table of units', () => {
  test('is by rate, the highest first, unless the address says otherwise', () => {
    expect(order('')).toEqual({ by: 'rate', isDescending: true });
    expect(order('sort=name')).toEqual({ by: 'name', isDescending: false });
    expect(order('sort=people&order=asc')).toEqual({ by: 'people', isDescending: false });
    expect(order('sort=__proto__&order=x')).toEqual({ by: 'rate', isDescending: true });
  });

  test('keeps units without a rate last either way and parts equal ones by name', () => {
    expect(names('sort=rate')).toEqual(['Bảo Lạc', 'Đàm Thủy', 'Độc Lập', 'Ca Thành']);
    expect(names('sort=rate&order=asc')).toEqual(['Đàm Thủy', 'Độc Lập', 'Bảo Lạc', 'Ca Thành']);
    expect(names('sort=people')).toEqual(['Ca Thành', 'Bảo Lạc', 'Đàm Thủy', 'Độc Lập']);
  });

  test('is Vietnamese by name: Đ after C and D', () => {
    expect(names('sort=name')).toEqual(['Bảo Lạc', 'Ca Thành', 'Đàm Thủy', 'Độc Lập']);
    expect(names('sort=name&order=desc')).toEqual(['Độc Lập', 'Đàm Thủy', 'Ca Thành', 'Bảo Lạc']);
  });

  test('a head turns its own column round and begins another one in its natural order', () => {
    const now = order('sort=rate');
    expect(sortQuery('rate', now)).toBe('sort=rate&order=asc');
    expect(sortQuery('name', now)).toBe('sort=name&order=asc');
    expect(sortQuery('people', now)).toBe('sort=people&order=desc');
  });
});
