import { describe, expect, test } from 'vitest';
import type { ItemBody } from '#app/domain/items/item.ts';
import {
  commentOnItem,
  createItem,
  duplicateItem,
  endorseItem,
  publishItem,
  resolveComment,
  restoreItem,
  retireItem,
  returnItem,
  saveDraft,
  submitItem,
  withdrawItem,
} from '#app/features/authoring/index.server.ts';
import { getPool, loadItems } from '#app/features/items/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { aContestant } from '#tests/support/attempts.ts';
import { OPENING as NOW } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { anItem } from '#tests/support/factories.ts';
import { anItemBody } from '#tests/support/item-body.ts';

useTestDatabase({ per: 'test' });

const PLACE = {
  topicSlug: '2023-que-huong-coi-nguon-cach-mang',
  lessonSlug: '01-cao-bang-coi-nguon-cach-mang',
  difficulty: 'hard',
  tags: ['pac-bo'],
  contested: false,
} as const;

type Someone = Awaited<ReturnType<typeof aContestant>>;

const rowOf = async (id: string) =>
  (await database()).item.findUniqueOrThrow({ where: { id }, include: { versions: true, draft: true } });
const kindsOf = async (itemId: string): Promise<string[]> =>
  (await (await database()).itemEvent.findMany({ where: { itemId }, orderBy: { id: 'asc' } })).map(({ kind }) => kind);
const save = (actor: Someone, itemId: string, revision: number, body: Partial<ItemBody> = {}, place = {}) =>
  saveDraft({ actor, itemId, revision, body: anItemBody(body), place: { ...PLACE, ...place }, now: NOW });

async function written(actor: Someone): Promise<string> {
  const id = await createItem({ actor, interaction: 'choice', place: PLACE, now: NOW });
  expect(await save(actor, id, 1)).toEqual({ ok: true, value: 2 });
  return id;
}

async function waiting(actor: Someone): Promise<{ id: string; versionId: string }> {
  const id = await written(actor);
  expect(await submitItem({ actor, itemId: id, revision: 2, now: NOW })).toEqual({ ok: true, value: undefined });
  return { id, versionId: (await rowOf(id)).reviewVersionId ?? '' };
}

test('from blank to published by a second person, exactly as it was frozen', async () => {
  const [author, approver] = [await aContestant(), await aContestant()];
  const id = await createItem({ actor: author, interaction: 'choice', place: PLACE, now: NOW });
  expect(await submitItem({ actor: author, itemId: id, revision: 1, now: NOW })).toEqual({
    ok: false,
    error: 'item-has-faults',
  });
  await save(author, id, 1);
  await submitItem({ actor: author, itemId: id, revision: 2, now: NOW });
  const { reviewVersionId: versionId, versions } = await rowOf(id);
  expect(versions).toHaveLength(1);
  expect(await publishItem({ actor: author, itemId: id, versionId: versionId ?? '', now: NOW })).toEqual({
    ok: false,
    error: 'item-needs-a-second-person',
  });
  expect(await getPool()).toEqual([]);
  await endorseItem({ actor: approver, itemId: id, versionId: versionId ?? '', now: NOW });
  expect((await publishItem({ actor: approver, itemId: id, versionId: versionId ?? '', now: NOW })).ok).toBe(true);
  expect(await rowOf(id)).toMatchObject({
    status: 'published',
    work: 'none',
    currentVersionId: versionId,
    reviewVersionId: null,
    difficulty: 'hard',
    tags: '|pac-bo|',
    isEdited: true,
    draft: null,
    versions: [{ number: 1, body: JSON.stringify(anItemBody()) }],
  });
  expect((await getPool()).map(({ itemVersionId }) => itemVersionId)).toEqual([versionId]);
  expect(await kindsOf(id)).toEqual(['created', 'submitted', 'endorsed', 'published']);
  expect(await (await database()).auditEntry.count({ where: { subject: `item:${id}` } })).toBe(4);
});

test('a published item under revision: papers keep the approved text, place and kind until the new one is approved', async () => {
  const [author, approver] = [await aContestant(), await aContestant()];
  const { item, version } = await anItem({ id: '2023-900' });
  expect(await save(author, item.id, 0, { prompt: 'Câu mới hỏi gì?' })).toEqual({ ok: true, value: 1 });
  expect(await rowOf(item.id)).toMatchObject({ status: 'published', work: 'draft', difficulty: 'easy' });
  expect((await rowOf(item.id)).searchText).toContain('cau moi hoi gi?');
  await submitItem({ actor: author, itemId: item.id, revision: 1, now: NOW });
  expect((await getPool()).map(({ itemVersionId }) => itemVersionId)).toEqual([version.id]);
  const versionId = (await rowOf(item.id)).reviewVersionId ?? '';
  await publishItem({ actor: approver, itemId: item.id, versionId, now: NOW });
  expect(await rowOf(item.id)).toMatchObject({ currentVersionId: versionId, work: 'none', difficulty: 'hard' });
  expect(new Set((await rowOf(item.id)).versions.map(({ number }) => number))).toEqual(new Set([1, 2]));
  await loadItems({ now: NOW });
  expect(await rowOf(item.id)).toMatchObject({ status: 'published', currentVersionId: versionId });
});

describe('returned, withdrawn, retired, copied', () => {
  test('a return needs a reason, keeps it as a comment, and the text can be written again', async () => {
    const [author, reviewer] = [await aContestant(), await aContestant()];
    const { id, versionId } = await waiting(author);
    const back = (reason: string) => returnItem({ actor: reviewer, itemId: id, versionId, reason, now: NOW });
    expect(await back(' no ')).toEqual({ ok: false, error: 'reason-missing' });
    expect((await save(author, id, 2, { prompt: 'Khác?' })).ok).toBe(false);
    expect((await back('Nguồn chưa rõ trang.')).ok).toBe(true);
    const [comment] = await (await database()).itemComment.findMany({ where: { itemId: id } });
    expect(comment).toMatchObject({ text: 'Nguồn chưa rõ trang.', versionId, authorId: reviewer.accountId });
    expect(await save(author, id, 2, { prompt: 'Khác?' })).toEqual({ ok: true, value: 3 });
    const resolve = () => resolveComment({ actor: author, itemId: id, commentId: comment?.id ?? '', now: NOW });
    expect((await resolve()).ok).toBe(true);
    expect(await resolve()).toEqual({ ok: false, error: 'not-found' });
    const said = { actor: author, itemId: id, field: 'prompt', now: NOW } as const;
    expect(await commentOnItem({ ...said, text: ' ' })).toEqual({ ok: false, error: 'comment-missing' });
    expect((await commentOnItem({ ...said, text: 'Đã sửa.' })).ok).toBe(true);
  });

  test('whoever published an earlier text than the one in review is told', async () => {
    const [author, approver] = [await aContestant(), await aContestant()];
    const { id, versionId } = await waiting(author);
    await withdrawItem({ actor: author, itemId: id, now: NOW });
    await save(author, id, 2, { prompt: 'Khác?' });
    await submitItem({ actor: author, itemId: id, revision: 3, now: NOW });
    expect(await publishItem({ actor: approver, itemId: id, versionId, now: NOW })).toEqual({
      ok: false,
      error: 'item-changed',
    });
  });

  test('retired leaves the pool, restored comes back; neither twice', async () => {
    const actor = await aContestant();
    const { item } = await anItem();
    const acting = { actor, itemId: item.id, now: NOW };
    expect((await retireItem(acting)).ok).toBe(true);
    expect(await getPool()).toEqual([]);
    expect(await retireItem(acting)).toEqual({ ok: false, error: 'item-not-in-that-state' });
    expect((await restoreItem(acting)).ok).toBe(true);
    expect(await getPool()).toHaveLength(1);
  });

  test('a copy has the newest text, an id of its own, and is a draft', async () => {
    const actor = await aContestant();
    const { item, body } = await anItem({ tags: ['mot'] });
    const copy = await duplicateItem({ actor, itemId: item.id, now: NOW });
    const row = await rowOf(copy.ok ? copy.value : '');
    expect(row).toMatchObject({ status: 'draft', work: 'draft', tags: '|mot|', authorId: actor.accountId });
    expect(JSON.parse(row.draft?.body ?? '')).toEqual(body);
    expect(await duplicateItem({ actor, itemId: 'nothing', now: NOW })).toEqual({ ok: false, error: 'not-found' });
  });

  test('a contested item cannot be submitted', async () => {
    const author = await aContestant();
    const id = await createItem({ actor: author, interaction: 'choice', place: PLACE, now: NOW });
    await save(author, id, 1, {}, { contested: true });
    expect(await submitItem({ actor: author, itemId: id, revision: 2, now: NOW })).toEqual({
      ok: false,
      error: 'item-has-faults',
    });
  });
});

describe('two at once', () => {
  test('of two savers over one revision one is kept, and the other is shown it', async () => {
    const [one, two] = [await aContestant(), await aContestant()];
    const id = await written(one);
    const results = await Promise.all([save(one, id, 2, { prompt: 'Một?' }), save(two, id, 2, { prompt: 'Hai?' })]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const kept = JSON.parse((await rowOf(id)).draft?.body ?? '') as ItemBody;
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'item-changed', theirs: { revision: 3, body: { prompt: kept.prompt } } },
    });
  });

  test('of two who begin to revise a published item one is kept', async () => {
    const [one, two] = [await aContestant(), await aContestant()];
    const { item } = await anItem();
    const results = await Promise.all([
      save(one, item.id, 0, { prompt: 'Một?' }),
      save(two, item.id, 0, { prompt: 'Hai?' }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'item-changed', theirs: { revision: 1 } } });
  });

  test('a saving and a submission: what is frozen is what was submitted, or nothing is', async () => {
    const [one, two] = [await aContestant(), await aContestant()];
    const id = await written(one);
    const [saved, submitted] = await Promise.all([
      save(two, id, 2, { prompt: 'Chen ngang?' }),
      submitItem({ actor: one, itemId: id, revision: 2, now: NOW }),
    ]);
    const { versions, work } = await rowOf(id);
    expect([saved.ok, submitted.ok].filter(Boolean)).toHaveLength(1);
    expect(versions.map(({ body }) => (JSON.parse(body) as ItemBody).prompt)).toEqual(
      submitted.ok ? [anItemBody().prompt] : [],
    );
    expect(work).toBe(submitted.ok ? 'review' : 'draft');
  });

  test('of two approvers one publishes, in either order with a return', async () => {
    const [author, one, two] = [await aContestant(), await aContestant(), await aContestant()];
    const { id, versionId } = await waiting(author);
    const both = await Promise.all([one, two].map((actor) => publishItem({ actor, itemId: id, versionId, now: NOW })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await kindsOf(id)).filter((kind) => kind === 'published')).toHaveLength(1);
    const other = await waiting(author);
    const [published, returned] = await Promise.all([
      publishItem({ actor: one, itemId: other.id, versionId: other.versionId, now: NOW }),
      returnItem({ actor: two, itemId: other.id, versionId: other.versionId, reason: 'Chưa đạt.', now: NOW }),
    ]);
    expect([published.ok, returned.ok].filter(Boolean)).toHaveLength(1);
    expect((await rowOf(other.id)).status).toBe(published.ok ? 'published' : 'draft');
  });
});
