import { HOUR, MINUTE, SECOND, type Duration, type Instant } from '../kernel/time.ts';

/** Wrong tries that were counted against something: a name, a name from one device, a name from one network. */
export interface WrongTries {
  readonly count: number;
  readonly lastAt: Instant;
}

/** After how many wrong tries waiting begins. There is no lock: every wait ends, and none is longer than a quarter of an hour. */
export type FreeTries = number;

/** From a device that has been signed in to the same account before: an attacker elsewhere uses none of these up. */
export const FREE_FROM_KNOWN_DEVICE: FreeTries = 10;
/** From one network. */
export const FREE_FROM_NETWORK: FreeTries = 5;
/** From all devices that are not known, together. */
export const FREE_IN_ALL: FreeTries = 40;

const FIRST_WAIT: Duration = 5 * SECOND;
const LONGEST_WAIT: Duration = 15 * MINUTE;

/** Wrong tries are forgotten after so long without another. */
export const TRIES_LAST: Duration = 12 * HOUR;

/** How long to wait after so many wrong tries: nothing at first, then twice as long each time. */
export const waitAfter = (count: number, free: FreeTries): Duration =>
  count < free ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (count - free));

/** From when on the next try is taken. */
export const nextTryAt = ({ count, lastAt }: WrongTries, free: FreeTries): Instant => lastAt + waitAfter(count, free);
