// What the table of clerks carries comes back from it, by the generators of the other formats.
import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { OutgoingItem, ParsedFile } from '#app/domain/exchange/parsed-file.ts';
import { INTERACTIONS, mediaOf, TEXT_RULES } from '#app/domain/items/item.ts';
import { readCsv } from '#app/features/exchange/formats/csv/read-csv.server.ts';
import { writeCsv } from '#app/features/exchange/formats/csv/write-csv.server.ts';
import { readXlsx } from '#app/features/exchange/formats/xlsx/read-xlsx.server.ts';
import { writeTemplate } from '#app/features/exchange/formats/xlsx/write-template.server.ts';
import { writeXlsx } from '#app/features/exchange/formats/xlsx/write-xlsx.server.ts';
import { IMAGES, outgoingItem } from '#tests/support/outgoing-items.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** Items whose ids differ, as those of the bank do. */
const several = (wishes: Parameters<typeof outgoingItem>[0], kinds?: Parameters<typeof outgoingItem>[1]) =>
  fc.uniqueArray(outgoingItem(wishes, kinds), { minLength: 1, maxLength: 4, selector: ({ id }) => id });

const asOutgoing = (file: ParsedFile): OutgoingItem[] =>
  file.items.map(({ externalId, place, body, contested }) => ({ id: externalId, place, body, contested }));

/** Facts are not carried (the export says so), and what is usual need not be said. */
function carried(item: OutgoingItem): OutgoingItem {
  const { shuffles, textRules, ...body } = item.body;
  const isUsualOrder = shuffles === undefined || shuffles === (body.interaction !== 'trueFalse');
  const isUsualText =
    textRules === undefined ||
    (textRules.ignoresCase === TEXT_RULES.ignoresCase && textRules.ignoresMarks === TEXT_RULES.ignoresMarks);
  return {
    ...item,
    body: { ...body, facts: [], ...(isUsualOrder ? {} : { shuffles }), ...(isUsualText ? {} : { textRules }) },
  };
}

describe.each([
  ['xlsx', readXlsx, writeXlsx],
  ['csv', readCsv, writeCsv],
] as const)('%s', (_format, read, write) => {
  const readBack = async (bytes: Uint8Array): Promise<ParsedFile> => {
    const file = await read({ name: 'tệp', bytes }, () => undefined);
    if (!file.ok) throw new Error(JSON.stringify(file.error));
    return file.value;
  };

  test.each(INTERACTIONS)('%s: what is written is read as the same items, without a note', async (kind) => {
    await fc.assert(
      fc.asyncProperty(several({ isAwkward: true, hasAll: true }, [kind]), async (items) => {
        const file = await readBack((await write(items, IMAGES)).bytes);
        expect(asOutgoing(file).map(carried)).toEqual(items.map(carried));
        expect(file.notes).toEqual([]);
        expect(new Set(file.media.keys())).toEqual(new Set(items.flatMap(({ body }) => mediaOf(body))));
      }),
      { numRuns: 30 },
    );
  });

  test.each(['=1+1', '+84 là mã nước nào?', '-5 độ', '@a', "'=1+1", "''=1", "'a'", "' =1"])(
    'a text like a formula comes back: %j',
    async (prompt) => {
      const [item] = fc.sample(outgoingItem({ isAwkward: false, hasAll: false }, ['choice']), 1);
      const file = await readBack((await write([{ ...item!, body: { ...item!.body, prompt } }], new Map())).bytes);
      expect(file.items[0]?.body.prompt).toBe(prompt);
    },
  );

  test('the same items give the same bytes, whatever the clock says', async () => {
    const items = fc.sample(outgoingItem({ isAwkward: false, hasAll: true }), 3);
    vi.useFakeTimers({ toFake: ['Date'] });
    const made: string[] = [];
    for (const at of ['2026-11-25T08:00:00Z', '2031-01-02T03:04:56Z']) {
      vi.setSystemTime(new Date(at));
      made.push(Buffer.from((await write(items, IMAGES)).bytes).toString('base64'));
    }
    expect(made[0]).toBe(made[1]);
  });
});

test('the template is the same whatever the clock says', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const made: string[] = [];
  for (const at of ['2026-11-25T08:00:00Z', '2031-01-02T03:04:56Z']) {
    vi.setSystemTime(new Date(at));
    made.push(Buffer.from((await writeTemplate({ topics: ['Danh nhân'], lessons: [] })).bytes).toString('base64'));
  }
  expect(made[0]).toBe(made[1]);
});
