// What waits on a device: kept over a restart, by the best storage that there is, without one tab overwriting another's.
import { afterEach, expect, test, vi } from 'vitest';
import { Outbox, PREDICTION, type Waiting } from '#app/features/attempts/device/outbox.ts';
import { IDBObjectStore } from 'fake-indexeddb';
import { newDevice, START, TOKEN } from '#tests/support/device.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const waiting = (given: Partial<Waiting> = {}): Waiting => ({
  key: 'khoa-1',
  attemptId: 'bai-1',
  slot: 1,
  chosen: [2],
  at: START,
  token: TOKEN,
  ...given,
});

test('an answer is on the device once it is kept, and still there after a restart', async () => {
  newDevice();
  const before = await Outbox.open();
  expect(await before.keep(waiting())).toBe('device');
  const after = await Outbox.open();
  expect(await after.read('bai-1')).toEqual([waiting()]);
  await after.drop('bai-1', ['khoa-1']);
  expect(await (await Outbox.open()).read('bai-1')).toEqual([]);
});

test('two tabs with an answer to the same question each keep their own, in the order of choice', async () => {
  newDevice();
  const [one, two] = [await Outbox.open(), await Outbox.open()];
  await Promise.all([
    one.keep(waiting({ key: 'mot', chosen: [1], at: START + 2 })),
    two.keep(waiting({ key: 'hai', chosen: [3], at: START + 1 })),
  ]);
  expect((await one.read('bai-1')).map((each) => each.key)).toEqual(['hai', 'mot']);
});

test('an answer replaces the own one before it, and dropping is of that one only', async () => {
  newDevice();
  const outbox = await Outbox.open();
  await outbox.keep(waiting({ key: 'cu' }));
  await outbox.keep(waiting({ key: 'moi', chosen: [4] }), ['cu']);
  expect((await outbox.read('bai-1')).map((each) => each.key)).toEqual(['moi']);
  await outbox.drop('bai-1', ['cu']);
  expect(await outbox.read('bai-1')).toHaveLength(1);
});

test('attempts with something to send are found with their tokens: answers, predictions, and wishes to submit', async () => {
  newDevice();
  const outbox = await Outbox.open();
  await outbox.keep(waiting({ attemptId: 'an', token: 'the-an' }));
  await outbox.keep(waiting({ attemptId: 'binh', token: 'the-binh', slot: PREDICTION, chosen: [1_000] }));
  await outbox.wish({ attemptId: 'chi', token: 'the-chi' }, true);
  await outbox.keep(waiting({ attemptId: 'dung', token: 'the-dung', refusal: 'too-late' }));
  await outbox.keep(waiting({ attemptId: 'ninh', token: '' }));
  const found = await outbox.attempts();
  expect(found.toSorted((a, b) => (a.attemptId < b.attemptId ? -1 : 1))).toEqual([
    { attemptId: 'an', token: 'the-an' },
    { attemptId: 'binh', token: 'the-binh' },
    { attemptId: 'chi', token: 'the-chi' },
  ]);
  expect(await outbox.wantsToSubmit('chi')).toBe(true);
  await outbox.wish({ attemptId: 'chi', token: 'the-chi' }, false);
  expect(await (await Outbox.open()).wantsToSubmit('chi')).toBe(false);
});

test('without IndexedDB the local storage keeps it, and without that the page does and says so', async () => {
  const { local } = newDevice({ hasDatabase: false });
  const outbox = await Outbox.open();
  expect(await outbox.keep(waiting())).toBe('device');
  expect(await (await Outbox.open()).read('bai-1')).toEqual([waiting()]);
  local.isBroken = true;
  expect(await outbox.keep(waiting({ key: 'khoa-2', slot: 2 }))).toBe('page');
  expect((await outbox.read('bai-1')).map((each) => each.key)).toEqual(['khoa-2']);
  local.isBroken = false;
  expect((await outbox.read('bai-1')).map((each) => each.key).toSorted()).toEqual(['khoa-1', 'khoa-2']);
});

test('a database that refuses one answer hands it to the next place, from where it is dropped as well', async () => {
  newDevice();
  const outbox = await Outbox.open();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  expect(await outbox.keep(waiting())).toBe('device');
  put.mockRestore();
  expect(await (await Outbox.open()).read('bai-1')).toEqual([waiting()]);
  await outbox.drop('bai-1', ['khoa-1']);
  expect(await (await Outbox.open()).read('bai-1')).toEqual([]);
});

test('answers that an earlier version of the page has left are taken over', async () => {
  const { local } = newDevice();
  local.setItem('outbox:bai-1:6', 'hỏng');
  local.setItem('outbox:bai-1:7', JSON.stringify({ slot: 7, places: [1, 3], key: 'khoa-cu' }));
  const outbox = await Outbox.open();
  expect(await outbox.read('bai-1')).toEqual([
    { key: 'khoa-cu', attemptId: 'bai-1', slot: 7, chosen: [1, 3], token: '' },
  ]);
  expect(local.getItem('outbox:bai-1:7')).toBeNull();
});

test('refused answers are forgotten after thirty days, waiting ones never', async () => {
  newDevice();
  const outbox = await Outbox.open();
  await outbox.keep(waiting({ key: 'tu-choi', refusal: 'too-late' }));
  await outbox.keep(waiting({ key: 'con-cho' }));
  await outbox.forgetOld(START + 29 * 86_400_000);
  expect(await outbox.read('bai-1')).toHaveLength(2);
  await outbox.forgetOld(START + 31 * 86_400_000);
  expect((await outbox.read('bai-1')).map((each) => each.key)).toEqual(['con-cho']);
});
