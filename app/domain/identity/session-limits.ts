import { DAY, HOUR, MINUTE, type Duration, type Instant } from '../kernel/time.ts';

/** How long a session lasts. */
export interface SessionLimit {
  /** It ends when nobody has used it for so long. */
  readonly idle: Duration;
  /** It ends so long after the sign-in, however much it is used. */
  readonly longest: Duration;
}

/** When a session began and was last used. */
export interface SessionTimes {
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  /** When it ends whatever happens, as it was said at the sign-in; undefined in sessions from before there was such a limit. */
  readonly endsAt: Instant | undefined;
}

const CONTESTANT: SessionLimit = { idle: 30 * DAY, longest: 90 * DAY };
const STAFF: SessionLimit = { idle: 30 * MINUTE, longest: 12 * HOUR };

/** Use of a session is written down this often at most, so that reading pages does not become writing. */
const NOTED_EVERY: Duration = MINUTE;

/** The limit for a person, by whether they have any role now, also one that is held back. */
export const sessionLimit = (hasRoles: boolean): SessionLimit => (hasRoles ? STAFF : CONTESTANT);

/** When a session ends unless it is used before. */
export const sessionEnd = ({ createdAt, lastSeenAt, endsAt }: SessionTimes, { idle, longest }: SessionLimit): Instant =>
  Math.min(lastSeenAt + idle, createdAt + longest, endsAt ?? Number.POSITIVE_INFINITY);

/** Whether a session is over at an instant. */
export const isSessionOver = (times: SessionTimes, limit: SessionLimit, now: Instant): boolean =>
  now >= sessionEnd(times, limit);

/** Whether the use of a session is to be written down at this instant. */
export const isUseNoted = ({ lastSeenAt }: Pick<SessionTimes, 'lastSeenAt'>, now: Instant): boolean =>
  now - lastSeenAt >= NOTED_EVERY;
