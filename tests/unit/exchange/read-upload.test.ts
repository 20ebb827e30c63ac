import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import { readUpload } from '#app/features/exchange/reading/read-upload.server.ts';
import type { ReadingLimits } from '#app/platform/reading/serve-reader.server.ts';

const LIMITS: ReadingLimits = { ms: 30_000, heapMb: 96, memoryMb: 500 };
const file = (text: string, name = 'cau-hoi.yml') => ({ name, bytes: Buffer.from(text, 'utf8') });
const hostile = (name: string): string => resolve('tests/support/hostile-readers', `${name}.ts`);

const YAML = `- id: "2026-001"
  interaction: choice
  prompt: "Bác về Pác Bó ngày nào?"
  options:
    - { text: "28/01/1941", correct: true }
    - { text: "19/5/1941" }
    - { text: "22/12/1944" }
`;

/** How long the event loop of this process stood still at worst while something ran. */
async function longestStall(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  await work();
  clearInterval(timer);
  return longest;
}

describe('an upload is read in a process of its own', () => {
  test('from the sources, under the runner of tests as under tsx', async () => {
    const read = await readUpload(file(YAML));
    expect(read).toMatchObject({ ok: true, value: { format: 'yaml', items: [{ externalId: '2026-001' }] } });
    expect(read.ok && read.value.media).toBeInstanceOf(Map);
  });

  test('a reader that never ends is ended, and the server goes on meanwhile', async () => {
    const told: number[] = [];
    const started = performance.now();
    let answer: unknown;
    const stall = await longestStall(async () => {
      answer = await readUpload(file(YAML), {
        limits: { ...LIMITS, ms: 1_500 },
        program: hostile('never-ends'),
        onProgress: (done) => told.push(done),
      });
    });
    expect(answer).toEqual({ ok: false, error: { code: 'takes-too-long' } });
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(told).toEqual([1]);
    expect(stall).toBeLessThan(500);
  });

  test.each(['eats-heap', 'eats-at-once'])('a reader that %s is ended at its limit', async (name) => {
    const answer = await readUpload(file(YAML), { limits: LIMITS, program: hostile(name) });
    expect(answer).toEqual({ ok: false, error: { code: 'takes-too-long' } });
  });

  test('a reader that eats bytes outside the heap is ended before it has many more than the limit', async () => {
    const before = process.memoryUsage.rss();
    let had = 0;
    const options = { limits: LIMITS, program: hostile('eats-bytes'), onProgress: (mb: number) => (had = mb) };
    const started = performance.now();
    expect(await readUpload(file(YAML), options)).toEqual({ ok: false, error: { code: 'takes-too-long' } });
    // Ended for what it had, long before its time was over, and none of it was here.
    expect(performance.now() - started).toBeLessThan(LIMITS.ms / 2);
    expect(had).toBeGreaterThan(0);
    expect(had).toBeLessThan(LIMITS.memoryMb);
    expect((process.memoryUsage.rss() - before) / 1024 / 1024).toBeLessThan(200);
  });

  test('a process whose server is gone ends by itself, though it turns in one place', async () => {
    const server = `
      import { writeSync } from 'node:fs';
      import { readUpload } from ${JSON.stringify(resolve('app/features/exchange/reading/read-upload.server.ts'))};
      const program = ${JSON.stringify(hostile('never-ends'))};
      const limits = { ms: 2_000, heapMb: 96, memoryMb: 500 };
      const onProgress = (_done, pid) => {
        writeSync(1, String(pid));
        process.kill(process.pid, 'SIGKILL');
      };
      void readUpload({ name: 'a', bytes: new Uint8Array([1]) }, { program, limits, onProgress });
    `;
    const args = ['--import', 'tsx', '--input-type=module', '--eval', server];
    const gone = await promisify(execFile)(process.execPath, args).catch((error: object) => error);
    expect(gone).toMatchObject({ signal: 'SIGKILL', stdout: expect.stringMatching(/^\d+$/u) });
    const pid = Number((gone as { stdout: string }).stdout);
    // Asks whether there is such a process, and sends nothing.
    const isThere = () => process.kill(pid, 0);
    expect(isThere).not.toThrow();
    await vi.waitFor(() => expect(isThere).toThrow('ESRCH'), { timeout: 10_000, interval: 100 });
  });

  test('a fault of a reader is a fault of ours, and its message does not carry what it quotes', async () => {
    const failed = readUpload(file(YAML), { limits: LIMITS, program: hostile('falls') });
    await expect(failed).rejects.toThrow(/a reader failed: Error/u);
    await expect(failed).rejects.not.toThrow(/đáp án/u);
  });

  test('stopping the server stops the reading', async () => {
    const stop = new AbortController();
    const reading = readUpload(file(YAML), {
      limits: LIMITS,
      program: hostile('never-ends'),
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(reading).rejects.toThrow('stopped');
  });
});
