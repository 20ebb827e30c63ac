// What is done for the sake of a person's data is lawful: neither the check of the log and of rows, nor the recomputing of results, finds
// anything afterwards.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ERASED_NAME } from '#app/domain/identity/board-name.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { DAY, HOUR, MINUTE, type Instant } from '#app/domain/kernel/time.ts';
import { checkAudit, forgetHead, sealExisting, sealLog } from '#app/features/audit/index.server.ts';
import { mergeAccounts, undoMerge } from '#app/features/duplicates/index.server.ts';
import { recordLook } from '#app/features/operations/index.server.ts';
import { applyRetention, eraseOwnData, exportErasures } from '#app/features/privacy/index.server.ts';
import { verifyContest } from '#app/features/verification/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { ORGANIZER } from '#tests/support/correcting.ts';
import { useBuiltDatabase } from '#tests/support/database.ts';
import { changeRow } from '#tests/support/tampering.ts';
import { AFTERWARDS, contestants, settledContest, sit, sweep, twoRounds } from '#tests/support/whole-contest.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Checks everything, and that the checks see at all: a row that is changed by hand is found. */
async function expectUntouched(now: Instant): Promise<void> {
  await sealLog({ now });
  expect(await checkAudit()).toMatchObject({ findingCount: 0, findings: [], actsUnsealed: 0 });
  expect(await verifyContest({ slug: 'thi', now })).toMatchObject({ differences: [] });
}

describe('after a contest that is settled', () => {
  const built = useBuiltDatabase(async () => {
    forgetHead();
    const world = await settledContest({ people: 5 });
    await sealExisting({ now: AFTERWARDS });
    await sealLog({ now: AFTERWARDS });
    return world;
  });
  beforeEach(() => {
    // why: what this machine remembers is of the test before.
    forgetHead();
  });

  test('erasing somebody leaves everything sound, duties and looks too', async () => {
    const [person, official] = built().people;
    if (!person || !official) throw new Error('nobody took part');
    const db = await database();
    const duty = {
      accountId: person.accountId,
      role: 'itemAuthor',
      unitId: person.unitId,
      grantedAt: new Date(AFTERWARDS),
    };
    await inTransaction((tx) => tx.grant.create({ data: duty }));
    expect(await db.rowSeal.count({ where: { kind: 'Grant' } })).toBe(1);
    await recordLook({
      actor: person,
      action: 'person.seen',
      subject: `account:${official.accountId}`,
      now: AFTERWARDS,
    });
    expect(
      await eraseOwnData({ actor: person, typedName: person.name, contests: undefined, now: AFTERWARDS + HOUR }),
    ).toEqual({ ok: true, value: 'erased' });
    await expectUntouched(AFTERWARDS + 2 * HOUR);
    expect(await db.grant.count({ where: { accountId: person.accountId } })).toBe(0);
    expect(await db.rowSeal.count({ where: { kind: 'Grant' } })).toBe(0);
    expect(await db.look.count({ where: { actorId: person.accountId } })).toBe(1);
    const [entry] = await db.participation.findMany({ where: { accountId: person.accountId } });
    if (!entry) throw new Error('the entry is gone');
    await changeRow('Participation', { contestId: entry.contestId, accountId: entry.accountId }, 'birthYear', 1951);
    expect((await checkAudit()).findings).toMatchObject([{ code: 'row-changed', table: 'Participation' }]);
  });

  test('and so does the nightly run, night after night for six years, when all of them are long gone', async () => {
    const { people } = built();
    for (const days of [1, 100, 800, 1_500, 2_200]) {
      await applyRetention({ now: AFTERWARDS + days * DAY, isDryRun: false });
      await expectUntouched(AFTERWARDS + days * DAY + HOUR);
    }
    const db = await database();
    const names = await db.account.findMany({ where: { id: { in: people.map(({ accountId }) => accountId) } } });
    expect(names.map(({ fullName }) => fullName)).toEqual(people.map(() => ERASED_NAME));
    const [last] = (await applyRetention({ now: AFTERWARDS + 2_201 * DAY, isDryRun: true })).filter(
      ({ period }) => period === 'audit',
    );
    // What is over is told of, and stays: the chain is not cut.
    expect(last).toMatchObject({ gone: 0, waits: true });
    expect(last?.over).toBeGreaterThan(10);
  });
});

describe('in a contest that goes on', () => {
  const at = OPENING + 3 * HOUR;
  const built = useBuiltDatabase(async () => {
    forgetHead();
    await twoRounds();
    const people = await contestants(4);
    for (const [index, person] of people.entries()) await sit(person, 'thi', at + index * 3 * MINUTE, `v1-${index}`);
    await sweep(at + DAY);
    await sealExisting({ now: at + DAY });
    await sealLog({ now: at + DAY });
    return people;
  });
  beforeEach(() => {
    forgetHead();
  });
  const now = at + DAY + HOUR;
  const two = (): [Actor & { name: string }, Actor & { name: string }] => {
    const [first, second] = built();
    if (!first || !second) throw new Error('nobody took part');
    return [first, second];
  };

  test('who withdraws is out of the rankings at once, by a ruling that the log tells of, and stays out when it is settled', async () => {
    const [person] = two();
    const { accountId } = person;
    const db = await database();
    const [attempt] = await db.attempt.findMany({ where: { accountId } });
    expect(await db.standing.count({ where: { accountId } })).toBeGreaterThan(1);
    expect(await eraseOwnData({ actor: person, typedName: person.name, contests: 'withdraw', now })).toEqual({
      ok: true,
      value: 'erased',
    });
    expect(await db.standing.count({ where: { accountId } })).toBe(0);
    expect(await db.attemptRuling.findMany()).toMatchObject([
      { attemptId: attempt?.id, kind: 'setAside', cause: 'other', causeId: 'erasure', actorId: accountId },
    ]);
    expect(await db.auditEntry.findMany({ where: { action: 'attempt.set-aside' } })).toMatchObject([
      { subject: `attempt:${attempt?.id}`, actorId: accountId },
    ]);
    await expectUntouched(now + HOUR);
    await sweep(AFTERWARDS);
    await expectUntouched(AFTERWARDS + HOUR);
    expect(await db.standing.count({ where: { accountId } })).toBe(0);
    expect(await db.standing.count()).toBeGreaterThan(3);
  });

  test('a person of two accounts is erased in both, with the copies that the merge kept, and it is not taken back', async () => {
    const [kept, merged] = two();
    const db = await database();
    const merge = await mergeAccounts({
      actor: ORGANIZER,
      keptId: kept.accountId,
      mergedId: merged.accountId,
      reason: 'Đã gọi điện, cùng một người',
      now,
    });
    if (!merge.ok) throw new Error(merge.error);
    await expectUntouched(now + MINUTE);
    expect(await eraseOwnData({ actor: kept, typedName: kept.name, contests: 'withdraw', now: now + HOUR })).toEqual({
      ok: true,
      value: 'erased',
    });
    const both = await db.account.findMany({ where: { id: { in: [kept.accountId, merged.accountId] } } });
    expect(both.map(({ fullName, birthYear, phoneSealed }) => [fullName, birthYear, phoneSealed])).toEqual([
      [ERASED_NAME, 0, null],
      [ERASED_NAME, 0, null],
    ]);
    expect(both.map(({ signInName }) => signInName).join()).not.toContain(merged.name);
    expect(await db.accountMerge.findMany()).toMatchObject([{ moved: '[]', reason: '' }]);
    expect(await db.duplicatePair.count()).toBe(0);
    const list = await exportErasures();
    expect(list).toContain(kept.accountId);
    expect(list).toContain(merged.accountId);
    const undone = await undoMerge({ actor: ORGANIZER, mergeId: merge.value.mergeId, reason: 'nhầm hai người', now });
    expect(undone).toEqual({ ok: false, error: 'merge-account-gone' });
    await expectUntouched(now + 2 * HOUR);
    await sweep(AFTERWARDS);
    await expectUntouched(AFTERWARDS + HOUR);
  });

  test('an account that was merged long ago and erased for want of use is not brought back by taking the merge back', async () => {
    const [kept, merged] = two();
    const command = { actor: ORGANIZER, reason: 'Đã gọi điện, cùng một người', now };
    const merge = await mergeAccounts({ ...command, keptId: kept.accountId, mergedId: merged.accountId });
    if (!merge.ok) throw new Error(merge.error);
    const { eraseIfSettled } = await import('#app/features/privacy/erase-own.server.ts');
    expect(await eraseIfSettled({ accountId: merged.accountId, cause: 'retention', now: now + DAY })).toBe(true);
    const undone = await undoMerge({ actor: ORGANIZER, mergeId: merge.value.mergeId, reason: 'nhầm hai người', now });
    expect(undone).toEqual({ ok: false, error: 'merge-account-gone' });
    await expectUntouched(now + 2 * DAY);
  });
});
