import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { rollUp } from '#app/domain/units/tree.ts';
import { findUnits, listUnits, loadUnits } from '#app/features/units/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';

useTestDatabase({ per: 'test' });

describe('loading content/units', () => {
  it('brings the 56 communes and wards, the four committees and what stands below them', async () => {
    await loadUnits({ now: OPENING });
    const rows = await listUnits(OPENING);
    const below = (parentId: string) => rows.filter((row) => row.parentId === parentId);
    expect(below('cao-bang').filter((row) => row.block === 'Khối xã, phường')).toHaveLength(56);
    expect(below('cao-bang').filter((row) => row.kind === 'ward')).toHaveLength(3);
    expect(below('cao-bang').filter((row) => row.kind === 'committee')).toHaveLength(4);
    expect(below('dang-bo-ubnd-tinh').every((row) => row.block === 'Khối cơ quan, lực lượng vũ trang cấp tỉnh')).toBe(
      true,
    );
    const totals = rollUp(rows, new Map(rows.map((row) => [row.id, row.headcount])), 0, (a, b) => a + b);
    expect(totals.get('cao-bang')).toBe(rows.reduce((sum, row) => sum + row.headcount, 0));
    expect(rows.every((row) => (totals.get(row.id) ?? 0) > 0)).toBe(true);
    expect(rows.filter((row) => row.headcount > 0).every((row) => row.isSample)).toBe(true);
    const [hit] = await findUnits({ query: 'truong ha', now: OPENING });
    expect(hit).toEqual({
      id: 'xa-truong-ha',
      name: 'Xã Trường Hà',
      pathText: 'Tỉnh Cao Bằng › Khối xã, phường',
      guidance: { of: 'Tỉnh Cao Bằng', text: expect.stringContaining('xã, phường của mình') as string },
    });
  });

  it('changes nothing the second time', async () => {
    const first = await loadUnits({ now: OPENING });
    const db = await database();
    const snapshot = async () => ({
      units: await db.unit.findMany(),
      headcounts: await db.headcount.findMany(),
      audit: await db.auditEntry.count(),
    });
    const before = await snapshot();
    expect(first.changed).toBeGreaterThan(first.units);
    expect(await loadUnits({ now: OPENING + 1 })).toEqual({ units: first.units, changed: 0 });
    expect(await snapshot()).toEqual(before);
  });

  it('brings back a row that differs from the file', async () => {
    await loadUnits({ now: OPENING });
    const db = await database();
    await db.unit.update({ where: { id: 'xa-truong-ha' }, data: { name: 'Xã khác' } });
    expect(await loadUnits({ now: OPENING })).toMatchObject({ changed: 1 });
    expect((await db.unit.findUniqueOrThrow({ where: { id: 'xa-truong-ha' } })).name).toBe('Xã Trường Hà');
  });
});

const HEAD = `validFrom: 2025-07-01
headcount: { category: all, asOf: 2026-01-01, source: thử, sample: true }
units:
`;

/** Loads a tree from a folder of its own. */
async function loadFrom(lines: string): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'tim-hieu-units-'));
  mkdirSync(join(folder, 'units'));
  writeFileSync(join(folder, 'units/thu.yml'), HEAD + lines);
  vi.stubEnv('CONTENT_DIR', folder);
  vi.resetModules();
  try {
    const { readUnitFiles } = await import('#app/features/units/read-unit-files.server.ts');
    return readUnitFiles();
  } finally {
    vi.unstubAllEnvs();
    vi.resetModules();
    rmSync(folder, { recursive: true });
  }
}

describe('a file with a fault is refused with file, line and field', () => {
  it.each([
    [
      'a loop',
      '  - { id: a, parent: b, name: A, kind: agency }\n  - { id: b, parent: a, name: B, kind: agency }',
      'units/thu.yml:4 a.parent: đơn vị cấp trên tạo thành vòng lặp',
    ],
    ['a unit above itself', '  - { id: a, parent: a, name: A, kind: agency }', 'vòng lặp'],
    [
      'no such parent',
      '  - { id: a, name: A, kind: agency }\n  - { id: b, parent: x, name: B, kind: agency }',
      'units/thu.yml:5 b.parent: không có đơn vị cấp trên "x"',
    ],
    [
      'a double id',
      '  - { id: a, name: A, kind: agency }\n  - { id: a, name: B, kind: agency }',
      'a.id: mã đơn vị này đã dùng',
    ],
    [
      'people above the leaves',
      '  - { id: a, name: A, kind: agency, people: 3 }\n  - { id: b, parent: a, name: B, kind: agency }',
      'a.people',
    ],
    ['an unknown kind', '  - { id: a, name: A, kind: planet }', 'units[0].kind'],
    ['an unknown field', '  - { id: a, name: A, kind: agency, secret: 1 }', 'units[0].secret'],
    ['people below zero', '  - { id: a, name: A, kind: agency, people: -1 }', 'units[0].people'],
    ['a bad day', '  - { id: a, name: A, kind: agency, validTo: 01/07/2025 }', 'units[0].validTo'],
    ['an end before the start', '  - { id: a, name: A, kind: agency, validTo: 2025-07-01 }', 'a.validTo'],
    ['a bad id', '  - { id: "Xã A", name: A, kind: agency }', 'units[0].id'],
  ])('%s', async (_, lines, message) => {
    await expect(loadFrom(lines)).rejects.toThrow(message);
  });

  it('orders parents before children and hands the block down', async () => {
    const tree = await loadFrom(
      '  - { id: b, parent: a, name: B, kind: agency }\n  - { id: a, name: A, kind: agency, block: Khối }',
    );
    expect(tree).toMatchObject({
      units: [
        { id: 'a', path: '/a/' },
        { id: 'b', path: '/a/b/', block: 'Khối' },
      ],
    });
  });
});
