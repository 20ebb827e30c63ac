import { describe, expect, it } from 'vitest';
import { FairQueue, TooBusyError } from '#app/platform/fair-queue.server.ts';

const limits = { lanes: 2, longestWaitMs: 1_000, mostWaiting: 100, guessMs: 1 };

/** Work that ends when it is told. */
function jobs() {
  const ends: (() => void)[] = [];
  const order: string[] = [];
  return {
    order,
    work: (name: string) => () => {
      order.push(name);
      return new Promise<string>((done) => ends.push(() => done(name)));
    },
    /** Ends the oldest that runs, and lets the next begin. */
    async endOne() {
      ends.shift()?.();
      await new Promise((done) => setTimeout(done, 0));
    },
  };
}

describe('a fair queue', () => {
  it('runs no more than its lanes side by side, and everything in the end', async () => {
    const queue = new FairQueue(limits);
    let running = 0;
    let most = 0;
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        queue.run('one', async () => {
          most = Math.max(most, (running += 1));
          await new Promise((done) => setTimeout(done, 1));
          running -= 1;
          return i;
        }),
      ),
    );
    expect(most).toBe(2);
    expect(results).toEqual(Array.from({ length: 50 }, (_, i) => i));
  });

  it('lets somebody else in after one turn of a long line', async () => {
    const queue = new FairQueue({ ...limits, lanes: 1 });
    const { order, work, endOne } = jobs();
    const all = Array.from({ length: 20 }, (_, i) => queue.run('flood', work(`flood ${i}`)));
    all.push(queue.run('school', work('school')));
    await endOne();
    await endOne();
    expect(order).toEqual(['flood 0', 'flood 1', 'school']);
    for (let i = 0; i < 20; i += 1) await endOne();
    await Promise.all(all);
    expect(order).toHaveLength(21);
  });

  it('tells who would have to wait too long at once, and others in a shorter line not', async () => {
    const queue = new FairQueue({ ...limits, lanes: 1, guessMs: 100 });
    const { work, endOne } = jobs();
    const flood = Array.from({ length: 11 }, () => queue.run('flood', work('flood')));
    const settled = Promise.allSettled(flood);
    await expect(queue.run('flood', work('one more'))).rejects.toBeInstanceOf(TooBusyError);
    const school = queue.run('school', work('school'));
    for (let i = 0; i < 13; i += 1) await endOne();
    expect(await school).toBe('school');
    expect((await settled).filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(10);
  });

  it('sends those home who have waited longer than it said', async () => {
    let at = 0;
    const queue = new FairQueue({ ...limits, lanes: 1, clock: () => at });
    const { work, endOne } = jobs();
    const first = queue.run('a', work('first'));
    const late = queue.run('a', work('late')).catch((error: unknown) => error);
    at = 1_500;
    await endOne();
    await first;
    expect(await late).toBeInstanceOf(TooBusyError);
    const next = queue.run('a', work('next'));
    await endOne();
    expect(await next).toBe('next');
  });

  it('goes on after work that fails', async () => {
    const queue = new FairQueue({ ...limits, lanes: 1 });
    await expect(queue.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await queue.run('a', () => Promise.resolve(1))).toBe(1);
  });
});
