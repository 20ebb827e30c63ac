import type { Instant } from '#app/domain/kernel/time.ts';
import { MINUTE } from '#app/domain/kernel/time.ts';
import { deviceHashOf, networkHashesOf } from '#app/platform/http/where-from.server.ts';
import { storeTraces, type NewTrace } from './trace.repo.server.ts';

/** What waits to be written, by attempt, device and network; and when each was written last. */
const waiting = new Map<string, NewTrace>();
const writtenAt = new Map<string, Instant>();

/** So much is remembered at most: an attack by ever new devices costs itself traces, and never memory. */
const MOST = 100_000;
const ONCE_EVERY = MINUTE;
/** In one transaction, so that nobody who saves an answer waits long for it. */
const CHUNK = 200;

/**
 * Remembers from where an attempt was answered: keyed hashes of the device and of the networks, never an address. Called by
 * routes after an act went through; it costs no statement then, as writing waits for the next sweep.
 */
export function noteTrace(request: Request, clientAddress: string, attemptId: string, now: Instant): void {
  const { near, wide } = networkHashesOf(clientAddress);
  const deviceHash = deviceHashOf(request) ?? '';
  const key = `${attemptId} ${deviceHash} ${near}`;
  const held = waiting.get(key);
  if (held) {
    waiting.set(key, { ...held, lastAt: Math.max(held.lastAt, now) });
    return;
  }
  if (waiting.size >= MOST) return;
  waiting.set(key, { attemptId, deviceHash, networkHash: near, wideHash: wide, firstAt: now, lastAt: now });
}

/**
 * Writes what waits: what is new at once, what was written less than a minute ago later, so that each is written at most once a
 * minute.
 * @param isLast writes everything, as at the end of the process
 */
export async function writeTraces({ now, isLast = false }: { now: Instant; isLast?: boolean }): Promise<number> {
  for (const [key, at] of writtenAt) if (now - at >= ONCE_EVERY && !waiting.has(key)) writtenAt.delete(key);
  const due = [...waiting].filter(([key]) => isLast || now - (writtenAt.get(key) ?? -Infinity) >= ONCE_EVERY);
  for (let from = 0; from < due.length; from += CHUNK) {
    const chunk = due.slice(from, from + CHUNK);
    for (const [key] of chunk) waiting.delete(key);
    await storeTraces(chunk.map(([, trace]) => trace));
    for (const [key] of chunk) writtenAt.set(key, now);
  }
  return due.length;
}
