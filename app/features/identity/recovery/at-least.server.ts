import { setTimeout } from 'node:timers/promises';

/**
 * Lets work take at least so long, whatever it finds: who asks about a name learns nothing from how fast the answer comes.
 * @param ms longer than the work takes on a busy day
 */
export async function atLeast<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    const left = ms - (performance.now() - began);
    if (left > 0) await setTimeout(left);
  }
}
