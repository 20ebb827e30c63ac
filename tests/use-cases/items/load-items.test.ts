import { describe, expect, it } from 'vitest';
import { useContentCopy } from '#tests/support/content.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { OPENING } from '#tests/support/clock.ts';

const ITEMS = 'items/2023-que-huong-coi-nguon-cach-mang.yml';
const PRACTICE = 'topics/2023-que-huong-coi-nguon-cach-mang/01-cao-bang-coi-nguon-cach-mang.practice.yml';

useTestDatabase({ per: 'test' });

// why imported anew: the folder of content is read once by the modules, and each test has its own.
async function open() {
  const items = await import('#app/features/items/index.server.ts');
  const { database, closeDatabase } = await import('#app/platform/db/client.server.ts');
  return { ...items, db: await database(), closeDatabase };
}

describe('loading items', () => {
  it('publishes what content has, with one version each, and tells it in the audit', async () => {
    useContentCopy();
    const { loadItems, getPool, db, closeDatabase } = await open();
    const loaded = await loadItems({ now: OPENING });
    expect(loaded).toMatchObject({ changed: 0, retired: 0 });
    expect(loaded.added).toBe(loaded.items);
    expect(await getPool()).toHaveLength(loaded.items);
    expect(await db.itemVersion.count()).toBe(loaded.items);
    expect(await db.auditEntry.count({ where: { action: 'items.loaded' } })).toBe(1);
    await closeDatabase();
  });

  it('changes nothing the second time', async () => {
    useContentCopy();
    const { loadItems, db, closeDatabase } = await open();
    const { items } = await loadItems({ now: OPENING });
    expect(await loadItems({ now: OPENING + 1 })).toEqual({ items, added: 0, changed: 0, retired: 0 });
    expect(await db.itemVersion.count()).toBe(items);
    expect(await db.auditEntry.count({ where: { action: 'items.loaded' } })).toBe(1);
    await closeDatabase();
  });

  it('makes a new version of a changed text, and keeps the old one for papers drawn before', async () => {
    const content = useContentCopy();
    const { loadItems, getPool, getBodies, db, closeDatabase } = await open();
    await loadItems({ now: OPENING });
    const before = await db.item.findUniqueOrThrow({ where: { id: '2023-001' } });
    content.edit(ITEMS, /rationale: ("?)/u, 'rationale: $1Xin nhớ rằng ');
    expect(await loadItems({ now: OPENING + 1 })).toMatchObject({ added: 0, changed: 1, retired: 0 });
    const after = await db.item.findUniqueOrThrow({ where: { id: '2023-001' } });
    expect(after.currentVersionId).not.toBe(before.currentVersionId);
    const ids = [before.currentVersionId, after.currentVersionId] as string[];
    const bodies = await getBodies(ids);
    expect(bodies.get(ids[0] as string)?.rationale).not.toContain('Xin nhớ');
    expect(bodies.get(ids[1] as string)?.rationale).toContain('Xin nhớ');
    expect((await getPool()).map((item) => item.itemVersionId)).toContain(ids[1]);
    expect((await getPool()).map((item) => item.itemVersionId)).not.toContain(ids[0]);
    await closeDatabase();
  });

  it('moves an item without a new version when only its place changed', async () => {
    const content = useContentCopy();
    const { loadItems, db, closeDatabase } = await open();
    const { items } = await loadItems({ now: OPENING });
    content.edit(ITEMS, 'difficulty: easy', 'difficulty: hard');
    expect(await loadItems({ now: OPENING + 1 })).toMatchObject({ changed: 1 });
    expect(await db.itemVersion.count()).toBe(items);
    expect(await db.item.findUniqueOrThrow({ where: { id: '2023-001' } })).toMatchObject({ difficulty: 'hard' });
    await closeDatabase();
  });

  it('retires what content no longer has, and publishes it again when it is back', async () => {
    const content = useContentCopy();
    const { loadItems, getPool, db, closeDatabase } = await open();
    const { items } = await loadItems({ now: OPENING });
    content.edit(ITEMS, '"2023-001"', '"2023-901"');
    expect(await loadItems({ now: OPENING + 1 })).toEqual({ items, added: 1, changed: 0, retired: 1 });
    expect(await db.item.findUniqueOrThrow({ where: { id: '2023-001' } })).toMatchObject({ status: 'retired' });
    expect(await getPool()).toHaveLength(items);
    content.edit(ITEMS, '"2023-901"', '"2023-001"');
    expect(await loadItems({ now: OPENING + 2 })).toEqual({ items, added: 0, changed: 1, retired: 1 });
    expect(await db.itemVersion.count({ where: { itemId: '2023-001' } })).toBe(1);
    await closeDatabase();
  });

  it('has the practice questions of the lessons too, tagged, so that practice draws them and contests never do', async () => {
    const content = useContentCopy();
    const { loadItems, getPool, readContestItems, db, closeDatabase } = await open();
    const { items } = await loadItems({ now: OPENING });
    const { poolFor } = await import('#app/domain/contests/draw-form.ts');
    const pool = await getPool();
    const contest = readContestItems().items.length;
    expect(poolFor(pool, 'contest')).toHaveLength(contest);
    expect(poolFor(pool, 'practice')).toHaveLength(items - contest);
    expect(items - contest).toBeGreaterThanOrEqual(60);
    expect(await db.item.findUniqueOrThrow({ where: { id: '2023-p01' } })).toMatchObject({
      status: 'published',
      topicSlug: '2023-que-huong-coi-nguon-cach-mang',
      lessonSlug: '01-cao-bang-coi-nguon-cach-mang',
      tags: '|di-tich|rung-tran-hung-dao|luyen-tap|',
    });
    content.edit(PRACTICE, '"2023-p01"', '"2023-p99"');
    expect(await loadItems({ now: OPENING + 1 })).toEqual({ items, added: 1, changed: 0, retired: 1 });
    await closeDatabase();
  });

  it('loads nothing at all when a file of practice questions has a fault', async () => {
    const content = useContentCopy();
    content.edit(PRACTICE, 'difficulty: easy', 'difficulty: simple');
    const { loadItems, db, closeDatabase } = await open();
    await expect(loadItems({ now: OPENING })).rejects.toThrow(`content/${PRACTICE}:3 [0].difficulty`);
    expect(await db.item.count()).toBe(0);
    await closeDatabase();
  });

  it('loads nothing at all when a file has a fault', async () => {
    const content = useContentCopy();
    content.edit(ITEMS, 'difficulty: easy', 'difficulty: simple');
    const { loadItems, db, closeDatabase } = await open();
    await expect(loadItems({ now: OPENING })).rejects.toThrow(
      `content/${ITEMS}:5 [0].difficulty: phải là một trong: easy, medium, hard`,
    );
    expect(await db.item.count()).toBe(0);
    await closeDatabase();
  });
});
