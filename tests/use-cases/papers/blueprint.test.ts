import { expect, test } from 'vitest';
import { getBlueprint } from '#app/features/papers/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { useTestDatabase } from '../../support/database.ts';
import { aContest, anItem } from '../../support/factories.ts';

useTestDatabase({ per: 'test' });

const quotas = [
  { difficulty: 'easy', count: 2 },
  { difficulty: 'hard', count: 3 },
] as const;

test('says of each line what there is, what is missing and what to add, and which items are never drawn', async () => {
  await aContest({ slug: 'thi', blueprint: { sections: [{ title: 'Phần chung', quotas }] }, items: 0 });
  for (let item = 0; item < 4; item += 1) await anItem({ difficulty: 'easy' });
  for (let item = 0; item < 2; item += 1) await anItem({ difficulty: 'hard' });
  await anItem({ difficulty: 'medium' });
  await anItem({ tags: ['luyen-tap'] });
  await anItem({ status: 'retired' });
  await anItem({ status: 'draft' });
  const contested = await anItem({ difficulty: 'hard' });
  await (await database()).item.update({ where: { id: contested.item.id }, data: { contested: true } });

  const short = (await getBlueprint('thi'))?.rounds[0];
  expect(short).toMatchObject({
    size: 5,
    overlap: undefined,
    lines: [
      { fits: 4, missing: 0, more: 6 },
      { fits: 2, missing: 1, more: 13 },
    ],
    drawable: 6,
    never: { noLine: 1, otherKind: 1, contested: 1, retired: 1, inWork: 1 },
  });

  const added = await anItem({ difficulty: 'hard', body: { prompt: 'Câu khó thứ ba là câu nào?' } });
  const filled = (await getBlueprint('thi'))?.rounds[0];
  expect(filled?.overlap).toMatchObject({ method: 'exact', mean: 4 / 4 + 9 / 3 });
  expect(filled?.lines.map(({ missing }) => missing)).toEqual([0, 0]);
  // All three hard ones are on every paper.
  expect(filled?.exposures.filter(({ share }) => share === 1)).toHaveLength(3);
  expect(filled?.exposures).toContainEqual({
    itemId: added.item.id,
    prompt: 'Câu khó thứ ba là câu nào?',
    share: 1,
  });
  expect(await getBlueprint('khong-co')).toBeUndefined();
});
