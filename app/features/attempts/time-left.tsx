import { useEffect, useRef, useState } from 'react';
import { MINUTE, type Instant } from '#app/domain/kernel/time.ts';
import { attemptsText } from '#app/text/attempts.ts';
import { useTimeLeft } from '#app/ui/countdown.tsx';
import { formatClock, formatCountdown } from '#app/ui/format.ts';
import { useText } from '#app/ui/locale.tsx';
import { useServerNow } from './use-server-now.ts';

/** Minutes; the last first, as a device that slept may pass several at once. */
const WARNINGS = [1, 5, 10] as const;

interface TimeLeftProps {
  readonly deadlineAt: Instant;
  readonly serverNow: Instant;
  readonly onOver?: () => void;
}

/** The quiet clock: counts by the server's time, and is read out at 10, 5 and 1 minutes and at the end only. */
export function TimeLeft({ deadlineAt, serverNow, onOver }: TimeLeftProps) {
  const t = useText(attemptsText);
  const left = useTimeLeft(deadlineAt, useServerNow(serverNow));
  const [announced, setAnnounced] = useState('');
  const previous = useRef(left);
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    const crossed = WARNINGS.find((minutes) => previous.current > minutes * MINUTE && left <= minutes * MINUTE);
    if (crossed !== undefined) setAnnounced(t.minutesLeft(crossed));
    if (previous.current > 0 && left === 0) {
      setAnnounced(t.timeOver);
      over.current?.();
    }
    previous.current = left;
  }, [left, t]);
  const urgency = left <= MINUTE ? 'time-left--last' : left <= 5 * MINUTE ? 'time-left--soon' : '';
  return (
    <div className={`time-left ${urgency}`}>
      <span className="time-left__label">{t.timeLeft}</span>
      <span className="time-left__clock number" role="timer" aria-live="off">
        {formatCountdown(left)}
      </span>
      <span className="time-left__end">{t.endsAt(formatClock(deadlineAt))}</span>
      <span className="visually-hidden" aria-live="assertive">
        {announced}
      </span>
    </div>
  );
}
