import type { Duration, Instant } from '#app/domain/kernel/time.ts';

const REMEMBERED = 'server-clock';

/**
 * The server's instant as this page knows it. It runs by performance.now(), which nobody can set, from the last answer of the
 * server; the device's time of day is asked in one case only: a page that comes from a copy, without a line.
 *
 * It is never ahead of the server: the server took the instant before it answered. So whatever is chosen after an answer was
 * seen is also later by this clock, on every device.
 */
export class ServerClock {
  #at: Instant;
  #mark: number;
  readonly #listeners = new Set<() => void>();

  /** @param serverNow the server's instant that came with the page */
  constructor(serverNow: Instant) {
    this.#at = serverNow;
    this.#mark = performance.now();
  }

  now(): Instant {
    return Math.round(this.#at + (performance.now() - this.#mark));
  }

  /**
   * Re-aims at an answer. The server's instant of it lies between the sending and the arrival.
   * @param serverNow the server's instant in the answer
   * @param roundTrip how long the answer took, ms; left out where it is not known, as in a stream
   */
  aim(serverNow: Instant, roundTrip: Duration = Infinity): void {
    const now = this.now();
    const better = Math.min(Math.max(now, serverNow), serverNow + roundTrip);
    this.#keep(better);
    if (better === now) return;
    this.#set(better);
  }

  /** Once, when the page runs: a page that was kept as a copy goes on from the server's last answer to this device. */
  recall(): void {
    const known = readAnchor();
    // why: a page from the server is newer than every answer before it. A copy is older than the answers that followed it.
    if (!known || known.server <= this.now()) return;
    this.#set(known.server + Math.max(0, Date.now() - known.wall));
  }

  /** Calls `listener` whenever the clock was re-aimed. @returns how to stop */
  onAim(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(at: Instant): void {
    this.#at = at;
    this.#mark = performance.now();
    for (const listener of this.#listeners) listener();
  }

  #keep(server: Instant): void {
    try {
      localStorage.setItem(REMEMBERED, JSON.stringify({ server, wall: Date.now() }));
    } catch {
      // why nothing: only a copy that is opened without a line would miss it, and the server decides about time anyway.
    }
  }
}

function readAnchor(): { server: Instant; wall: number } | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(REMEMBERED) ?? 'null') as { server?: unknown; wall?: unknown } | null;
    if (typeof kept?.server !== 'number' || typeof kept.wall !== 'number') return undefined;
    return { server: kept.server, wall: kept.wall };
  } catch {
    return undefined;
  }
}
