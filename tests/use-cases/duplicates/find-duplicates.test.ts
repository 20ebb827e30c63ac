import { beforeEach, expect, test } from 'vitest';
import {
  findDuplicates,
  keepApart,
  listPairs,
  mergeAccounts,
  undoMerge,
} from '#app/features/duplicates/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import type { Unit } from '#prisma/generated/sqlite/client.ts';
import { OPENING } from '#tests/support/clock.ts';
import { ORGANIZER } from '#tests/support/correcting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { anAccount, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = OPENING;
let commune: Unit;
let other: Unit;

beforeEach(async () => {
  const root = await aUnit({ id: 'tinh' });
  commune = await aUnit({ id: 'xa', parent: root });
  other = await aUnit({ id: 'xa-khac', parent: root });
});

const person = (fullName: string, given: { unit?: Unit; birthYear?: number } = {}) =>
  anAccount({ fullName, unit: given.unit ?? commune, birthYear: given.birthYear ?? 1990 });

async function found(now = NOW) {
  await findDuplicates({ now });
  const { rows } = await listPairs({ state: 'open', reason: undefined, page: 1, now });
  return rows.map(({ people, reasons }) => [...people.map(({ name }) => name).toSorted(), reasons.join()].join(' | '));
}

const trace = async (accountId: string, deviceHash: string, at = NOW) =>
  (await database()).attemptTrace.create({
    data: {
      attemptId: `luot-${accountId}`,
      contestId: 'thi',
      accountId,
      deviceHash,
      networkHash: 'mang',
      wideHash: 'rong',
      firstAt: new Date(at),
      lastAt: new Date(at),
    },
  });

test('finds two accounts of one person in a unit, however the name was typed', async () => {
  await person('Nông Văn Hùng');
  await person('NONG VAN HUNG');
  await person('Hùng Nông Văn');
  await person('Hoàng Thị Mai');
  const pairs = await found();
  expect(pairs[0]).toBe('NONG VAN HUNG | Nông Văn Hùng | name,birthYear,unit');
  expect(pairs.slice(1).toSorted()).toEqual([
    'Hùng Nông Văn | NONG VAN HUNG | nameOrder,birthYear,unit',
    'Hùng Nông Văn | Nông Văn Hùng | nameOrder,birthYear,unit',
  ]);
});

test('does not bring namesakes of two units together, until they were at one device', async () => {
  const a = await person('Nguyễn Văn Nam');
  const b = await person('Nguyễn Văn Nam', { unit: other });
  expect(await found()).toEqual([]);
  await trace(a.id, 'may-1');
  await trace(b.id, 'may-1');
  expect(await found(NOW + 1)).toEqual(['Nguyễn Văn Nam | Nguyễn Văn Nam | name,birthYear,device,network']);
});

test('asks nothing about people who only share a device, however many', async () => {
  for (const name of ['Đàm Văn Sơn', 'Triệu Thị Lan', 'Bế Văn Long']) await trace((await person(name)).id, 'may-1');
  expect(await found()).toEqual([]);
});

test('looks at each account once, and again when its unit changed', async () => {
  const a = await person('Nông Văn Hùng');
  const b = await person('Nông Văn Hùng', { unit: other });
  expect((await findDuplicates({ now: NOW })).looked).toBe(2);
  expect((await findDuplicates({ now: NOW + 1 })).looked).toBe(0);
  await (await database()).account.update({ where: { id: b.id }, data: { unitId: commune.id } });
  await inTransaction((tx) =>
    recordAudit(tx, { at: NOW + 2, actorId: a.id, action: 'transfer.carried-out', subject: `account:${b.id}` }),
  );
  expect(await found(NOW + 3)).toEqual(['Nông Văn Hùng | Nông Văn Hùng | name,birthYear,unit']);
});

test('looks at all whom one act changed in one instant, also where they are more than one call takes', async () => {
  const ids: string[] = [];
  for (let index = 0; index < 205; index += 1)
    ids.push((await person(`${index} Nông Văn`, { birthYear: 1930 + (index % 80) })).id);
  while ((await findDuplicates({ now: NOW })).looked > 0);
  await inTransaction(async (tx) => {
    for (const id of ids)
      await recordAudit(tx, { at: NOW + 2, actorId: id, action: 'transfer.carried-out', subject: `account:${id}` });
  });
  expect((await findDuplicates({ now: NOW + 3 })).looked).toBe(ids.length);
  expect((await findDuplicates({ now: NOW + 4 })).looked).toBe(0);
});

test('goes on where it was after many new accounts, and finds the same as at once', async () => {
  for (let index = 0; index < 250; index += 1)
    await person(`Người Số ${index % 125} Tên`, { birthYear: 1950 + (index % 25) });
  const looked: number[] = [];
  for (let call = 0; call < 5; call += 1) looked.push((await findDuplicates({ now: NOW + call })).looked);
  expect(looked).toEqual([200, 50, 0, 0, 0]);
  const pairs = await (await database()).duplicatePair.findMany();
  const same = pairs.filter(({ reasons }) => reasons === '|name|birthYear|unit|');
  // Each name stands for two people of one year.
  expect(same).toHaveLength(125);
});

test('what people decided stays decided, and a merge that is taken back is asked about again', async () => {
  await person('Nông Văn Hùng');
  await person('Nông Văn Hùng');
  await person('Nông Văn Hùng');
  expect(await found()).toHaveLength(3);
  const open = async () =>
    (await database()).duplicatePair.findMany({ where: { state: 'open' }, orderBy: { id: 'asc' } });
  const [first, second] = await open();
  const apart = await keepApart({ actor: ORGANIZER, pairId: first?.id ?? '', reason: 'Hai anh em', now: NOW });
  expect(apart.ok).toBe(true);
  const again = await keepApart({ actor: ORGANIZER, pairId: first?.id ?? '', reason: 'Hai anh em', now: NOW });
  expect(again).toEqual({ ok: false, error: 'pair-decided' });
  const [keptId = '', mergedId = ''] = [second?.firstId, second?.secondId];
  const merged = await mergeAccounts({ actor: ORGANIZER, keptId, mergedId, reason: 'Cùng một người', now: NOW + 1 });
  const left = (await open()).filter((pair) => [pair.firstId, pair.secondId].includes(mergedId));
  expect(left).toEqual([]);
  const mergeId = merged.ok ? merged.value.mergeId : '';
  await undoMerge({ actor: ORGANIZER, mergeId, reason: 'Nhầm hai anh em', now: NOW + 2 });
  expect(await open()).toHaveLength(2);
  await findDuplicates({ now: NOW + 3 });
  expect(await open()).toHaveLength(2);
  const nobody = { ...ORGANIZER, grants: [] };
  const byNobody = await keepApart({ actor: nobody, pairId: second?.id ?? '', reason: 'Hai anh em', now: NOW });
  expect(byNobody).toEqual({ ok: false, error: 'forbidden' });
});
