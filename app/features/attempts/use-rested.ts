import { useEffect, useRef } from 'react';

/** What is typed letter by letter is handed on when the finger rests. */
const REST_MS = 500;
/** Nobody loses more than this who never rests. */
const PATIENCE_MS = 3_000;

interface Rested<Value> {
  /** Notes what is typed now; undefined: nothing that could be handed on. */
  type(value: Value | undefined): void;
  /** Hands on at once what was typed last: the field was left. */
  leave(): void;
}

/**
 * Hands on what is typed: after a rest, when the field or the page is left, and in between while somebody types on.
 * @param take is told how long ago it was typed, ms: an answer is as old as its last letter
 */
export function useRested<Value>(take: (value: Value, ago: number) => void): Rested<Value> {
  const latest = useRef(take);
  latest.current = take;
  const rested = useRef<Rested<Value>>();
  if (!rested.current) {
    let typed: { value: Value; at: number } | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let since: number | undefined;
    const leave = (): void => {
      clearTimeout(timer);
      since = undefined;
      if (!typed) return;
      const { value, at } = typed;
      typed = undefined;
      latest.current(value, performance.now() - at);
    };
    rested.current = {
      leave,
      type(value) {
        const now = performance.now();
        typed = value === undefined ? undefined : { value, at: now };
        since ??= now;
        clearTimeout(timer);
        timer = setTimeout(leave, Math.max(0, Math.min(REST_MS, since + PATIENCE_MS - now)));
      },
    };
  }
  const { leave } = rested.current;
  useEffect(() => {
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') leave();
    };
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', onHidden);
      leave();
    };
  }, [leave]);
  return rested.current;
}
