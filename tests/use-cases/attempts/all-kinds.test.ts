import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import {
  getAnswerSheet,
  getResult,
  saveResponses,
  submitAttempt,
  writerOf,
} from '#app/features/attempts/index.server.ts';
import { verifyContest } from '#app/features/verification/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import { aContestant, formOf, started, storedAttempt } from '#tests/support/attempts.ts';
import { afterOpening, OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest } from '#tests/support/factories.ts';
import { itemsOfAllKinds } from '#tests/support/kinds.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 1 });

async function aPaper(partial: 'none' | 'proportional' = 'proportional') {
  const blueprint = await itemsOfAllKinds('moi-loai');
  const marking = { right: 1, wrong: 0, blank: 0, partial };
  const { round } = await aContest({ slug: 'thi', items: 0, blueprint, rules: { marking } });
  const actor = await aContestant();
  const attemptId = await started(actor, 'thi', NOW);
  const send = (saves: Parameters<typeof saveResponses>[0]['saves'], seen = 0, now = NOW + SECOND) =>
    saveResponses({ writer: writerOf(actor), attemptId, seen, saves, now });
  const slots = (await formOf(attemptId)).slots;
  const places = (slot: number, ids: readonly string[]): number[] =>
    ids.map((id) => (slots[slot - 1]?.optionOrder.indexOf(id) ?? -1) + 1);
  const matched = (pairs: Readonly<Record<string, string>>): number[] =>
    (slots[4]?.optionOrder ?? []).map((id) => (slots[4]?.targetOrder?.indexOf(pairs[id] ?? '') ?? -1) + 1);
  return { round, actor, attemptId, slots, send, places, matched };
}

test('a sheet shows what is asked and never what is accepted', async () => {
  const { actor, attemptId, slots } = await aPaper();
  const sheet = await getAnswerSheet({ actor, attemptId, now: NOW });
  const [choice, , , order, match, text, number] = sheet?.questions ?? [];
  expect(choice?.promptHtml).toContain('<strong>nhiều</strong>');
  expect(choice?.prompt).not.toMatch(/[*|]/u);
  expect(order?.options).not.toEqual(['Tháng Giêng', 'Tháng Hai', 'Tháng Ba', 'Tháng Tư']);
  expect(match?.targets?.toSorted()).toEqual(['Hang', 'Hồ', 'Thác', 'Động']);
  expect(text).toMatchObject({ options: [], places: [], text: '' });
  expect(number).toMatchObject({ options: [], unit: 'km', text: '' });
  expect(JSON.stringify(sheet)).not.toMatch(/Đông Khê|1234/u);
  expect(slots.map(({ optionOrder }) => optionOrder.length)).toEqual([4, 4, 2, 4, 3, 0, 0]);
});

test.each([
  ['proportional', [1, 0.5, 0, 0.5, 0.66667, 1, 1], 4.66667],
  ['none', [1, 0, 0, 0, 0, 1, 1], 3],
] as const)(
  'answers of every kind are saved, scored (%s), verified and reviewed',
  async (partial, fractions, score) => {
    const { actor, attemptId, send, places, matched } = await aPaper(partial);
    const saved = await send([
      { slot: 1, places: places(1, ['a']), key: 'khoa-mot-1' },
      { slot: 2, places: places(2, ['a']), key: 'khoa-hai-2' },
      { slot: 3, places: places(3, ['b']), key: 'khoa-ba-33' },
      { slot: 4, places: places(4, ['b', 'a', 'c', 'd']), key: 'khoa-bon-4' },
      { slot: 5, places: matched({ a: 'a', b: 'b', c: 'd' }), key: 'khoa-nam-5' },
      { slot: 6, text: '  dong  khe '.normalize('NFD'), key: 'khoa-sau-6' },
      { slot: 7, text: '1.234,5 km', key: 'khoa-bay-7' },
    ]);
    expect(saved).toMatchObject({ ok: true, value: { refused: [] } });
    const sheet = await getAnswerSheet({ actor, attemptId, now: NOW + MINUTE });
    expect(sheet?.questions.map((question) => question.text ?? question.places)).toEqual([
      places(1, ['a']),
      places(2, ['a']),
      places(3, ['b']),
      places(4, ['b', 'a', 'c', 'd']),
      matched({ a: 'a', b: 'b', c: 'd' }),
      'dong  khe',
      '1.234,5 km',
    ]);
    await submitAttempt({ writer: writerOf(actor), attemptId, now: NOW + 2 * MINUTE });
    const stored = await storedAttempt(attemptId);
    expect(stored.outcomes.map(({ fraction }) => Number(fraction.toFixed(5)))).toEqual(fractions);
    expect(stored.score).toBeCloseTo(score, 5);
    const closed = OPENING + 7 * DAY + HOUR;
    forgetEverything();
    expect((await verifyContest({ slug: 'thi', now: closed }))?.differences).toEqual([]);
    const review = (await getResult({ actor, attemptId, now: closed }))?.review ?? [];
    expect(review[3]?.lines.map(({ text, own }) => [text, own?.text])).toEqual([
      ['Tháng Giêng', '2'],
      ['Tháng Hai', '1'],
      ['Tháng Ba', undefined],
      ['Tháng Tư', undefined],
    ]);
    expect(review[4]?.lines.find(({ text }) => text === 'Thang Hen')).toMatchObject({
      isKey: false,
      pair: { text: 'Hồ' },
      own: { text: 'Hang' },
    });
    expect(review[5]).toMatchObject({ typed: 'dong  khe', lines: [{ text: 'Đông Khê', isKey: true }] });
    expect(review[6]).toMatchObject({ typed: '1.234,5 km', lines: [{ text: '1234,5 ± 0,5 km' }] });
  },
);

test('what another device answered comes back as it was given; what fits nowhere is refused alone', async () => {
  const { send, matched } = await aPaper();
  const pairs = matched({ a: 'a' });
  await send([
    { slot: 5, places: pairs, key: 'khoa-khac-5' },
    { slot: 6, text: 'Đông Khê', key: 'khoa-khac-6' },
  ]);
  const second = await send(
    [
      { slot: 7, text: 'x'.repeat(201), key: 'khoa-dai-7' },
      { slot: 5, places: [9, 9, 9], key: 'khoa-sai-5' },
      { slot: 4, text: 'a', key: 'khoa-sai-4' },
      { slot: 6, places: [1], key: 'khoa-sai-6' },
      { slot: 1, places: [1], key: 'khoa-dung-1' },
    ],
    1,
    NOW + MINUTE,
  );
  expect(second).toMatchObject({
    ok: true,
    value: {
      refused: ['khoa-dai-7', 'khoa-sai-5', 'khoa-sai-4', 'khoa-sai-6'].map((key) => ({
        key,
        refusal: 'no-such-option',
      })),
      elsewhere: [
        { slot: 5, places: pairs },
        { slot: 6, places: [], text: 'Đông Khê' },
      ],
    },
  });
});

test('sending the same again is once; the same key with another order or text is refused', async () => {
  const { send, attemptId, places } = await aPaper();
  const order = places(4, ['a', 'b', 'c', 'd']);
  const saves = [
    { slot: 4, places: order, key: 'khoa-bon-4' },
    { slot: 6, text: 'Đông Khê', key: 'khoa-sau-6' },
  ];
  await send(saves);
  await send(saves);
  expect((await storedAttempt(attemptId)).steps).toHaveLength(3);
  expect(await send([{ slot: 4, places: order.toReversed(), key: 'khoa-bon-4' }])).toMatchObject({
    error: 'key-reused',
  });
  expect(await send([{ slot: 6, text: 'Đông Kh', key: 'khoa-sau-6' }])).toMatchObject({ error: 'key-reused' });
});

test('an item that is contested meanwhile stays on the papers that have it and goes onto no other', async () => {
  const { actor, attemptId } = await aPaper();
  await (await database()).item.updateMany({ where: { id: 'moi-loai-order' }, data: { contested: true } });
  forgetEverything();
  expect((await getAnswerSheet({ actor, attemptId, now: NOW }))?.questions).toHaveLength(7);
  await expect(started(await aContestant(), 'thi', NOW)).rejects.toThrow('pool-too-small');
});
