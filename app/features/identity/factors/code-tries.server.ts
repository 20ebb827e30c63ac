import type { Instant } from '#app/domain/kernel/time.ts';
import { createKeptThrottle } from '#app/platform/rate-limit.server.ts';

// Five tries a minute, as somebody may mistype, and twenty an hour: of a million codes, three of which are right at a time, a
// stranger with the password finds one in some years.
const inAMinute = createKeptThrottle({ name: 'code-minute', tries: 5, seconds: 60 });
const inAnHour = createKeptThrottle({ name: 'code-hour', tries: 20, seconds: 3_600 });

/** Takes one try at a code of the account; false when none is left for now. */
export const takeCodeTry = async (accountId: string, now: Instant): Promise<boolean> =>
  (await inAMinute.take(accountId, now)) && (await inAnHour.take(accountId, now));

/** Gives the tries back after a right code. */
export async function forgiveCodeTries(accountId: string): Promise<void> {
  await inAMinute.forgive(accountId);
  await inAnHour.forgive(accountId);
}
