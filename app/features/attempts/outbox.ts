/** An answer on the device that the server has not confirmed yet. */
export interface WaitingResponse {
  readonly slot: number;
  readonly places: readonly number[];
  /** Idempotency key: sending it twice is the same as once. */
  readonly key: string;
}

const nameOf = (attemptId: string): string => `outbox:${attemptId}`;

/** What waits on this device for an attempt: survives a reload and a restart of the browser. Empty where nothing can be read. */
export function readOutbox(attemptId: string): Map<number, WaitingResponse> {
  try {
    const stored = JSON.parse(localStorage.getItem(nameOf(attemptId)) ?? '[]') as WaitingResponse[];
    return new Map(stored.map((each) => [each.slot, each]));
  } catch {
    return new Map();
  }
}

/** Keeps what waits; an empty outbox leaves nothing on the device. @returns false where the device keeps nothing */
export function keepOutbox(attemptId: string, waiting: ReadonlyMap<number, WaitingResponse>): boolean {
  try {
    if (waiting.size === 0) localStorage.removeItem(nameOf(attemptId));
    else localStorage.setItem(nameOf(attemptId), JSON.stringify([...waiting.values()]));
    return true;
  } catch {
    return false;
  }
}

/** A new idempotency key. why not randomUUID alone: it is missing on pages without https and in old browsers. */
export const newKey = (): string =>
  typeof crypto.randomUUID === 'function'
    ? crypto.randomUUID()
    : Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
