import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readUpload, type ReadingLimits } from '#app/features/exchange/reading/read-upload.server.ts';

const LIMITS: ReadingLimits = { ms: 30_000, heapMb: 96, growthMb: 400 };
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

describe('an upload is read in a thread of its own', () => {
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
        thread: hostile('never-ends'),
        onProgress: (done) => told.push(done),
      });
    });
    expect(answer).toEqual({ ok: false, error: { code: 'takes-too-long' } });
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(told).toEqual([1]);
    expect(stall).toBeLessThan(500);
  });

  test('a reader that eats the heap is ended at its limit', async () => {
    const answer = await readUpload(file(YAML), { limits: LIMITS, thread: hostile('eats-heap') });
    expect(answer).toEqual({ ok: false, error: { code: 'takes-too-long' } });
  });

  test('a reader that eats bytes outside the heap is ended before the process has grown much beyond the limit', async () => {
    const before = process.memoryUsage.rss();
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 10);
    const answer = await readUpload(file(YAML), { limits: LIMITS, thread: hostile('eats-bytes') });
    clearInterval(watch);
    expect(answer).toEqual({ ok: false, error: { code: 'takes-too-long' } });
    expect((peak - before) / 1024 / 1024).toBeLessThan(1_100);
  });

  test('a fault of a reader is a fault of ours, and its message does not carry what it quotes', async () => {
    const failed = readUpload(file(YAML), { limits: LIMITS, thread: hostile('falls') });
    await expect(failed).rejects.toThrow(/a reader failed: Error/u);
    await expect(failed).rejects.not.toThrow(/đáp án/u);
  });

  test('stopping the server stops the reading', async () => {
    const stop = new AbortController();
    const reading = readUpload(file(YAML), {
      limits: LIMITS,
      thread: hostile('never-ends'),
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(reading).rejects.toThrow('stopped');
  });
});
