import { useEffect, useRef } from 'react';
import type { Instant } from '#app/domain/kernel/time.ts';

/** Sends what waits on this device of any attempt while this page is open. Shows nothing, and comes after the page. */
export function SendWaiting({ serverNow }: { serverNow: Instant }) {
  const first = useRef(serverNow);
  useEffect(() => {
    const mark = performance.now();
    const begin = async (): Promise<() => void> => {
      const { sendWaitingAt } = await import('./device/send-waiting.ts');
      return sendWaitingAt(first.current + (performance.now() - mark));
    };
    const sending = begin();
    // why quietly: without a line the script does not come; what waits stays, and goes from the next page.
    sending.catch(() => undefined);
    return () => void sending.then((stop) => stop()).catch(() => undefined);
  }, []);
  return null;
}
