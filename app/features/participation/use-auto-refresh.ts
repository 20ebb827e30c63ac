import { useRevalidator } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { SECOND } from '#app/domain/kernel/time.ts';

const EVERY = 30 * SECOND;

/** Asks for the page's data again every half minute while it is to be seen: a tab in the background costs the server nothing. */
export function useAutoRefresh(isOn: boolean): void {
  const { revalidate, state } = useRevalidator();
  const latest = useRef({ revalidate, state });
  latest.current = { revalidate, state };
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setInterval(() => {
      const isSeen = document.visibilityState === 'visible' && navigator.onLine;
      if (isSeen && latest.current.state === 'idle') latest.current.revalidate();
    }, EVERY);
    return () => clearInterval(timer);
  }, [isOn]);
}
