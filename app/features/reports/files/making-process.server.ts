import { Worker } from 'node:worker_threads';
import { writeReport, type ReportTask } from './write-report.server.ts';

/** How far making one file may go. */
export interface MakingLimits {
  readonly ms: number;
  readonly heapMb: number;
  readonly memoryMb: number;
}

/** What a making process says. */
export type MakingMessage =
  | { readonly kind: 'progress'; readonly progress: number }
  | { readonly kind: 'end'; readonly bytes: Uint8Array | undefined }
  | { readonly kind: 'fault'; readonly error: string };

/** why a thread: a writer that turns in one place lets no timer of its own thread run. */
const GUARD = `
  const { memoryMb, ms } = require('node:worker_threads').workerData;
  const end = () => process.kill(process.pid, 'SIGKILL');
  setTimeout(end, ms);
  setInterval(() => process.memoryUsage.rss() > memoryMb * 1024 * 1024 && end(), 50);
`;

async function answer(task: ReportTask): Promise<void> {
  const tell = (message: MakingMessage): void => void process.send?.(message);
  try {
    tell({ kind: 'end', bytes: await writeReport(task, (progress) => tell({ kind: 'progress', progress })) });
  } catch (error) {
    tell({ kind: 'fault', error: error instanceof Error ? (error.stack ?? error.message) : 'unknown' });
  }
}

// The whole program of a making process: one task, one answer.
process.once('message', ({ task, limits }: { task: ReportTask; limits: MakingLimits }) => {
  new Worker(GUARD, { eval: true, execArgv: [], env: {}, workerData: limits }).unref();
  void answer(task);
});
process.once('disconnect', () => process.exit());
