import { HOUR, MINUTE, SECOND, type Instant } from '#app/domain/kernel/time.ts';

/** 08:00 on 1 September 2026 in Viet Nam: when the round of aContest() opens. */
export const OPENING: Instant = Date.UTC(2026, 8, 1, 1);

/** An instant so many hours, minutes and seconds after the opening. */
export const afterOpening = ({
  hours = 0,
  minutes = 0,
  seconds = 0,
}: {
  hours?: number;
  minutes?: number;
  seconds?: number;
}): Instant => OPENING + hours * HOUR + minutes * MINUTE + seconds * SECOND;
