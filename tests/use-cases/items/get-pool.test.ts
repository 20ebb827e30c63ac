import { describe, expect, it } from 'vitest';
import { getBodies, getItemLabels, getPool } from '#app/features/items/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { anItem } from '#tests/support/factories.ts';
import { useTestDatabase } from '#tests/support/database.ts';

useTestDatabase({ per: 'test' });

describe('the pool', () => {
  it('has the published items only, with their place and the ids of their options', async () => {
    const { version } = await anItem({ difficulty: 'hard', tags: ['pac-bo', 'moc-108'] });
    await anItem({ status: 'draft' });
    await anItem({ status: 'retired' });
    const { item: contested } = await anItem();
    await (await database()).item.update({ where: { id: contested.id }, data: { contested: true } });
    expect(await getPool()).toEqual([
      {
        itemVersionId: version.id,
        topicSlug: '2023-que-huong-coi-nguon-cach-mang',
        lessonSlug: '01-cao-bang-coi-nguon-cach-mang',
        difficulty: 'hard',
        tags: ['pac-bo', 'moc-108'],
        interaction: 'choice',
        keys: ['a'],
        optionIds: ['a', 'b', 'c', 'd'],
        shufflesOptions: true,
      },
    ]);
  });

  it('keeps the order of Đúng and Sai', async () => {
    await anItem({
      body: {
        interaction: 'trueFalse',
        options: [
          { id: 'a', text: 'Đúng' },
          { id: 'b', text: 'Sai' },
        ],
      },
    });
    expect(await getPool()).toMatchObject([{ optionIds: ['a', 'b'], shufflesOptions: false }]);
  });
});

describe('bodies of versions', () => {
  it('leaves out what does not exist, and asks the database only once for what does', async () => {
    const { version, body } = await anItem();
    expect(await getBodies([version.id, 'khong-co', version.id])).toEqual(new Map([[version.id, body]]));
    await (await database()).itemVersion.delete({ where: { id: version.id } });
    expect(await getBodies([version.id])).toEqual(new Map([[version.id, body]]));
  });

  it('gives nothing for nothing', async () => {
    expect((await getBodies([])).size).toBe(0);
    expect((await getItemLabels([])).size).toBe(0);
  });
});

describe('labels for the organizer', () => {
  it('name the item behind a version, also of a retired one', async () => {
    const { item, version } = await anItem({ status: 'retired', body: { prompt: 'Câu đã rút?' } });
    const labels = await getItemLabels([version.id, 'khong-co']);
    expect([...labels]).toEqual([
      [
        version.id,
        {
          itemId: item.id,
          prompt: 'Câu đã rút?',
          topicSlug: item.topicSlug,
          lessonSlug: item.lessonSlug,
          difficulty: 'easy',
          status: 'retired',
        },
      ],
    ]);
  });
});
