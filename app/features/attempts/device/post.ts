import type { ContestantRefusalCode } from '#app/domain/kernel/refusal.ts';
import type { Duration } from '#app/domain/kernel/time.ts';

const GIVE_UP_AFTER_MS = 10_000;

/** What came of asking the server. */
export type Asked<T> =
  | { readonly kind: 'answered'; readonly value: T; readonly roundTrip: Duration }
  /** The server itself said no: asking again would not help. */
  | { readonly kind: 'refused'; readonly refusal: ContestantRefusalCode }
  /** No line, a server that is down or busy, or something between that answers in its place: ask again later. */
  | { readonly kind: 'unreachable' };

interface Asking {
  readonly path: string;
  /** Left out, the address is only read. */
  readonly body?: unknown;
  readonly token?: string | undefined;
  /** A member that the server's own answer has: the page of a hotel's sign-in, say, has none. */
  readonly has: string;
}

/** Asks the server for data as JSON. Never rejects. */
export async function ask<T>({ path, body, token, has }: Asking): Promise<Asked<T>> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), GIVE_UP_AFTER_MS);
  const sentAt = performance.now();
  try {
    const response = await fetch(path, {
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === undefined ? {} : { 'X-Attempt-Token': token }),
      },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      signal: giveUp.signal,
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (response.ok && has in answer) {
      return { kind: 'answered', value: answer as T, roundTrip: performance.now() - sentAt };
    }
    const { refusal } = answer;
    const isFinal = response.status >= 400 && response.status < 500 && !LATER.has(response.status);
    return isFinal && typeof refusal === 'string'
      ? { kind: 'refused', refusal: refusal as ContestantRefusalCode }
      : { kind: 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}

/** Signed out (the token may yet be known), timed out, too many: another time. */
const LATER = new Set([401, 408, 429]);
