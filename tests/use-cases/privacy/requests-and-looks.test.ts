import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/identity/actor.ts';
import { DAY, HOUR, MINUTE } from '#app/domain/kernel/time.ts';
import { recordLook } from '#app/features/operations/index.server.ts';
import {
  answerRequest,
  applyRetention,
  askAboutData,
  correctIdentity,
  getLooks,
  incidentMarkdown,
  listOwnRequests,
  listRequests,
  processingRecordDocx,
  processingRecordMarkdown,
  reportIncident,
  withdrawRequest,
} from '#app/features/privacy/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aParticipation, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = OPENING;

async function aWorld() {
  const unit = await aUnit();
  const person = await anAccount({ unit, fullName: 'Nong Thi Uoc' });
  const organizer = await anAccount({ unit, fullName: 'Lương Thị Hồng', grants: [{ role: 'organizer', unit }] });
  const actorOf = (account: typeof person): Actor => ({
    accountId: account.id,
    unitId: unit.id,
    unitPath: unit.path,
    birthYear: account.birthYear,
    grants: [],
  });
  return { unit, person, organizer, actor: actorOf(person), official: actorOf(organizer) };
}

const RIGHT = { fullName: 'Nông Thị Ước', birthYear: '1991', words: 'gõ thiếu dấu', now: NOW };

describe('a correction', () => {
  test('is made at once by who has entered no contest, by the rules of registering', async () => {
    const { actor, person } = await aWorld();
    expect(await correctIdentity({ ...RIGHT, actor, fullName: 'Nông 2' })).toEqual({
      ok: false,
      error: 'fullNameLetters',
    });
    expect(await correctIdentity({ ...RIGHT, actor, birthYear: '2025' })).toEqual({
      ok: false,
      error: 'birthYearYoung',
    });
    expect(await correctIdentity({ ...RIGHT, actor })).toEqual({ ok: true, value: 'corrected' });
    expect(await correctIdentity({ ...RIGHT, actor })).toEqual({ ok: false, error: 'nothing-to-correct' });
    const row = await (await database()).account.findUnique({ where: { id: person.id } });
    expect(row).toMatchObject({ fullName: 'Nông Thị Ước', foldedName: 'nong thi uoc', birthYear: 1991 });
    const [act] = await (await database()).auditEntry.findMany({ where: { action: 'account.corrected' } });
    expect(act?.detail).toBe('{}');
  });

  test('of who has is a request, which another person carries out; what was entered with stays', async () => {
    const { actor, person, official } = await aWorld();
    const { contest } = await aContest({ slug: 'thi' });
    await aParticipation(contest, person);
    expect(await correctIdentity({ ...RIGHT, actor })).toEqual({ ok: true, value: 'requested' });
    expect(await correctIdentity({ ...RIGHT, actor })).toEqual({ ok: false, error: 'request-open' });
    const { rows, total } = await listRequests('open', { page: 1, now: NOW });
    expect(total).toBe(1);
    const [request] = rows;
    expect(request).toMatchObject({
      kind: 'correct',
      asked: { fullName: 'Nông Thị Ước', birthYear: 1991, words: 'gõ thiếu dấu' },
    });
    const command = {
      requestId: request?.id ?? '',
      act: 'carryOut',
      answer: 'Đã xem giấy khai sinh',
      now: NOW + HOUR,
    } as const;
    expect(await answerRequest({ ...command, actor })).toEqual({ ok: false, error: 'own-request' });
    expect(await answerRequest({ ...command, actor: official, answer: '' })).toEqual({
      ok: false,
      error: 'answer-missing',
    });
    const both = await Promise.all([1, 2].map(() => answerRequest({ ...command, actor: official })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const db = await database();
    expect(await db.account.findUnique({ where: { id: person.id } })).toMatchObject({
      fullName: 'Nông Thị Ước',
      birthYear: 1991,
    });
    expect(await db.participation.findFirst()).toMatchObject({ birthYear: 1990 });
    expect(await listOwnRequests(person.id)).toMatchObject([
      { state: 'done', answer: 'Đã xem giấy khai sinh', due: undefined },
    ]);
    expect((await listRequests('closed', { page: 1, now: NOW })).rows).toMatchObject([{ decidedBy: 'Lương Thị Hồng' }]);
  });
});

test('other requests need words, wait with what is due first on top, and are taken back by their owner alone', async () => {
  const { actor, official } = await aWorld();
  const ask = { actor, kind: 'object', now: NOW } as const;
  expect(await askAboutData({ ...ask, words: 'ơi' })).toEqual({ ok: false, error: 'words-missing' });
  const first = await askAboutData({ ...ask, words: 'Không dùng tên tôi' });
  await askAboutData({ actor: official, kind: 'restrict', words: 'Chỉ dùng cho cuộc thi', now: NOW - 5 * DAY });
  if (!first.ok) throw new Error(first.error);
  expect((await listRequests('open', { page: 1, now: NOW })).rows.map(({ kind }) => kind)).toEqual([
    'restrict',
    'object',
  ]);
  const taken = { requestId: first.value, now: NOW };
  expect(await withdrawRequest({ ...taken, actor: official })).toEqual({ ok: false, error: 'not-found' });
  expect(await withdrawRequest({ ...taken, actor })).toMatchObject({ ok: true });
  expect(await withdrawRequest({ ...taken, actor })).toEqual({ ok: false, error: 'request-over' });
});

describe('looks', () => {
  test('at the person, and at lists of the unit and the contest while they stood on them, are told; others are not', async () => {
    const { unit, person, official } = await aWorld();
    const other = await aUnit();
    const { contest } = await aContest({ slug: 'thi' });
    await aParticipation(contest, person, { registeredAt: NOW });
    const account = { createdAt: new Date(NOW - 10 * DAY) };
    const db = await database();
    await db.account.update({ where: { id: person.id }, data: account });
    const moved = { accountId: person.id, fromUnitId: other.id, toUnitId: unit.id, requestedById: person.id };
    await db.unitTransfer.create({
      data: { ...moved, reason: '', requestedAt: new Date(NOW), state: 'approved', closedAt: new Date(NOW - 5 * DAY) },
    });
    const look = (action: `${string}.seen`, subject: string, at: number, detail = {}) =>
      recordLook({ actor: official, action, subject, detail: { people: 7, ...detail }, reason: 'nhắc thi', now: at });
    await look('person.seen', `account:${person.id}`, NOW + 1, { people: 1 });
    await look('people-of-unit.seen', `unit:${unit.id}`, NOW + 2, { purpose: 'file' });
    await look('people-of-unit.seen', `unit:${other.id}`, NOW - 8 * DAY);
    await look('results.seen', `contest:${contest.id}`, NOW + 3);
    // Not about the person: before they came, after they left, about few, about others.
    await look('people-of-unit.seen', `unit:${unit.id}`, NOW - 8 * DAY);
    await look('people-of-unit.seen', `unit:${other.id}`, NOW + 4);
    await look('managers-of-unit.seen', `unit:${unit.id}`, NOW + 5);
    await look('board-members.seen', `contest:${contest.id}`, NOW + 6);
    await look('results.seen', `contest:${contest.id}`, NOW - MINUTE);
    await look('person.seen', `account:${official.accountId}`, NOW + 7, { people: 1 });
    const { rows, total } = await getLooks(person.id, { page: 1 });
    expect(total).toBe(4);
    expect(rows.map(({ what, at, isFile, isPersonal, of }) => [what, at, isFile, isPersonal, of])).toEqual([
      ['results', NOW + 3, false, false, contest.title],
      ['people-of-unit', NOW + 2, true, false, unit.name],
      ['person', NOW + 1, false, true, undefined],
      ['people-of-unit', NOW - 8 * DAY, false, false, other.name],
    ]);
    expect(rows[0]).toMatchObject({
      reason: 'nhắc thi',
      by: { fullName: 'Lương Thị Hồng', duties: [{ role: 'organizer', unitName: unit.name }] },
    });
  });

  test('within a window are counted for the report of an incident, with fields and without names', async () => {
    const { person, official } = await aWorld();
    const subject = `account:${person.id}`;
    await recordLook({ actor: official, action: 'person.seen', subject, now: NOW });
    const file = { purpose: 'file', people: 70 };
    await recordLook({ actor: official, action: 'roster-file.seen', subject: 'unit:x', detail: file, now: NOW });
    await recordLook({ actor: official, action: 'person.seen', subject, now: NOW + DAY });
    const report = await reportIncident({ from: NOW, to: NOW + DAY });
    expect(report).toMatchObject({
      namedPeople: 1,
      accounts: 2,
      rows: [
        { what: 'person', isFile: false, looks: 1, actors: 1, people: 1 },
        { what: 'roster-file', isFile: true, looks: 1, people: 70 },
      ],
    });
    expect(incidentMarkdown(report)).toContain('| danh sách của đơn vị | tệp | 1 | 1 | 70 |');
    expect(incidentMarkdown(report)).not.toContain('Nong');
  });
});

test('the record of processing names every table of the register, for reading and for Word', async () => {
  const text = processingRecordMarkdown(NOW);
  expect(text).toContain('Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15');
  expect(text).toContain('| Tài khoản | cơ bản: Họ và tên');
  expect(text).not.toContain('undefined');
  const bytes = await processingRecordDocx(NOW);
  expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe('PK');
});

test('what is kept no longer goes, what is not over stays; traces wait for open rounds; a dry run changes nothing', async () => {
  const { person, official } = await aWorld();
  const db = await database();
  const later = NOW + 800 * DAY;
  const before = (days: number) => new Date(later - days * DAY);
  const trace = { contestId: 'c', accountId: 'khac', networkHash: 'n', wideHash: 'w', firstAt: before(100) };
  for (const [index, days] of [100, 80].entries()) {
    await db.session.create({
      data: { idHash: `s${index}`, accountId: official.accountId, expiresAt: before(days - 90) },
    });
    await db.attemptTrace.create({ data: { ...trace, attemptId: `a${index}`, deviceHash: 'd', lastAt: before(days) } });
    await db.look.create({ data: { at: before(days * 8), actorId: official.accountId, what: 'person' } });
    await db.rateLimit.create({ data: { key: `k${index}`, points: 1, expire: before(days - 90) } });
  }
  const { round } = await aContest({ slug: 'thi', opensAt: later - DAY, closesAt: later + DAY });
  const all = async () => [
    await db.session.count(),
    await db.attemptTrace.count(),
    await db.look.count(),
    await db.rateLimit.count(),
  ];
  const dry = await applyRetention({ now: later, isDryRun: true });
  expect(
    dry.filter(({ over }) => over > 0).map(({ period, over, gone, waits }) => [period, over, gone, waits]),
  ).toEqual([
    ['session', 1, 0, false],
    ['limit', 1, 0, false],
    ['trace', 1, 0, true],
    ['look', 1, 0, false],
    ['account', 1, 0, true],
  ]);
  expect(await all()).toEqual([2, 2, 2, 2]);
  await applyRetention({ now: later, isDryRun: false });
  expect(await all()).toEqual([1, 2, 1, 1]);
  await db.round.update({ where: { id: round.id }, data: { closesAt: new Date(later - 1) } });
  await applyRetention({ now: later, isDryRun: false });
  expect(await all()).toEqual([1, 1, 1, 1]);
  const gone = await db.account.findMany({ where: { erasedAt: { not: null } } });
  expect(gone.map(({ id }) => id)).toEqual([person.id]);
  expect(await db.auditEntry.count({ where: { action: 'retention.applied' } })).toBe(2);
});
