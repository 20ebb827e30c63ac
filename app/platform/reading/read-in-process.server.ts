import { fork } from 'node:child_process';
import type { ReadingLimits, ReadingMessage, ReadingTask } from './serve-reader.server.ts';

export const READING_LIMITS: ReadingLimits = { ms: 60_000, heapMb: 512, memoryMb: 1_200 };

/** How a process ends that was killed at a limit, by itself or by the system, or whose heap was full. */
const ENDED_AT_LIMIT = new Set(['SIGKILL', 'SIGABRT', 'SIGTRAP', 'SIGILL']);

interface ReadingOptions {
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly limits?: ReadingLimits | undefined;
}

/**
 * Does work that a stranger's file decides in a process of its own, which is ended when it takes longer or grows larger than the
 * limits: then nothing of the file is kept, and the server goes on as if nothing had been.
 * why no thread: what a heap cannot hold at once ends the whole process that its thread is in.
 * @param program what the process runs, as an absolute path; it calls serveReader()
 * @returns what the program answers; undefined where it was ended at a limit
 * @throws where the program has a fault, and when `signal` stops it
 */
export function readInProcess<R>(
  program: string,
  task: unknown,
  { onProgress, signal, limits = READING_LIMITS }: ReadingOptions = {},
): Promise<R | undefined> {
  const reading = fork(program, [], {
    // why tsx: the program is TypeScript in sources, and a process inherits no loader.
    execArgv: ['--import', 'tsx', `--max-old-space-size=${limits.heapMb}`],
    env: { NODE_ENV: process.env['NODE_ENV'] ?? 'production' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((done, fail) => {
    let isOver = false;
    const end = (give: () => void): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(clock);
      signal?.removeEventListener('abort', onAbort);
      reading.kill('SIGKILL');
      give();
    };
    const giveUp = (): void => end(() => done(undefined));
    const onAbort = (): void => end(() => fail(new Error('the reading was stopped')));
    const clock = setTimeout(giveUp, limits.ms);
    signal?.addEventListener('abort', onAbort, { once: true });
    reading.on('message', (message: ReadingMessage<R>) => {
      if (message.kind === 'progress') onProgress?.(message.done, message.total);
      else if (message.kind === 'end') end(() => done(message.result));
      else end(() => fail(new Error(`a reader failed: ${message.error}`)));
    });
    reading.on('error', (error) => end(() => fail(error)));
    reading.on('exit', (code, by) => {
      if (by !== null && ENDED_AT_LIMIT.has(by)) giveUp();
      else end(() => fail(new Error(`a reading process ended without a word (${by ?? code ?? 'unknown'})`)));
    });
    const sent: ReadingTask<unknown> = { task, limits };
    reading.send(sent, (error) => error && end(() => fail(error)));
    if (signal?.aborted) onAbort();
  });
}
