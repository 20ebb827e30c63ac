import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import type { MakingLimits, MakingMessage } from './making-process.server.ts';
import type { ReportTask } from './write-report.server.ts';

const MAKING_LIMITS: MakingLimits = { ms: 120_000, heapMb: 768, memoryMb: 1_500 };

// why from the top of the project: the server runs from a bundle, and this process from the sources that lie beside it.
const MAKING_PROCESS = resolve('app/features/reports/files/making-process.server.ts');

/**
 * Makes a file in a process of its own, so that a report of thousands of units keeps nobody waiting; it is ended at the limits.
 * @returns undefined when the unit was not in the tree at the instant
 * @throws when it failed, took too long or was stopped
 */
export function makeInProcess(
  task: ReportTask,
  options: {
    readonly onProgress?: ((progress: number) => void) | undefined;
    readonly signal?: AbortSignal | undefined;
    readonly limits?: MakingLimits | undefined;
  } = {},
): Promise<Uint8Array | undefined> {
  const { onProgress, signal, limits = MAKING_LIMITS } = options;
  const making = fork(MAKING_PROCESS, [], {
    // why tsx: the program is TypeScript in sources, and a process inherits no loader.
    execArgv: ['--import', 'tsx', `--max-old-space-size=${limits.heapMb}`],
    // why the zone: nothing in a report may depend on where the server stands.
    env: { NODE_ENV: process.env['NODE_ENV'] ?? 'production', TZ: 'UTC' },
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
      making.kill('SIGKILL');
      give();
    };
    const failWith = (reason: string): void => end(() => fail(new Error(reason)));
    const onAbort = (): void => failWith('the making of a report was stopped');
    const clock = setTimeout(() => failWith('making a report took too long'), limits.ms);
    signal?.addEventListener('abort', onAbort, { once: true });
    making.on('message', (message: MakingMessage) => {
      if (message.kind === 'progress') onProgress?.(message.progress);
      else if (message.kind === 'end') end(() => done(message.bytes));
      else failWith(`a maker of reports failed: ${message.error}`);
    });
    making.on('error', (error) => end(() => fail(error)));
    making.on('exit', (code, by) => failWith(`a maker of reports ended without a word (${by ?? code ?? 'unknown'})`));
    making.send({ task, limits }, (error) => error && end(() => fail(error)));
    if (signal?.aborted) onAbort();
  });
}
