// The forms of a contest day as a browser without scripts sends them: look, confirm, and what then stands.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DAY, MINUTE } from '#app/domain/kernel/time.ts';
import { submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { refreshStandings } from '#app/features/results/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { aContestant, started, storedAttempt } from '#tests/support/attempts.ts';
import { afterOpening, OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aUnit } from '#tests/support/factories.ts';
import { addressOf, call, cookieOf, routeModule } from '#tests/support/routes.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 5 });
const CLOSE = OPENING + 7 * DAY;
const REASON = 'Mất điện tại xã Trường Hà';
const at = (now: number): void => void vi.setSystemTime(now);

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterEach(() => vi.useRealTimers());

async function aDay(given: Parameters<typeof aContest>[0] = {}) {
  const root = await aUnit({ id: 'tinh', name: 'Tỉnh Cao Bằng' });
  const commune = await aUnit({ id: 'xa', parent: root, name: 'Xã Trường Hà' });
  const { contest, round } = await aContest({ slug: 'thi', ...given });
  const organizer = await anAccount({ unit: root, grants: [{ role: 'organizer', unit: root }] });
  const cookie = await cookieOf(organizer.id, NOW);
  const send = async (page: string, fields: Record<string, string>, params: Record<string, string> = {}) => {
    // why anew: a session of somebody with a duty ends after half an hour, and days pass here.
    const fresh = await cookieOf(organizer.id, Date.now());
    const file = `manage.contests.$contestSlug_.conduct_.${page}.tsx`;
    const { action } = await routeModule(file);
    const all = { contestSlug: 'thi', ...params };
    const init = { method: 'POST', body: new URLSearchParams(fields), cookie: fresh };
    const answer = await call(action as never, addressOf(file, all), all, init);
    return { ...answer, data: answer.body === '' ? undefined : (JSON.parse(answer.body) as Answered) };
  };
  const look = async (page: string, query = '') => {
    const file = `manage.contests.$contestSlug_.${page}.tsx`;
    const { loader } = await routeModule(file);
    const answer = await call(
      loader as never,
      `${addressOf(file, { contestSlug: 'thi' })}${query}`,
      { contestSlug: 'thi' },
      { cookie },
    );
    return JSON.parse(answer.body) as Record<string, unknown>;
  };
  return { root, commune, contest, round, organizer, send, look };
}

interface Answered {
  readonly key?: string;
  readonly changes?: readonly { readonly running: number; readonly later: number }[];
  readonly faults?: Record<string, string>;
  readonly refusal?: string;
  readonly people?: readonly { readonly accountId: string }[];
  readonly units?: readonly { readonly id: string }[];
}

test('an extension is looked at first, then confirmed; sending the confirmation twice extends once', async () => {
  const { round, commune, send, look } = await aDay();
  await started(await aContestant({ unit: commune }), 'thi', NOW);
  const fields = { roundId: round.id, minutes: ' 30 ', reason: REASON };
  const seen = await send('extend', { ...fields, intent: 'preview' });
  expect(seen).toMatchObject({ status: 200, data: { changes: [{ running: 1, later: 0 }], values: { minutes: '30' } } });
  expect(await (await database()).adjustment.count()).toBe(0);
  const confirmation = { ...fields, minutes: '30', intent: 'confirm', key: seen.data?.key ?? '' };
  for (let sending = 0; sending < 2; sending += 1) {
    const done = await send('extend', confirmation);
    expect(done).toMatchObject({ status: 302, location: '/manage/contests/thi/conduct?done=extended' });
  }
  expect(await (await database()).adjustment.count()).toBe(1);
  const page = await look('conduct');
  expect(page).toMatchObject({
    rounds: [{ window: { closesAt: CLOSE + 30 * MINUTE }, running: 1 }],
    adjustments: [{ kind: 'extension', reason: REASON, canUndo: true }],
  });
});

test('a form with faults comes back with what was typed and what is wrong; a confirmation without a look is a look', async () => {
  const { round, send } = await aDay();
  const faulty = await send('extend', { intent: 'preview', roundId: '', minutes: 'ba mươi', reason: 'vì' });
  expect(faulty).toMatchObject({
    status: 422,
    data: {
      faults: { roundId: 'roundMissing', minutes: 'minutesForm', reason: 'reasonMissing' },
      values: { minutes: 'ba mươi' },
    },
  });
  const tooMuch = await send('extend', { intent: 'preview', roundId: round.id, minutes: '99999', reason: REASON });
  expect(tooMuch).toMatchObject({ status: 422, data: { refusal: 'minutes-out-of-bounds' } });
  const blind = await send('extend', { intent: 'confirm', roundId: round.id, minutes: '30', reason: REASON });
  expect(blind).toMatchObject({ status: 200, data: { changes: [{ running: 0 }] } });
  expect(await (await database()).adjustment.count()).toBe(0);
});

test('a pause begins and ends on one page, and is undone on another', async () => {
  const { round, send, look } = await aDay();
  const fields = { roundId: round.id, reason: REASON, intent: 'confirm', key: 'khoa-mot-hai' };
  expect(await look('conduct_.pause', '?round=1')).toMatchObject({ act: 'pause', chosen: round.id });
  expect((await send('pause', { ...fields, act: 'pause' })).location).toBe('/manage/contests/thi/conduct?done=paused');
  at(NOW + 10 * MINUTE);
  expect(await look('conduct_.pause', '?round=1')).toMatchObject({ act: 'resume', chosen: round.id });
  expect(await send('pause', { ...fields, key: 'khoa-ba-bon', act: 'pause' })).toMatchObject({
    status: 409,
    data: { refusal: 'already-paused' },
  });
  expect((await send('pause', { ...fields, act: 'resume' })).location).toBe(
    '/manage/contests/thi/conduct?done=resumed',
  );
  const [pause] = await (await database()).adjustment.findMany();
  const params = { adjustmentId: pause?.id ?? '' };
  const undoing = { reason: 'Tạm dừng nhầm vòng', intent: 'preview' };
  const seen = await send('undo.$adjustmentId', undoing, params);
  expect(seen).toMatchObject({ status: 200, data: { changes: [{ roundTitle: round.title }] } });
  const confirmation = { ...undoing, intent: 'confirm', key: seen.data?.key ?? '' };
  for (let sending = 0; sending < 2; sending += 1) {
    const done = await send('undo.$adjustmentId', confirmation, params);
    expect(done.location).toBe('/manage/contests/thi/conduct?done=undone');
  }
  expect(await look('conduct')).toMatchObject({ rounds: [{ window: { closesAt: CLOSE } }] });
});

test('extra time goes to a person who is searched for, or to a unit; whoever is found is recorded', async () => {
  const { commune, round, send } = await aDay();
  const actor = await aContestant({ unit: commune });
  const attemptId = await started(actor, 'thi', NOW);
  const base = { whom: 'person', roundId: round.id, minutes: '15', reason: 'Khiếm thị' };
  const found = await send('extra-time', { ...base, intent: 'find-person', personQuery: actor.account.signInName });
  expect(found).toMatchObject({ status: 200, data: { people: [{ accountId: actor.accountId }] } });
  const seen = await send('extra-time', { ...base, intent: 'preview', accountId: actor.accountId });
  expect(seen).toMatchObject({ status: 200, data: { changes: [{ running: 1, later: 1 }] } });
  const key = seen.data?.key ?? '';
  const done = await send('extra-time', { ...base, intent: 'confirm', accountId: actor.accountId, unitId: '', key });
  expect(done.location).toBe('/manage/contests/thi/conduct?done=granted');
  expect((await storedAttempt(attemptId)).deadlineAt).toEqual(new Date(NOW + 25 * MINUTE));
  const forUnit = { ...base, whom: 'unit', intent: 'find-unit', unitQuery: 'cao bang' };
  expect(await send('extra-time', forUnit)).toMatchObject({ data: { units: [{ id: 'tinh' }] } });
  const missing = await send('extra-time', { ...base, intent: 'preview' });
  expect(missing).toMatchObject({ status: 422, data: { faults: { accountId: 'personMissing' } } });
  const unknown = await send('extra-time', { ...base, intent: 'preview', accountId: 'khong-co' });
  expect(unknown).toMatchObject({ status: 422, data: { refusal: 'unknown-person' } });
  expect(await (await database()).look.count({ where: { what: 'person' } })).toBe(1);
});

test('a notice is sent once for each form, and taken down', async () => {
  const { send, look } = await aDay();
  const fields = { intent: 'send', text: 'Vòng thi được gia hạn 30 phút.', key: 'khoa-mot-hai' };
  for (let sending = 0; sending < 2; sending += 1) {
    expect((await send('notices', fields)).location).toBe('/manage/contests/thi/conduct/notices?done=sent');
  }
  const [notice, ...others] = await (await database()).notice.findMany();
  expect(others).toEqual([]);
  expect((await send('notices', { intent: 'withdraw', noticeId: notice?.id ?? '' })).status).toBe(302);
  expect(await look('conduct_.notices')).toMatchObject({ notices: [{ text: fields.text, withdrawnAt: NOW }] });
  expect(await send('notices', { ...fields, text: 'ơi' })).toMatchObject({
    status: 422,
    data: { faults: { text: 'noticeMissing' } },
  });
});

test('names in the hall are shown when they are asked for, and the look is recorded', async () => {
  const { commune, look } = await aDay();
  const { account } = await aContestant({ unit: commune });
  const actor = { accountId: account.id, unitId: commune.id, unitPath: '', birthYear: 1990, grants: [] };
  await started(actor, 'thi', NOW - 3 * MINUTE);
  const looks = async () => (await database()).look.count({ where: { what: 'people-under-way' } });
  const without = await look('conduct_.hall');
  expect(without).toMatchObject({ silences: [{ minutes: 2, attempts: 1 }, { attempts: 0 }, { attempts: 0 }] });
  expect(JSON.stringify(without)).not.toContain(account.fullName);
  expect(JSON.stringify(without)).not.toContain(account.id);
  expect(await looks()).toBe(0);
  expect(JSON.stringify(await look('conduct_.hall', '?names=1'))).toContain(account.fullName);
  expect(await looks()).toBe(1);
});

test('frozen boards follow a close that is moved, and move back with it', async () => {
  const { commune, round, send } = await aDay({ rules: { boards: 'frozen', frozenFor: 60 * MINUTE } });
  const actor = await aContestant({ unit: commune });
  at(CLOSE - 30 * MINUTE);
  const attemptId = await started(actor, 'thi', CLOSE - 30 * MINUTE);
  await submitAttempt({ writer: writerOf(actor), attemptId, now: CLOSE - 25 * MINUTE });
  await refreshStandings();
  const frozen = async () => (await database()).standing.count({ where: { scopeId: `${round.id}@frozen` } });
  expect(await frozen()).toBe(0);
  at(CLOSE - 20 * MINUTE);
  const fields = { roundId: round.id, minutes: '45', reason: REASON, intent: 'confirm', key: 'khoa-mot-hai' };
  expect((await send('extend', fields)).status).toBe(302);
  expect(await frozen()).toBe(1);
  const [extension] = await (await database()).adjustment.findMany();
  const params = { adjustmentId: extension?.id ?? '' };
  const undone = await send('undo.$adjustmentId', { reason: REASON, intent: 'confirm', key: 'khoa-ba-bon' }, params);
  expect(undone.status).toBe(302);
  expect(await frozen()).toBe(0);
});
