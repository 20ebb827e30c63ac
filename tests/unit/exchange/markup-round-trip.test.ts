import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  FileRefusal,
  OutgoingItem,
  ParsedFile,
  ParsedMedia,
  UploadedFile,
  WrittenFile,
} from '#app/domain/exchange/parsed-file.ts';
import { mediaOf } from '#app/domain/items/item.ts';
import type { Result } from '#app/domain/kernel/result.ts';
import { readAiken } from '#app/features/exchange/formats/aiken/read-aiken.server.ts';
import { writeAiken } from '#app/features/exchange/formats/aiken/write-aiken.server.ts';
import { readGift } from '#app/features/exchange/formats/gift/read-gift.server.ts';
import { writeGift } from '#app/features/exchange/formats/gift/write-gift.server.ts';
import { readMoodle } from '#app/features/exchange/formats/moodle/read-moodle.server.ts';
import { writeMoodle } from '#app/features/exchange/formats/moodle/write-moodle.server.ts';
import { readQti21 } from '#app/features/exchange/formats/qti21/read-qti21.server.ts';
import { writeQti21 } from '#app/features/exchange/formats/qti21/write-qti21.server.ts';
import { readQti3 } from '#app/features/exchange/formats/qti3/read-qti3.server.ts';
import { writeQti3 } from '#app/features/exchange/formats/qti3/write-qti3.server.ts';
import { IMAGES, outgoingItem } from '#tests/support/outgoing-items.ts';
import { repacked } from '#tests/support/zip-files.ts';

type Reader = (file: UploadedFile, onProgress: () => void) => Promise<Result<ParsedFile, FileRefusal>>;
type Writer = (items: readonly OutgoingItem[], media: ReadonlyMap<string, ParsedMedia>) => Promise<WrittenFile>;

async function readBack(read: Reader, bytes: Uint8Array): Promise<ParsedFile> {
  const file = await read({ name: 'tệp', bytes }, () => undefined);
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  return file.value;
}

const asOutgoing = (file: ParsedFile): OutgoingItem[] =>
  file.items.map(({ externalId, place, body, contested }) => ({ id: externalId, place, body, contested }));

/** Items whose ids differ, as those of the bank do. */
const several = (wishes: Parameters<typeof outgoingItem>[0], kinds?: Parameters<typeof outgoingItem>[1]) =>
  fc.uniqueArray(outgoingItem(wishes, kinds), { minLength: 1, maxLength: 4, selector: ({ id }) => id });

const withoutRecords = (text: string): string => text.replaceAll(/<timhieu[\s\S]*?<\/timhieu>/gu, '');

/** What the words of Moodle and QTI say by themselves. */
const said = ({ body }: OutgoingItem) => {
  const { name: _name, source: _source, facts: _facts, unit: _unit, shuffles: _shuffles, ...words } = body;
  return words;
};

describe.each<[string, Reader, Writer]>([
  ['Moodle XML', readMoodle, writeMoodle],
  ['QTI 2.1', readQti21, writeQti21],
  ['QTI 3', readQti3, writeQti3],
])('%s', (_format, read, write) => {
  test('what is written is read as the same items, with images, place, source and all', async () => {
    await fc.assert(
      fc.asyncProperty(several({ isAwkward: true, hasAll: true }), async (items) => {
        const { bytes } = await write(items, IMAGES);
        const file = await readBack(read, bytes);
        expect(file.notes).toEqual([]);
        expect(asOutgoing(file)).toEqual(items);
        const shown = new Set(items.flatMap(({ body }) => mediaOf(body)));
        expect(new Set(file.media.keys())).toEqual(shown);
        for (const [id, { bytes: kept }] of file.media) expect(kept).toEqual(IMAGES.get(id)?.bytes);
      }),
      { numRuns: 60 },
    );
  });

  test('the same items give the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(several({ isAwkward: true, hasAll: true }), async (items) => {
        const [once, twice] = [await write(items, IMAGES), await write(items, IMAGES)];
        expect(Buffer.from(once.bytes).equals(Buffer.from(twice.bytes))).toBe(true);
      }),
      { numRuns: 10 },
    );
  });

  test('the words of the format alone say the question, the options, the key and the weights', async () => {
    await fc.assert(
      fc.asyncProperty(several({ isAwkward: false, hasAll: false }), async (items) => {
        const { bytes } = await write(items, IMAGES);
        const file = await readBack(read, await repacked(bytes, withoutRecords));
        expect(asOutgoing(file).map(said)).toEqual(items.map(said));
      }),
      { numRuns: 60 },
    );
  });
});

describe('GIFT', () => {
  test('what is written is read as the same items; images by name', async () => {
    await fc.assert(
      fc.asyncProperty(several({ isAwkward: true, hasAll: false }), async (items) => {
        const { bytes } = await writeGift(items);
        const file = await readBack(readGift, bytes);
        expect(file.notes).toEqual([]);
        expect(asOutgoing(file)).toEqual(items);
      }),
      { numRuns: 150 },
    );
  });

  test('an image, which a text cannot carry, is named as lost', async () => {
    const [id = ''] = IMAGES.keys();
    const [item] = fc.sample(outgoingItem({ isAwkward: false, hasAll: false }, ['choice']), 1);
    const body = { ...item!.body, prompt: `Hình nào? ![bản đồ](media:${id})` };
    const { losses } = await writeGift([{ ...item!, body }]);
    expect(losses).toEqual([{ level: 'loss', code: 'images-only-named', at: { question: 1 } }]);
  });
});

describe('Aiken', () => {
  test('choices keep their words and their key; all other kinds are named as left out', async () => {
    await fc.assert(
      fc.asyncProperty(several({ isAwkward: false, hasAll: false }), async (items) => {
        const { bytes, losses } = await writeAiken(items);
        const carried = items.filter(({ body }) => body.interaction === 'choice' || body.interaction === 'trueFalse');
        expect(losses.filter(({ code }) => code === 'kind-not-carried')).toHaveLength(items.length - carried.length);
        if (carried.length === 0) return;
        const file = await readBack(readAiken, bytes);
        expect(file.notes).toEqual([]);
        expect(file.items.map(({ body }) => [body.options.map(({ text }) => text), body.key])).toEqual(
          carried.map(({ body }) => [body.options.map(({ text }) => text), body.key]),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('drafts that are not sound', () => {
  test.each<[string, Writer, Reader]>([
    ['GIFT', writeGift, readGift],
    ['Aiken', writeAiken, readAiken],
    ['Moodle XML', writeMoodle, readMoodle],
    ['QTI 2.1', writeQti21, readQti21],
    ['QTI 3', writeQti3, readQti3],
  ])(
    '%s: without key, options or words they are written all the same, and what is written can be read',
    async (_name, write, read) => {
      await fc.assert(
        fc.asyncProperty(outgoingItem({ isAwkward: false, hasAll: true }), fc.nat({ max: 3 }), async (item, what) => {
          const body = {
            ...item.body,
            ...[{ key: [] }, { options: [], key: [] }, { prompt: '' }, { key: ['z'], targets: [] }][what],
          };
          const { bytes } = await write([{ ...item, body }], new Map());
          const file = await read({ name: 'tệp', bytes }, () => undefined);
          expect(file.ok || ['file-empty', 'not-that-format'].includes(file.error.code)).toBe(true);
        }),
        { numRuns: 60 },
      );
    },
  );
});
