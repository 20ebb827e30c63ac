import { DAY, HOUR, type Duration, type Instant } from '../kernel/time.ts';
import type { PeriodId } from './register.ts';

/** A month as periods count it. */
export const MONTH: Duration = 30.4375 * DAY;

interface Period {
  /** How long after it is over; undefined: as long as what it belongs to. */
  readonly keep: Duration | undefined;
  /** Whether it waits until no round is open: what an attempt that runs, or an objection to it, may still need. */
  readonly waitsForRounds: boolean;
}

/** How long everything is kept. The run that deletes reads this, and so does the page that tells people. */
export const PERIODS: Readonly<Record<PeriodId, Period>> = {
  /** Of an account that nobody uses. */
  account: { keep: 24 * MONTH, waitsForRounds: true },
  /** After it has ended. */
  session: { keep: 0, waitsForRounds: false },
  code: { keep: 24 * HOUR, waitsForRounds: false },
  /** After it has expired. */
  challenge: { keep: 0, waitsForRounds: false },
  limit: { keep: 0, waitsForRounds: false },
  trace: { keep: 90 * DAY, waitsForRounds: true },
  message: { keep: 30 * DAY, waitsForRounds: false },
  look: { keep: 24 * MONTH, waitsForRounds: false },
  /** Under a pseudonym, as what was announced rests on it. */
  results: { keep: undefined, waitsForRounds: true },
  /** After it was closed. */
  request: { keep: 24 * MONTH, waitsForRounds: false },
  /** Nothing is taken out of a chain before it is so old. */
  audit: { keep: 60 * MONTH, waitsForRounds: true },
  /** Until the unit takes it away or takes in a newer one. */
  roster: { keep: undefined, waitsForRounds: false },
};

/** Everything of that kind which was over before this instant is to go; undefined where it goes with what it belongs to. */
export function goesBefore(period: PeriodId, now: Instant): Instant | undefined {
  const { keep } = PERIODS[period];
  return keep === undefined ? undefined : now - keep;
}

/** Whether the run may delete that kind now. */
export const mayGoNow = (period: PeriodId, isRoundOpen: boolean): boolean =>
  !(PERIODS[period].waitsForRounds && isRoundOpen);
