import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { describe, expect, test, vi } from 'vitest';
import type { Actor } from '#app/domain/identity/actor.ts';
import { bankQueryOf } from '#app/features/bank/bank-address.ts';
import { findBankIds, getCoverage, listBank, type BankPage } from '#app/features/bank/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '../../support/clock.ts';
import { useTestDatabase } from '../../support/database.ts';
import { anItem } from '../../support/factories.ts';
import { fillBank } from '../../support/large-bank.ts';

useTestDatabase({ per: 'test' });

const actor: Actor = { accountId: 'nguoi-soan', unitId: 'tinh', unitPath: '/tinh/', birthYear: 1980, grants: [] };
const rights = { mayReview: false, mayPublish: false };

const list = (query = '', page = 1, given: Partial<typeof rights> & { as?: Actor } = {}): Promise<BankPage> =>
  listBank({
    actor: given.as ?? actor,
    rights: { ...rights, ...given },
    query: bankQueryOf(new URLSearchParams(query)),
    page,
  });

describe('the list of the bank', () => {
  test('finds by words without marks, by id, and narrows; says how many', async () => {
    await anItem({ id: 'b', body: { prompt: 'Pác Bó thuộc **xã** nào?' }, difficulty: 'hard', tags: ['pac-bo'] });
    await anItem({ id: 'a', body: { prompt: 'Đông Khê ở đâu?' } });
    const page = await list('q=pac+bo');
    expect([page.size, page.found, page.rows.map(({ id, prompt }) => [id, prompt])]).toEqual([
      2,
      1,
      [['b', 'Pác Bó thuộc xã nào?']],
    ]);
    expect((await list('q=dong')).rows.map(({ id }) => id)).toEqual(['a']);
    expect((await list('difficulty=hard')).rows.map(({ id }) => id)).toEqual(['b']);
    expect((await list('')).counts.difficulty).toEqual({ easy: 1, hard: 1 });
    expect((await list('tag=pac-bo')).found).toBe(1);
    expect((await list('sort=id')).rows.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('pages that neither overlap nor leave anything out', async () => {
    const ids = await fillBank(120);
    const pages = [await list('', 1), await list('', 2), await list('', 3)];
    expect(pages.map(({ rows, pages: all }) => [rows.length, all])).toEqual([
      [50, 3],
      [50, 3],
      [20, 3],
    ]);
    expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id)).toSorted()).toEqual(ids);
    expect((await list('', 99)).page).toBe(3);
    const query = bankQueryOf(new URLSearchParams('state=draft'));
    const found = await findBankIds({ actor, rights, query });
    expect(found.length).toBe((await list('state=draft')).found);
    expect(found.length).toBeGreaterThan(5);
  });

  test('shows the newest text, its findings, and the last act', async () => {
    const { item } = await anItem({ id: 'a' });
    const db = await database();
    const body = { ...(await anItem({ id: 'z' })).body, prompt: 'Bản sửa hỏi gì?', source: { title: '' } };
    await db.itemDraft.create({
      data: { itemId: item.id, body: JSON.stringify(body), place: '{}', writerIds: '|nguoi-soan|' },
    });
    await db.item.update({ where: { id: 'a' }, data: { work: 'draft' } });
    await db.itemEvent.createMany({
      data: [
        { itemId: 'a', kind: 'edited', actorId: 'x', at: new Date(OPENING) },
        { itemId: 'a', kind: 'returned', actorId: 'y', at: new Date(OPENING + 1) },
      ],
    });
    const page = await list('whose=mine');
    expect(page.rows).toMatchObject([
      {
        id: 'a',
        prompt: 'Bản sửa hỏi gì?',
        checked: { hasSource: false },
        lastAct: { kind: 'returned', actorId: 'y', at: OPENING + 1 },
      },
    ]);
    expect(page.rows[0]?.checked?.errors).toBeGreaterThan(0);
    expect((await list('findings=noSource')).rows.map(({ id }) => id)).toEqual(['a']);
    // It was returned to the person who wrote it.
    expect(page.waiting).toBe(1);
    expect((await list('', 1, { as: { ...actor, accountId: 'ai' } })).waiting).toBe(0);
  });

  test('what is in review waits for those who may decide and did not write it', async () => {
    const { version } = await anItem({ id: 'a', status: 'review' });
    const db = await database();
    await db.item.update({
      where: { id: 'a' },
      data: { work: 'review', reviewVersionId: 'a-v1', currentVersionId: null },
    });
    await db.itemDraft.create({ data: { itemId: 'a', body: version.body, place: '{}', writerIds: '|nguoi-soan|' } });
    const tham = { ...actor, accountId: 'tham' };
    const waiting = async (as: Actor, given: Partial<typeof rights>): Promise<number> =>
      (await list('', 1, { as, ...given })).waiting;
    expect(await waiting(tham, { mayReview: true })).toBe(1);
    expect(await waiting(tham, {})).toBe(0);
    expect(await waiting(actor, { mayReview: true, mayPublish: true })).toBe(0);
    await db.itemEvent.create({
      data: { itemId: 'a', kind: 'endorsed', versionId: 'a-v1', actorId: 'tham', at: new Date(OPENING) },
    });
    expect(await waiting(tham, { mayReview: true })).toBe(0);
    expect(await waiting(tham, { mayReview: true, mayPublish: true })).toBe(1);
  });

  test('costs as many statements for a large bank as for a small one', async () => {
    const prepare = vi.spyOn(BetterSqlite3.prototype, 'prepare');
    const query = vi.spyOn(pg.Client.prototype, 'query');
    const cost = async (): Promise<number> => {
      await list('q=c&state=published');
      const before = prepare.mock.calls.length + query.mock.calls.length;
      await list('q=c&state=published');
      return prepare.mock.calls.length + query.mock.calls.length - before;
    };
    await fillBank(120);
    const small = await cost();
    const db = await database();
    await db.itemDraft.deleteMany();
    await db.itemVersion.deleteMany();
    await db.item.deleteMany();
    await fillBank(900);
    expect([small > 0, small < 12, await cost()]).toEqual([true, true, small]);
  });
});

test('coverage counts what papers can be drawn from, and links nothing else in', async () => {
  await anItem({ id: 'a', topicSlug: 'x', difficulty: 'easy' });
  await anItem({
    id: 'b',
    topicSlug: 'x',
    difficulty: 'hard',
    body: { interaction: 'multipleChoice', key: ['a', 'b'] },
  });
  await anItem({ id: 'c', topicSlug: 'x', tags: ['luyen-tap'] });
  await anItem({ id: 'd', topicSlug: 'x', status: 'retired' });
  await anItem({ id: 'e', topicSlug: 'x', status: 'draft' });
  const contested = await anItem({ id: 'f', topicSlug: 'x' });
  await (await database()).item.update({ where: { id: contested.item.id }, data: { contested: true } });
  const { contest, practice, inWork } = await getCoverage();
  expect(contest.map(({ difficulty, total }) => [difficulty, total])).toEqual([
    ['easy', 1],
    ['medium', 0],
    ['hard', 1],
  ]);
  expect(contest[2]?.counts).toMatchObject({ multipleChoice: 1, choice: 0 });
  expect([practice.reduce((sum, { total }) => sum + total, 0), inWork]).toEqual([1, 1]);
});
