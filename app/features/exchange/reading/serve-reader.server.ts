import { parentPort, workerData } from 'node:worker_threads';
import type { FileRefusal, Format, ParsedFile, UploadedFile } from '#app/domain/exchange/parsed-file.ts';
import type { Result } from '#app/domain/kernel/result.ts';

/** What a reading thread is given. */
export interface ReadingTask {
  readonly file: UploadedFile;
  readonly chosen: Format | undefined;
}

/** What a reading thread says. */
export type ReadingMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'end'; readonly result: Result<ParsedFile, FileRefusal> }
  /** A fault of ours; what the message of the error quotes stays in the thread. */
  | { readonly kind: 'fault'; readonly error: string };

const TELL_EVERY_MS = 200;

/** Runs a reader as the whole work of this thread. */
export async function serveReader(
  read: (
    task: ReadingTask,
    onProgress: (done: number, total: number) => void,
  ) => Promise<Result<ParsedFile, FileRefusal>>,
): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a thread, not a window
  const tell = (message: ReadingMessage): void => parentPort?.postMessage(message);
  let told = 0;
  const onProgress = (done: number, total: number): void => {
    const at = performance.now();
    if (at - told < TELL_EVERY_MS) return;
    told = at;
    tell({ kind: 'progress', done, total });
  };
  try {
    tell({ kind: 'end', result: await read(workerData as ReadingTask, onProgress) });
  } catch (error) {
    tell({
      kind: 'fault',
      error: error instanceof Error ? `${error.name} ${error.stack?.split('\n')[1] ?? ''}` : 'unknown',
    });
  }
}
