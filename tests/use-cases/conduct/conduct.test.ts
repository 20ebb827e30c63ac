import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/identity/actor.ts';
import { DAY, HOUR, MINUTE, SECOND, type Instant } from '#app/domain/kernel/time.ts';
import {
  expireOverdue,
  getAnswerSheet,
  getAttemptState,
  startAttempt,
  submitAttempt,
  writerOf,
} from '#app/features/attempts/index.server.ts';
import {
  addNotice,
  extendRound,
  getConduct,
  getHall,
  grantExtraTime,
  listAdjustments,
  listNotices,
  pauseRound,
  previewAct,
  resumeRound,
  undoAdjustment,
  withdrawNotice,
} from '#app/features/conduct/index.server.ts';
import { findContest, getContest } from '#app/features/contests/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Round, Unit } from '#prisma/generated/sqlite/client.ts';
import { aContestant, save, started, storedAttempt } from '#tests/support/attempts.ts';
import { afterOpening, OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 1 });
const DEADLINE = NOW + 10 * MINUTE;
const CLOSE = OPENING + 7 * DAY;
const GRACE = 30 * SECOND;
const REASON = 'Mất điện tại xã Trường Hà';

let root: Unit;
let organizer: Actor;
let keys = 0;

async function aStaffMember(role: 'organizer' | 'unitManager', unit: Unit): Promise<Actor> {
  const account = await anAccount({ unit, grants: [{ role, unit }] });
  const grants = [{ role, unitId: unit.id, unitPath: unit.path }];
  return { accountId: account.id, unitId: unit.id, unitPath: unit.path, birthYear: 1980, grants };
}

beforeEach(async () => {
  root = await aUnit({ id: 'tinh' });
  organizer = await aStaffMember('organizer', root);
});

const act = (now: Instant, given: { actor?: Actor; key?: string; reason?: string } = {}) => ({
  actor: organizer,
  contestSlug: 'thi',
  reason: REASON,
  key: `mau-don-${(keys += 1)}`,
  now,
  ...given,
});

async function running(given: Parameters<typeof aContest>[0] = {}, at = NOW) {
  const { round, contest } = await aContest({ slug: 'thi', ...given });
  const unit = await aUnit({ parent: root });
  const actor = await aContestant({ unit });
  const attemptId = await started(actor, 'thi', at);
  const deadlineAt = async (now: number) => (await getAnswerSheet({ actor, attemptId, now }))?.deadlineAt;
  return { round, contest, unit, actor, attemptId, deadlineAt };
}

const roundNow = async (now: Instant) => (await getContest('thi', now))?.current;
const audit = async (action: string) => (await database()).auditEntry.findMany({ where: { action } });
const idOf = (adjusted: Awaited<ReturnType<typeof extendRound>>): string =>
  adjusted.ok ? (adjusted.value.adjustmentIds[0] ?? '') : adjusted.error;

describe('extending a round', () => {
  test('moves the close, and the deadlines that it had cut, at once and as they are stored', async () => {
    const at = CLOSE - 2 * MINUTE;
    const { round, attemptId, deadlineAt, contest } = await running({}, at);
    expect(await deadlineAt(at)).toBe(CLOSE);
    const made = await extendRound({ ...act(at + SECOND), roundId: round.id, ms: 30 * MINUTE });
    expect(made).toEqual({
      ok: true,
      value: { contestId: contest.id, adjustmentIds: [expect.any(String)], roundIds: [round.id] },
    });
    expect((await storedAttempt(attemptId)).deadlineAt).toEqual(new Date(at + 10 * MINUTE));
    expect(await deadlineAt(at + SECOND)).toBe(at + 10 * MINUTE);
    expect((await roundNow(at + SECOND))?.window.closesAt).toBe(CLOSE + 30 * MINUTE);
    expect(await roundNow(CLOSE + 29 * MINUTE)).toMatchObject({ phase: 'open' });
    expect(await audit('round.extended')).toMatchObject([{ actorId: organizer.accountId, at: new Date(at + SECOND) }]);
  });

  test('in a fixed window gives everybody the time', async () => {
    const { round, deadlineAt } = await running(
      { round: { window: 'fixed' }, closesAt: OPENING + 10 * MINUTE },
      OPENING + MINUTE,
    );
    await extendRound({ ...act(OPENING + 2 * MINUTE), roundId: round.id, ms: 5 * MINUTE });
    expect(await deadlineAt(OPENING + 3 * MINUTE)).toBe(OPENING + 15 * MINUTE);
  });

  test('sent twice, or twenty times at once, extends once', async () => {
    const { round } = await running();
    const command = { ...act(NOW), roundId: round.id, ms: 30 * MINUTE };
    const made = await Promise.all(Array.from({ length: 20 }, () => extendRound(command)));
    expect(new Set(made.map(idOf)).size).toBe(1);
    await extendRound({ ...command, now: NOW + MINUTE });
    expect(await (await database()).adjustment.count()).toBe(1);
    expect(await audit('round.extended')).toHaveLength(1);
    expect((await roundNow(NOW))?.window.closesAt).toBe(CLOSE + 30 * MINUTE);
  });

  test.each([0, -5, 0.5 * MINUTE, 1.5, Number.NaN, 24 * DAY + MINUTE, Infinity])('by %d ms is refused', async (ms) => {
    const { round } = await running();
    expect(await extendRound({ ...act(NOW), roundId: round.id, ms })).toEqual({
      ok: false,
      error: 'minutes-out-of-bounds',
    });
    expect(await (await database()).adjustment.count()).toBe(0);
  });

  test.each(['', '   ', 'ok', 'x'.repeat(501)])('without a reason (%j) is refused', async (reason) => {
    const { round } = await running();
    const refused = { ok: false, error: 'reason-missing' };
    expect(await extendRound({ ...act(NOW, { reason }), roundId: round.id, ms: HOUR })).toEqual(refused);
    expect(await resumeRound({ ...act(NOW, { reason }), roundId: round.id })).toEqual(refused);
    expect(await undoAdjustment({ ...act(NOW, { reason }), adjustmentId: 'x' })).toEqual(refused);
  });

  test('is refused once the round is settled, or could be', async () => {
    const { round } = await running();
    const refused = { ok: false, error: 'round-settled' };
    const over = CLOSE + GRACE;
    expect(await extendRound({ ...act(over), roundId: round.id, ms: HOUR })).toEqual(refused);
    expect(await extendRound({ ...act(over - 1), roundId: round.id, ms: HOUR })).toMatchObject({ ok: true });
    await (await database()).round.update({ where: { id: round.id }, data: { settledAt: new Date(NOW) } });
    expect(await extendRound({ ...act(NOW), roundId: round.id, ms: HOUR })).toEqual(refused);
    expect(await pauseRound({ ...act(NOW), roundId: round.id })).toEqual(refused);
  });

  test('that comes after some attempts have expired leaves them as they are', async () => {
    const { round, attemptId } = await running({}, CLOSE - MINUTE);
    await expireOverdue({ now: CLOSE + GRACE });
    const before = await storedAttempt(attemptId);
    expect(before.state).toBe('expired');
    // The round is over by then, so its time cannot change.
    expect(await extendRound({ ...act(CLOSE + GRACE), roundId: round.id, ms: HOUR })).toMatchObject({ ok: false });
    expect(await storedAttempt(attemptId)).toEqual(before);
  });
});

describe('extra time', () => {
  test('of a person, of a unit and of a unit above add up, for nobody else', async () => {
    const { round, actor, unit, deadlineAt } = await running();
    const neighbour = await aContestant({ unit });
    const neighbours = await started(neighbour, 'thi', NOW);
    const grant = (whom: { accountId: string } | { unitId: string }, minutes: number) =>
      grantExtraTime({ ...act(NOW + MINUTE), roundId: round.id, whom, ms: minutes * MINUTE });
    await grant({ accountId: actor.accountId }, 5);
    await grant({ unitId: unit.id }, 3);
    await grant({ unitId: root.id }, 2);
    expect(await deadlineAt(NOW + MINUTE)).toBe(DEADLINE + 10 * MINUTE);
    const sheet = await getAnswerSheet({ actor: neighbour, attemptId: neighbours, now: NOW + MINUTE });
    expect(sheet?.deadlineAt).toBe(DEADLINE + 5 * MINUTE);
    expect(await audit('extra-time.granted')).toHaveLength(3);
  });

  test('before the round opens counts for the attempt that starts later', async () => {
    const { round } = await aContest({ slug: 'thi' });
    const actor = await aContestant({ unit: root });
    await grantExtraTime({
      ...act(OPENING - DAY),
      roundId: round.id,
      whom: { accountId: actor.accountId },
      ms: 15 * MINUTE,
    });
    const attemptId = await started(actor, 'thi', NOW);
    expect((await storedAttempt(attemptId)).deadlineAt).toEqual(new Date(DEADLINE + 15 * MINUTE));
  });

  test('for the rest of the contest is one adjustment for each round that is not over, and none for practice', async () => {
    const { contest, round } = await aContest({ slug: 'thi' });
    const later = (number: number, given: { kind?: string; opensIn: number }) => ({
      contestId: contest.id,
      number,
      title: `Vòng ${number}`,
      kind: given.kind ?? 'contest',
      opensAt: new Date(OPENING + given.opensIn),
      closesAt: new Date(OPENING + given.opensIn + DAY),
      durationMs: 10 * MINUTE,
      blueprint: round.blueprint,
    });
    await (
      await database()
    ).round.createMany({
      data: [
        later(2, { opensIn: 20 * DAY }),
        later(3, { opensIn: 20 * DAY, kind: 'practice' }),
        later(4, { opensIn: -20 * DAY }),
      ],
    });
    const rounds = (await findContest({ slug: 'thi' }))?.rounds ?? [];
    const whom = { accountId: (await aContestant({ unit: root })).accountId };
    const command = { ...act(NOW), roundId: 'rest' as const, whom, ms: 15 * MINUTE };
    const made = await grantExtraTime(command);
    expect(made).toMatchObject({ ok: true, value: { roundIds: [rounds[0]?.id, rounds[1]?.id] } });
    expect(await grantExtraTime(command)).toMatchObject({ ok: true, value: { roundIds: [] } });
    expect(await (await database()).adjustment.count()).toBe(2);
    const practice = rounds[2]?.id ?? '';
    const refused = { ok: false, error: 'practice-round' };
    expect(await grantExtraTime({ ...act(NOW), roundId: practice, whom, ms: MINUTE })).toMatchObject({ ok: false });
    expect(await grantExtraTime({ ...act(OPENING + 20 * DAY), roundId: practice, whom, ms: MINUTE })).toEqual(refused);
    expect(await pauseRound({ ...act(OPENING + 20 * DAY), roundId: practice })).toEqual(refused);
  });

  test('for nobody, for no unit, in no round or beyond a day is refused', async () => {
    const { round, actor } = await running();
    const { accountId } = actor;
    const grant = (given: Partial<Parameters<typeof grantExtraTime>[0]>) =>
      grantExtraTime({ ...act(NOW), roundId: round.id, whom: { accountId }, ms: HOUR, ...given });
    expect(await grant({ whom: { accountId: 'khong-co' } })).toEqual({ ok: false, error: 'unknown-person' });
    expect(await grant({ whom: { unitId: 'khong-co' } })).toEqual({ ok: false, error: 'unknown-unit' });
    expect(await grant({ roundId: 'khong-co' })).toEqual({ ok: false, error: 'not-found' });
    expect(await grant({ ms: DAY + MINUTE })).toEqual({ ok: false, error: 'minutes-out-of-bounds' });
    expect(await grant({ contestSlug: 'khong-co' })).toEqual({ ok: false, error: 'not-found' });
    expect(await (await database()).adjustment.count()).toBe(0);
  });
});

describe('a pause', () => {
  test('stops starts, the sweep and the clock until it is ended, and can come again', async () => {
    const { round, actor, attemptId, deadlineAt } = await running();
    await pauseRound({ ...act(NOW + 2 * MINUTE), roundId: round.id });
    expect(await roundNow(NOW + 3 * MINUTE)).toMatchObject({ phase: 'paused', pausedSince: NOW + 2 * MINUTE });
    const late = await aContestant({ unit: root });
    expect(await startAttempt({ actor: late, contestSlug: 'thi', now: NOW + 3 * MINUTE })).toEqual({
      ok: false,
      error: 'round-paused',
    });
    expect(await expireOverdue({ now: NOW + DAY })).toEqual({ expired: 0, failed: 0 });
    expect(await save(actor, attemptId, NOW + HOUR)).toMatchObject({ ok: true });
    await resumeRound({ ...act(NOW + HOUR + 2 * MINUTE), roundId: round.id });
    expect(await deadlineAt(NOW + HOUR + 2 * MINUTE)).toBe(DEADLINE + HOUR);
    expect((await storedAttempt(attemptId)).deadlineAt).toEqual(new Date(DEADLINE + HOUR));
    await pauseRound({ ...act(NOW + HOUR + 4 * MINUTE), roundId: round.id });
    await resumeRound({ ...act(NOW + HOUR + 9 * MINUTE), roundId: round.id });
    expect(await deadlineAt(NOW + HOUR + 9 * MINUTE)).toBe(DEADLINE + HOUR + 5 * MINUTE);
    expect((await roundNow(NOW + 2 * HOUR))?.window.closesAt).toBe(CLOSE + HOUR + 5 * MINUTE);
    expect(await audit('round.paused')).toHaveLength(2);
    expect(await audit('round.resumed')).toHaveLength(2);
    await expireOverdue({ now: NOW + 2 * HOUR });
    expect(await storedAttempt(attemptId)).toMatchObject({ state: 'expired', durationMs: 10 * MINUTE });
  });

  test('inside of another, before the opening, or ended twice is refused', async () => {
    const { round } = await running();
    expect(await resumeRound({ ...act(NOW), roundId: round.id })).toEqual({ ok: false, error: 'not-paused' });
    expect(await pauseRound({ ...act(OPENING - 1), roundId: round.id })).toEqual({ ok: false, error: 'not-open-yet' });
    await pauseRound({ ...act(NOW), roundId: round.id });
    const again = await pauseRound({ ...act(NOW + MINUTE), roundId: round.id });
    expect(again).toEqual({ ok: false, error: 'already-paused' });
    expect(await resumeRound({ ...act(NOW + MINUTE), roundId: round.id })).toMatchObject({ ok: true });
    expect(await resumeRound({ ...act(NOW + 2 * MINUTE), roundId: round.id })).toMatchObject({ ok: false });
  });

  test('asked for by several people at once is one', async () => {
    const { round } = await running();
    const made = await Promise.all(Array.from({ length: 8 }, () => pauseRound({ ...act(NOW), roundId: round.id })));
    expect(made.filter((each) => each.ok)).toHaveLength(1);
    expect(await (await database()).adjustment.count()).toBe(1);
  });

  test('that was being stored while somebody submitted counts for them too', async () => {
    const { round, actor, attemptId } = await running();
    await submitAttempt({ writer: writerOf(actor), attemptId, now: NOW + 2 * MINUTE + SECOND });
    expect((await storedAttempt(attemptId)).durationMs).toBe(2 * MINUTE + SECOND);
    await (await database()).attempt.update({ where: { id: attemptId }, data: { isRanked: true } });
    await pauseRound({ ...act(NOW + 2 * MINUTE), roundId: round.id });
    expect(await storedAttempt(attemptId)).toMatchObject({ durationMs: 2 * MINUTE, isRanked: false });
  });
});

describe('an undoing', () => {
  test('takes back what has not been used, and nothing that has passed', async () => {
    const { round, attemptId, deadlineAt } = await running();
    const id = idOf(
      await grantExtraTime({ ...act(NOW + MINUTE), roundId: round.id, whom: { unitId: root.id }, ms: 20 * MINUTE }),
    );
    const undoneAt = DEADLINE + 8 * MINUTE;
    expect(await deadlineAt(undoneAt)).toBe(DEADLINE + 20 * MINUTE);
    const undone = await undoAdjustment({ ...act(undoneAt), adjustmentId: id });
    expect(undone).toMatchObject({ ok: true, value: { roundIds: [round.id] } });
    expect((await storedAttempt(attemptId)).deadlineAt).toEqual(new Date(undoneAt));
    await expireOverdue({ now: undoneAt + GRACE });
    expect((await storedAttempt(attemptId)).finishedAt).toEqual(new Date(undoneAt));
    expect(await undoAdjustment({ ...act(undoneAt), adjustmentId: id })).toEqual({
      ok: false,
      error: 'already-undone',
    });
    expect(await audit('adjustment.undone')).toMatchObject([{ subject: `adjustment:${id}` }]);
  });

  test('of a pause waits for its end, and leaves the time of who finished as it was', async () => {
    const { round, actor, attemptId } = await running();
    const id = idOf(await pauseRound({ ...act(NOW + MINUTE), roundId: round.id }));
    expect(await undoAdjustment({ ...act(NOW + 2 * MINUTE), adjustmentId: id })).toEqual({
      ok: false,
      error: 'pause-lasts',
    });
    await resumeRound({ ...act(NOW + 3 * MINUTE), roundId: round.id });
    await submitAttempt({ writer: writerOf(actor), attemptId, now: NOW + 5 * MINUTE });
    const before = await storedAttempt(attemptId);
    expect(before.durationMs).toBe(3 * MINUTE);
    expect(await undoAdjustment({ ...act(NOW + 6 * MINUTE), adjustmentId: id })).toMatchObject({ ok: true });
    expect(await storedAttempt(attemptId)).toEqual(before);
    expect((await roundNow(NOW + 6 * MINUTE))?.window.closesAt).toBe(CLOSE);
  });

  test('of nothing, or of another contest, is refused', async () => {
    const { round } = await running();
    await aContest({ slug: 'khac' });
    const id = idOf(await extendRound({ ...act(NOW), roundId: round.id, ms: HOUR }));
    const refused = { ok: false, error: 'not-found' };
    expect(await undoAdjustment({ ...act(NOW), adjustmentId: 'khong-co' })).toEqual(refused);
    expect(await undoAdjustment({ ...act(NOW), contestSlug: 'khac', adjustmentId: id })).toEqual(refused);
    expect(await extendRound({ ...act(NOW), contestSlug: 'khac', roundId: round.id, ms: HOUR })).toEqual(refused);
  });

  test('stands in the history with who, when, why and to what effect', async () => {
    const { round, unit } = await running();
    const contest = (await findContest({ slug: 'thi' }))!;
    const first = idOf(await extendRound({ ...act(NOW), roundId: round.id, ms: HOUR }));
    await grantExtraTime({ ...act(NOW + 1), roundId: round.id, whom: { unitId: unit.id }, ms: MINUTE });
    await pauseRound({ ...act(NOW + 2), roundId: round.id });
    await resumeRound({ ...act(NOW + MINUTE, { reason: 'Đã có điện lại' }), roundId: round.id });
    await undoAdjustment({ ...act(NOW + 2 * MINUTE, { reason: 'Gia hạn nhầm vòng' }), adjustmentId: first });
    const history = await listAdjustments(contest, NOW + 3 * MINUTE);
    expect(history.map(({ kind }) => kind)).toEqual(['pause', 'extraTime', 'extension']);
    expect(history[0]).toMatchObject({ resumed: { byId: organizer.accountId, reason: 'Đã có điện lại' } });
    expect(history[1]).toMatchObject({ unitName: unit.name, ms: MINUTE, canUndo: true });
    expect(history[2]).toMatchObject({
      reason: REASON,
      actorId: organizer.accountId,
      canUndo: false,
      undone: { at: NOW + 2 * MINUTE, byId: organizer.accountId, reason: 'Gia hạn nhầm vòng' },
    });
  });
});

describe('notices', () => {
  const noticesAt = async (actor: Actor, attemptId: string, now: Instant) =>
    (await getAttemptState({ writer: writerOf(actor), attemptId, device: undefined, now }))?.notices.map(
      ({ text }) => text,
    );

  test('reach attempts under way at once, once each, and leave them when withdrawn', async () => {
    const { actor, attemptId, contest } = await running();
    expect(await noticesAt(actor, attemptId, NOW)).toEqual([]);
    const command = { ...act(NOW), text: ' Câu 7: “năm 1941”\r\nlà năm dương lịch. ' };
    const added = await addNotice(command);
    expect(await addNotice(command)).toEqual(added);
    expect(await noticesAt(actor, attemptId, NOW)).toEqual(['Câu 7: “năm 1941”\nlà năm dương lịch.']);
    const noticeId = added.ok ? added.value.noticeId : '';
    const { reason: _, key: __, ...withdrawal } = act(NOW + 1);
    expect(await withdrawNotice({ ...withdrawal, noticeId })).toMatchObject({ ok: true });
    expect(await withdrawNotice({ ...withdrawal, noticeId })).toMatchObject({ ok: true });
    expect(await noticesAt(actor, attemptId, NOW + 1)).toEqual([]);
    expect(await listNotices(contest.id)).toMatchObject([{ id: noticeId, withdrawnAt: NOW + 1 }]);
    expect(await audit('notice.added')).toHaveLength(1);
    expect(await audit('notice.withdrawn')).toHaveLength(1);
  });

  test('that say nothing or too much are refused, and so is the withdrawal of what is no notice of the contest', async () => {
    await running();
    for (const text of ['', ' \n ', 'x'.repeat(1_001)]) {
      expect(await addNotice({ ...act(NOW), text })).toEqual({ ok: false, error: 'notice-missing' });
    }
    const { reason: _, key: __, ...withdrawal } = act(NOW);
    expect(await withdrawNotice({ ...withdrawal, noticeId: 'x' })).toEqual({ ok: false, error: 'not-found' });
  });
});

test('nobody but who conducts contests at the top of the tree does any of it', async () => {
  const { round, actor, unit } = await running();
  const id = idOf(await extendRound({ ...act(NOW), roundId: round.id, ms: HOUR }));
  const before = await (await database()).auditEntry.count();
  const below = await aStaffMember('organizer', unit);
  const manager = await aStaffMember('unitManager', root);
  for (const who of [actor, below, manager]) {
    const command = act(NOW, { actor: who });
    const acts = [
      extendRound({ ...command, roundId: round.id, ms: HOUR }),
      pauseRound({ ...command, roundId: round.id }),
      resumeRound({ ...command, roundId: round.id }),
      grantExtraTime({ ...command, roundId: round.id, whom: { accountId: who.accountId }, ms: HOUR }),
      undoAdjustment({ ...command, adjustmentId: id }),
      addNotice({ ...command, text: 'Xin chào các bạn' }),
      withdrawNotice({ ...command, noticeId: id }),
      extendRound({ ...command, contestSlug: 'khong-co', roundId: round.id, ms: HOUR }),
    ];
    for (const result of await Promise.all(acts)) expect(result).toEqual({ ok: false, error: 'forbidden' });
  }
  expect(await (await database()).auditEntry.count()).toBe(before);
});

describe('a preview', () => {
  const previewOf = async (round: Round, planned: Parameters<typeof previewAct>[2], now: Instant) =>
    previewAct((await findContest({ slug: 'thi' }))!, [round.id], planned, now);

  test('says what the act then does, and changes nothing', async () => {
    const { round, unit, attemptId } = await running({}, CLOSE - MINUTE);
    await started(await aContestant({ unit: root }), 'thi', CLOSE - MINUTE);
    const now = CLOSE - 30 * SECOND;
    const extended = await previewOf(round, { kind: 'extend', ms: 30 * MINUTE }, now);
    expect(extended).toMatchObject({
      ok: true,
      value: [{ running: 2, later: 2, before: { closesAt: CLOSE }, after: { closesAt: CLOSE + 30 * MINUTE } }],
    });
    const granted = await previewOf(round, { kind: 'grant', ms: MINUTE, whom: { unitId: unit.id } }, now);
    expect(granted).toMatchObject({ ok: true, value: [{ running: 2, later: 1, earlier: 0 }] });
    expect(await (await database()).adjustment.count()).toBe(0);
    const id = idOf(await extendRound({ ...act(now), roundId: round.id, ms: 30 * MINUTE }));
    expect((await storedAttempt(attemptId)).deadlineAt).toEqual(new Date(CLOSE + 9 * MINUTE));
    const undone = await previewOf(round, { kind: 'undo', adjustmentId: id }, CLOSE + MINUTE);
    expect(undone).toMatchObject({ ok: true, value: [{ running: 2, earlier: 2, ended: 2 }] });
  });

  test('meets the refusals that the act would meet', async () => {
    const { round } = await running();
    expect(await previewOf(round, { kind: 'resume' }, NOW)).toEqual({ ok: false, error: 'not-paused' });
    expect(await previewOf(round, { kind: 'extend', ms: 1 }, NOW)).toMatchObject({ error: 'minutes-out-of-bounds' });
    expect(await previewOf({ ...round, id: 'x' }, { kind: 'pause' }, NOW)).toMatchObject({ error: 'not-found' });
  });
});

describe('the state of a contest', () => {
  test('says for each round what runs, what is over, and what can be done', async () => {
    const { round, actor, attemptId } = await running();
    const other = await aContestant({ unit: root });
    await submitAttempt({ writer: writerOf(other), attemptId: await started(other, 'thi', NOW), now: NOW + MINUTE });
    await save(actor, attemptId, NOW + MINUTE);
    await save(actor, attemptId, NOW + 2 * MINUTE - 1, { slot: 2 });
    const state = async (now: Instant) => (await getConduct('thi', now))?.rounds[0];
    expect(await state(NOW + 2 * MINUTE)).toMatchObject({
      phase: 'open',
      running: 1,
      submitted: 1,
      expired: 0,
      savesPerMinute: 2,
      overdue: 0,
      canAdjust: true,
      canPause: true,
      canResume: false,
    });
    await pauseRound({ ...act(NOW + 3 * MINUTE), roundId: round.id });
    expect(await state(NOW + 3 * MINUTE)).toMatchObject({ phase: 'paused', canPause: false, canResume: true });
    await resumeRound({ ...act(NOW + 3 * MINUTE + 1), roundId: round.id });
    expect(await state(DEADLINE + 2 * MINUTE)).toMatchObject({ overdue: 1 });
    expect(await state(CLOSE + GRACE + 1)).toMatchObject({ phase: 'closed', canAdjust: false, canPause: false });
  });

  test('counts attempts by how long they have been silent, the most silent first', async () => {
    const { actor, attemptId, contest } = await running();
    const other = await aContestant({ unit: root });
    const silent = await started(other, 'thi', NOW);
    await save(actor, attemptId, NOW + 4 * MINUTE);
    const hall = await getHall(contest.id, NOW + 7 * MINUTE);
    expect(hall.silences).toEqual([
      { minutes: 2, attempts: 2 },
      { minutes: 5, attempts: 1 },
      { minutes: 10, attempts: 0 },
    ]);
    expect(hall.mostSilent).toMatchObject([
      { attemptId: silent, accountId: other.accountId, lastAt: NOW },
      { attemptId, lastAt: NOW + 4 * MINUTE },
    ]);
  });
});
