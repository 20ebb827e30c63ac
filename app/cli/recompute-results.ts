// Needs the file and nothing else: no database, no settings, no content. So it imports the domain alone, and the file's shape.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { effectOfCorrections, type RankingEffect } from '#app/domain/results/effect-of-corrections.ts';
import { recomputeResults, type ResultsDifference } from '#app/domain/results/recompute.ts';
import { ResultsFileSchema } from '#app/features/verification/results-file.schema.ts';
import type { VerbInput } from './verb.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The last line of a file: the SHA-256 of all lines before it. */
const DIGEST = /^"sha256":"([0-9a-f]{64})"\}\n?$/u;

/** Whether the lines of the file are those that were written; a file without its last line was cut. */
function hasItsDigest(content: string): boolean {
  const end = content.lastIndexOf('\n', content.length - 2) + 1;
  const digest = DIGEST.exec(content.slice(end))?.[1];
  return digest !== undefined && digest === sha256(content.slice(0, end));
}

const lineOf = ({ scope, person, what, published, recomputed }: ResultsDifference): string => {
  const ranking = scope === 'all' ? 'toàn cuộc thi' : `vòng ${scope}`;
  const whose = person === undefined ? '' : `, mã dự thi ${person}`;
  return `  ${ranking}${whose}: ${what}: công bố ${published}, tính lại ${recomputed}`;
};

const MOST_CHANGES = 10;

/** What corrections of keys changed in a ranking, for people. */
function effectLines({ scope, rows, changed }: RankingEffect): string[] {
  const ranking = scope === 'all' ? 'toàn cuộc thi' : `vòng ${scope}`;
  const place = (row: { rank: number; score: number } | undefined): string =>
    row ? `hạng ${row.rank} (${row.score} điểm)` : 'không có hạng';
  return [
    `  Sửa đáp án đã đổi ${changed.length} trong ${rows} hàng của bảng ${ranking}.`,
    ...changed
      .slice(0, MOST_CHANGES)
      .map(({ person, before, after }) => `    mã dự thi ${person}: ${place(before)} → ${place(after)}`),
    ...(changed.length > MOST_CHANGES ? [`    … và ${changed.length - MOST_CHANGES} hàng nữa`] : []),
  ];
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`Không đọc được tệp ${file}.`);
  }
}

function parse(file: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new Error(`${file} không phải là tệp JSON trọn vẹn.`);
  }
}

/** Recomputes the ranking of a file of results from that file alone. @returns whether it agrees with what is published */
export async function runRecomputeResults({ options, print }: VerbInput): Promise<boolean> {
  const { file } = options;
  if (typeof file !== 'string') throw new Error('Cách dùng: npm run app -- recompute-results --file ket-qua.json');
  const content = read(file);
  const parsed = ResultsFileSchema.safeParse(parse(file, content));
  if (!parsed.success) {
    const faults = parsed.error.issues.slice(0, 5).map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Error(`${file} không phải là tệp kết quả của phần mềm này:\n${faults.join('\n')}`);
  }
  const isWhole = hasItsDigest(content);
  const { rows, differences } = recomputeResults(parsed.data, sha256);
  const isSound = isWhole && differences.length === 0;
  const effects = effectOfCorrections(parsed.data, sha256);
  const { contest, attempts, isFinal, corrections = [] } = parsed.data;
  const state = isFinal ? 'kết quả chính thức' : 'kết quả tạm thời';
  const lines = [
    `${contest.title} (${state}): ${attempts.length} lượt thi, ${rows} hàng xếp hạng: ${isSound ? 'khớp' : 'không khớp'}`,
    ...(isWhole ? [] : ['  Tệp đã bị sửa hoặc bị cắt: mã SHA-256 ở cuối tệp không đúng với nội dung.']),
    ...effects.flatMap(effectLines),
    ...differences.slice(0, 1_000).map(lineOf),
    ...(differences.length > 1_000 ? [`  … và ${differences.length - 1_000} chỗ nữa`] : []),
  ];
  const counts = { attempts: attempts.length, rows, corrections: corrections.length };
  print(lines.join('\n'), { ok: isSound, isWhole, isFinal, ...counts, effects, differences });
  return isSound;
}
