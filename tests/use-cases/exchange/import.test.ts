import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { ImportChoices, ImportDefaults } from '#app/domain/exchange/import-row.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { HOUR, MINUTE, type Instant } from '#app/domain/kernel/time.ts';
import { undoBatch } from '#app/features/bank/index.server.ts';
import {
  applyImport,
  changeDefaults,
  createImport,
  dropImport,
  getImport,
  getImportRows,
  knownTopics,
  runImport,
  runImports,
} from '#app/features/exchange/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';

useTestDatabase({ per: 'test' });

const person = (accountId: string): Actor => ({
  accountId,
  unitId: 'tinh',
  unitPath: '/tinh/',
  birthYear: 1980,
  grants: [],
});
const author = person('soan');
const other = person('khac');
const TAKE_ALL: ImportChoices = { skipsFaulty: false, changed: 'version', submits: false };

let at: Instant = OPENING;
const later = (by: number = MINUTE): Instant => (at += by);

const question = (id: string, prompt: string, more = ''): string => `
- id: "${id}"
  topic: 2023-que-huong-coi-nguon-cach-mang
  lesson: 01-cao-bang-coi-nguon-cach-mang
  interaction: choice
  difficulty: easy
  prompt: "${prompt}"
  options:
    - { text: "Pác Bó ${id}", correct: true }
    - { text: "Tân Trào ${id}" }
    - { text: "Định Hóa ${id}" }
  rationale: "Nguồn sử liệu của tỉnh ghi như vậy."
  source: { title: "Lịch sử Đảng bộ tỉnh Cao Bằng" }
${more}`;
const TWO =
  question('moi-1', 'Bác Hồ trở về nước năm 1941 ở nơi nào?') +
  question('moi-2', 'Hội nghị Trung ương tám họp tại đâu?');

const DEFAULTS: ImportDefaults = { topicSlug: '', lessonSlug: '', difficulty: 'medium', tags: [], source: '' };

async function uploaded(text: string, given: { actor?: Actor; defaults?: ImportDefaults } = {}): Promise<string> {
  const { actor = author, defaults = DEFAULTS } = given;
  const file = { name: 'cau-hoi.yml', bytes: new Uint8Array(Buffer.from(text, 'utf8')) };
  const created = await createImport({ actor, file, defaults, now: later() });
  if (!created.ok) throw new Error(created.error);
  return created.value;
}

async function read(text: string, given: { defaults?: ImportDefaults } = {}): Promise<string> {
  const jobId = await uploaded(text, given);
  await runImports({ clock: () => later(1) });
  return jobId;
}

async function applied(jobId: string, choices: ImportChoices = TAKE_ALL) {
  const asked = await applyImport({ actor: author, jobId, choices, now: later() });
  if (!asked.ok) throw new Error(asked.error);
  await runImports({ clock: () => later(1) });
  return reportOf(jobId);
}

const reportOf = async (jobId: string) => (await getImportRows(jobId, author))?.job;
const verdictsOf = async (jobId: string) => (await getImportRows(jobId, author))?.rows.map(({ verdict }) => verdict);

/** Everything that an import may write. */
async function written() {
  const db = await database();
  const [items, drafts, events, batches] = await Promise.all([
    db.item.count(),
    db.itemDraft.count(),
    db.itemEvent.count(),
    db.itemBatch.count(),
  ]);
  return { items, drafts, events, batches };
}
const NOTHING = { items: 0, drafts: 0, events: 0, batches: 0 };

describe('a file of questions', () => {
  test('is judged without a change, and applied as one act', async () => {
    const jobId = await read(TWO);
    expect(await verdictsOf(jobId)).toEqual(['new', 'new']);
    expect(await written()).toEqual(NOTHING);
    const job = await applied(jobId);
    expect(job).toMatchObject({ state: 'applied', report: { result: { created: 2, changed: 0, left: 0 } } });
    expect(await written()).toEqual({ items: 2, drafts: 2, events: 2, batches: 1 });
    const db = await database();
    const item = await db.item.findUniqueOrThrow({ where: { id: 'moi-1' }, include: { draft: true } });
    expect(item).toMatchObject({ status: 'draft', work: 'draft', authorId: 'soan', isEdited: true });
    expect(JSON.parse(item.draft?.body ?? '{}')).toMatchObject({ key: ['a'], interaction: 'choice' });
    const row = await db.importJob.findUniqueOrThrow({ where: { id: jobId } });
    expect([row.file, row.rows]).toEqual([null, '']);
    expect(await db.auditEntry.count({ where: { action: 'items.imported', subject: `import:${jobId}` } })).toBe(1);
  });

  test('that comes again makes nothing twice, and says so', async () => {
    const first = await read(TWO);
    await applied(first);
    const before = await written();
    const second = await read(TWO);
    expect(await verdictsOf(second)).toEqual(['same', 'same']);
    expect((await reportOf(second))?.report?.importedBefore?.jobId).toBe(first);
    const asked = await applyImport({ actor: author, jobId: second, choices: TAKE_ALL, now: later() });
    expect(asked).toEqual({ ok: false, error: 'import-has-nothing' });
    expect(await written()).toEqual(before);
  });

  test('that asks the same under other ids makes nothing twice either', async () => {
    await applied(await read(TWO));
    const renamed = TWO.replaceAll('id: "moi-', 'id: "khac-');
    expect(await verdictsOf(await read(renamed))).toEqual(['same', 'same']);
  });

  test('that was mended gives the existing question a new text, under the same id', async () => {
    await applied(await read(TWO));
    const jobId = await read(TWO.replace('ở nơi nào?', 'tại địa điểm nào?'));
    expect(await verdictsOf(jobId)).toEqual(['changed', 'same']);
    const [row] = (await getImportRows(jobId, author))?.rows ?? [];
    expect(row).toMatchObject({ itemId: 'moi-1', parts: ['prompt'] });
    await applied(jobId);
    const draft = await (await database()).itemDraft.findUniqueOrThrow({ where: { itemId: 'moi-1' } });
    expect(draft.revision).toBe(2);
    expect(JSON.parse(draft.body)).toMatchObject({ prompt: 'Bác Hồ trở về nước năm 1941 tại địa điểm nào?' });
  });

  test('leaves alone what somebody else is writing at', async () => {
    await applied(await read(TWO));
    await (await database()).itemDraft.update({ where: { itemId: 'moi-1' }, data: { writerIds: '|soan|khac|' } });
    expect(await verdictsOf(await read(TWO.replace('ở nơi nào?', 'tại đâu?')))).toEqual(['locked', 'same']);
  });

  test('is undone as one act, and can be imported again', async () => {
    const job = await applied(await read(TWO));
    const undone = await undoBatch({ actor: author, batchId: job?.batchId ?? '', onlyRest: false, now: later() });
    expect(undone.ok).toBe(true);
    expect((await written()).items).toBe(0);
    const again = await read(TWO);
    expect((await reportOf(again))?.report?.importedBefore).toBeUndefined();
    expect(await verdictsOf(again)).toEqual(['new', 'new']);
  });

  test('that gave a question another text and kind gives the old ones back when it is undone, to the filters too', async () => {
    await applied(await read(TWO));
    const rowOf = async () =>
      (await database()).item.findUniqueOrThrow({ where: { id: 'moi-1' }, include: { draft: true } });
    const first = await rowOf();
    const several = question('moi-1', 'Bác Hồ trở về nước năm 1941 ở nơi nào?')
      .replace('interaction: choice', 'interaction: multipleChoice')
      .replace('{ text: "Tân Trào moi-1" }', '{ text: "Tân Trào moi-1", correct: true }');
    const job = await applied(await read(several));
    const before = await rowOf();
    expect(before.interaction).toBe('multipleChoice');
    const undone = await undoBatch({ actor: author, batchId: job?.batchId ?? '', onlyRest: false, now: later() });
    expect(undone).toMatchObject({ ok: true, value: { undone: 1 } });
    const after = await rowOf();
    expect(after.interaction).toBe('choice');
    expect(after.fingerprint).toBe(first.fingerprint);
    expect(after.draft).toMatchObject({ body: first.draft?.body, place: first.draft?.place });
    // Higher than both, so that nobody who has it open saves over it unawares.
    expect(after.draft?.revision).toBeGreaterThan(before.draft?.revision ?? 0);
  });

  test('with one bad question is kept back as a whole, until somebody says that it may be left out', async () => {
    const jobId = await read(`${TWO}\n- id: "hong"\n  interaction: choice\n  options: []\n`);
    expect((await reportOf(jobId))?.report?.verdicts).toMatchObject({ new: 2, faulty: 1 });
    const asked = await applyImport({ actor: author, jobId, choices: TAKE_ALL, now: later() });
    expect(asked).toEqual({ ok: false, error: 'import-has-errors' });
    expect(await written()).toEqual(NOTHING);
    const job = await applied(jobId, { ...TAKE_ALL, skipsFaulty: true });
    expect(job?.report?.result).toMatchObject({ created: 2, left: 1 });
  });

  test('with questions that differ by a mark or by their key has them all, and each finds its own when it comes again', async () => {
    const pair = (text: string, key: string) => `
- topic: 2023-que-huong-coi-nguon-cach-mang
  lesson: 01-cao-bang-coi-nguon-cach-mang
  interaction: trueFalse
  difficulty: easy
  prompt: "${text}"
  options:
    - { text: "Đúng"${key === 'Đúng' ? ', correct: true' : ''} }
    - { text: "Sai"${key === 'Sai' ? ', correct: true' : ''} }
  rationale: "Theo từ điển."
  source: { title: "Từ điển tiếng Việt" }
`;
    const file =
      pair('má là một từ', 'Đúng') +
      pair('mà là một từ', 'Sai') +
      pair('má là một từ', 'Sai') +
      pair('má là một từ.', 'Đúng');
    const jobId = await read(file);
    expect(await verdictsOf(jobId)).toEqual(['new', 'new', 'new', 'twin']);
    const rows = (await getImportRows(jobId, author))?.rows ?? [];
    expect(rows.map(({ notes }) => notes.map(({ code }) => code))).toEqual([
      [],
      ['nearly-repeats'],
      ['nearly-repeats'],
      [],
    ]);
    await applied(jobId);
    expect((await written()).items).toBe(3);
    expect(await verdictsOf(await read(file))).toEqual(['same', 'same', 'same', 'twin']);
    // Of the three only the one with another key is changed.
    const mended = pair('mà là một từ', 'Đúng') + pair('má là một từ', 'Sai') + pair('má là một từ', 'Đúng');
    expect(await verdictsOf(await read(mended))).toEqual(['changed', 'same', 'same']);
  });

  test('that has a question twice makes it once', async () => {
    const jobId = await read(
      TWO + question('moi-3', 'Bác Hồ trở về nước năm 1941 ở nơi nào?').replaceAll(' moi-3"', ' moi-1"'),
    );
    expect(await verdictsOf(jobId)).toEqual(['new', 'new', 'twin']);
  });

  test('that names no topic asks for one, and is judged again with it', async () => {
    const bare = TWO.replaceAll(/ {2}(?:topic|lesson): .*\n/gu, '');
    const jobId = await read(bare);
    expect(await verdictsOf(jobId)).toEqual(['faulty', 'faulty']);
    const [topic] = await knownTopics();
    const defaults = { ...DEFAULTS, topicSlug: topic?.slug ?? '' };
    expect(await changeDefaults({ actor: author, jobId, defaults, now: later() })).toEqual({
      ok: true,
      value: undefined,
    });
    await runImports({ clock: () => later(1) });
    expect(await verdictsOf(jobId)).toEqual(['new', 'new']);
  });

  test('goes to review at once where it is sound', async () => {
    const job = await applied(await read(TWO), { ...TAKE_ALL, submits: true });
    const items = await (await database()).item.findMany({ include: { versions: true } });
    expect(job?.report?.result?.submitted).toBe(items.filter(({ status }) => status === 'review').length);
    for (const { status, reviewVersionId, versions } of items) {
      expect(versions.map(({ id }) => id)).toEqual(status === 'review' ? [reviewVersionId] : []);
    }
    expect(items.some(({ status }) => status === 'review')).toBe(true);
  });
});

describe('an import belongs to one person and does not stay for ever', () => {
  test('others see none', async () => {
    const jobId = await read(TWO);
    expect(await getImport(jobId, { actor: other, filter: 'all', page: 1 })).toBeUndefined();
    const asked = { actor: other, jobId, now: later() };
    expect(await applyImport({ ...asked, choices: TAKE_ALL })).toEqual({ ok: false, error: 'not-found' });
    expect(await dropImport(asked)).toEqual({ ok: false, error: 'not-found' });
  });

  test('at most five of one person are held', async () => {
    for (let count = 0; count < 5; count += 1) await uploaded(TWO);
    await expect(uploaded(TWO)).rejects.toThrow('too-many-imports');
  });

  test('a day later its bytes are gone', async () => {
    const jobId = await read(TWO);
    later(24 * HOUR + MINUTE);
    await runImports({ clock: () => later(1) });
    const row = await (await database()).importJob.findUniqueOrThrow({ where: { id: jobId } });
    expect([row.state, row.file, row.rows]).toEqual(['dropped', null, '']);
  });
});

describe('a server that dies', () => {
  const leftBehind = async (jobId: string, state: 'waiting' | 'reading' | 'applying', ago: number) =>
    (await database()).importJob.update({
      where: { id: jobId },
      data: { state, total: 1, updatedAt: new Date(at - ago) },
    });

  test('while it reads: the file is read again, once its process can no longer be alive', async () => {
    const jobId = await uploaded(TWO);
    await leftBehind(jobId, 'reading', 5_000);
    await runImports({ clock: () => at });
    expect((await reportOf(jobId))?.state).toBe('reading');
    later(MINUTE);
    await runImports({ clock: () => later(1) });
    expect(await verdictsOf(jobId)).toEqual(['new', 'new']);
  });

  test('that is alive: whoever waits for the file waits until the other has read it', async () => {
    const jobId = await uploaded(TWO);
    await leftBehind(jobId, 'reading', 0);
    let isOver = false;
    const waiting = runImport(jobId, { clock: () => at }).then(() => (isOver = true));
    await setTimeout(50);
    expect(isOver).toBe(false);
    // The other process gives it up, and this one reads it.
    await leftBehind(jobId, 'waiting', 0);
    await waiting;
    expect(await verdictsOf(jobId)).toEqual(['new', 'new']);
  });

  test('while it applies: nothing is half written, and the import is applied once', async () => {
    const jobId = await read(TWO);
    await applyImport({ actor: author, jobId, choices: TAKE_ALL, now: later() });
    await leftBehind(jobId, 'applying', 0);
    expect(await written()).toEqual(NOTHING);
    later(5 * MINUTE);
    await runImports({ clock: () => later(1) });
    expect(await written()).toEqual({ items: 2, drafts: 2, events: 2, batches: 1 });
    await runImports({ clock: () => later(5 * MINUTE) });
    expect((await written()).items).toBe(2);
  });

  test('a bank that changed after the dry run: nothing is done, and the dry run is made again', async () => {
    const [first, second] = [
      await read(TWO),
      await read(TWO + question('moi-9', 'Đội Việt Nam tuyên truyền giải phóng quân lập ngày nào?')),
    ];
    await applied(first);
    const before = await written();
    const job = await applied(second);
    expect(job).toMatchObject({ state: 'read', report: { isRenewed: true, verdicts: { same: 2, new: 1 } } });
    expect(await written()).toEqual(before);
    expect((await applied(second))?.report?.result).toMatchObject({ created: 1, left: 2 });
  });
});
