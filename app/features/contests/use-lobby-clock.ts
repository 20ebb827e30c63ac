import { useRevalidator } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import type { Instant } from '#app/domain/kernel/time.ts';
import { SECOND } from '#app/domain/kernel/time.ts';
import { useTimeLeft } from '#app/ui/countdown.tsx';

/** Thousands wait for one instant: their buttons become active, and their pages ask the server, spread over these times. */
const OPENING_SPREAD = SECOND;
const REFRESH_SPREAD = 8 * SECOND;
const LEAST_WAIT = 30 * SECOND;
const SLEPT = 10 * SECOND;

/**
 * Whether a round that opens at an instant of the server's clock has opened, as far as the page can count. Nothing is asked
 * of the server for it; the server decides all the same when the button is pressed.
 */
export function useHasOpened(opensAt: Instant, serverNow: Instant): boolean {
  const isDue = useTimeLeft(opensAt, serverNow) === 0;
  const [hasOpened, setHasOpened] = useState(false);
  useEffect(() => {
    if (!isDue) {
      setHasOpened(false);
      return undefined;
    }
    const timer = setTimeout(() => setHasOpened(true), Math.random() * OPENING_SPREAD);
    return () => clearTimeout(timer);
  }, [isDue]);
  return hasOpened;
}

/**
 * Keeps the page true: asks the server again after `until`, now and then while a round is paused, and when a device wakes
 * up, whose counting stood still in its sleep.
 * @param until when the phase that is shown ends; undefined where nothing has to be asked for
 */
export function useFreshLobby(lobby: {
  readonly until: Instant | undefined;
  readonly isPaused: boolean;
  readonly serverNow: Instant;
}): void {
  const { until, isPaused, serverNow } = lobby;
  const { revalidate } = useRevalidator();
  const isDue = useTimeLeft(until ?? Number.MAX_SAFE_INTEGER, serverNow) === 0;
  const hiddenAt = useRef<number>();
  useEffect(() => {
    if (!isDue) return undefined;
    const timer = setTimeout(revalidate, Math.random() * REFRESH_SPREAD);
    return () => clearTimeout(timer);
  }, [isDue, revalidate]);
  useEffect(() => {
    if (!isPaused) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(
        () => {
          revalidate();
          wait();
        },
        LEAST_WAIT * (1 + Math.random()),
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, [isPaused, revalidate]);
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'hidden') {
        hiddenAt.current = Date.now();
      } else if (hiddenAt.current !== undefined && Date.now() - hiddenAt.current > SLEPT) {
        hiddenAt.current = undefined;
        setTimeout(revalidate, Math.random() * SECOND);
      }
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [revalidate]);
}
