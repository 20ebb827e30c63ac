import { DAY, localDay, startOfLocalDay, type Instant } from '../kernel/time.ts';

export type DataRequestKind = 'correct' | 'erase' | 'restrict' | 'object';
export type DataRequestState = 'waiting' | 'answered' | 'done' | 'refused' | 'withdrawn';

/** Working days to a first answer, and days to the end of it: Decree 356/2025/NĐ-CP, see app/decisions/0037. */
const ANSWER_WORKING_DAYS = 2;
const DONE_DAYS: Readonly<Record<DataRequestKind, number>> = { correct: 10, erase: 20, restrict: 15, object: 15 };

/** Monday is 1, Sunday 7: the day of the week of a local day. */
const weekdayOf = (day: number): number => {
  const noon = new Date(startOfLocalDay(day) + DAY / 2);
  return ((noon.getUTCDay() + 6) % 7) + 1;
};

/**
 * The end of the last day of so many working days after the one on which the request came. Saturdays and Sundays do not count;
 * public holidays are not known here and are not taken off: the answer is then due earlier than it need be, never later.
 */
export function endOfWorkingDays(from: Instant, days: number): Instant {
  let day = startOfLocalDay(localDay(from));
  for (let left = days; left > 0;) {
    day += DAY;
    if (weekdayOf(localDay(day)) <= 5) left -= 1;
  }
  return day + DAY;
}

/** When a request must have an answer, and when it must be at its end. */
export const dueDates = (kind: DataRequestKind, at: Instant): { answerBy: Instant; doneBy: Instant } => ({
  answerBy: endOfWorkingDays(at, ANSWER_WORKING_DAYS),
  doneBy: startOfLocalDay(localDay(at)) + (DONE_DAYS[kind] + 1) * DAY,
});

/** Whether somebody still has to do something about a request. */
export const isOpen = (state: DataRequestState): boolean => state === 'waiting' || state === 'answered';

/** The instant by which the next thing must happen; undefined for a request that is at its end. */
export const nextDue = (request: {
  state: DataRequestState;
  answerBy: Instant;
  doneBy: Instant;
}): Instant | undefined =>
  request.state === 'waiting' ? request.answerBy : request.state === 'answered' ? request.doneBy : undefined;

/** Whole days that are left until then, 0 on the last day; negative when it is over. */
export const daysLeft = (due: Instant, now: Instant): number => Math.ceil((due - now) / DAY) - 1;
