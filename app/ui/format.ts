import type { Duration, Instant } from '#app/domain/kernel/time.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

function read(at: Instant): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** 23/11/2026 */
export function formatDate(at: Instant): string {
  const { day, month, year } = read(at);
  return `${day}/${month}/${year}`;
}

/** 10:32:05 */
export function formatClock(at: Instant): string {
  const { hour, minute, second } = read(at);
  return `${hour}:${minute}:${second}`;
}

/** 08:00 ngày 23/11/2026: as official texts write it; in English 08:00, 23/11/2026. */
export function formatInstant(at: Instant, locale: 'vi' | 'en'): string {
  const { hour, minute } = read(at);
  return locale === 'vi' ? `${hour}:${minute} ngày ${formatDate(at)}` : `${hour}:${minute}, ${formatDate(at)}`;
}

/** As formatInstant(), and with seconds, and thousandths of them, where the instant has any: for rules, which must be exact. */
export function formatExact(at: Instant, locale: 'vi' | 'en'): string {
  const { hour, minute, second } = read(at);
  const ms = ((at % 1_000) + 1_000) % 1_000;
  const thousandths = ms === 0 ? '' : `${locale === 'vi' ? ',' : '.'}${String(ms).padStart(3, '0')}`;
  const seconds = second === '00' && ms === 0 ? '' : `:${second}${thousandths}`;
  return locale === 'vi'
    ? `${hour}:${minute}${seconds} ngày ${formatDate(at)}`
    : `${hour}:${minute}${seconds}, ${formatDate(at)}`;
}

/** A local day given as yyyymmdd: 23/11. */
export const formatDay = (day: number): string =>
  `${String(day % 100).padStart(2, '0')}/${String(Math.floor(day / 100) % 100).padStart(2, '0')}`;

/** 4 phút 31 giây; 45 giây. Whole seconds, rounded down. */
export function formatDuration(length: Duration, locale: 'vi' | 'en'): string {
  const seconds = Math.floor(length / 1_000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const words = locale === 'vi' ? (['giờ', 'phút', 'giây'] as const) : (['h', 'min', 's'] as const);
  const shown = [
    h > 0 ? `${h} ${words[0]}` : '',
    m > 0 ? `${m} ${words[1]}` : '',
    s > 0 || seconds === 0 ? `${s} ${words[2]}` : '',
  ];
  return shown.filter(Boolean).join(' ');
}

/** As formatDuration(), and with thousandths of a second where there are any: 1 phút 30,5 giây. */
export function formatLength(length: Duration, locale: 'vi' | 'en'): string {
  const whole = formatDuration(length, locale);
  const ms = length % 1_000;
  if (ms === 0) return whole;
  const minutes = length - (length % 60_000);
  const seconds = `${formatNumber((length % 60_000) / 1_000, locale, 3)} ${locale === 'vi' ? 'giây' : 's'}`;
  return minutes === 0 ? seconds : `${formatDuration(minutes, locale)} ${seconds}`;
}

/** 09:59, or 1:09:59 from an hour on; for clocks. Rounded up, so that 00:00 means over. */
export function formatCountdown(left: Duration): string {
  const seconds = Math.max(0, Math.ceil(left / 1_000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const tail = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

/** 1.234.567,5 in Vietnamese. */
export const formatNumber = (value: number, locale: 'vi' | 'en', digits = 0): string =>
  new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: digits }).format(value);

/** As many digits after the comma for every number, so that a column lines up: 15,00. */
export const formatFixed = (value: number, locale: 'vi' | 'en', digits: number): string =>
  new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);

/** 0.1234 as 12,3 %, 0.00051 as 0,05 %: one person of many is not nobody; a dash where the rate is unknown. */
export const formatRate = (rate: number | undefined, locale: 'vi' | 'en'): string =>
  rate === undefined ? '–' : `${formatNumber(rate * 100, locale, rate < 0.01 ? 2 : 1)} %`;
