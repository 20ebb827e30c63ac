import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/identity/actor.ts';
import type { BulkAct } from '#app/domain/items/bulk.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import { bankQueryOf } from '#app/features/bank/bank-address.ts';
import {
  listBank,
  listBatches,
  getUndoObstacles,
  planBulk,
  runBulk,
  undoBatch,
} from '#app/features/bank/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { BatchBefore } from '#app/features/bank/index.server.ts';
import { OPENING } from '../../support/clock.ts';
import { useTestDatabase } from '../../support/database.ts';
import { anItem } from '../../support/factories.ts';
import { anItemBody } from '../../support/item-body.ts';

useTestDatabase({ per: 'test' });

const NOW = OPENING;
const person = (accountId: string): Actor => ({
  accountId,
  unitId: 'tinh',
  unitPath: '/tinh/',
  birthYear: 1980,
  grants: [],
});
const author = person('soan');
const approver = person('duyet');
const AUTHOR = { mayWrite: true, mayPublish: false };
const ALL = { mayWrite: true, mayPublish: true };

/** A draft that "soan" writes. */
async function aDraft(id: string, { body, tags = [] as string[] }: { body?: Partial<ItemBody>; tags?: string[] } = {}) {
  const db = await database();
  const place = { topicSlug: 'cd', lessonSlug: 'bai', difficulty: 'easy', tags, contested: false };
  await db.item.create({
    data: {
      id,
      status: 'draft',
      work: 'draft',
      topicSlug: 'cd',
      lessonSlug: 'bai',
      difficulty: 'easy',
      tags: tags.length > 0 ? `|${tags.join('|')}|` : '',
      authorId: 'soan',
      searchText: id,
      draft: {
        create: {
          body: JSON.stringify(anItemBody({ prompt: `Câu ${id} hỏi điều gì?`, ...body })),
          place: JSON.stringify(place),
          writerIds: '|soan|',
        },
      },
    },
  });
}

async function done(act: BulkAct, ids: string[], actor = approver, rights = ALL): Promise<string> {
  const { seal } = await planBulk({ actor, rights, act, ids });
  const result = await runBulk({ actor, rights, act, ids, seal, now: NOW });
  if (!result.ok) throw new Error(`refused: ${result.error}`);
  return result.value.batchId;
}

/** Everything that there is of items, without times. */
async function everything(): Promise<unknown> {
  const db = await database();
  const items = await db.item.findMany({ orderBy: { id: 'asc' }, include: { draft: true, versions: true } });
  return items.map(({ updatedAt: _, isEdited: _edited, draft, versions, ...item }) => ({
    ...item,
    versions: versions.length,
    draft: draft && { body: draft.body, place: draft.place, writerIds: draft.writerIds, base: draft.baseVersionId },
  }));
}

const undo = (batchId: string, actor = approver, onlyRest = false): ReturnType<typeof undoBatch> =>
  undoBatch({ actor, batchId, onlyRest, now: NOW + 1 });

describe('a bulk act', () => {
  const moved: BulkAct = { kind: 'move', topicSlug: 'cd-moi', lessonSlug: 'bai-moi' };

  test('moves items and texts in work, says it in each history, and is undone', async () => {
    await anItem({ id: 'a', topicSlug: 'cd', lessonSlug: 'bai' });
    await aDraft('b');
    const before = await everything();
    const batchId = await done(moved, ['a', 'b']);
    const db = await database();
    expect(await db.item.findMany({ select: { topicSlug: true, lessonSlug: true } })).toEqual([
      { topicSlug: 'cd-moi', lessonSlug: 'bai-moi' },
      { topicSlug: 'cd-moi', lessonSlug: 'bai-moi' },
    ]);
    const draft = await db.itemDraft.findUniqueOrThrow({ where: { itemId: 'b' } });
    expect([JSON.parse(draft.place), draft.revision]).toEqual([
      { topicSlug: 'cd-moi', lessonSlug: 'bai-moi', difficulty: 'easy', tags: [], contested: false },
      2,
    ]);
    const events = await db.itemEvent.findMany({ where: { batchId }, orderBy: { itemId: 'asc' } });
    expect(events.map(({ itemId, kind, actorId }) => [itemId, kind, actorId])).toEqual([
      ['a', 'moved', 'duyet'],
      ['b', 'moved', 'duyet'],
    ]);
    expect(JSON.parse(events[0]?.detail ?? '')).toMatchObject({
      was: { topicSlug: 'cd' },
      is: { topicSlug: 'cd-moi' },
    });
    expect(await db.auditEntry.count({ where: { action: 'items.bulk.move' } })).toBe(1);
    expect(await undo(batchId)).toEqual({ ok: true, value: { undone: 2, retired: 0, left: 0 } });
    expect(await everything()).toEqual(before);
    expect(await undo(batchId)).toEqual({ ok: false, error: 'already-undone' });
  });

  const ROUND_TRIPS: [string, BulkAct][] = [
    ['difficulty', { kind: 'difficulty', difficulty: 'hard' }],
    ['a tag more', { kind: 'addTag', tag: 'moi' }],
    ['a tag less', { kind: 'removeTag', tag: 'cu' }],
    ['contested', { kind: 'contest' }],
    ['submitting', { kind: 'submit' }],
    ['retiring', { kind: 'retire' }],
    ['deleting', { kind: 'delete' }],
  ];

  test.each(ROUND_TRIPS)('%s changes something, and undoing brings all of it back', async (_, act) => {
    await anItem({ id: 'a', topicSlug: 'cd', lessonSlug: 'bai', tags: ['cu'] });
    await aDraft('b', { tags: ['cu'] });
    const text = async () =>
      (await (await database()).item.findMany({ orderBy: { id: 'asc' } })).map(({ searchText }) => searchText);
    // why first: the column is filled by the first act, and undoing computes it anew.
    if (act.kind === 'addTag' || act.kind === 'removeTag') await undo(await done(act, ['a', 'b']));
    const [before, texts] = [await everything(), await text()];
    const batchId = await done(act, ['a', 'b']);
    expect(await everything()).not.toEqual(before);
    expect((await undo(batchId)).ok).toBe(true);
    const versions = act.kind === 'submit' ? 1 : 0;
    expect(await everything()).toEqual(
      (before as { id: string; versions: number }[]).map((item) =>
        item.id === 'b' ? { ...item, versions: item.versions + versions } : item,
      ),
    );
    expect(await text()).toEqual(texts);
  });

  test('publishes what a second person wrote, exactly as frozen; undoing puts it back into review', async () => {
    await aDraft('b', { body: { prompt: 'Câu đã trình hỏi điều gì?' } });
    await done({ kind: 'submit' }, ['b'], author, AUTHOR);
    const own = await planBulk({ actor: author, rights: ALL, act: { kind: 'publish' }, ids: ['b'] });
    expect([own.doable, own.leftOut.map(({ reason }) => reason)]).toEqual([0, ['needs-second-person']]);
    const inReview = await everything();
    const batchId = await done({ kind: 'publish' }, ['b']);
    const db = await database();
    const item = await db.item.findUniqueOrThrow({ where: { id: 'b' }, include: { versions: true, draft: true } });
    expect([item.status, item.work, item.reviewVersionId, item.draft]).toEqual(['published', 'none', null, null]);
    expect(item.currentVersionId).toBe(item.versions[0]?.id);
    expect(JSON.parse(item.versions[0]?.body ?? '')).toMatchObject({ prompt: 'Câu đã trình hỏi điều gì?' });
    expect((await undo(batchId)).ok).toBe(true);
    expect(await everything()).toEqual(inReview);
  });

  test('takes what can be done, and names the rest with the reason', async () => {
    await aDraft('sound');
    await aDraft('faulty', { body: { key: [] } });
    await anItem({ id: 'published' });
    const plan = await planBulk({
      actor: author,
      rights: AUTHOR,
      act: { kind: 'submit' },
      ids: ['sound', 'faulty', 'published', 'khong-co'],
    });
    expect(plan.doable).toBe(1);
    expect(plan.leftOut.map(({ id, reason }) => [id, reason])).toEqual([
      ['faulty', 'has-faults'],
      ['published', 'wrong-state'],
    ]);
    const noTag = await planBulk({
      actor: author,
      rights: AUTHOR,
      act: { kind: 'addTag', tag: 'x' },
      ids: ['sound', 'published'],
    });
    expect(noTag.leftOut.map(({ id, reason }) => [id, reason])).toEqual([['published', 'needs-approver']]);
  });

  test('does nothing when the items have changed since the preview, or there is nothing to do', async () => {
    await aDraft('b');
    const act: BulkAct = { kind: 'submit' };
    const { seal } = await planBulk({ actor: author, rights: AUTHOR, act, ids: ['b'] });
    await (await database()).itemDraft.update({ where: { itemId: 'b' }, data: { revision: 2 } });
    const order = { actor: author, rights: AUTHOR, act, ids: ['b'], now: NOW };
    expect(await runBulk({ ...order, seal })).toEqual({ ok: false, error: 'bank-changed' });
    expect(await runBulk({ ...order, act: { kind: 'retire' }, seal })).toEqual({ ok: false, error: 'nothing-to-do' });
    const many = Array.from({ length: 1_001 }, (_, index) => `x${index}`);
    expect(await runBulk({ ...order, ids: many, seal })).toEqual({ ok: false, error: 'too-many-items' });
    expect(await (await database()).itemBatch.count()).toBe(0);
  });
});

describe('undoing', () => {
  test('leaves what somebody has changed since, names it, and takes back the rest only when asked', async () => {
    await anItem({ id: 'a', topicSlug: 'cd' });
    await anItem({ id: 'b', topicSlug: 'cd', body: { prompt: 'Câu bị sửa hỏi điều gì?' } });
    const batchId = await done({ kind: 'move', topicSlug: 'cd-moi', lessonSlug: 'bai' }, ['a', 'b']);
    const db = await database();
    await db.item.update({ where: { id: 'b' }, data: { difficulty: 'hard' } });
    expect(await undo(batchId)).toEqual({ ok: false, error: 'changed-since' });
    expect(await getUndoObstacles(batchId, approver)).toMatchObject({
      rest: 1,
      left: [{ id: 'b', prompt: 'Câu bị sửa hỏi điều gì?' }],
    });
    expect(await undo(batchId, approver, true)).toEqual({ ok: true, value: { undone: 1, retired: 0, left: 1 } });
    const topics = await db.item.findMany({ orderBy: { id: 'asc' }, select: { topicSlug: true } });
    expect(topics.map(({ topicSlug }) => topicSlug)).toEqual(['cd', 'cd-moi']);
  });

  test('is for one’s own acts', async () => {
    await anItem({ id: 'a' });
    const batchId = await done({ kind: 'retire' }, ['a']);
    expect(await undo(batchId, author)).toEqual({ ok: false, error: 'not-found' });
    expect(await undo('a\u0000b')).toEqual({ ok: false, error: 'not-found' });
    expect(await getUndoObstacles(batchId, author)).toBeUndefined();
    expect([await listBatches(author), (await listBatches(approver)).length]).toEqual([[], 1]);
  });

  test('of an import removes what nobody touched, takes what papers used out of use, leaves what was worked at', async () => {
    await aDraft('untouched');
    await aDraft('edited');
    await anItem({ id: 'used' });
    const db = await database();
    await db.itemDraft.update({ where: { itemId: 'edited' }, data: { revision: 2 } });
    const before: BatchBefore = { created: ['untouched', 'edited', 'used', 'gone'], changed: [], deleted: [] };
    const batch = {
      id: 'nhap',
      kind: 'import',
      actorId: 'duyet',
      at: new Date(NOW),
      size: 4,
      before: JSON.stringify(before),
    };
    await db.itemBatch.create({ data: batch });
    await db.itemEvent.createMany({
      data: ['untouched', 'edited', 'used'].map((itemId) => ({
        itemId,
        kind: 'imported',
        batchId: 'nhap',
        at: new Date(NOW),
      })),
    });
    expect(await undo('nhap')).toEqual({ ok: false, error: 'changed-since' });
    expect(await undo('nhap', approver, true)).toEqual({ ok: true, value: { undone: 1, retired: 1, left: 1 } });
    const items = await db.item.findMany({ orderBy: { id: 'asc' }, select: { id: true, status: true } });
    expect(items).toEqual([
      { id: 'edited', status: 'draft' },
      { id: 'used', status: 'retired' },
    ]);
  });
});

test('the list shows an act, and its undoing, at once', async () => {
  await anItem({ id: 'a', difficulty: 'easy' });
  await anItem({ id: 'b', difficulty: 'easy' });
  const easy = async (): Promise<number> => {
    const query = bankQueryOf(new URLSearchParams('difficulty=easy&q=dieu'));
    return (await listBank({ actor: approver, rights: { mayReview: true, mayPublish: true }, query, page: 1 })).found;
  };
  expect(await easy()).toBe(2);
  const batchId = await done({ kind: 'difficulty', difficulty: 'hard' }, ['a']);
  expect(await easy()).toBe(1);
  expect((await undo(batchId)).ok).toBe(true);
  expect(await easy()).toBe(2);
});
