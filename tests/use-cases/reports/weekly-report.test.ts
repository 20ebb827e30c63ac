import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '#app/domain/kernel/time.ts';
import { firstSetting } from '#app/domain/reports/report-setting.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { makeInProcess } from '#app/features/reports/files/make-in-process.server.ts';
import { writeReport, type ReportTask } from '#app/features/reports/files/write-report.server.ts';
import {
  getReportFile,
  getReportSetting,
  makeReport,
  runReports,
  requestReport,
  saveReportSetting,
  setReportClock,
  takeSnapshots,
  verifySnapshots,
} from '#app/features/reports/index.server.ts';
import { openArchive } from '#app/platform/archive.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aParticipation, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const FORMULA = '=HYPERLINK("http://x.example","Xã Bấm Vào")';
const LATER = OPENING + 60 * DAY;
const actorOf = (accountId: string) => ({ accountId, unitId: '', unitPath: '', birthYear: 1980, grants: [] });

async function aProvince() {
  const { contest } = await aContest({ slug: 'cuoc-thi' });
  const root = await aUnit({ id: 'tinh', name: 'Tỉnh Cao Bằng' });
  const first = await aUnit({ id: 'mot', parent: root, name: 'Xã Đàm Thủy', people: 20 });
  await aUnit({ id: 'hai', parent: root, name: FORMULA, people: 30 });
  const person = await anAccount({ unit: first });
  await aParticipation(contest, person);
  return { contest, person };
}

const snapshots = async () => (await database()).figureSnapshot.findMany({ orderBy: { at: 'asc' } });

describe('freezing figures', () => {
  test('catches up with every declared instant, once, also when two do it at the same time', async () => {
    await aProvince();
    const [one, other] = await Promise.all([takeSnapshots({ now: LATER }), takeSnapshots({ now: LATER })]);
    const rows = await snapshots();
    expect(rows.length).toBeGreaterThan(0);
    expect(one.length + other.length).toBe(rows.length);
    expect(await takeSnapshots({ now: LATER + DAY })).toEqual([]);
    for (const { at } of rows) {
      const local = new Date(at.getTime() + 7 * HOUR);
      expect([local.getUTCDay(), local.getUTCHours(), local.getUTCMinutes()]).toEqual([1, 8, 0]);
    }
    expect(await (await database()).auditEntry.count({ where: { action: 'figures.frozen' } })).toBe(rows.length);
  });

  test('a snapshot that somebody changes is found out, and no report is made from it', async () => {
    const { contest } = await aProvince();
    await takeSnapshots({ now: LATER });
    expect((await verifySnapshots(contest.id)).changed).toEqual([]);
    const [first] = await snapshots();
    await (await database()).figureSnapshot.update({ where: { id: first?.id ?? '' }, data: { body: '{}' } });
    expect((await verifySnapshots(contest.id)).changed).toEqual([first?.at.getTime()]);
  });

  test('a clock that is set declares nothing for the past', async () => {
    const { person } = await aProvince();
    const contestNow = await getContest('cuoc-thi', OPENING + HOUR);
    if (!contestNow) throw new Error('the contest is there');
    await setReportClock(contestNow, {
      actor: actorOf(person.id),
      clock: { weekday: 3, minuteOfDay: 17 * 60 },
      now: OPENING + HOUR,
    });
    const taken = await takeSnapshots({ now: LATER });
    expect(taken.length).toBeGreaterThan(0);
    for (const { at } of taken) expect(new Date(at + 7 * HOUR).getUTCDay()).toBe(3);
  });
});

describe('reports as files', () => {
  async function aTask(format: ReportTask['format']): Promise<ReportTask> {
    await aProvince();
    await takeSnapshots({ now: LATER });
    const [first] = await snapshots();
    const setting = firstSetting({ name: 'Tỉnh Cao Bằng' }, undefined);
    return {
      body: first?.body ?? '',
      hash: first?.hash ?? '',
      place: { unitId: 'tinh' },
      seesScores: true,
      setting,
      format,
    };
  }
  const sha = (bytes: Uint8Array | undefined) =>
    createHash('sha256')
      .update(bytes ?? '')
      .digest('hex');

  test.each(['docx', 'xlsx', 'pdf'] as const)(
    'the same report has the same bytes as %s, in another process and another time zone',
    async (format) => {
      const task = await aTask(format);
      const here = await writeReport(task);
      expect(here?.length).toBeGreaterThan(1_000);
      expect(sha(await makeInProcess(task))).toBe(sha(here));
      const zone = process.env['TZ'];
      process.env['TZ'] = 'America/New_York';
      expect(sha(await writeReport(task))).toBe(sha(here));
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    },
    60_000,
  );

  test('a name that looks like a formula stays a text; totals are formulas with their results', async () => {
    const bytes = await writeReport(await aTask('xlsx'));
    const { default: Excel } = await import('exceljs');
    const book = new Excel.Workbook();
    await book.xlsx.load(Buffer.from(bytes ?? []) as never);
    const sheet = book.getWorksheet('Theo đơn vị');
    const values = [5, 6].map((row) => sheet?.getCell(row, 2).value);
    expect(values).toContain(FORMULA);
    expect(sheet?.getCell(7, 3).value).toEqual({ formula: 'SUM(C5:C6)', result: 50 });
    expect(sheet?.getCell(7, 4).value).toEqual({ formula: 'SUM(D5:D6)', result: 1 });
    expect(sheet?.getCell(7, 5).value).toEqual({ formula: 'IF(C7>0,D7/C7,"")', result: 0.02 });
  });

  test('a PDF embeds its fonts, is not encrypted and has one empty field to sign in', async () => {
    const text = Buffer.from((await writeReport(await aTask('pdf'))) ?? []).toString('latin1');
    expect(text).toMatch(/\/FontFile2 /u);
    expect(text).not.toMatch(/\/Encrypt /u);
    expect(text.match(/\/FT \/Sig/gu)).toHaveLength(1);
    expect(text).toMatch(/\/AcroForm << \/Fields \[\d+ 0 R\]/u);
  });

  test('a Word file says what the party asks for, and where the figures come from', async () => {
    const task = await aTask('docx');
    const archive = await openArchive((await writeReport(task)) ?? new Uint8Array(), {
      entries: 100,
      totalBytes: 50_000_000,
      ratio: 1_000,
    });
    if (!archive.ok) throw new Error('it opens');
    const part = await archive.value.read('word/document.xml');
    const foot = await archive.value.read('word/footer1.xml');
    const words = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    expect(part.ok && words(part.value)).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
    expect(part.ok && words(part.value)).toContain('08 giờ 00 phút');
    expect(foot.ok && words(foot.value)).toContain(task.hash);
  });

  test('is made once, kept, and given out as it is; another letterhead is another file', async () => {
    const { person } = await aProvince();
    await takeSnapshots({ now: LATER });
    const [first] = await snapshots();
    const asked = {
      snapshotId: first?.id ?? '',
      place: { unitId: 'mot' },
      seesScores: false,
      format: 'docx',
      now: LATER,
    } as const;
    expect(await requestReport({ ...asked, actorId: person.id })).toEqual({ ok: true, value: { isMade: false } });
    expect(await getReportFile(asked)).toBeUndefined();
    await runReports({ clock: () => LATER });
    const made = await getReportFile(asked);
    expect(made?.hash).toBe(sha(made?.bytes));
    expect(await requestReport({ ...asked, actorId: person.id })).toEqual({ ok: true, value: { isMade: true } });
    const held = await getReportSetting('mot', LATER);
    if (!held) throw new Error('there is a setting');
    const setting = { ...held.setting, signer: 'Nông Thị Mai' };
    await saveReportSetting({ actor: actorOf(person.id), unitId: 'mot', now: LATER, setting });
    expect(await getReportFile(asked)).toBeUndefined();
    expect(await requestReport({ ...asked, place: { unitId: 'không có' }, actorId: person.id })).toEqual({
      ok: false,
      error: 'not-found',
    });
  }, 30_000);

  test('at the command line the last week is made, and an unknown one refused', async () => {
    await aProvince();
    await takeSnapshots({ now: LATER });
    const asked = { contestSlug: 'cuoc-thi', unitId: 'tinh', format: 'xlsx', clock: () => LATER } as const;
    expect((await makeReport({ ...asked, week: 'last' })).ok).toBe(true);
    expect(await makeReport({ ...asked, week: 1999_01_04 })).toEqual({ ok: false, error: 'no-week' });
    expect(await makeReport({ ...asked, week: 'last', contestSlug: 'khác' })).toEqual({
      ok: false,
      error: 'no-contest',
    });
  }, 30_000);
});
