// Pictures that a writer adds: cleaned, kept once, put where they belong, and never without words.
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Interaction, ItemBody } from '#app/domain/items/item.ts';
import { addImageToItem, createItem, getDesk, saveDraft, submitItem } from '#app/features/authoring/index.server.ts';
import { getMedia } from '#app/features/items/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { aContestant } from '#tests/support/attempts.ts';
import { OPENING as NOW } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { anItemBody } from '#tests/support/item-body.ts';

useTestDatabase({ per: 'test' });

const PLACE = {
  topicSlug: '2023-que-huong-coi-nguon-cach-mang',
  lessonSlug: '01-cao-bang-coi-nguon-cach-mang',
  difficulty: 'easy',
  tags: [],
  contested: false,
} as const;

let writer: Awaited<ReturnType<typeof aContestant>>;
beforeEach(async () => {
  writer = await aContestant();
});

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3b7a57' } });
const photograph = (): Promise<Buffer> =>
  picture(2_000, 1_000)
    // A camera that was held upright, and where it stood.
    .withExif({ IFD0: { Make: 'May-anh', Orientation: '6' }, IFD3: { GPSLatitude: '22/1 40/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

async function written(body: Partial<ItemBody> = {}, interaction: Interaction = 'choice'): Promise<string> {
  const itemId = await createItem({ actor: writer, interaction, place: PLACE, now: NOW });
  await saveDraft({ actor: writer, itemId, body: anItemBody(body), place: PLACE, revision: 1, now: NOW });
  return itemId;
}

const add = (itemId: string, file: Uint8Array, given: { alt?: string; where?: string } = {}) =>
  addImageToItem({ actor: writer, itemId, file, alt: 'Cột mốc', where: 'prompt', ...given, now: NOW });
const bodyOf = async (itemId: string) => (await getDesk(itemId))?.text.body;
const kept = async () => (await database()).media.findMany({ orderBy: { id: 'asc' } });

describe('a picture', () => {
  test('is turned, made smaller and freed of what the camera noted', async () => {
    const itemId = await written();
    expect(await add(itemId, await photograph())).toEqual({ ok: true, value: undefined });
    const [row] = await kept();
    expect(row).toMatchObject({ mediaType: 'image/jpeg', width: 800, height: 1_600 });
    const media = await getMedia(row?.id ?? '');
    const { exif, orientation, width, height } = await sharp(media?.bytes).metadata();
    expect({ exif, orientation, width, height }).toEqual({
      exif: undefined,
      orientation: undefined,
      width: 800,
      height: 1_600,
    });
    expect((await bodyOf(itemId))?.prompt).toMatch(
      new RegExp(`\\n\\n!\\[Cột mốc\\]\\(media:${row?.id ?? ''}\\)$`, 'u'),
    );
  });

  test.each([
    ['options:b', 1],
    ['options:a', 0],
  ])('goes behind the line that is named: %s', async (where, index) => {
    const itemId = await written();
    expect((await add(itemId, await picture(40, 30).png().toBuffer(), { where })).ok).toBe(true);
    const before = anItemBody();
    const after = await bodyOf(itemId);
    expect(after?.options.map(({ text }) => text.includes('](media:'))).toEqual(
      before.options.map((_, at) => at === index),
    );
    expect(after?.prompt).toBe(before.prompt);
    expect(after?.key).toEqual(before.key);
  });

  test('is kept once, however often it comes', async () => {
    const file = await picture(40, 30).webp().toBuffer();
    await add(await written(), file);
    await add(await written(), file, { where: 'rationale' });
    // What the bank made of it is the same picture too.
    await add(await written(), (await getMedia((await kept())[0]?.id ?? ''))?.bytes ?? file);
    expect(await kept()).toHaveLength(1);
  });

  test('has words that cannot end its sign, and none is refused before it is read', async () => {
    const itemId = await written();
    const file = await picture(40, 30).png().toBuffer();
    expect(await add(itemId, file, { alt: ' \n ' })).toEqual({ ok: false, error: 'alt-missing' });
    expect(await kept()).toEqual([]);
    await add(itemId, file, { alt: 'Cột](javascript:alert(1))\nmốc [108]' });
    expect((await bodyOf(itemId))?.prompt).toContain('![Cột (javascript:alert(1)) mốc 108](media:');
  });

  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['a drawing with scripts', () => Buffer.from('<?xml version="1.0"?><svg><script/></svg>'), 'image-is-svg'],
    ['a page', () => Buffer.from('<html>'), 'no-image'],
    ['nothing', () => new Uint8Array(), 'no-image'],
    ['half a picture', async () => (await photograph()).subarray(0, 900), 'no-image'],
    ['more bytes than a picture has', () => new Uint8Array(8 * 1024 * 1024 + 1), 'image-too-large'],
    [
      'a small file that unfolds to 100 megapixels',
      () => picture(10_000, 10_000).png({ compressionLevel: 9 }).toBuffer(),
      'image-too-large',
    ],
  ])('that is %s is refused, and the text stays as it was', async (_name, file, error) => {
    const itemId = await written();
    const before = await getDesk(itemId);
    expect(await add(itemId, await file())).toEqual({ ok: false, error });
    expect(await getDesk(itemId)).toEqual(before);
    expect(await kept()).toEqual([]);
  });

  test('is not kept for a text that cannot take it', async () => {
    const file = await picture(40, 30).png().toBuffer();
    const frozen = await written();
    await submitItem({ actor: writer, itemId: frozen, revision: 2, now: NOW });
    expect(await add(frozen, file)).toEqual({ ok: false, error: 'item-not-in-that-state' });
    expect(await add('ch-khong-co', file)).toEqual({ ok: false, error: 'not-found' });
    expect(await add(await written(), file, { where: 'options:khong-co' })).toEqual({ ok: false, error: 'invalid' });
    const typed = await written({ interaction: 'textEntry' }, 'textEntry');
    expect(await add(typed, file, { where: 'options:a' })).toEqual({ ok: false, error: 'invalid' });
    expect(await kept()).toEqual([]);
  });
});
