import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import type { Saved } from './save-responses.server.ts';
import { dropWaiting, keepWaiting, newKey, readOutbox, type WaitingResponse } from './outbox.ts';

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 15_000;
const GIVE_UP_AFTER_MS = 10_000;

export type SaveStatus = 'idle' | 'saving' | 'waiting' | 'signedOut' | 'closed' | 'refused';

export interface Autosave {
  readonly status: SaveStatus;
  /** Slots whose newest answer is on this device only. */
  readonly waiting: ReadonlySet<number>;
  readonly lastSavedAt: Instant | undefined;
  /** Slots that another tab or device answered. */
  readonly elsewhere: readonly number[];
  /** False where the device refuses to keep what waits. */
  readonly isKept: boolean;
  save(slot: number, places: readonly number[]): void;
  /** Sends what waits. @returns whether nothing waits any more */
  flush(): Promise<boolean>;
}

interface Options {
  readonly attemptId: string;
  readonly sequence: number;
  /** Called with answers that came from elsewhere, so that the page can show them. */
  readonly onElsewhere?: (responses: Saved['elsewhere']) => void;
}

type Sent = { ok: true; saved: Saved } | { ok: false; status: SaveStatus };

async function send(attemptId: string, seen: number, saves: readonly WaitingResponse[]): Promise<Sent> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), GIVE_UP_AFTER_MS);
  try {
    const response = await fetch(paths.responses(attemptId), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ seen, saves }),
      signal: giveUp.signal,
    });
    if (response.ok) return { ok: true, saved: (await response.json()) as Saved };
    if (response.status === 401) return { ok: false, status: 'signedOut' };
    if (response.status >= 500 || response.status === 429) return { ok: false, status: 'waiting' };
    const { refusal } = (await response.json().catch(() => ({}))) as { refusal?: RefusalCode };
    return { ok: false, status: refusal === 'too-late' || refusal === 'already-finished' ? 'closed' : 'refused' };
  } catch {
    return { ok: false, status: 'waiting' };
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Saves answers as they are chosen. What the server has not confirmed stays on the device and is sent again by itself: on a
 * timer, when the line returns, when the page is shown again, and when it is opened again.
 */
export function useAutosave({ attemptId, sequence, onElsewhere }: Options): Autosave {
  const outbox = useRef(new Map<number, WaitingResponse>());
  const seen = useRef(sequence);
  const flight = useRef<Promise<boolean> | undefined>(undefined);
  const retry = useRef<{ timer?: ReturnType<typeof setTimeout>; delay: number }>({ delay: FIRST_RETRY_MS });
  const [status, setStatus] = useState<SaveStatus>('idle');
  const [waiting, setWaiting] = useState<ReadonlySet<number>>(new Set());
  const [lastSavedAt, setLastSavedAt] = useState<Instant>();
  const [elsewhere, setElsewhere] = useState<readonly number[]>([]);
  const [isKept, setIsKept] = useState(true);
  const notice = useRef(onElsewhere);
  notice.current = onElsewhere;

  const noteWaiting = useCallback(() => setWaiting(new Set(outbox.current.keys())), []);

  const flush = useCallback(async (): Promise<boolean> => {
    // why a loop: of several callers that waited, each must see the flight that the one before it began.
    while (flight.current) await flight.current;
    clearTimeout(retry.current.timer);
    const saves = [...outbox.current.values()];
    if (saves.length === 0) return true;
    const run = async (): Promise<boolean> => {
      setStatus('saving');
      const sent = await send(attemptId, seen.current, saves);
      if (!sent.ok) {
        setStatus(sent.status);
        if (sent.status === 'waiting' || sent.status === 'signedOut') {
          retry.current.timer = setTimeout(() => void flush(), retry.current.delay);
          retry.current.delay = Math.min(retry.current.delay * 2, LAST_RETRY_MS);
        }
        return false;
      }
      retry.current.delay = FIRST_RETRY_MS;
      seen.current = Math.max(seen.current, sent.saved.sequence);
      for (const saved of saves) {
        if (outbox.current.get(saved.slot)?.key === saved.key) outbox.current.delete(saved.slot);
        dropWaiting(attemptId, saved);
      }
      noteWaiting();
      setLastSavedAt(sent.saved.savedAt);
      const foreign = sent.saved.elsewhere.filter((each) => !outbox.current.has(each.slot));
      if (foreign.length > 0) {
        setElsewhere(foreign.map((each) => each.slot));
        notice.current?.(foreign);
      }
      setStatus('idle');
      return outbox.current.size === 0;
    };
    flight.current = run().finally(() => (flight.current = undefined));
    const done = await flight.current;
    // why again: something may have been chosen while the request was under way.
    const tried = new Set(saves.map((each) => each.key));
    return [...outbox.current.values()].some((each) => !tried.has(each.key)) ? flush() : done;
  }, [attemptId, noteWaiting]);

  const save = useCallback(
    (slot: number, places: readonly number[]) => {
      const response = { slot, places, key: newKey() };
      outbox.current.set(slot, response);
      setIsKept(keepWaiting(attemptId, response));
      setElsewhere([]);
      noteWaiting();
      void flush();
    },
    [attemptId, flush, noteWaiting],
  );

  useEffect(() => {
    outbox.current = new Map([...readOutbox(attemptId), ...outbox.current]);
    noteWaiting();
    void flush();
    const again = (): void => {
      retry.current.delay = FIRST_RETRY_MS;
      if (document.visibilityState === 'visible') void flush();
    };
    const held = retry.current;
    window.addEventListener('online', again);
    document.addEventListener('visibilitychange', again);
    return () => {
      clearTimeout(held.timer);
      window.removeEventListener('online', again);
      document.removeEventListener('visibilitychange', again);
    };
  }, [attemptId, flush, noteWaiting]);

  return { status, waiting, lastSavedAt, elsewhere, isKept, save, flush };
}
