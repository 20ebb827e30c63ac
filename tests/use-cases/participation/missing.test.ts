// Who of a unit is missing: its own people by name, units below in numbers only.
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { HOUR } from '#app/domain/kernel/time.ts';
import { listContests } from '#app/features/contests/index.server.ts';
import { listPeopleOfUnit } from '#app/features/identity/index.server.ts';
import {
  getMissingPage,
  getReminder,
  missingSubject,
  missingXlsx,
  qrPng,
  type MissingSubject,
} from '#app/features/participation/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aParticipation, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = OPENING + HOUR;
const TOPIC = '2023-que-huong-coi-nguon-cach-mang';
const TOPICS = [{ slug: TOPIC, title: 'Chuyên đề' }];

async function aWorld() {
  const { contest, round } = await aContest({ slug: 'thi', title: 'Cuộc thi' });
  const root = await aUnit({ id: 'tinh' });
  const north = await aUnit({ id: 'bac', parent: root, people: 8 });
  const south = await aUnit({ id: 'nam', parent: root, people: 30 });
  const [an, binh, chi] = [
    await anAccount({ unit: north, fullName: 'Nông Văn Ân', birthYear: 1970 }),
    await anAccount({ unit: north, fullName: 'Đàm Thị Bình' }),
    await anAccount({ unit: north, fullName: '=HYPERLINK("x") An' }),
  ];
  const stranger = await anAccount({ unit: south, fullName: 'Lý Văn Xa' });
  return { contest, round, root, north, south, an, binh, chi, stranger };
}

async function subjectOf(query: string): Promise<MissingSubject> {
  const found = missingSubject(new URLSearchParams(query), await listContests(NOW), TOPICS);
  if (!found.ok || !found.value) throw new Error('no subject');
  return found.value;
}

const pageOf = async (unitId: string, query: string, given: object = {}) =>
  getMissingPage({
    unitId,
    subject: await subjectOf(query),
    people: await listPeopleOfUnit(unitId),
    query: '',
    page: 1,
    unitsPage: 1,
    isWhole: false,
    now: NOW,
    ...given,
  });

describe('the list of a unit', () => {
  test('has its own people who have not taken part, sorted by the given name as clerks do', async () => {
    const { contest, binh } = await aWorld();
    await aParticipation(contest, binh);
    const page = await pageOf('bac', 'contest=thi');
    expect(page.list.rows).toEqual([
      { number: 1, fullName: '=HYPERLINK("x") An', birthYear: 1990 },
      { number: 2, fullName: 'Nông Văn Ân', birthYear: 1970 },
    ]);
    expect(page).toMatchObject({ registered: 3, absent: 2, headcount: 8, withoutAccount: 5 });
  });

  test('counts somebody who took part before moving here, and not who only practised', async () => {
    const { contest, stranger, an } = await aWorld();
    await aParticipation(contest, stranger);
    await (await database()).account.update({ where: { id: stranger.id }, data: { unitId: 'bac' } });
    await aParticipation(contest, an, { counts: false });
    const page = await pageOf('bac', 'contest=thi');
    expect(page.registered).toBe(4);
    expect(page.list.rows.map(({ fullName }) => fullName)).toContain('Nông Văn Ân');
    expect(page.list.rows.map(({ fullName }) => fullName)).not.toContain('Lý Văn Xa');
  });

  test('is searched without marks, and numbers stay', async () => {
    await aWorld();
    const page = await pageOf('bac', 'contest=thi', { query: 'dam thi' });
    expect(page.list.rows).toMatchObject([{ number: 3, fullName: 'Đàm Thị Bình' }]);
    expect(page.absent).toBe(3);
  });

  test('has units below in numbers only', async () => {
    const { contest, stranger } = await aWorld();
    await aParticipation(contest, stranger);
    const page = await pageOf('tinh', 'contest=thi');
    expect(page.units.rows.map(({ unitId, missing, people }) => [unitId, missing, people])).toEqual([
      ['nam', 29, 1],
      ['bac', 8, 0],
    ]);
    expect(page.list.rows).toEqual([]);
    expect(JSON.stringify(page)).not.toMatch(/Ân|Bình|Xa"/);
  });

  test('says the same of the lessons of a topic', async () => {
    const { an, stranger } = await aWorld();
    const read = { topicSlug: TOPIC, readAt: new Date(NOW) };
    await (
      await database()
    ).lessonProgress.createMany({
      data: [
        { ...read, accountId: an.id, lessonSlug: '01-cao-bang-coi-nguon-cach-mang' },
        { ...read, accountId: an.id, lessonSlug: '02-doi-viet-nam-tuyen-truyen-giai-phong-quan' },
        { ...read, accountId: stranger.id, lessonSlug: '01-cao-bang-coi-nguon-cach-mang', readAt: null },
      ],
    });
    const page = await pageOf('bac', `topic=${TOPIC}`);
    expect(page.list.rows.map(({ fullName }) => fullName)).toEqual(['=HYPERLINK("x") An', 'Đàm Thị Bình']);
    const whole = await pageOf('tinh', `topic=${TOPIC}`);
    expect(whole.units.rows.map(({ unitId, people }) => [unitId, people])).toEqual([
      ['nam', 0],
      ['bac', 1],
    ]);
    expect(whole.branch).toEqual({ headcount: 38, people: 1, attempts: 2 });
  });

  test('is not found for a contest or topic that does not exist', async () => {
    await aWorld();
    for (const query of ['contest=khong-co', 'topic=khong-co']) {
      expect(missingSubject(new URLSearchParams(query), await listContests(NOW), TOPICS)).toEqual({
        ok: false,
        error: 'not-found',
      });
    }
  });
});

test('in a file every name is a text, also one that looks like a formula', async () => {
  await aWorld();
  const page = await pageOf('bac', 'contest=thi');
  const bytes = await missingXlsx({
    people: page.list.rows,
    unitName: 'Xã Bắc',
    subject: 'Cuộc thi',
    locale: 'vi',
    now: NOW,
  });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as never);
  const names: unknown[] = [];
  book.worksheets[0]?.getColumn(2).eachCell((cell) => names.push(cell.value));
  // why: above the table stands the title, in the first column.
  expect(names.filter((name) => name !== null)).toEqual([
    'Họ và tên',
    '=HYPERLINK("x") An',
    'Nông Văn Ân',
    'Đàm Thị Bình',
  ]);
});

test('a reminder leads to the contest with the unit chosen, and its code is a picture', async () => {
  const { contest, an } = await aWorld();
  await aParticipation(contest, an);
  await (
    await database()
  ).target.create({
    data: {
      contestId: contest.id,
      unitId: 'bac',
      spread: 'unit',
      measure: 'rate',
      value: 0.5,
      dueAt: new Date(NOW + HOUR),
      setById: 'ai',
      setAt: new Date(NOW),
    },
  });
  const facts = await getReminder({
    subject: await subjectOf('contest=thi'),
    unit: { id: 'bac', parentId: 'tinh' },
    branch: { headcount: 8, people: 1, attempts: 1 },
    origin: 'https://thi.example',
    now: NOW,
  });
  expect(facts).toMatchObject({
    title: 'Cuộc thi',
    link: 'https://thi.example/contests/thi?unit=bac',
    round: { phase: 'open', minutes: 10 },
    target: { goal: 4, missing: 3 },
  });
  const png = await qrPng(facts.link);
  expect(Buffer.from(png.slice(1, 4)).toString('ascii')).toBe('PNG');
});
