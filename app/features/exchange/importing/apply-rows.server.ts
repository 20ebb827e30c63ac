import { randomUUID } from 'node:crypto';
import { differingParts, isSameQuestion, laidOver } from '#app/domain/exchange/compare-item.ts';
import {
  effectOf,
  isPlaceKnown,
  isUnsound,
  type ImportChoices,
  type ImportReport,
  type ImportResult,
  type ImportRow,
} from '#app/domain/exchange/import-row.ts';
import { itemIdOf } from '#app/domain/exchange/item-id.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { plainText } from '#app/platform/item-markdown.server.ts';
import type { BatchBefore, ChangedItem } from '../../bank/index.server.ts';
import { loadExisting, type ExistingItem } from './existing-item.repo.server.ts';
import { loadRows, moveJob, type ImportJob } from './import-job.repo.server.ts';
import { fingerprintOf, newItemId, searchTextFor } from './item-marks.server.ts';
import { groupedBy } from './match-rows.ts';
import { addBatch, changeItem, createItems, type ItemToChange, type ItemToWrite } from './write-items.repo.server.ts';

/** Ten thousand questions take some seconds; what takes longer than this is broken off, and nothing of it is kept. */
const LONGEST_MS = 120_000;

/** So many rows are prepared before the server answers others. */
const BITE = 100;

/** The bank is no longer as the dry run saw it. */
class Outdated extends Error {}

interface Intents {
  readonly creates: readonly ItemToWrite[];
  readonly changes: readonly ItemToChange[];
  readonly left: number;
}

/**
 * Does what the dry run said, all of it or nothing, in one transaction with the note that undoes it. Where the bank has changed
 * since in a way that makes the dry run wrong, nothing is done and the dry run is made again.
 */
export async function applyRows(
  job: ImportJob,
  { clock, onProgress }: { clock: () => Instant; onProgress: (done: number, total: number) => void },
): Promise<void> {
  const choices = job.report?.choices;
  if (!job.report || !choices) throw new Error('an import is applied without choices');
  const rows = await loadRows(job.id);
  const intents = await intentsOf(rows, choices, job);
  const total = intents ? intents.creates.length + intents.changes.length : 0;
  onProgress(0, total);
  try {
    if (!intents) throw new Outdated();
    const { report } = job;
    await inTransaction((tx) => write(tx, { job, report, intents, now: clock(), onProgress }), {
      timeoutMs: LONGEST_MS,
    });
  } catch (error) {
    if (!(error instanceof Outdated)) throw error;
    const { choices: _, ...report } = job.report;
    const again = { from: ['applying'], to: 'waiting', now: clock(), report: { ...report, isRenewed: true } } as const;
    await inTransaction((tx) => moveJob(tx, job.id, again));
  }
}

/** What is to be written; undefined where a row is no longer what the dry run said. */
async function intentsOf(
  rows: readonly ImportRow[],
  choices: ImportChoices,
  job: ImportJob,
): Promise<Intents | undefined> {
  const effects = rows.map((row) => ({ row, effect: effectOf(row, choices) }));
  const taken = effects.filter(({ effect }) => effect !== 'leave');
  const existing = await loadExisting(
    taken.flatMap(({ row }) => row.itemId ?? (itemIdOf(row.item.externalId) || [])),
    taken.map(({ row }) => fingerprintOf(row.item.body)),
  );
  const byPrint = groupedBy(existing.values(), ({ fingerprint }) => fingerprint);
  const ids = new Set(existing.keys());
  const creates: ItemToWrite[] = [];
  const changes: ItemToChange[] = [];
  for (const [index, { row, effect }] of taken.entries()) {
    if (index % BITE === 0) await new Promise((go) => void setImmediate(go));
    const submits = choices.submits && !isUnsound(row);
    if (effect === 'create') {
      const made = toCreate(row, job, submits, ids);
      if (!made || isThere(made, byPrint)) return undefined;
      creates.push(made);
    } else {
      const item = existing.get(row.itemId ?? '');
      const changed = item && toChange(row, item, job, submits);
      if (!changed) return undefined;
      changes.push(changed);
    }
  }
  return { creates, changes, left: rows.length - taken.length };
}

/** Whether the bank has the very question that would be made. */
const isThere = ({ whole, fingerprint }: ItemToWrite, byPrint: ReadonlyMap<string, readonly ExistingItem[]>): boolean =>
  (byPrint.get(fingerprint) ?? []).some((item) => isSameQuestion(item.whole.body, whole.body));

const detailOf = (row: ImportRow, job: ImportJob): object => ({
  jobId: job.id,
  format: job.format,
  at: row.item.at,
  ...(row.item.externalId === '' ? {} : { externalId: row.item.externalId.slice(0, 200) }),
});

function toCreate(row: ImportRow, job: ImportJob, submits: boolean, ids: Set<string>): ItemToWrite | undefined {
  if (!row.place) return undefined;
  const { source } = row.item.body;
  const title = source.title === '' ? job.defaults.source : source.title;
  const body = { ...row.item.body, source: { ...source, title } };
  const own = itemIdOf(row.item.externalId);
  const id = own !== '' && !ids.has(own) ? own : newItemId();
  ids.add(id);
  const whole = { body, place: row.place, contested: row.item.contested };
  const marks = { searchText: searchTextFor(id, whole), fingerprint: fingerprintOf(body) };
  return { id, whole, ...marks, submits, detail: detailOf(row, job) };
}

function toChange(row: ImportRow, item: ExistingItem, job: ImportJob, submits: boolean): ItemToChange | undefined {
  const { report } = job;
  if (!report) return undefined;
  const whole = laidOver(item.whole, { ...row, isPlaceKnown: isPlaceKnown(row) }, report.format, plainText);
  // why: a row that has become the same, or another change than the one that was shown, is for the person to see again.
  if (differingParts(item.whole, whole).join() !== row.parts?.join()) return undefined;
  const marks = { searchText: searchTextFor(item.id, whole), fingerprint: fingerprintOf(whole.body) };
  const detail = { ...detailOf(row, job), parts: row.parts };
  return { id: item.id, whole, ...marks, submits, detail, was: item.stand, writerIds: item.writerIds };
}

interface Writing {
  readonly job: ImportJob;
  readonly report: ImportReport;
  readonly intents: Intents;
  readonly now: Instant;
  readonly onProgress: (done: number, total: number) => void;
}

async function write(tx: Tx, { job, report, intents, now, onProgress }: Writing): Promise<void> {
  const { creates, changes, left } = intents;
  const total = creates.length + changes.length;
  const batchId = randomUUID();
  const act = { actorId: job.actorId, batchId, now };
  // why once more: between the look and the transaction somebody may have written the same questions.
  const there = await loadExisting(
    creates.map(({ id }) => id),
    creates.map(({ fingerprint }) => fingerprint),
    tx,
  );
  const byPrint = groupedBy(there.values(), ({ fingerprint }) => fingerprint);
  if (creates.some((made) => there.has(made.id) || isThere(made, byPrint))) throw new Outdated();
  await createItems(tx, creates, act, (done) => onProgress(done, total));
  const changed: ChangedItem[] = [];
  for (const item of changes) {
    const done = await changeItem(tx, item, act);
    if (!done) throw new Outdated();
    changed.push(done);
    onProgress(creates.length + changed.length, total);
  }
  const submitted = [...creates, ...changes].filter(({ submits }) => submits).length;
  const before: BatchBefore = { created: creates.map(({ id }) => id), changed, deleted: [] };
  await addBatch(tx, { id: batchId, actorId: job.actorId, now, size: total, before });
  const result: ImportResult = { created: creates.length, changed: changes.length, submitted, left };
  const move = {
    from: ['applying'],
    to: 'applied',
    now,
    report: { ...report, result },
    batchId,
    forget: true,
  } as const;
  // why thrown: another process has been faster with this very import.
  if (!(await moveJob(tx, job.id, move))) throw new Outdated();
  const { fileHash, actorId } = job;
  await recordAudit(tx, {
    at: now,
    actorId,
    action: 'items.imported',
    subject: `import:${job.id}`,
    detail: { ...result, format: report.format, fileHash, batchId },
  });
}
