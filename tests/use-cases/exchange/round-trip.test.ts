import { beforeAll, describe, expect, test } from 'vitest';
import type { Format } from '#app/domain/exchange/parsed-file.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { MINUTE } from '#app/domain/kernel/time.ts';
import {
  createImport,
  dropImport,
  exportItems,
  getImportRows,
  runImports,
} from '#app/features/exchange/index.server.ts';
import { loadItems } from '#app/features/items/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';

useTestDatabase();

const author: Actor = { accountId: 'soan', unitId: 'tinh', unitPath: '/tinh/', birthYear: 1980, grants: [] };
const FORMATS: readonly Format[] = ['yaml', 'gift', 'moodle', 'qti21', 'qti3', 'aiken', 'xlsx', 'csv'];
let ids: string[] = [];

beforeAll(async () => {
  await loadItems({ now: OPENING });
  const items = await (await database()).item.findMany({ select: { id: true }, orderBy: { id: 'asc' }, take: 200 });
  ids = items.map(({ id }) => id);
});

describe('the bank goes out and comes in again', () => {
  test.each(FORMATS)('as %s without a change', async (format) => {
    expect(ids).toHaveLength(200);
    const now = OPENING + MINUTE;
    const { name, bytes } = await exportItems({ actor: author, ids, format, now });
    const defaults = { topicSlug: '', lessonSlug: '', difficulty: 'medium', tags: [], source: '' } as const;
    const created = await createImport({ actor: author, file: { name, bytes }, defaults, now });
    if (!created.ok) throw new Error(created.error);
    await runImports({ clock: () => now });
    const read = await getImportRows(created.value, author);
    expect(read?.job.report?.refusal).toBeUndefined();
    const differing = read?.rows
      .filter(({ verdict }) => verdict !== 'same')
      .map(({ number, verdict, itemId, parts, notes }) => ({
        number,
        verdict,
        itemId,
        parts,
        notes: notes.map(({ code }) => code),
      }));
    expect(differing).toEqual([]);
    // why fewer in Aiken: it has choices of one only.
    const rows = format === 'aiken' ? await countOfOneKey() : ids.length;
    expect(read?.rows).toHaveLength(rows);
    await dropImport({ actor: author, jobId: created.value, now });
  });
});

async function countOfOneKey(): Promise<number> {
  return (await database()).item.count({ where: { id: { in: ids }, interaction: { in: ['choice', 'trueFalse'] } } });
}
