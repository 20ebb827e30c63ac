import { useEffect, useState } from 'react';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';

/**
 * The server's instant, asked again when the page is shown again: the clock that the page counts by stands still on some
 * phones while they sleep, and must not give time that is not there. Without a line the count goes on as it was.
 */
export function useServerNow(first: Instant): Instant {
  const [serverNow, setServerNow] = useState(first);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      try {
        const response = await fetch(paths.health());
        const { now } = (await response.json()) as { now?: Instant };
        if (now !== undefined) setServerNow(now);
      } catch {
        // why nothing: the next time the page is shown it is asked again.
      }
    };
    const onShown = (): void => void ask();
    document.addEventListener('visibilitychange', onShown);
    return () => document.removeEventListener('visibilitychange', onShown);
  }, []);
  return serverNow;
}
