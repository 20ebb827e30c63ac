/** An answer on the device that the server has not confirmed yet. */
export interface WaitingResponse {
  readonly slot: number;
  readonly places: readonly number[];
  /** Idempotency key: sending it twice is the same as once. */
  readonly key: string;
}

// why one entry for each slot: two tabs of one attempt must not overwrite each other's waiting answers.
const prefixOf = (attemptId: string): string => `outbox:${attemptId}:`;

/** What waits on this device for an attempt: survives a reload and a restart of the browser. Empty where nothing can be read. */
export function readOutbox(attemptId: string): Map<number, WaitingResponse> {
  const waiting = new Map<number, WaitingResponse>();
  try {
    const prefix = prefixOf(attemptId);
    for (const name of Object.keys(localStorage).filter((each) => each.startsWith(prefix))) {
      const response = JSON.parse(localStorage.getItem(name) ?? 'null') as WaitingResponse | null;
      if (response) waiting.set(response.slot, response);
    }
  } catch {
    // why nothing: what cannot be read was never promised; the page says when a device keeps nothing.
  }
  return waiting;
}

/** Keeps an answer until it is confirmed. @returns false where the device keeps nothing */
export function keepWaiting(attemptId: string, response: WaitingResponse): boolean {
  try {
    localStorage.setItem(`${prefixOf(attemptId)}${response.slot}`, JSON.stringify(response));
    return true;
  } catch {
    return false;
  }
}

/** Forgets an answer that the server has, unless a newer one for its slot waits. */
export function dropWaiting(attemptId: string, { slot, key }: WaitingResponse): void {
  if (readOutbox(attemptId).get(slot)?.key !== key) return;
  try {
    localStorage.removeItem(`${prefixOf(attemptId)}${slot}`);
  } catch {
    // why nothing: it would only be sent once more, and its key makes that the same as once.
  }
}

/** A new idempotency key. why not randomUUID alone: it is missing on pages without https and in old browsers. */
export const newKey = (): string =>
  typeof crypto.randomUUID === 'function'
    ? crypto.randomUUID()
    : Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
