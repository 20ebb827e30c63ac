import { useEffect, useState } from 'react';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { ServerClock } from './device/server-clock.ts';

const LOOK_EVERY_MS = 250;

/** Whether an instant has passed by the server's clock; false while it is undefined, and until scripts run. */
export function usePast(clock: ServerClock, at: Instant | undefined): boolean {
  const [isPast, setPast] = useState(false);
  useEffect(() => {
    const look = (): void => setPast(at !== undefined && clock.now() >= at);
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    const stop = clock.onAim(look);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [clock, at]);
  return isPast;
}
