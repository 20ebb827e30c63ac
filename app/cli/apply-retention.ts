import { applyRetention } from '#app/features/privacy/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import type { VerbInput } from './verb.ts';

const NAMES: Readonly<Record<string, string>> = {
  session: 'phiên đăng nhập đã hết',
  code: 'mã dùng một lần',
  challenge: 'giá trị thử khi đăng nhập',
  limit: 'số lần thử',
  trace: 'dấu vết thiết bị và mạng',
  message: 'tin đã gửi',
  look: 'lượt xem dữ liệu',
  request: 'yêu cầu về dữ liệu đã xong',
  account: 'tài khoản 24 tháng không dùng',
  audit: 'nhật ký quá 5 năm',
};

/** Deletes what is kept no longer, or only counts it, and says so kind by kind. */
export async function runApplyRetention({ options, print }: VerbInput): Promise<boolean> {
  const isDryRun = options['dry-run'] === true;
  try {
    for (const row of await applyRetention({ now: now(), isDryRun })) {
      const why =
        row.period === 'audit' ? ' (không tự cắt chuỗi nhật ký)' : row.waits ? ' (đợi hết vòng thi đang mở)' : '';
      const done = isDryRun ? 'chỉ đếm, chưa xóa' : `đã xóa ${row.gone}`;
      print(`${NAMES[row.period] ?? row.period}: hết hạn ${row.over}, ${done}${why}`, { ...row, isDryRun });
    }
    return true;
  } finally {
    await closeDatabase();
  }
}
