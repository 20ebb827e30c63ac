import { Worker } from 'node:worker_threads';
import type { FileRefusal, Format, ParsedFile, UploadedFile } from '#app/domain/exchange/parsed-file.ts';
import type { Result } from '#app/domain/kernel/result.ts';

/** How far reading one file may go. */
export interface ReadingLimits {
  readonly ms: number;
  /** Of the heap of the process that reads. */
  readonly heapMb: number;
  /** Of that process as a whole: bytes that are unpacked are outside its heap. */
  readonly memoryMb: number;
}

/** What a reading process is given. */
export interface ReadingTask {
  readonly file: UploadedFile;
  readonly chosen: Format | undefined;
  readonly limits: ReadingLimits;
}

/** What a reading process says. */
export type ReadingMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'end'; readonly result: Result<ParsedFile, FileRefusal> }
  /** A fault of ours; what the message of the error quotes stays in the process. */
  | { readonly kind: 'fault'; readonly error: string };

type Read = (
  task: ReadingTask,
  onProgress: (done: number, total: number) => void,
) => Promise<Result<ParsedFile, FileRefusal>>;

const TELL_EVERY_MS = 200;

/**
 * Ends this process when it has grown or has taken too long, also where the server that began it is gone. why a thread: a reader
 * that turns in one place lets no timer of its own thread run.
 */
const GUARD = `
  const { memoryMb, ms } = require('node:worker_threads').workerData;
  const end = () => process.kill(process.pid, 'SIGKILL');
  setTimeout(end, ms);
  setInterval(() => process.memoryUsage.rss() > memoryMb * 1024 * 1024 && end(), 20);
`;

/** Runs a reader as the whole work of this process: one task, one answer. */
export function serveReader(read: Read): void {
  process.once('message', (task: ReadingTask) => {
    new Worker(GUARD, { eval: true, execArgv: [], env: {}, workerData: task.limits }).unref();
    void answer(task, read);
  });
  process.once('disconnect', () => process.exit());
}

async function answer(task: ReadingTask, read: Read): Promise<void> {
  const tell = (message: ReadingMessage): void => void process.send?.(message);
  let told = -Infinity;
  const onProgress = (done: number, total: number): void => {
    const at = performance.now();
    if (at - told < TELL_EVERY_MS) return;
    told = at;
    tell({ kind: 'progress', done, total });
  };
  try {
    tell({ kind: 'end', result: await read(task, onProgress) });
  } catch (error) {
    tell({
      kind: 'fault',
      error: error instanceof Error ? `${error.name} ${error.stack?.split('\n')[1] ?? ''}` : 'unknown',
    });
  }
}
