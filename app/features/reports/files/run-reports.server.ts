import { createHash } from 'node:crypto';
import { SECOND, type Instant } from '#app/domain/kernel/time.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { logger } from '#app/platform/logger.server.ts';
import { getReportSetting } from '../settings/report-setting.server.ts';
import { readSnapshot } from '../snapshots/read-snapshot.server.ts';
import { makeInProcess } from './make-in-process.server.ts';
import { claimFile, endFile, noteProgress, type ReportFileHead } from './report-file.repo.server.ts';
import { variantHash } from './report-variant.server.ts';
import type { ReportTask } from './write-report.server.ts';

/** A file that was claimed and not heard of for so long belongs to a process that has died. */
const LEASE = 20 * SECOND;
const BEAT_MS = 1_500;

interface RunOptions {
  readonly clock: () => Instant;
  readonly signal?: AbortSignal | undefined;
}

let running: Promise<void> | undefined;
let stopping = new AbortController();
let isAskedAgain = false;

/** Makes every file that waits, one after the other, in the background. Called again while it runs, it looks once more afterwards. */
export function runReports(given: RunOptions): Promise<void> {
  isAskedAgain = true;
  running ??= workOff({ signal: stopping.signal, ...given }).finally(() => {
    running = undefined;
  });
  return running;
}

/** Ends the work: what was being made is made again by whoever runs next. */
export async function stopReports(): Promise<void> {
  stopping.abort();
  await running;
  stopping = new AbortController();
}

async function workOff(options: RunOptions): Promise<void> {
  while (isAskedAgain && !options.signal?.aborted) {
    isAskedAgain = false;
    for (;;) {
      if (options.signal?.aborted) return;
      const now = options.clock();
      const file = await inTransaction((tx) => claimFile(tx, { heardBefore: now - LEASE, now }));
      if (!file) break;
      await work(file, options);
    }
  }
}

async function work(file: ReportFileHead, { clock, signal }: RunOptions): Promise<void> {
  let progress = 0;
  const beat = setInterval(() => {
    inTransaction((tx) => noteProgress(tx, file.id, progress, clock())).catch((error: unknown) =>
      logger.warn({ err: error }, 'the progress of a report could not be noted'),
    );
  }, BEAT_MS);
  try {
    const task = await taskOf(file, clock());
    const bytes = task && (await makeInProcess(task, { signal, onProgress: (at) => (progress = at) }));
    const end = bytes
      ? { state: 'made' as const, bytes, hash: createHash('sha256').update(bytes).digest('hex'), now: clock() }
      : { state: 'failed' as const, now: clock() };
    await inTransaction((tx) => endFile(tx, file.id, end));
  } catch (error) {
    const state = signal?.aborted ? 'waiting' : 'failed';
    if (state === 'failed') logger.error({ err: error, fileId: file.id }, 'a report failed');
    await inTransaction((tx) => endFile(tx, file.id, { state, now: clock() }));
  } finally {
    clearInterval(beat);
  }
}

/**
 * What a file is to be made from; undefined when letterhead or layout were changed since it was asked for: then who asked asks for
 * another file.
 */
async function taskOf(
  { snapshotId, unitId, format, settingHash }: ReportFileHead,
  now: Instant,
): Promise<ReportTask | undefined> {
  const [snapshot, held] = await Promise.all([readSnapshot(snapshotId), getReportSetting(unitId, now)]);
  if (!snapshot || !held) return undefined;
  const { setting } = held;
  const blocks = [undefined, ...new Set(snapshot.figures.units.flatMap(({ block }) => block ?? []))];
  for (const block of blocks) {
    for (const seesScores of [true, false]) {
      if (variantHash({ setting, block, seesScores }) !== settingHash) continue;
      const place = block === undefined ? { unitId } : { unitId, block };
      return { body: snapshot.body, hash: snapshot.hash, place, seesScores, setting, format };
    }
  }
  return undefined;
}
