import type { Instant } from '#app/domain/kernel/time.ts';
import { dataColumnsText } from '#app/text/data-columns.ts';
import { formatInstant } from '#app/ui/format.ts';
import { ownDataText } from '#app/text/own-data.ts';
import { sumLooks } from './look.repo.server.ts';

/** Fields that somebody sees who makes such a look. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  person: ['fullName', 'birthYear', 'unitId'],
  'people-of-unit': ['fullName', 'birthYear', 'unitId'],
  roster: ['fullName', 'birthYear', 'unitId', 'position', 'categories'],
  'roster-file': ['fullName', 'birthYear', 'unitId', 'position'],
  'roster-review': ['fullName', 'birthYear', 'unitId', 'position'],
  transfers: ['fullName', 'birthYear', 'fromUnitId', 'toUnitId', 'reason'],
  'data-requests': ['fullName', 'birthYear', 'unitId', 'text'],
  results: ['fullName', 'unitId', 'score', 'submittedAt'],
};
const USUAL = ['fullName', 'unitId'];

/** What happened to personal data in a window of time: for the notice of an incident. */
export interface IncidentReport {
  readonly from: Instant;
  readonly to: Instant;
  readonly rows: readonly {
    readonly what: string;
    readonly isFile: boolean;
    readonly looks: number;
    readonly actors: number;
    /** The sum over looks: the same people may have been looked at more than once. */
    readonly people: number;
    readonly fields: readonly string[];
  }[];
  /** Different people who were looked at one by one. */
  readonly namedPeople: number;
  readonly sessions: number;
  /** Accounts that existed: how many are affected at most. */
  readonly accounts: number;
}

/** Counts of looks, files, people and fields within a window; no names. */
export async function reportIncident({ from, to }: { from: Instant; to: Instant }): Promise<IncidentReport> {
  const { rows, ...counts } = await sumLooks(from, to);
  return { from, to, ...counts, rows: rows.map((row) => ({ ...row, fields: FIELDS[row.what] ?? USUAL })) };
}

/** The report in words, for the file of the incident. */
export function incidentMarkdown(report: IncidentReport): string {
  const { columns } = dataColumnsText.vi;
  const words: Readonly<Record<string, string>> = ownDataText.vi.looks.what;
  const lines = report.rows.map(
    (row) =>
      `| ${words[row.what] ?? row.what} | ${row.isFile ? 'tệp' : 'màn hình'} | ${row.looks} | ${row.actors} | ${row.people} | ${row.fields.map((field) => columns[field] ?? field).join(', ')} |`,
  );
  return [
    '# Báo cáo sự cố dữ liệu cá nhân',
    `Từ ${formatInstant(report.from, 'vi')} đến trước ${formatInstant(report.to, 'vi')}.`,
    `Nhiều nhất có thể ảnh hưởng ${report.accounts} tài khoản; ${report.namedPeople} người bị xem đích danh; ${report.sessions} phiên đăng nhập đang còn được mở trong thời gian này.`,
    'Thời hạn và nơi thông báo sự cố do đơn vị chủ quản xác nhận với cán bộ pháp chế.',
    [
      '| Đã xem gì | Cách | Số lần | Số người xem | Tổng lượt người bị xem | Trường |',
      '| --- | --- | --- | --- | --- | --- |',
      ...lines,
    ].join('\n'),
  ].join('\n\n');
}
