import type { Actor } from '#app/domain/identity/actor.ts';
import { deviceOf, type Device } from '#app/domain/identity/device-name.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findSessions, type SessionRow } from './session-list.repo.server.ts';

/** A session of the own account, for the page that lists them. */
export interface SessionLine extends Omit<SessionRow, 'deviceName'> {
  readonly device: Device;
}

const LONGEST_LIST = 100;

/** The own sessions that are not over: this one first, then the last used. */
export async function listSessions({
  actor,
  sessionId,
  now,
}: {
  readonly actor: Actor;
  readonly sessionId: string;
  readonly now: Instant;
}): Promise<SessionLine[]> {
  const rows = await findSessions(actor.accountId, sessionId, now, LONGEST_LIST);
  return rows
    .map(({ deviceName, ...row }) => ({ ...row, device: deviceOf(deviceName) }))
    .toSorted((a, b) => Number(b.isThis) - Number(a.isThis));
}
