import { describe, expect, test } from 'vitest';
import { getResult } from '#app/features/attempts/index.server.ts';
import { getRules, findNotices } from '#app/features/contests/index.server.ts';
import { getKeyItem, getUnseenChanges, listKeyItems, readOwnChanges } from '#app/features/regrading/index.server.ts';
import { findContest } from '#app/features/contests/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { commonItem, corrected, itemThatMost, REASON } from '#tests/support/correcting.ts';
import { useBuiltDatabase } from '#tests/support/database.ts';
import { anItemBody } from '#tests/support/item-body.ts';
import { AFTERWARDS, settledContest } from '#tests/support/whole-contest.ts';

const contestOf = async () => {
  const contest = await findContest({ slug: 'thi' });
  if (!contest) throw new Error('there is no contest');
  return contest;
};

describe('after a correction', () => {
  const built = useBuiltDatabase(() => settledContest());

  test('who is affected is told until the result was opened, and can read it there for good; nobody else can', async () => {
    const item = await itemThatMost('not right');
    await corrected({ item, kind: 'allRight' });
    const db = await database();
    const change = await db.markChange.findFirstOrThrow();
    const owner = built().people.find(({ accountId }) => accountId === change.accountId);
    const other = built().people.find(({ accountId }) => accountId !== change.accountId);
    if (!owner || !other) throw new Error('the people are gone');
    const contest = await contestOf();
    const own = await getUnseenChanges(owner, contest.id);
    const { slots } = JSON.parse((await db.attempt.findUniqueOrThrow({ where: { id: change.attemptId } })).form) as {
      slots: { slot: number; itemVersionId: string }[];
    };
    const told = own.find(({ attemptId }) => attemptId === change.attemptId);
    expect(told).toMatchObject({
      reason: REASON,
      contestTitle: 'Cuộc thi hai vòng',
      before: { score: change.scoreBefore },
      after: { score: change.scoreAfter },
      slots: slots.flatMap(({ slot, itemVersionId }) => (itemVersionId === item ? slot : [])),
    });
    const stolen = { actor: other, attemptId: change.attemptId, now: AFTERWARDS };
    expect(await readOwnChanges(stolen)).toEqual([]);
    expect(await getUnseenChanges(owner)).toEqual(own);
    const read = { ...stolen, actor: owner };
    expect((await readOwnChanges(read)).map(({ reason }) => reason)).toEqual([REASON]);
    const left = (await getUnseenChanges(owner)).map(({ attemptId }) => attemptId);
    expect(left).not.toContain(change.attemptId);
    expect(left).toHaveLength(own.length - 1);
    expect(await readOwnChanges({ ...read, now: AFTERWARDS + 1 })).toHaveLength(1);
    const { seenAt } = await db.markChange.findFirstOrThrow({ where: { attemptId: change.attemptId } });
    expect(seenAt?.getTime()).toBe(AFTERWARDS);
    expect(await getUnseenChanges(undefined)).toEqual([]);
  });

  test('the review shows the key that holds and the reason', async () => {
    const item = await commonItem();
    await corrected({ item, kind: 'key', accepted: [['b'], ['c']] });
    const outcome = await (await database()).outcome.findFirstOrThrow({ where: { itemVersionId: item } });
    const { accountId } = await (await database()).attempt.findUniqueOrThrow({ where: { id: outcome.attemptId } });
    const actor = built().people.find((each) => each.accountId === accountId);
    if (!actor) throw new Error('the person is gone');
    const result = await getResult({ actor, attemptId: outcome.attemptId, now: AFTERWARDS });
    const question = result?.review?.find(({ slot }) => slot === outcome.slot);
    expect(question?.correction).toEqual({ kind: 'key', reason: REASON });
    expect(question?.fraction).toBe(outcome.fraction);
    const keys = question?.lines.filter(({ isKey }) => isKey).map(({ text }) => text) ?? [];
    const body = anItemBody();
    const accepted = body.options.filter(({ id }) => ['b', 'c'].includes(id)).map(({ text }) => text);
    const shown = question?.lines.map(({ text }) => text) ?? [];
    expect(keys.toSorted()).toEqual(accepted.filter((text) => shown.includes(text)).toSorted());
    expect(keys.length).toBeGreaterThan(0);
    const others = result?.review?.filter(({ slot }) => slot !== outcome.slot) ?? [];
    expect(others.length).toBeGreaterThan(0);
    expect(others.every(({ correction }) => correction === undefined)).toBe(true);
  });

  test('everybody in the contest finds a notice that does not name the key', async () => {
    await corrected({ item: await commonItem(), kind: 'key', accepted: [['b']] });
    const [notice] = await findNotices((await contestOf()).id, AFTERWARDS);
    expect(notice?.text).toBe(
      `Ban Tổ chức đã sửa đáp án của một câu hỏi và chấm lại. Lý do: ${REASON}. Ai có điểm thay đổi sẽ thấy điểm cũ và điểm mới ở trang kết quả của mình.`,
    );
  });

  test('the rules say what happens to faulty questions, and what stays', async () => {
    const lessonNames = { topics: {}, lessons: {} };
    const rules = await getRules('thi', { lessonNames, locale: 'vi', now: AFTERWARDS });
    const article = rules?.articles.find(({ id }) => id === 'corrections');
    const text = JSON.stringify(article);
    expect(text).toContain('kể cả người bỏ trống');
    expect(text).toContain('dự đoán vẫn so với con số đã công bố');
  });
});

describe('the list of questions', () => {
  useBuiltDatabase(() => settledContest());

  test('has every question of the papers once, finds words without marks, and shows what was corrected', async () => {
    const contest = await contestOf();
    const db = await database();
    const versions = new Set((await db.outcome.findMany()).map(({ itemVersionId }) => itemVersionId));
    const all = await listKeyItems(contest, { words: '', page: 1 });
    expect(new Set(all.rows.map(({ itemVersionId }) => itemVersionId))).toEqual(versions);
    const facilities = all.rows.map(({ facility }) => facility ?? 0);
    expect(facilities).toEqual(facilities.toSorted((a, b) => a - b));
    const [first] = all.rows;
    const words = `cau hoi ${first?.itemId ?? ''}`;
    const found = await listKeyItems(contest, { words, page: 9 });
    expect(found.rows.map(({ itemId }) => itemId)).toContain(first?.itemId);
    expect(found.total).toBeLessThan(all.total);
    expect((await listKeyItems(contest, { words: 'khong co cau nao', page: 1 })).rows).toEqual([]);
    const item = await commonItem();
    await corrected({ item, kind: 'void' });
    const after = await listKeyItems(contest, { words: '', page: 1 });
    expect(after.rows.find(({ itemVersionId }) => itemVersionId === item)?.current).toBe('void');
    expect(after.history).toMatchObject([
      { itemVersionId: item, kind: 'void', reason: REASON, of: undefined, canUndo: true },
    ]);
  });

  test('a question tells what was answered, by the last choice of each paper, and other contests that use it', async () => {
    const item = await commonItem();
    const shown = await getKeyItem('thi', item);
    const db = await database();
    const outcomes = await db.outcome.findMany({ where: { itemVersionId: item } });
    const right = shown?.answers.find(({ id }) => id === 'a');
    expect(right).toMatchObject({
      isKeyNow: true,
      wasKey: true,
      attempts: outcomes.filter((each) => each.fraction === 1).length,
    });
    const blank = shown?.answers.find(({ id }) => id === '');
    expect(blank?.attempts).toBe(outcomes.filter(({ answered }) => !answered).length);
    expect(shown?.answers.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(outcomes.length);
    expect(shown?.others).toEqual([]);
    await corrected({ item, kind: 'key', accepted: [['b']] });
    const after = await getKeyItem('thi', item);
    expect(after?.answers.map(({ id, isKeyNow, wasKey }) => [id, isKeyNow, wasKey])).toEqual([
      ['a', false, true],
      ['b', true, false],
      ['c', false, false],
      ['d', false, false],
      ['', false, false],
    ]);
    expect(after?.acceptedNow).toEqual([['b']]);
    expect(await getKeyItem('thi', 'khong-co')).toBeUndefined();
    expect(await getKeyItem('thi', 'a\u0000b')).toBeUndefined();
  });
});
