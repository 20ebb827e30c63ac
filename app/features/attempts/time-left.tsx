import { useEffect, useRef, useState } from 'react';
import type { Duration, Instant } from '#app/domain/kernel/time.ts';
import { attemptsText } from '#app/text/attempts.ts';
import { formatClock, formatCountdown } from '#app/ui/format.ts';
import { useText } from '#app/ui/locale.tsx';
import type { LiveState } from './device/live-state.ts';
import type { ServerClock } from './device/server-clock.ts';

/** Minutes; the last first, as a device that slept may pass several at once. */
const WARNINGS = [1, 5, 10] as const;
const TICK_MS = 250;
const MINUTE_MS = 60_000;

interface TimeLeftProps {
  readonly live: LiveState;
  readonly clock: ServerClock;
  /** The server's instant when the page was made. */
  readonly serverNow: Instant;
}

/** How much time is left by the server's clock; it stands still while the round does. Never negative. */
function useLeft({ live: { deadlineAt, leftInPause }, clock, serverNow }: TimeLeftProps): Duration {
  const [left, setLeft] = useState(leftInPause ?? deadlineAt - serverNow);
  useEffect(() => {
    const tick = (): void => setLeft(leftInPause ?? deadlineAt - clock.now());
    tick();
    const timer = setInterval(tick, TICK_MS);
    const stop = clock.onAim(tick);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [deadlineAt, leftInPause, clock]);
  return Math.max(0, left);
}

/** The quiet clock: counts by the server's time, and is read out at 10, 5 and 1 minutes and at the end only. */
export function TimeLeft(props: TimeLeftProps) {
  const { live } = props;
  const t = useText(attemptsText);
  const left = useLeft(props);
  const [announced, setAnnounced] = useState('');
  const previous = useRef(left);
  useEffect(() => {
    const crossed = WARNINGS.find((minutes) => previous.current > minutes * MINUTE_MS && left <= minutes * MINUTE_MS);
    if (crossed !== undefined) setAnnounced(t.minutesLeft(crossed));
    if (previous.current > 0 && left === 0) setAnnounced(t.timeOver);
    previous.current = left;
  }, [left, t]);
  const urgency = left <= MINUTE_MS ? 'time-left--last' : left <= 5 * MINUTE_MS ? 'time-left--soon' : '';
  const isPaused = live.leftInPause !== undefined;
  return (
    <div className={`time-left ${isPaused ? 'time-left--paused' : urgency}`}>
      <span className="time-left__label">{t.timeLeft}</span>
      <span className="time-left__clock number" role="timer" aria-live="off">
        {formatCountdown(left)}
      </span>
      {!isPaused && <span className="time-left__end">{t.endsAt(formatClock(live.deadlineAt))}</span>}
      <span className="visually-hidden" aria-live="assertive">
        {announced}
      </span>
    </div>
  );
}
