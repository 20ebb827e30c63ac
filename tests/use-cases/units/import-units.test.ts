import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/identity/actor.ts';
import { localDay, startOfLocalDay } from '#app/domain/kernel/time.ts';
import {
  applyUnitImport,
  createUnitImport,
  exportUnitTree,
  getUnitImport,
  undoChange,
} from '#app/features/units/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = OPENING;
const TODAY = startOfLocalDay(localDay(NOW));
const organizer: Actor = {
  accountId: 'nguoi-nhap',
  unitId: 'tinh',
  unitPath: '/tinh/',
  birthYear: 1980,
  grants: [{ role: 'organizer', unitId: 'tinh', unitPath: '/tinh/' }],
};

beforeEach(async () => {
  const root = await aUnit({ id: 'tinh', name: 'Tỉnh Cao Bằng' });
  const city = await aUnit({ id: 'thanh-pho', name: 'Thành phố', parent: root, block: 'Khối xã' });
  await aUnit({ id: 'xa-hoa-an', name: 'Xã Hòa An', parent: root, people: 100, block: 'Khối xã' });
  await aUnit({ id: 'xa-hung-dao', name: 'Xã Hưng Đạo', parent: root, block: 'Khối xã' });
  await aUnit({ id: 'xa-hung-dao-tp', name: 'Xã Hưng Đạo', parent: city, block: 'Khối xã' });
  await aUnit({ id: 'hai', name: '=HYPERLINK("x")', parent: root });
});

const csv = (...lines: string[]) => ({ name: 'don-vi.csv', bytes: new TextEncoder().encode(lines.join('\n')) });
async function read(file: { name: string; bytes: Uint8Array }): Promise<string> {
  const created = await createUnitImport({ actor: organizer, file, now: NOW });
  if (!created.ok) throw new Error(JSON.stringify(created.error));
  return created.value;
}
async function reportOf(importId: string, answers: Record<string, string> = {}, actor = organizer) {
  const asked = { actor, importId, effectiveAt: TODAY, answers: new Map(Object.entries(answers)), now: NOW };
  return getUnitImport({ ...asked, state: undefined, page: 1 });
}
const apply = (importId: string, answers: Record<string, string> = {}) =>
  applyUnitImport({
    actor: organizer,
    importId,
    effectiveAt: TODAY,
    answers: new Map(Object.entries(answers)),
    reason: 'Danh sách của Sở Nội vụ',
    seen: undefined,
    now: NOW,
  });
const units = async () => (await database()).unit.findMany({ orderBy: { id: 'asc' } });

const FILE = csv(
  'DANH SÁCH ĐƠN VỊ;;;',
  'STT;Tên đơn vị;Đơn vị cấp trên;Quân số',
  '1;Đảng ủy xã Hoà An;;120',
  '2;Xóm Bản Giới;Xã Hòa An;45',
  '3;Xã Hưng Đạo;;',
);

describe('a table of units', () => {
  test('is compared row by row; spelling of tones and organs before a name do no harm; a name of two is asked about', async () => {
    const report = await reportOf(await read(FILE));
    expect(report?.rows.map(({ number, state }) => [number, state])).toEqual([
      [3, 'changed'],
      [4, 'new'],
      [5, 'ambiguous'],
    ]);
    expect(report?.asked.map(({ question }) => question?.candidates.map(({ label }) => label))).toEqual([
      ['Xã Hưng Đạo (Tỉnh Cao Bằng)', 'Xã Hưng Đạo (Thành phố, Tỉnh Cao Bằng)'],
    ]);
    expect(report?.isReady).toBe(false);
  });

  test('with an open question nothing is written; answered, it is one change, and the same file changes nothing', async () => {
    const before = await units();
    const first = await read(FILE);
    expect(await apply(first)).toMatchObject({ error: { code: 'has-faults', count: 1 } });
    expect(await units()).toEqual(before);
    expect(await apply(first, { u5: 'xa-hung-dao' })).toMatchObject({ ok: true });
    const db = await database();
    expect(await db.unit.findUnique({ where: { id: 'xom-ban-gioi' } })).toMatchObject({
      path: '/tinh/xa-hoa-an/xom-ban-gioi/',
    });
    expect(
      await db.headcount.findMany({ where: { people: { in: [120, 45] } }, orderBy: { people: 'asc' } }),
    ).toMatchObject([
      { unitId: 'xom-ban-gioi', people: 45, source: 'don-vi.csv' },
      { unitId: 'xa-hoa-an', people: 120 },
    ]);
    const again = await read(FILE);
    expect((await reportOf(again, { u5: 'xa-hung-dao' }))?.counts).toMatchObject({ same: 3 });
    expect(await apply(again, { u5: 'xa-hung-dao' })).toMatchObject({ error: { code: 'nothing-changes' } });
  });

  test('is taken back as one', async () => {
    const heads = async () => (await database()).headcount.findMany({ orderBy: { people: 'asc' } });
    const before = [(await units()).map(({ id }) => id), await heads()];
    const done = await apply(await read(FILE), { u5: 'xa-hung-dao' });
    if (!done.ok) throw new Error('refused');
    expect(await undoChange({ actor: organizer, changeId: done.value.changeId, now: NOW })).toMatchObject({ ok: true });
    expect([(await units()).map(({ id }) => id), await heads()]).toEqual(before);
  });

  test('with a fault says row and column, and nothing is written', async () => {
    const importId = await read(
      csv('Tên đơn vị,Đơn vị cấp trên,Từ ngày', 'Xóm A,Xã Không Có,31/02/2026', 'Xóm B,Xã Lạ,'),
    );
    expect((await reportOf(importId))?.rows.map(({ number, faults }) => [number, ...faults])).toEqual([
      [2, { column: 'validFrom', code: 'bad-day', value: '31/02/2026' }],
      [3, { column: 'parent', code: 'parent-unknown', value: 'Xã Lạ' }],
    ]);
    expect(await apply(importId)).toMatchObject({ error: { code: 'has-faults', count: 2 } });
  });

  test("is nobody else's", async () => {
    const importId = await read(FILE);
    expect(await reportOf(importId, {}, { ...organizer, accountId: 'nguoi-khac' })).toBeUndefined();
  });

  test.each(['xlsx', 'csv'] as const)('is exported as .%s so that it is read back as the same', async (type) => {
    const { bytes } = await exportUnitTree(type, { at: NOW, now: NOW });
    const report = await reportOf(await read({ name: `cay.${type}`, bytes }));
    expect(report?.counts).toEqual({ new: 0, changed: 0, same: 6, ambiguous: 0, fault: 0 });
    if (type === 'csv') expect(new TextDecoder().decode(bytes)).toContain(`'=HYPERLINK`);
  });
});
