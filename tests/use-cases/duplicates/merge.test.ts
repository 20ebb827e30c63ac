import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/identity/actor.ts';
import { DAY, HOUR, MINUTE } from '#app/domain/kernel/time.ts';
import { startAttempt } from '#app/features/attempts/index.server.ts';
import { mergeAccounts, undoMerge } from '#app/features/duplicates/index.server.ts';
import { signIn } from '#app/features/identity/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { differences, ORGANIZER, recomputed, resultsFile } from '#tests/support/correcting.ts';
import { useBuiltDatabase } from '#tests/support/database.ts';
import { OPENING } from '#tests/support/clock.ts';
import { anAccount, anAdjustment } from '#tests/support/factories.ts';
import { AFTERWARDS, contestants, settledContest, sit, sweep, twoRounds } from '#tests/support/whole-contest.ts';

const REASON = 'Đã gọi điện, cùng một người';
const NOW = OPENING + DAY + 2 * HOUR;

const merge = (keptId: string, mergedId: string, given: Partial<Parameters<typeof mergeAccounts>[0]> = {}) =>
  mergeAccounts({ actor: ORGANIZER, keptId, mergedId, reason: REASON, now: NOW, ...given });
const undo = (mergeId: string, given: Partial<Parameters<typeof undoMerge>[0]> = {}) =>
  undoMerge({ actor: ORGANIZER, mergeId, reason: 'Hóa ra là hai người', now: NOW + HOUR, ...given });

async function merged(keptId: string, mergedId: string, given = {}): Promise<string> {
  const done = await merge(keptId, mergedId, given);
  if (!done.ok) throw new Error(done.error);
  return done.value.mergeId;
}

/** Tables that are history, or that end for good with a merge. */
const HISTORY = new Set([
  'auditEntry',
  'accountMerge',
  'attemptRuling',
  'session',
  'tallyMark',
  'auditSeal',
  'rowSeal',
]);
/** Tables of which everything but the instant of the last writing is compared. */
const REWRITTEN = new Set(['account', 'attempt', 'duplicatePair', 'standing']);

/** Every row of every table that a merge must leave as it was once it is taken back. */
async function everything(): Promise<Record<string, unknown[]>> {
  const db = (await database()) as unknown as Record<string, { findMany?: () => Promise<Record<string, unknown>[]> }>;
  const tables = Object.keys(db).filter((name) => /^[a-z]/u.test(name) && db[name]?.findMany !== undefined);
  const all: Record<string, unknown[]> = {};
  for (const name of tables) {
    if (HISTORY.has(name)) continue;
    const rows = (await db[name]?.findMany?.()) ?? [];
    const kept = rows.map((row) => (REWRITTEN.has(name) ? { ...row, updatedAt: undefined } : row));
    all[name] = kept.map((row) => JSON.stringify(row)).toSorted();
  }
  return all;
}

const sound = async () => {
  expect(await differences()).toEqual([]);
  expect(recomputed(await resultsFile())).toEqual([]);
};

describe('two accounts of one person in a contest that runs', () => {
  let people: Awaited<ReturnType<typeof contestants>>;
  const idOf = (index: number): string => people[index]?.accountId ?? '';
  useBuiltDatabase(async () => {
    await twoRounds();
    people = await contestants(6);
    const db = await database();
    for (const [index, actor] of people.slice(0, 5).entries()) {
      await sit(actor, 'thi', OPENING + HOUR + index * 20 * MINUTE, `m${index}`);
    }
    await sweep(OPENING + 4 * HOUR);
    for (const index of [0, 1]) {
      const actor = people[index];
      if (actor) await sit(actor, 'thi', OPENING + DAY + index * 20 * MINUTE, `n${index}`);
    }
    await sweep(NOW - HOUR);
    const [a, b] = [idOf(0), idOf(1)];
    const read = { topicSlug: 't', lessonSlug: 'l', readAt: new Date(OPENING), practiceRight: 3, practiceTotal: 5 };
    await db.lessonProgress.createMany({
      data: [
        { ...read, accountId: a, practiceRight: 1 },
        { ...read, accountId: b, readAt: new Date(OPENING - DAY) },
        { ...read, accountId: b, lessonSlug: 'm' },
      ],
    });
    const consent = { textVersion: '1', givenAt: new Date(OPENING) };
    await db.consent.createMany({
      data: [
        { ...consent, accountId: a, purpose: 'contest' },
        { ...consent, accountId: b, purpose: 'contest' },
        { ...consent, accountId: b, purpose: 'boardName' },
      ],
    });
    const contestId = (await db.contest.findFirstOrThrow()).id;
    await db.confirmation.create({ data: { code: 'MA', contestId, accountId: b, issuedAt: new Date(NOW) } });
    await db.session.create({ data: { idHash: 's', accountId: b, expiresAt: new Date(NOW + DAY) } });
    return people;
  });

  test('become one, the earliest attempts counting, and two again exactly as they were', async () => {
    const db = await database();
    await sound();
    const before = await everything();
    const mergeId = await merged(idOf(0), idOf(1));
    const own = await db.attempt.findMany({ where: { accountId: idOf(0) }, orderBy: { startedAt: 'asc' } });
    expect(own.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(own.map(({ isSetAside }) => isSetAside)).toEqual([false, false, true, true]);
    expect(new Set(own.map(({ unitId }) => unitId)).size).toBe(1);
    expect(await db.attempt.count({ where: { accountId: idOf(1) } })).toBe(0);
    expect(await db.participation.count({ where: { accountId: idOf(1) } })).toBe(0);
    expect(await db.standing.count({ where: { accountId: idOf(1) } })).toBe(0);
    expect(await db.session.count({ where: { accountId: idOf(1) } })).toBe(0);
    expect(await db.confirmation.findMany()).toMatchObject([{ accountId: idOf(0) }]);
    expect(await db.consent.count({ where: { accountId: idOf(0) } })).toBe(2);
    const lessons = await db.lessonProgress.findMany({ where: { accountId: idOf(0) }, orderBy: { lessonSlug: 'asc' } });
    expect(lessons.map(({ practiceRight, readAt }) => [practiceRight, readAt?.getTime()])).toEqual([
      [3, OPENING - DAY],
      [3, OPENING],
    ]);
    expect(await db.account.findUnique({ where: { id: idOf(1) } })).toMatchObject({ mergedIntoId: idOf(0) });
    const rulings = await db.attemptRuling.findMany();
    expect(rulings.map(({ cause, causeId }) => [cause, causeId])).toEqual([
      ['merge', mergeId],
      ['merge', mergeId],
    ]);
    await sound();
    expect(await undo(mergeId)).toEqual({ ok: true, value: undefined });
    expect(await everything()).toEqual(before);
    await sound();
    expect(await undo(mergeId)).toEqual({ ok: false, error: 'already-undone' });
  });

  test('settle as one person, and then stay one', async () => {
    const mergeId = await merged(idOf(0), idOf(1));
    await sweep(AFTERWARDS);
    await sound();
    expect(await undo(mergeId, { now: AFTERWARDS + HOUR })).toEqual({ ok: false, error: 'merge-changed-since' });
    await sound();
  });

  test('one of which never entered give the entry to the other', async () => {
    const before = await everything();
    const mergeId = await merged(idOf(5), idOf(3));
    await sound();
    expect(await (await database()).attempt.count({ where: { accountId: idOf(5) } })).toBe(1);
    await undo(mergeId);
    expect(await everything()).toEqual(before);
  });

  test('are not undone once the kept one has sat another attempt', async () => {
    const mergeId = await merged(idOf(5), idOf(3));
    const actor = people[5];
    if (actor) await sit(actor, 'thi', NOW + 10 * MINUTE, 'x');
    await sweep(NOW + 40 * MINUTE);
    expect(await undo(mergeId)).toEqual({ ok: false, error: 'merge-changed-since' });
    expect(await (await database()).attempt.count({ where: { accountId: idOf(5) } })).toBe(2);
  });

  test('are not merged while an attempt of one of them runs', async () => {
    const actor = people[4];
    if (!actor) throw new Error('nobody');
    const started = await startAttempt({ actor, contestSlug: 'thi', now: NOW });
    expect(started.ok).toBe(true);
    expect(await merge(idOf(2), idOf(4), { now: NOW + MINUTE })).toEqual({ ok: false, error: 'merge-attempt-running' });
    expect(await merge(idOf(4), idOf(2), { now: NOW + MINUTE })).toEqual({ ok: false, error: 'merge-attempt-running' });
  });

  test('are not merged where extra time of one of them explains its times', async () => {
    const db = await database();
    const round = await db.round.findFirstOrThrow({ orderBy: { number: 'asc' } });
    const account = await db.account.findUniqueOrThrow({ where: { id: idOf(3) } });
    await anAdjustment(round, { kind: 'extraTime', ms: MINUTE, account });
    expect(await merge(idOf(2), idOf(3))).toEqual({ ok: false, error: 'merge-extra-time' });
  });

  test('in a chain are undone from its end', async () => {
    const before = await everything();
    const first = await merged(idOf(2), idOf(3));
    const second = await merged(idOf(4), idOf(2), { now: NOW + MINUTE });
    expect(await (await database()).attempt.count({ where: { accountId: idOf(4) } })).toBe(3);
    await sound();
    expect(await merge(idOf(2), idOf(0))).toEqual({ ok: false, error: 'merge-account-gone' });
    expect(await undo(first)).toEqual({ ok: false, error: 'merge-later-one' });
    expect((await undo(second)).ok).toBe(true);
    expect((await undo(first)).ok).toBe(true);
    expect(await everything()).toEqual(before);
    await sound();
  });

  test('are merged once when many press the button at the same moment, in whichever direction', async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? merge(idOf(2), idOf(3)) : merge(idOf(3), idOf(2)))),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(all.flatMap((each) => (each.ok ? [] : [each.error])))).toEqual(new Set(['merge-account-gone']));
    expect(await (await database()).accountMerge.count()).toBe(1);
    await sound();
  });

  test('are no business of people without the right, nor of their owners', async () => {
    const nobody: Actor = { ...ORGANIZER, grants: [] };
    expect(await merge(idOf(0), idOf(1), { actor: nobody })).toEqual({ ok: false, error: 'forbidden' });
    const own: Actor = { ...ORGANIZER, accountId: idOf(1) };
    expect(await merge(idOf(0), idOf(1), { actor: own })).toEqual({ ok: false, error: 'merge-own' });
    expect(await merge(idOf(0), idOf(0))).toEqual({ ok: false, error: 'not-found' });
    expect(await merge(idOf(0), idOf(1), { reason: ' ' })).toEqual({ ok: false, error: 'reason-missing' });
    const mergeId = await merged(idOf(0), idOf(1));
    expect(await undo(mergeId, { actor: nobody })).toEqual({ ok: false, error: 'forbidden' });
    expect(await undo(mergeId, { actor: own })).toEqual({ ok: false, error: 'merge-own' });
  });

  test('hand on duties only where somebody who may give them said so', async () => {
    const db = await database();
    const before = await everything();
    const grant = { accountId: idOf(1), role: 'unitManager', unitId: 'xa', grantedAt: new Date(NOW) };
    await db.grant.create({ data: grant });
    expect(await merge(idOf(0), idOf(1))).toEqual({ ok: false, error: 'merge-staff' });
    expect(await merge(idOf(0), idOf(1), { takesGrants: true })).toEqual({ ok: false, error: 'forbidden' });
    const admin: Actor = { ...ORGANIZER, grants: [{ role: 'administrator', unitId: 'tinh', unitPath: '/tinh/' }] };
    const mergeId = await merged(idOf(0), idOf(1), { takesGrants: true, actor: admin });
    expect(await db.grant.findMany()).toMatchObject([{ accountId: idOf(0), role: 'unitManager', unitId: 'xa' }]);
    await undo(mergeId);
    expect(await db.grant.findMany()).toMatchObject([grant]);
    await merged(idOf(0), idOf(1), { takesGrants: false });
    expect(await db.grant.count()).toBe(0);
    expect(before['grant']).toEqual([]);
  });
});

describe('two accounts of one person in a settled contest', () => {
  const built = useBuiltDatabase(() => settledContest());

  test('keep what was published where it was published, and only the one that began first goes on to count', async () => {
    const db = await database();
    const { people } = built();
    const [kept = '', ended = ''] = [people[2]?.accountId, people[3]?.accountId];
    const before = await everything();
    const mergeId = await merged(kept, ended, { now: AFTERWARDS + DAY });
    const rows = await db.standing.findMany({ where: { accountId: { in: [kept, ended] } } });
    expect(new Set(rows.map(({ accountId }) => accountId))).toEqual(new Set([kept]));
    expect(await db.attempt.count({ where: { accountId: ended, isSetAside: false, isValid: true } })).toBe(0);
    await sound();
    expect((await undo(mergeId, { now: AFTERWARDS + 2 * DAY })).ok).toBe(true);
    expect(await everything()).toEqual(before);
    await sound();
  });
});

describe('who signs in to an account that was merged', () => {
  useBuiltDatabase(() => contestants(1));

  test('is told so with the right password alone; a wrong one is told nothing', async () => {
    const unit = await (await database()).unit.findUniqueOrThrow({ where: { id: 'xa' } });
    const kept = await anAccount({ unit });
    const ended = await anAccount({ unit, signInName: 'tai-khoan-cu', password: 'mot hai ba bon nam' });
    await merged(kept.id, ended.id);
    const by = (password: string) =>
      signIn({ form: { signInName: 'tai-khoan-cu', password }, clientAddress: '10.0.0.1', deviceHash: '', now: NOW });
    expect(await by('mot hai ba bon nam')).toEqual({ ok: false, error: 'account-merged' });
    expect(await by('sai mat khau roi')).toEqual({ ok: false, error: 'wrong-credentials' });
    expect(await (await database()).session.count()).toBe(0);
  });
});
