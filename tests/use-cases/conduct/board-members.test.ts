import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#app/domain/identity/actor.ts';
import { MINUTE } from '#app/domain/kernel/time.ts';
import { startAttempt, submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { addBoardMember, listBoardMembers, removeBoardMember } from '#app/features/conduct/index.server.ts';
import { searchPeople } from '#app/features/identity/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Unit } from '#prisma/generated/sqlite/client.ts';
import { aContestant, started, storedAttempt } from '#tests/support/attempts.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 1 });
const REASON = 'Tham gia ra đề thi';

let root: Unit;
let organizer: Actor;

beforeEach(async () => {
  root = await aUnit({ id: 'tinh', name: 'Tỉnh Cao Bằng' });
  const account = await anAccount({ unit: root, grants: [{ role: 'organizer', unit: root }] });
  const grants = [{ role: 'organizer' as const, unitId: root.id, unitPath: root.path }];
  organizer = { accountId: account.id, unitId: root.id, unitPath: root.path, birthYear: 1980, grants };
});

const about = (accountId: string, given: { actor?: Actor; reason?: string } = {}) => ({
  actor: organizer,
  contestSlug: 'thi',
  accountId,
  reason: REASON,
  now: NOW,
  ...given,
});
const audit = async (action: string) => (await database()).auditEntry.findMany({ where: { action } });

test('a member cannot start, and can again once off the board; each change is recorded once', async () => {
  const { contest } = await aContest({ slug: 'thi' });
  const person = await aContestant({ unit: root });
  const add = () => addBoardMember({ ...about(person.accountId), isForced: false });
  expect(await add()).toEqual({ ok: true, value: { isNew: true } });
  expect(await add()).toEqual({ ok: true, value: { isNew: false } });
  expect(await listBoardMembers(contest.id)).toEqual([{ accountId: person.accountId, addedAt: NOW }]);
  expect(await startAttempt({ actor: person, contestSlug: 'thi', now: NOW })).toEqual({
    ok: false,
    error: 'organizing-member',
  });
  expect(await removeBoardMember(about(person.accountId))).toEqual({ ok: true, value: { wasMember: true } });
  expect(await removeBoardMember(about(person.accountId))).toEqual({ ok: true, value: { wasMember: false } });
  expect(await startAttempt({ actor: person, contestSlug: 'thi', now: NOW })).toMatchObject({ ok: true });
  expect(await audit('board-member.added')).toHaveLength(1);
  expect(await audit('board-member.removed')).toHaveLength(1);
});

test('who has entered is added only when it is said again, and keeps what was submitted', async () => {
  const { contest } = await aContest({
    slug: 'thi',
    rules: { attempts: { limits: [{ count: 2, per: 'round' }], counted: 'best' } },
  });
  const person = await aContestant({ unit: root });
  const attemptId = await started(person, 'thi', NOW);
  await submitAttempt({ writer: writerOf(person), attemptId, now: NOW + MINUTE });
  const before = await storedAttempt(attemptId);
  expect(await addBoardMember({ ...about(person.accountId), isForced: false })).toEqual({
    ok: false,
    error: 'member-has-entered',
  });
  expect(await listBoardMembers(contest.id)).toEqual([]);
  expect(await addBoardMember({ ...about(person.accountId), isForced: true })).toMatchObject({ ok: true });
  expect(await storedAttempt(attemptId)).toEqual(before);
  expect(await startAttempt({ actor: person, contestSlug: 'thi', now: NOW + 2 * MINUTE })).toMatchObject({
    error: 'organizing-member',
  });
  const [entry] = await audit('board-member.added');
  expect(JSON.parse(entry?.detail ?? '')).toMatchObject({ hadEntered: true, reason: REASON });
});

test('nobody, without a reason, or by whom may not conduct, nothing changes', async () => {
  const { contest } = await aContest({ slug: 'thi' });
  const person = await aContestant({ unit: root });
  const refusalOf = async (given: Partial<ReturnType<typeof about>>) => {
    const command = { ...about(person.accountId), ...given };
    const [added, removed] = [await addBoardMember({ ...command, isForced: true }), await removeBoardMember(command)];
    return [added.ok ? 'ok' : added.error, removed.ok ? 'ok' : removed.error];
  };
  expect(await refusalOf({ accountId: 'khong-co' })).toEqual(['unknown-person', 'ok']);
  expect(await refusalOf({ reason: ' ' })).toEqual(['reason-missing', 'reason-missing']);
  expect(await refusalOf({ actor: person })).toEqual(['forbidden', 'forbidden']);
  expect(await refusalOf({ contestSlug: 'khong-co' })).toEqual(['not-found', 'not-found']);
  expect(await listBoardMembers(contest.id)).toEqual([]);
});

test('people are found by sign-in name, by exact name within a unit, and by nothing else; every find is recorded', async () => {
  const commune = await aUnit({ id: 'xa', parent: root, name: 'Xã Trường Hà' });
  const other = await aUnit({ id: 'phuong', parent: root, name: 'Phường Thục Phán' });
  const mai = await anAccount({ unit: commune, fullName: 'Nông Thị Mai', signInName: 'nongmai', birthYear: 1985 });
  const namesake = await anAccount({ unit: other, fullName: 'Nông Thị Mai', signInName: 'maikhac' });
  await anAccount({ unit: commune, fullName: 'Nông Thị Mai Anh' });
  const find = async (personQuery: string, unitId = '') => {
    const { people } = await searchPeople({ personQuery, unitId }, organizer, NOW);
    return people?.map(({ accountId }) => accountId);
  };
  expect(await find('NongMai')).toEqual([mai.id]);
  expect(await find('nông thị  mai')).toEqual([]);
  expect(await find('nong thi mai', 'xa')).toEqual([mai.id]);
  expect((await find('Nông Thị Mai', 'tinh'))?.toSorted()).toEqual([mai.id, namesake.id].toSorted());
  expect(await find('Nông Thị', 'tinh')).toEqual([]);
  expect(await find('   ', 'tinh')).toBeUndefined();
  expect(await find('nông thị mai', 'khong-co')).toEqual([]);
  const looks = await (await database()).look.findMany({ where: { what: 'person' } });
  expect(looks.map(({ accountId }) => accountId)).toHaveLength(4);
  expect(new Set(looks.map(({ accountId }) => accountId))).toEqual(new Set([mai.id, namesake.id]));
  const { people } = await searchPeople({ personQuery: 'nongmai' }, organizer, NOW);
  expect(people).toEqual([
    { accountId: mai.id, fullName: 'Nông Thị Mai', birthYear: 1985, unitId: 'xa', unitName: 'Xã Trường Hà' },
  ]);
});
