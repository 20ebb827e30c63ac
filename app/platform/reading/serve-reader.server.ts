import { Worker } from 'node:worker_threads';

/** How far reading one file may go. */
export interface ReadingLimits {
  readonly ms: number;
  /** Of the heap of the process that reads. */
  readonly heapMb: number;
  /** Of that process as a whole: bytes that are unpacked are outside its heap. */
  readonly memoryMb: number;
}

/** What a reading process is given. */
export interface ReadingTask<T> {
  readonly task: T;
  readonly limits: ReadingLimits;
}

/** What a reading process says. */
export type ReadingMessage<R> =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'end'; readonly result: R }
  /** A fault of ours; what the message of the error quotes stays in the process. */
  | { readonly kind: 'fault'; readonly error: string };

type Read<T, R> = (task: T, onProgress: (done: number, total: number) => void) => Promise<R>;

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
export function serveReader<T, R>(read: Read<T, R>): void {
  process.once('message', ({ task, limits }: ReadingTask<T>) => {
    new Worker(GUARD, { eval: true, execArgv: [], env: {}, workerData: limits }).unref();
    void answer(task, read);
  });
  process.once('disconnect', () => process.exit());
}

async function answer<T, R>(task: T, read: Read<T, R>): Promise<void> {
  const tell = (message: ReadingMessage<R>): void => void process.send?.(message);
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
