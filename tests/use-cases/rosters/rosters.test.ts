import ExcelJS from 'exceljs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/identity/actor.ts';
import { DAY } from '#app/domain/kernel/time.ts';
import {
  decideRosterPerson,
  dropForgottenLists,
  dropRoster,
  getRoster,
  getRosterReview,
  listRoster,
  matchRoster,
  readRosterFile,
  reopenRosterPerson,
  restoreRoster,
  rosterCounts,
  rosterTemplate,
  rosterWorkbook,
  takeRosterIn,
  type RosterPreview,
} from '#app/features/rosters/index.server.ts';
import { readTables } from '#app/platform/tables/read-tables.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Unit } from '#prisma/generated/sqlite/client.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aParticipation, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 1 });

let root: Unit;
let north: Unit;
let clerk: Actor;

async function inCharge(unit: Unit, role: 'organizer' | 'unitManager' = 'unitManager'): Promise<Actor> {
  const account = await anAccount({ unit, fullName: 'Phụ Trách', grants: [{ role, unit }] });
  const grants = [{ role, unitId: unit.id, unitPath: unit.path }];
  return { accountId: account.id, unitId: unit.id, unitPath: unit.path, birthYear: 1980, grants };
}

beforeEach(async () => {
  root = await aUnit({ id: 'tinh' });
  north = await aUnit({ id: 'bac', parent: root });
  clerk = await inCharge(north);
});

type Cell = string | number | Date | null;

/** A clerk's workbook: title, merged two-row head, phone numbers, and these rows. */
async function workbook(rows: readonly (readonly Cell[])[], { isNamed = true } = {}): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const extra = book.addWorksheet('Ghi nhớ');
  extra.addRow(['Không có gì']);
  const sheet = book.addWorksheet('Danh sách 2026');
  sheet.addRow(['ĐẢNG ỦY XÃ']);
  sheet.mergeCells('A1:F1');
  sheet.addRow([]);
  sheet.addRow(['STT', isNamed ? 'Họ và tên' : 'Gì đó', 'Ngày sinh', 'Chức vụ', 'Số điện thoại', 'Đối tượng']);
  for (const row of rows) sheet.addRow([...row]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const ROWS: readonly (readonly Cell[])[] = [
  [1, 'NÔNG VĂN AN', new Date(Date.UTC(1975, 2, 15)), 'Bí thư', '0912345678', 'Cán bộ'],
  [2, 'Hoàng Thị Hoà ', '1980', '=1+1', '0912345679', 'đảng viên'],
  [4, 'Lý Văn Ba', '', '', '', ''],
  [5, 'Bế Văn Tư', '5/6/1990', '', '', 'Đoàn viên'],
  [6, '', '1991', '', '', ''],
];

async function looked(rows = ROWS, actor = clerk, now = NOW): Promise<RosterPreview> {
  const file = { name: 'danh-sach.xlsx', bytes: await workbook(rows) };
  const read = await readRosterFile({ actor, unitId: north.id, file, now });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

async function taken(rows = ROWS, now = NOW): Promise<void> {
  const importId = (await looked(rows, clerk, now)).sheets[0]?.importId ?? '';
  const result = await takeRosterIn({ actor: clerk, unitId: north.id, importId, now });
  if (!result.ok) throw new Error(result.error);
}

async function view(contestId = '', given: { name?: string; state?: 'noAccount' | 'taken' | 'review' } = {}) {
  const { name = '', state } = given;
  const found = await getRoster({ actor: clerk, unitId: north.id, contestId, name, state, page: 1 });
  if (!found.ok) throw new Error(found.error);
  return found.value;
}

const stateOf = async (): Promise<string[]> => ((await view()).roster?.lines ?? []).map(({ match }) => match);

describe('a file', () => {
  test('is only looked at first, with faults by row, columns that are not read, and who has an account', async () => {
    await anAccount({ unit: north, fullName: 'Nông Văn An', birthYear: 1975 });
    const preview = await looked();
    expect(preview.others).toEqual([{ sheet: 'Ghi nhớ', why: 'no-head' }]);
    const [sheet] = preview.sheets;
    expect(sheet).toMatchObject({ sheet: 'Danh sách 2026', people: 4, withoutYear: 1, matches: { sure: 1, none: 3 } });
    expect(sheet?.faults).toMatchObject([{ row: 8, column: 'Họ và tên', code: 'noName' }]);
    expect(sheet?.ignored).toEqual([{ head: 'Số điện thoại', isSensitive: true }]);
    expect((await view()).roster).toBeUndefined();
  });

  test('replaces the roster as one act, which can be undone; nothing of other columns is stored', async () => {
    await taken();
    const first = await view();
    expect(first.roster?.lines.map(({ fullName, birthYear }) => [fullName, birthYear])).toEqual([
      ['Nông Văn An', 1975],
      ['Hoàng Thị Hoà', 1980],
      ['Lý Văn Ba', undefined],
      ['Bế Văn Tư', 1990],
    ]);
    const stored = JSON.stringify(await (await database()).rosterPerson.findMany());
    expect(stored).not.toMatch(/09123/u);
    await taken(ROWS.slice(0, 2), NOW + 1_000);
    const second = await view();
    expect([second.roster?.people, second.formerPeople]).toEqual([2, 4]);
    expect(await restoreRoster({ actor: clerk, unitId: north.id, now: NOW + 2_000 })).toMatchObject({ ok: true });
    const third = await view();
    expect([third.roster?.people, third.formerPeople]).toEqual([4, undefined]);
    expect(await restoreRoster({ actor: clerk, unitId: north.id, now: NOW })).toMatchObject({ error: 'no-former' });
  });

  test('is refused without a list in it, and when it is no table', async () => {
    const read = async (bytes: Uint8Array, name = 'a.xlsx') =>
      readRosterFile({ actor: clerk, unitId: north.id, file: { name, bytes }, now: NOW });
    expect(await read(await workbook(ROWS, { isNamed: false }))).toEqual({ ok: false, error: 'no-head' });
    expect(await read(new Uint8Array())).toEqual({ ok: false, error: 'no-file' });
    expect((await read(new TextEncoder().encode('PK không phải Excel'), 'a.xlsx')).ok).toBe(false);
    expect(await (await database()).rosterImport.count()).toBe(0);
  });

  test('in CSV, and the template filled in, are read as well', async () => {
    const csv = '\uFEFFSTT;Họ tên;Năm sinh\n1;Lý Văn Ba;1988\n';
    const file = { name: 'a.csv', bytes: new TextEncoder().encode(csv) };
    const read = await readRosterFile({ actor: clerk, unitId: north.id, file, now: NOW });
    expect(read).toMatchObject({ ok: true, value: { sheets: [{ people: 1 }] } });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await rosterTemplate({ locale: 'vi', now: NOW })).buffer as ArrayBuffer);
    const page = book.worksheets[0];
    if (page) page.getRow(2).getCell(2).value = 'Lý Thị Tư';
    if (page) page.getRow(2).getCell(3).value = 1985;
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const filled = await readRosterFile({ actor: clerk, unitId: north.id, file: { name: 'm.xlsx', bytes }, now: NOW });
    expect(filled).toMatchObject({ ok: true, value: { sheets: [{ people: 1, faultCount: 0, withoutYear: 0 }] } });
  });

  test('that nobody takes in is forgotten after a day', async () => {
    await taken();
    await looked();
    await dropForgottenLists({ now: NOW + DAY / 2 });
    expect(await (await database()).rosterImport.count()).toBe(2);
    await dropForgottenLists({ now: NOW + 2 * DAY });
    expect(await (await database()).rosterImport.count()).toBe(1);
    expect(await (await database()).rosterPerson.count()).toBe(4);
  });
});

describe('who is who', () => {
  test('is decided person by person; what was decided holds when matched again and on the next list', async () => {
    const [one, two] = [
      await anAccount({ unit: north, fullName: 'Lý Văn Ba', birthYear: 1970 }),
      await anAccount({ unit: north, fullName: 'Bế Văn Tứ', birthYear: 1990 }),
    ];
    await anAccount({ unit: root, fullName: 'Hoàng Thị Hòa', birthYear: 1980 });
    await taken();
    expect(await stateOf()).toEqual(['none', 'none', 'unsure', 'unsure']);
    const review = await getRosterReview({ actor: clerk, unitId: north.id, now: NOW });
    const [ba, tu] = review.ok ? review.value.rows : [];
    expect(ba?.candidates).toMatchObject([{ accountId: one.id, birthYear: 1970, unitName: north.name }]);
    const deciding = { actor: clerk, unitId: north.id, now: NOW };
    const wrong = { ...deciding, personId: ba?.id ?? '', accountId: two.id };
    expect(await decideRosterPerson(wrong)).toEqual({ ok: false, error: 'not-found' });
    expect((await decideRosterPerson({ ...wrong, accountId: one.id })).ok).toBe(true);
    expect((await decideRosterPerson({ ...deciding, personId: tu?.id ?? '', accountId: undefined })).ok).toBe(true);
    expect(await stateOf()).toEqual(['none', 'none', 'confirmed', 'refused']);
    await anAccount({ unit: north, fullName: 'Hoàng Thị Hòa', birthYear: 1980 });
    expect(await matchRoster({ unitId: north.id, now: NOW, isAsked: true })).toBe(1);
    expect(await stateOf()).toEqual(['none', 'sure', 'confirmed', 'refused']);
    await taken(ROWS.slice(1, 4), NOW + 1_000);
    expect(await stateOf()).toEqual(['sure', 'confirmed', 'refused']);
    const line = (await view()).roster?.lines.find(({ match }) => match === 'refused');
    expect((await reopenRosterPerson({ ...deciding, personId: line?.id ?? '' })).ok).toBe(true);
    expect(await stateOf()).toEqual(['sure', 'confirmed', 'unsure']);
  });

  test('an account is confirmed for one person of the list alone', async () => {
    const account = await anAccount({ unit: north, fullName: 'Hà An', birthYear: 1980 });
    await taken([
      [1, 'Hà An', '', '', '', ''],
      [2, 'Hà An', '1981', '', '', ''],
    ]);
    const review = await getRosterReview({ actor: clerk, unitId: north.id, now: NOW });
    const rows = review.ok ? review.value.rows : [];
    expect(rows).toHaveLength(2);
    const decide = (at: number) => {
      const personId = rows[at]?.id ?? '';
      return decideRosterPerson({ actor: clerk, unitId: north.id, personId, accountId: account.id, now: NOW });
    };
    expect((await decide(0)).ok).toBe(true);
    expect(await decide(1)).toEqual({ ok: false, error: 'taken-already' });
    await matchRoster({ unitId: north.id, now: NOW, isAsked: true });
    expect(await stateOf()).toEqual(['confirmed', 'none']);
  });
});

test('the list tells who has taken part, by name and state, as a page and as a file of texts', async () => {
  const { contest } = await aContest();
  const an = await anAccount({ unit: north, fullName: 'Nông Văn An', birthYear: 1975 });
  await anAccount({ unit: north, fullName: 'Bế Văn Tư', birthYear: 1990 });
  await aParticipation(contest, an);
  await taken();
  const { roster } = await view(contest.id);
  expect(roster?.counts).toEqual({ review: 0, noAccount: 2, notTaken: 1, taken: 1 });
  expect((await view(contest.id, { state: 'taken' })).roster?.lines).toMatchObject([{ fullName: 'Nông Văn An' }]);
  expect((await view(contest.id, { name: 'van' })).roster?.found).toBe(3);
  expect((await view(contest.id, { name: 'hoang', state: 'noAccount' })).roster?.found).toBe(1);
  expect(await rosterCounts([north.id, root.id], contest.id)).toEqual(
    new Map([[north.id, { people: 4, matched: 2, taken: 1 }]]),
  );
  const asked = { actor: clerk, unitId: north.id, contestId: contest.id, name: '', state: 'noAccount' } as const;
  const lines = await listRoster(asked);
  const about = { unitName: '=Đơn vị', contestTitle: contest.title, filter: 'Chưa có tài khoản' };
  const bytes = await rosterWorkbook(lines.ok ? lines.value : [], about, { locale: 'vi', now: NOW });
  const tables = await readTables({ name: 'a.xlsx', bytes });
  const texts = tables.ok ? tables.value.flatMap(({ rows }) => rows.map(({ cells }) => cells.join('|'))) : [];
  expect(texts.filter((text) => /^\d/u.test(text))).toEqual([
    '2|Hoàng Thị Hoà|1980|=1+1|Đảng viên|Chưa có tài khoản',
    '3|Lý Văn Ba||||Chưa có tài khoản',
  ]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  let formulas = 0;
  book.eachSheet((page) =>
    page.eachRow((row) => row.eachCell((cell) => (formulas += cell.type === ExcelJS.ValueType.Formula ? 1 : 0))),
  );
  expect(formulas).toBe(0);
});

test('nobody but those in charge of the unit itself sees, changes or exports it; every act is recorded without names', async () => {
  await taken();
  const below = await aUnit({ id: 'xom', parent: north });
  const others = [await inCharge(root, 'organizer'), await inCharge(root), await inCharge(below), await inCharge(root)];
  const waiting = (await looked()).sheets[0]?.importId ?? '';
  for (const actor of others) {
    const keeping = { actor, unitId: north.id, now: NOW };
    const query = { ...keeping, contestId: '', name: '', state: undefined };
    const file = { name: 'a.xlsx', bytes: await workbook(ROWS) };
    const answers = [
      await getRoster({ ...query, page: 1 }),
      await listRoster(query),
      await getRosterReview(keeping),
      await takeRosterIn({ ...keeping, importId: waiting }),
      await restoreRoster(keeping),
      await dropRoster(keeping),
      await decideRosterPerson({ ...keeping, personId: 'x', accountId: undefined }),
      await reopenRosterPerson({ ...keeping, personId: 'x' }),
      await readRosterFile({ ...keeping, file }),
    ];
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error))).toEqual(answers.map(() => 'forbidden'));
  }
  expect(await dropRoster({ actor: clerk, unitId: north.id, now: NOW })).toMatchObject({ ok: true });
  const db = await database();
  expect([await db.rosterPerson.count(), await db.rosterImport.count()]).toEqual([0, 0]);
  const acts = await db.auditEntry.findMany({ where: { action: { startsWith: 'roster.' } } });
  expect(acts.map(({ action }) => action)).toEqual(['roster.taken-in', 'roster.dropped']);
  expect(JSON.stringify(acts)).not.toMatch(/Nông|Hoàng/u);
});

test('a list of four thousand is taken in, matched and paged', async () => {
  const db = await database();
  const names = Array.from(
    { length: 4_000 },
    (_, index) =>
      `Nông Văn ${String.fromCodePoint(65 + (index % 26))}${'abcdefghij'[index % 10]}${'klmnopqrst'[Math.floor(index / 260) % 10]}`,
  );
  await db.account.createMany({
    data: names.slice(0, 2_000).map((fullName, index) => ({
      signInName: `nhieu-${index}`,
      fullName,
      foldedName: fullName.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, ''),
      birthYear: 1950 + (index % 50),
      unitId: north.id,
      passwordHash: '!',
      createdAt: new Date(NOW),
    })),
  });
  await taken(names.map((fullName, index) => [index + 1, fullName, String(1950 + Math.floor(index / 80)), '', '', '']));
  const { roster } = await view();
  expect(roster?.lines).toHaveLength(100);
  expect(roster?.pages).toBe(Math.ceil((roster?.people ?? 0) / 100));
  expect(roster?.people).toBeGreaterThan(2_000);
}, 60_000);
