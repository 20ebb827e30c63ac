import { readFileSync } from 'node:fs';
import { touchDeadlines } from '#app/features/attempts/index.server.ts';
import { findContest } from '#app/features/contests/index.server.ts';
import {
  discardDraft,
  importDescription,
  publishDraft,
  readDescription,
  versionOfDraft,
  type LineFault,
} from '#app/features/drafts/index.server.ts';
import { getLessonNames } from '#app/features/lessons/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { fieldName } from '#app/platform/content-files.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { OPERATOR } from './conduct.ts';
import type { VerbInput } from './verb.ts';

const USAGE = 'Cách dùng: npm run app -- import-contest --file cuoc-thi.yml [--publish]';

const REASONS: Readonly<Record<string, string>> = {
  'draft-exists': 'Đã có một bản nháp đang sửa cuộc thi này. Hãy công bố hoặc bỏ bản nháp đó trước.',
  'changes-locked':
    'Có thay đổi làm sai lệch kết quả đã có. Mở bản nháp ở trang Tổ chức cuộc thi để xem từng chỗ và cách làm khác.',
  'draft-has-faults': 'Bản mô tả còn lỗi nên chưa công bố được.',
  'draft-changed': 'Có người vừa sửa bản nháp này trên màn hình.',
};

/**
 * Makes a draft of a YAML file, and with --publish the contest itself; a contest that has the address already is changed.
 * Warnings are printed and count as seen. What cannot be published leaves no draft behind.
 */
export async function runImportContest({ options: { file, publish }, print }: VerbInput): Promise<boolean> {
  if (typeof file !== 'string') throw new Error(USAGE);
  const text = readFileSync(file, 'utf8');
  const at = now();
  const lessonNames = getLessonNames();
  try {
    const read = await readDescription(text, { lessonNames, now: at });
    const errors = read.faults.filter((fault) => fault.severity === 'error');
    const lines = read.faults.map((fault) => lineOf(file, fault)).join('\n');
    if (!read.description || (publish === true && errors.length > 0)) {
      throw new Error(`${lines}\n\nCó ${errors.length} lỗi cần sửa. Chưa có gì thay đổi.`);
    }
    const as = read.contestSlug === undefined ? 'new' : 'change';
    const imported = await importDescription({ actor: OPERATOR, text, as, lessonNames, now: at });
    if (!imported.ok) throw new Error(`${REASONS[imported.error] ?? imported.error} Chưa có gì thay đổi.`);
    const notes = lines === '' ? '' : `${lines}\n\n`;
    if (publish !== true) {
      print(`${notes}Đã nhập thành bản nháp. Mở trang Tổ chức cuộc thi để xem và công bố.`, { draft: imported.value });
      return true;
    }
    const slug = await publishNow(imported.value, lessonNames, at);
    print(`${notes}Đã công bố cuộc thi ${slug}.`, { slug, change: as === 'change' });
    return true;
  } finally {
    await closeDatabase();
  }
}

async function publishNow(
  draftId: string,
  lessonNames: ReturnType<typeof getLessonNames>,
  at: number,
): Promise<string> {
  const version = (await versionOfDraft(draftId)) ?? 0;
  const command = { actor: OPERATOR, draftId, version, now: at };
  const published = await publishDraft({ ...command, hasSeenWarnings: true, lessonNames });
  if (published.ok) {
    const contest = await findContest({ slug: published.value });
    for (const round of contest?.rounds ?? []) await touchDeadlines({ roundId: round.id, now: at });
    return published.value;
  }
  await discardDraft(command);
  throw new Error(`${REASONS[published.error.code] ?? published.error.code} Chưa có gì thay đổi.`);
}

const lineOf = (file: string, { line, path, message, severity }: LineFault): string =>
  `${severity === 'warning' ? 'Lưu ý: ' : ''}${file}:${line} ${path.length > 0 ? `${fieldName(path)}: ` : ''}${message}`;
