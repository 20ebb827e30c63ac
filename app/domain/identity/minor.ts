import { localDay, type Instant } from '../kernel/time.ts';

/** People younger than this need a guardian's consent, and are never named in public. */
export const OF_AGE_FOR_CONSENT = 16;
/** From this age on a child agrees beside the guardian. */
export const OWN_CONSENT_FROM = 7;

/** The year that it is in Viet Nam. */
export const yearOf = (now: Instant): number => Math.floor(localDay(now) / 10_000);

/**
 * Whether somebody may still be under 16. Only the year of birth is known: in the year of the sixteenth birthday the day may be
 * yet to come, so that whole year counts as under 16.
 */
export const isMinor = (birthYear: number, now: Instant): boolean => yearOf(now) - birthYear <= OF_AGE_FOR_CONSENT;

/** Whether a child may be seven already, and so is asked for the own consent too. */
export const agreesForThemselves = (birthYear: number, now: Instant): boolean =>
  yearOf(now) - birthYear >= OWN_CONSENT_FROM;

/** The latest year of birth of people who are surely no minors any more. */
export const latestYearOfAdults = (now: Instant): number => yearOf(now) - OF_AGE_FOR_CONSENT - 1;
