import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FileRefusal, Format, ParsedFile, UploadedFile } from '#app/domain/exchange/parsed-file.ts';
import { refuse, type Result } from '#app/domain/kernel/result.ts';
import type { ReadingMessage, ReadingTask } from './serve-reader.server.ts';

/** How far reading one file may go. */
export interface ReadingLimits {
  readonly ms: number;
  /** Of the thread's own heap. */
  readonly heapMb: number;
  /** By how much the whole process may grow meanwhile: bytes that are unpacked are outside the heap. */
  readonly growthMb: number;
}

export const READING_LIMITS: ReadingLimits = { ms: 60_000, heapMb: 512, growthMb: 1_024 };

const WATCH_EVERY_MS = 50;
const MB = 1024 * 1024;

// why from the top of the project: the server runs from a bundle, and a thread from the sources that lie beside it.
const READING_THREAD = resolve('app/features/exchange/reading/reading-thread.server.ts');

/**
 * The first words of a thread. The program is TypeScript in sources, and a thread inherits no loader, so it brings its own.
 * @param module absolute path
 */
const bootOf = (module: string): string =>
  `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(pathToFileURL(module).href)}); });`;

/**
 * Reads a file in a thread of its own, which is ended when it takes longer or grows larger than the limits: then nothing of
 * the file is kept, and the server goes on as if nothing had been.
 * @param thread the program of the thread, as an absolute path; another one in tests only
 */
export function readUpload(
  file: UploadedFile,
  options: {
    readonly chosen?: Format | undefined;
    readonly onProgress?: ((done: number, total: number) => void) | undefined;
    readonly signal?: AbortSignal | undefined;
    readonly limits?: ReadingLimits;
    readonly thread?: string;
  } = {},
): Promise<Result<ParsedFile, FileRefusal>> {
  const { chosen, onProgress, signal, limits = READING_LIMITS, thread = READING_THREAD } = options;
  const task: ReadingTask = { file: { name: file.name, bytes: new Uint8Array(file.bytes) }, chosen };
  const worker = new Worker(bootOf(thread), {
    eval: true,
    execArgv: [],
    env: { NODE_ENV: process.env['NODE_ENV'] ?? 'production' },
    workerData: task,
    transferList: [task.file.bytes.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
  const before = process.memoryUsage.rss();
  return new Promise((done, fail) => {
    let isOver = false;
    const end = (give: () => void): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(clock);
      clearInterval(watch);
      signal?.removeEventListener('abort', onAbort);
      void worker.terminate().then(give, give);
    };
    const giveUp = (): void => end(() => done(refuse({ code: 'takes-too-long' })));
    const onAbort = (): void => end(() => fail(new Error('the reading was stopped')));
    const clock = setTimeout(giveUp, limits.ms);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.growthMb * MB) giveUp();
    }, WATCH_EVERY_MS);
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.on('message', (message: ReadingMessage) => {
      if (message.kind === 'progress') onProgress?.(message.done, message.total);
      else if (message.kind === 'end') end(() => done(message.result));
      else end(() => fail(new Error(`a reader failed: ${message.error}`)));
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') giveUp();
      else end(() => fail(error));
    });
    worker.on('exit', () => end(() => fail(new Error('a reading thread ended without a word'))));
    if (signal?.aborted) onAbort();
  });
}
