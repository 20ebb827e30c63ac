import { useEffect, useState } from 'react';
import type { Instant } from '#app/domain/kernel/time.ts';
import { DAY } from '#app/domain/kernel/time.ts';
import { formatCountdown } from './format.ts';
import { useLocale } from './locale.tsx';

/**
 * Milliseconds until an instant of the server's clock. Counts by performance.now() from the moment of rendering, so a device
 * whose clock is wrong or is changed makes no difference. Never negative.
 */
export function useTimeLeft(until: Instant, serverNow: Instant): number {
  const [left, setLeft] = useState(until - serverNow);
  useEffect(() => {
    const start = performance.now();
    const tick = (): void => setLeft(until - serverNow - (performance.now() - start));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [until, serverNow]);
  return Math.max(0, left);
}

/** How long it is until an instant; without scripts, how long it was when the page was made. */
export function Countdown({ until, serverNow }: { until: Instant; serverNow: Instant }) {
  const locale = useLocale();
  const left = useTimeLeft(until, serverNow);
  const days = Math.floor(left / DAY);
  const unit = locale === 'vi' ? 'ngày' : days === 1 ? 'day' : 'days';
  return (
    <span className="number countdown" role="timer">
      {days > 0 && `${days} ${unit} `}
      {formatCountdown(left - days * DAY)}
    </span>
  );
}
