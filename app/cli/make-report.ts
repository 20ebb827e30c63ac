import { rename, writeFile } from 'node:fs/promises';
import { isReportFormat } from '#app/features/reports/files/report-format.ts';
import { instantWords, makeReport } from '#app/features/reports/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { UsageError, type VerbInput } from './verb.ts';

const USAGE =
  'Cách dùng: npm run app -- make-report --contest ten-cuoc-thi --unit ma-don-vi --week 2026-01-05|last --format docx|xlsx|pdf --out bao-cao.docx';

const SENTENCES = {
  'no-contest': 'Không có cuộc thi này.',
  'no-week': 'Không có kỳ báo cáo nào được chốt vào ngày này. Hãy chạy take-snapshot, hoặc ghi ngày khác.',
  'no-unit': 'Đơn vị này không có trong cây đơn vị tại thời điểm chốt số liệu.',
  'not-made': 'Chưa lập được báo cáo. Số liệu đã chốt vẫn giữ nguyên; hãy xem nhật ký rồi chạy lại.',
} as const;

/** Makes the weekly report of a unit as a file. */
export async function runMakeReport({ options, print }: VerbInput): Promise<boolean> {
  const { contest, unit, week, format, out } = options;
  if (typeof contest !== 'string' || typeof unit !== 'string' || typeof week !== 'string' || typeof out !== 'string')
    throw new UsageError(USAGE);
  const day =
    week === 'last' ? week : Number(/^\d{4}-\d{2}-\d{2}$/u.test(week) ? week.replaceAll('-', '') : Number.NaN);
  if (typeof format !== 'string' || !isReportFormat(format) || Number.isNaN(day)) throw new UsageError(USAGE);
  try {
    const made = await makeReport({ contestSlug: contest, week: day, unitId: unit, format, clock: now });
    if (!made.ok) throw new Error(SENTENCES[made.error]);
    const { bytes, hash, at } = made.value;
    // why another name first: a file of that name is whole, or is not there.
    await writeFile(`${out}.dang-ghi`, bytes);
    await rename(`${out}.dang-ghi`, out);
    const sentence = `Đã ghi ${out}: số liệu chốt lúc ${instantWords(at)}, ${bytes.length} byte, SHA-256 ${hash}`;
    print(sentence, { file: out, at: new Date(at).toISOString(), bytes: bytes.length, sha256: hash });
    return true;
  } finally {
    await closeDatabase();
  }
}
