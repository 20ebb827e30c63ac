import type { Actor } from '#app/domain/identity/actor.ts';
import { MINUTE, SECOND, type Instant } from '#app/domain/kernel/time.ts';
import { findOwnAttempts, type StoredAttempt } from '#app/features/attempts/index.server.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { findSignals, noteTrace, writeTraces } from '#app/features/signals/index.server.ts';
import { keepDevice } from '#app/platform/http/where-from.server.ts';

const requestFrom = (cookie: string): Request => new Request('http://localhost/', { headers: { Cookie: cookie } });
const aDevice = (): string => keepDevice(new Request('http://localhost/')).setCookie.split(';')[0] ?? '';

/**
 * Gives attempts of the demonstration the traces that signals are found by, and looks for signals as the background does: five
 * accounts on one device, and one person who went to and fro between two networks. Starting it again changes nothing.
 */
export async function demoSignals(slug: string, actors: readonly Actor[], now: Instant): Promise<void> {
  const contestNow = await getContest(slug, now);
  if (!contestNow) return;
  const { round } = contestNow;
  const attempts: StoredAttempt[] = [];
  for (const { accountId } of actors) {
    const [attempt] = await findOwnAttempts(undefined, accountId, { roundId: round.id });
    if (attempt?.finishedAt !== undefined) attempts.push(attempt);
  }
  const [traveller, ...shared] = attempts;
  const known = await findSignals({ slug, now });
  if (!traveller || known?.some(({ kept }) => kept > 0)) return;
  const phone = requestFrom(aDevice());
  for (const [address, after] of [
    ['203.0.113.20', 0],
    ['198.51.100.9', 15 * SECOND],
    ['203.0.113.20', MINUTE],
    ['198.51.100.9', 70 * SECOND],
  ] as const) {
    noteTrace(phone, address, traveller.id, traveller.startedAt + after);
  }
  const computer = requestFrom(aDevice());
  for (const { id, startedAt, finishedAt = startedAt } of shared.slice(0, 5)) {
    noteTrace(computer, '203.0.113.40', id, startedAt);
    noteTrace(computer, '203.0.113.40', id, finishedAt);
  }
  await writeTraces({ now, isLast: true });
  await findSignals({ slug, now });
}
