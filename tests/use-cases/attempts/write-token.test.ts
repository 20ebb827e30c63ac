import { expect, test } from 'vitest';
import { MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import {
  getAnswerSheet,
  getAttemptState,
  saveResponses,
  submitAttempt,
  writerOf,
} from '#app/features/attempts/index.server.ts';
import { aContestant, save, started, storedAttempt } from '#tests/support/attempts.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 1 });
const saves = (slot: number, key: string) => [{ slot, places: [2], key }];

async function twoPeople() {
  await aContest({ slug: 'thi' });
  const [an, binh] = [await aContestant(), await aContestant()];
  const [anId, binhId] = [await started(an, 'thi', NOW), await started(binh, 'thi', NOW)];
  const token = (await getAnswerSheet({ actor: an, attemptId: anId, now: NOW }))?.token ?? '';
  return { an, binh, anId, binhId, token };
}

test('a token saves and submits its attempt without a session', async () => {
  const { anId, token } = await twoPeople();
  const writer = writerOf(undefined, token);
  const saved = await saveResponses({
    writer,
    attemptId: anId,
    seen: 1,
    saves: saves(1, 'het-phien-roi'),
    now: NOW + MINUTE,
  });
  expect(saved).toMatchObject({ ok: true, value: { sequence: 2 } });
  expect(await submitAttempt({ writer, attemptId: anId, now: NOW + 2 * MINUTE })).toMatchObject({ ok: true });
  expect(await storedAttempt(anId)).toMatchObject({ state: 'submitted' });
});

test("on a shared phone one person's queue goes to that person's attempt, whoever is signed in", async () => {
  const { binh, anId, binhId, token } = await twoPeople();
  const writer = { accountId: binh.accountId, token };
  await saveResponses({ writer, attemptId: anId, seen: 1, saves: saves(3, 'cua-an-day-nhe'), now: NOW + MINUTE });
  expect((await storedAttempt(anId)).steps).toHaveLength(2);
  expect((await storedAttempt(binhId)).steps).toHaveLength(1);
});

test('a token opens no other attempt, and no wrong token opens any, not even beside the right session', async () => {
  const { an, binh, anId, binhId, token } = await twoPeople();
  const refused = { ok: false, error: 'not-found' };
  for (const [writer, attemptId] of [
    [writerOf(undefined, token), binhId],
    [writerOf(binh, token), binhId],
    [writerOf(an, `${token}x`), anId],
    [writerOf(an, 'v1.'), anId],
    [writerOf(undefined, ''), anId],
    [writerOf(undefined), anId],
    [writerOf(binh), anId],
  ] as const) {
    const command = { writer, attemptId, seen: 0, saves: saves(1, 'khong-duoc-dau'), now: NOW + SECOND };
    expect(await saveResponses(command)).toEqual(refused);
    expect(await submitAttempt({ writer, attemptId, now: NOW + SECOND })).toEqual(refused);
    expect(await getAttemptState({ writer, attemptId, device: undefined, now: NOW })).toBeUndefined();
  }
  expect((await storedAttempt(anId)).steps).toHaveLength(1);
  expect((await storedAttempt(binhId)).steps).toHaveLength(1);
});

test('the tab that opened the sheet last leads, and a save of the other does not change that', async () => {
  const { an, anId } = await twoPeople();
  const from = (device: string, given: { takesOver?: boolean; key: string; slot?: number }) =>
    saveResponses({
      writer: writerOf(an),
      attemptId: anId,
      seen: 0,
      device,
      saves: saves(given.slot ?? 1, given.key),
      takesOver: given.takesOver,
      now: NOW + SECOND,
    });
  expect(await from('dien-thoai', { key: 'dt-thu-nhat' })).toMatchObject({ value: { leads: true } });
  expect(await from('may-tinh', { key: 'mt-thu-nhat', takesOver: true })).toMatchObject({ value: { leads: true } });
  expect(await from('dien-thoai', { key: 'dt-thu-hai', slot: 2 })).toMatchObject({ value: { leads: false } });
  const stateOf = async (device: string) =>
    (await getAttemptState({ writer: writerOf(an), attemptId: anId, device, now: NOW + SECOND }))?.leads;
  expect([await stateOf('dien-thoai'), await stateOf('may-tinh')]).toEqual([false, true]);
});

test('an answer that was chosen earlier and arrives later does not undo one of another device', async () => {
  const { an, anId } = await twoPeople();
  await save(an, anId, NOW + 5 * MINUTE, { slot: 1, places: [3], key: 'may-tinh-moi' });
  const late = await saveResponses({
    writer: writerOf(an),
    attemptId: anId,
    seen: 1,
    saves: [{ slot: 1, places: [1], key: 'dien-thoai-cu', age: 4 * MINUTE }],
    now: NOW + 6 * MINUTE,
  });
  expect(late).toMatchObject({ ok: true, value: { sequence: 3, elsewhere: [{ slot: 1, places: [3] }] } });
  const sheet = await getAnswerSheet({ actor: an, attemptId: anId, now: NOW + 6 * MINUTE });
  expect(sheet?.questions[0]?.places).toEqual([3]);
});
