import { setTimeout } from 'node:timers/promises';
import type { ImportReport } from '#app/domain/exchange/import-row.ts';
import { countRows } from '#app/domain/exchange/import-row.ts';
import type { FileRefusal, ParsedFile } from '#app/domain/exchange/parsed-file.ts';
import { HOUR, MINUTE, SECOND, type Instant } from '#app/domain/kernel/time.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { logger } from '#app/platform/logger.server.ts';
import { READING_LIMITS } from '#app/platform/reading/read-in-process.server.ts';
import { readUpload } from '../reading/read-upload.server.ts';
import type { ReadingLimits } from '#app/platform/reading/serve-reader.server.ts';
import { applyRows } from './apply-rows.server.ts';
import {
  beatJob,
  claimJob,
  expireJobs,
  findAppliedTwin,
  findJob,
  keepReading,
  loadFile,
  loadRows,
  moveJob,
  type ImportJob,
} from './import-job.repo.server.ts';
import { judgeRows } from './judge-rows.server.ts';
import { knownTopics } from '../known-topics.server.ts';
import { takeImagesIn } from './take-images-in.server.ts';

/** A job that was claimed and not heard of for so long belongs to a process that has died. */
const READING_LEASE = 20 * SECOND;
/** While a transaction runs nothing is heard. */
const APPLYING_LEASE = 3 * MINUTE;
const BEAT_MS = 2_000;
const LOOK_MS = 200;
/** Uploads that nobody went on with are let go after this. */
const HELD_FOR = 24 * HOUR;
const KNOWN_FOR = 30 * 24 * HOUR;

/** How far a job of this process is, as writing it down waits for other writers. */
const progress = new Map<string, { readonly done: number; readonly total: number }>();

/** How far a job is, where this process works at it. */
export const progressOf = (jobId: string): { readonly done: number; readonly total: number } | undefined =>
  progress.get(jobId);

interface RunOptions {
  readonly clock: () => Instant;
  readonly signal?: AbortSignal | undefined;
  readonly limits?: ReadingLimits;
  /** Another program that reads; in tests only. */
  readonly program?: string;
}

let running: Promise<void> | undefined;
let stopping = new AbortController();
let again: RunOptions | undefined;

/**
 * Works at every import that waits, one after the other, in the background of this process; those that another process left
 * behind too. Called again while it runs, it runs once more afterwards.
 * @returns when there is nothing left to do
 */
export function runImports(given: RunOptions): Promise<void> {
  const options = { signal: stopping.signal, ...given };
  if (running) {
    again = options;
    return running;
  }
  running = workOffAll(options).finally(() => {
    running = undefined;
    again = undefined;
  });
  return running;
}

/** As runImports(), until one import rests: it may be another process that works at it. */
export async function runImport(jobId: string, options: RunOptions): Promise<void> {
  for (;;) {
    await runImports(options);
    const state = (await findJob(jobId))?.state;
    if (state !== 'waiting' && state !== 'reading' && state !== 'applying') return;
    await setTimeout(LOOK_MS);
  }
}

/** Ends the work: what was being read is read again by whoever runs next. */
export async function stopImports(): Promise<void> {
  stopping.abort();
  await running;
  stopping = new AbortController();
}

async function workOffAll(options: RunOptions): Promise<void> {
  let next: RunOptions | undefined = options;
  while (next && !next.signal?.aborted) {
    again = undefined;
    await workOff(next);
    next = again;
  }
}

async function workOff(options: RunOptions): Promise<void> {
  const at = options.clock();
  await inTransaction((tx) => expireJobs(tx, at - HELD_FOR, at - KNOWN_FOR, at));
  for (;;) {
    if (options.signal?.aborted) return;
    const now = options.clock();
    const before = { readBefore: now - READING_LEASE, appliedBefore: now - APPLYING_LEASE, now };
    const job = await inTransaction((tx) => claimJob(tx, before));
    if (!job) return;
    await work(job, options);
  }
}

async function work(job: ImportJob, options: RunOptions): Promise<void> {
  const { clock } = options;
  const note = (done: number, total: number): void => void progress.set(job.id, { done, total });
  note(0, 1);
  const beat = setInterval(() => {
    const { done, total } = progress.get(job.id) ?? { done: 0, total: 1 };
    // why not while it is applied: on SQLite this would wait for that very transaction.
    if (job.state === 'applying') return;
    inTransaction((tx) => beatJob(tx, job.id, done, total, clock())).catch((error: unknown) =>
      logger.warn({ err: error }, 'an import could not be noted'),
    );
  }, BEAT_MS);
  try {
    if (job.state === 'applying') await applyRows(job, { clock, onProgress: note });
    else await readJob(job, options, note);
  } catch (error) {
    if (options.signal?.aborted) return giveBack(job, clock());
    logger.error({ err: error, jobId: job.id }, 'an import failed');
    await refuseJob(job, { code: 'broken-file' }, clock());
  } finally {
    clearInterval(beat);
    progress.delete(job.id);
  }
}

async function refuseJob(job: ImportJob, refusal: FileRefusal, now: Instant): Promise<void> {
  const move = { from: ['reading', 'applying'], to: 'refused', now, report: { refusal }, forget: true } as const;
  await inTransaction((tx) => moveJob(tx, job.id, move));
}

/** The server is stopping: whoever runs next reads the file from its beginning. */
async function giveBack(job: ImportJob, now: Instant): Promise<void> {
  await inTransaction((tx) => moveJob(tx, job.id, { from: ['reading'], to: 'waiting', now }));
}

async function readJob(
  job: ImportJob,
  options: RunOptions,
  note: (done: number, total: number) => void,
): Promise<void> {
  const { clock, signal, limits = READING_LIMITS, program } = options;
  const earlier = await loadRows(job.id);
  if (earlier.length > 0 && job.report) {
    const parsed = { format: job.report.format, items: earlier.map(({ item }) => item), notes: job.report.notes };
    return finishReading(job, parsed, job.report.images, options, note);
  }
  const bytes = await loadFile(job.id);
  if (!bytes) return refuseJob(job, { code: 'file-empty' }, clock());
  const file = { name: job.fileName, bytes };
  const read = await readUpload(file, {
    chosen: job.defaults.format,
    onProgress: note,
    signal,
    limits,
    ...(program === undefined ? {} : { program }),
  });
  if (!read.ok) return refuseJob(job, read.error, clock());
  if (read.value.items.length === 0 && read.value.notes.length === 0)
    return refuseJob(job, { code: 'file-empty' }, clock());
  const { items, notes } = await takeImagesIn(read.value, clock());
  await finishReading(job, { format: read.value.format, items, notes }, read.value.media.size, options, note);
}

async function finishReading(
  job: ImportJob,
  parsed: Pick<ParsedFile, 'format' | 'items' | 'notes'>,
  images: number,
  { clock }: RunOptions,
  note: (done: number, total: number) => void,
): Promise<void> {
  const { format, items, notes } = parsed;
  const context = { format, actorId: job.actorId, defaults: job.defaults, topics: await knownTopics() };
  const rows = await judgeRows(items, context, note);
  const before = await findAppliedTwin(job.fileHash);
  const report: ImportReport = {
    format,
    ...countRows(rows),
    images,
    notes,
    ...(before ? { importedBefore: { jobId: before.id, at: before.at } } : {}),
    ...(job.report?.isRenewed === true ? { isRenewed: true } : {}),
  };
  await inTransaction((tx) => keepReading(tx, job.id, { rows, report, now: clock() }));
}
