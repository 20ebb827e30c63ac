import { localDay, MINUTE, startOfLocalDay, type Instant } from '#app/domain/kernel/time.ts';
import type { ReportTarget } from '#app/domain/reports/report-target.ts';
import { REPORT_WORDS as words } from '#app/text/report-paper.ts';

// why kept: a report of thousands of units writes tens of thousands of numbers, and making a formatter takes its time.
const whole = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const some = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });
const fixed = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** 1.234 */
export const count = (value: number): string => whole.format(value);

/** Of a rate as a fraction, in a hundred: 37,05. */
export const hundredth = (rate: number): string => fixed.format(rate * 100);

/** 37,05% */
export const percent = (rate: number | undefined): string => (rate === undefined ? words.none : `${hundredth(rate)}%`);

/** 15,25 */
export const points = (mean: number | undefined): string => (mean === undefined ? words.none : fixed.format(mean));

interface DayParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** As documents write it: two digits for days below ten and for January and February, so that nobody adds a digit. */
export function dayParts(at: Instant): DayParts {
  const day = localDay(at);
  const month = Math.floor(day / 100) % 100;
  return { day: two(day % 100), month: month < 3 ? two(month) : String(month), year: String(Math.floor(day / 10_000)) };
}

/** 05/01/2026 */
export function shortDay(at: Instant): string {
  const day = localDay(at);
  return `${two(day % 100)}/${two(Math.floor(day / 100) % 100)}/${Math.floor(day / 10_000)}`;
}

/** 08 giờ 00 phút, ngày 05 tháng 01 năm 2026 */
export function instantWords(at: Instant): string {
  const minutes = Math.floor((at - startOfLocalDay(localDay(at))) / MINUTE);
  const { day, month, year } = dayParts(at);
  return words.instant(two(Math.floor(minutes / 60)), two(minutes % 60), day, month, year);
}

/** The target as a document says it: "80% quân số". */
export const goalWords = ({ measure, value }: ReportTarget): string =>
  words.goals[measure](measure === 'rate' ? `${some.format(value * 100)}%` : count(value));

/** As short as a column wants it: "80%", "120 người". */
export const goalInTable = ({ measure, value }: ReportTarget): string =>
  measure === 'rate' ? `${some.format(value * 100)}%` : words.goals[measure](count(value));
