import { expect, test } from 'vitest';
import { recordLook, recordTaking } from '#app/features/operations/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';

useTestDatabase({ per: 'test' });

const actor = { accountId: 'a1', unitId: 'u1', unitPath: '/u1/', birthYear: 1990, grants: [] };

test('a look at people leaves a row that says who, what, whose, how many and why', async () => {
  const look = { actor, now: OPENING } as const;
  await recordLook({ ...look, action: 'people-of-unit.seen', subject: 'unit:u1', detail: { people: 3 } });
  const file = { purpose: 'file', people: 70 };
  await recordLook({ ...look, action: 'roster-file.seen', subject: 'unit:u1', detail: file, reason: 'nhắc dự thi' });
  await recordLook({ ...look, action: 'person.seen', subject: 'account:b2', detail: { contestId: 'c3' } });
  await recordLook({ ...look, action: 'results.seen', subject: 'contest:c3', detail: { people: 9 } });
  const db = await database();
  const rows = await db.look.findMany({ orderBy: { people: 'asc' }, omit: { id: true } });
  const none = { accountId: null, unitId: null, contestId: null, isFile: false, reason: '' };
  const base = { ...none, at: new Date(OPENING), actorId: 'a1' };
  expect(rows).toEqual([
    { ...base, what: 'person', accountId: 'b2', contestId: 'c3', people: 1 },
    { ...base, what: 'people-of-unit', unitId: 'u1', people: 3 },
    { ...base, what: 'results', contestId: 'c3', people: 9 },
    { ...base, what: 'roster-file', unitId: 'u1', people: 70, isFile: true, reason: 'nhắc dự thi' },
  ]);
  expect(await db.auditEntry.count()).toBe(0);
});

test('a file without names that is taken away is an act of the audit log, and no look', async () => {
  await recordTaking({ actor, action: 'papers.taken', subject: 'contest:c3', detail: { round: 1 }, now: OPENING });
  const db = await database();
  expect(await db.auditEntry.findMany()).toMatchObject([
    { actorId: 'a1', action: 'papers.taken', subject: 'contest:c3', detail: '{"round":1}' },
  ]);
  expect(await db.look.count()).toBe(0);
});
