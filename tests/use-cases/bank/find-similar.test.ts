import { beforeEach, describe, expect, test } from 'vitest';
import type { ItemBody } from '#app/domain/items/item.ts';
import { findSimilar, findSimilarOfEach } from '#app/features/bank/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { useTestDatabase } from '../../support/database.ts';
import { anItem } from '../../support/factories.ts';
import { anItemBody } from '../../support/item-body.ts';

useTestDatabase({ per: 'test' });

const DAN_VAN = 'Bài báo "Dân vận" đăng ngày 15/10/1949 được Chủ tịch Hồ Chí Minh ký bút danh nào?';

const asked = (prompt: string, ...texts: string[]): ItemBody =>
  anItemBody({ prompt, options: texts.map((text, index) => ({ id: 'abcd'.charAt(index), text })) });

const idsLike = async (body: ItemBody, excludeItemId?: string): Promise<string[]> =>
  (await findSimilar({ body, excludeItemId })).map(({ itemId }) => itemId);

describe('finding what is probably the same question', () => {
  beforeEach(async () => {
    await anItem({ id: 'dan-van', body: asked(DAN_VAN, 'X.Y.Z.', 'C.B.', 'T.L.') });
    await anItem({
      id: 'sua-doi',
      body: asked('Ai viết Sửa đổi lối làm việc?', 'Hồ Chí Minh', 'Trường Chinh', 'Lê Duẩn'),
    });
  });

  test('finds it by other words, without the item itself', async () => {
    const other = asked(
      'Chủ tịch Hồ Chí Minh ký bút danh nào dưới bài báo Dân vận ngày 15/10/1949?',
      'X.Y.Z.',
      'A.G.',
      'Đ.X.',
    );
    expect(await findSimilar({ body: other })).toEqual([
      { itemId: 'dan-van', prompt: DAN_VAN, status: 'published', score: expect.closeTo(0.92, 2) as number },
    ]);
    expect(await idsLike(asked(DAN_VAN, 'X.Y.Z.', 'C.B.', 'T.L.'), 'dan-van')).toEqual([]);
    expect(await idsLike(asked('Sông nào dài nhất tỉnh Cao Bằng?', 'Sông Bằng', 'Sông Hiến', 'Sông Gâm'))).toEqual([]);
  });

  test('sees what was added, changed, deleted since the last look', async () => {
    const river = asked('Sông nào dài nhất tỉnh Cao Bằng?', 'Sông Bằng', 'Sông Hiến', 'Sông Gâm');
    expect(await idsLike(river)).toEqual([]);
    await anItem({ id: 'song', body: river });
    expect(await idsLike(river)).toEqual(['song']);
    const db = await database();
    await db.itemDraft.create({
      data: {
        itemId: 'song',
        body: JSON.stringify(asked('Núi nào cao nhất?', 'Phia Oắc', 'Phja Dạ', 'Báo Đông')),
        place: '{}',
        writerIds: '',
      },
    });
    await db.item.update({ where: { id: 'song' }, data: { work: 'draft' } });
    expect(await idsLike(river)).toEqual([]);
    expect(await idsLike(asked('Núi nào cao nhất?', 'Phia Oắc', 'Phja Dạ', 'Báo Đông'))).toEqual(['song']);
    await db.itemDraft.delete({ where: { itemId: 'song' } });
    await db.itemVersion.deleteMany({ where: { itemId: 'song' } });
    await db.item.delete({ where: { id: 'song' } });
    expect(await idsLike(asked('Núi nào cao nhất?', 'Phia Oắc', 'Phja Dạ', 'Báo Đông'))).toEqual([]);
  });

  test('answers for many texts in their order', async () => {
    const found = await findSimilarOfEach([
      { body: asked('Sông nào dài nhất tỉnh Cao Bằng?', 'Sông Bằng', 'Sông Hiến', 'Sông Gâm') },
      { body: asked(DAN_VAN, 'X.Y.Z.', 'C.B.', 'T.L.') },
    ]);
    expect(found.map((some) => some.map(({ itemId }) => itemId))).toEqual([[], ['dan-van']]);
  });
});
