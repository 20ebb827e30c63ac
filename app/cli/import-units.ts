import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { localDay, startOfLocalDay } from '#app/domain/kernel/time.ts';
import { dayStart } from '#app/domain/units/unit-day.ts';
import {
  applyUnitRows,
  previewUnitRows,
  readUnitFile,
  rowSentences,
  rowStateWord,
  unitChangeSentence,
  unitFileSentence,
} from '#app/features/units/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { OPERATOR } from './conduct.ts';
import { UsageError, type VerbInput } from './verb.ts';

const USAGE =
  'Cách dùng: npm run app -- import-units tep.xlsx [--dry-run] [--json] [--day 01/07/2025] [--reason "Nghị quyết số …"]';

/** Compares a table of units with the tree, prints it row by row, and without --dry-run takes all of it or nothing. */
export async function runImportUnits({ options, operands, print }: VerbInput): Promise<boolean> {
  const [file] = operands;
  if (file === undefined || operands.length > 1) throw new UsageError(USAGE);
  const at = now();
  const day = options['day'];
  const effectiveAt = typeof day === 'string' ? dayStart(day, at) : startOfLocalDay(localDay(at));
  if (effectiveAt === undefined) throw new UsageError(USAGE);
  try {
    const read = await readUnitFile({ name: basename(file), bytes: new Uint8Array(readFileSync(file)) }, at);
    if (!read.ok) throw new Error(unitFileSentence(read.error, 'vi'));
    const asked = { effectiveAt, answers: new Map<string, string>() };
    const planned = await previewUnitRows(read.value, asked);
    const rows = planned.rows.map((each) => ({
      number: each.row.number,
      name: each.row.name,
      state: each.state,
      word: rowStateWord(each, 'vi'),
      faults: rowSentences(each, 'vi'),
      candidates: each.question?.candidates ?? [],
    }));
    const lines = rows
      .filter(({ state }) => state !== 'same')
      .map(({ number, name, word, faults, candidates }) =>
        [`${number}. [${word}] ${name}`, ...faults, candidates.join(', ')].filter(Boolean).join('; '),
      );
    const told = [...lines, `Đọc ${rows.length} dòng.`].join('\n');
    if (options['dry-run'] === true) {
      print(`${told}\nĐây là đọc thử: chưa có gì thay đổi.`, { file, rows, applied: false });
      return planned.plan !== undefined;
    }
    const reason = typeof options['reason'] === 'string' ? options['reason'] : `Nhập từ tệp ${basename(file)}`;
    const command = { ...asked, actor: OPERATOR, reason, now: at, seen: planned.seen };
    const done = await applyUnitRows({ rows: read.value, fileName: basename(file) }, command);
    if (done.ok) {
      print(`${told}\nĐã ghi vào cây đơn vị.`, { file, rows, applied: true, changeId: done.value.changeId });
      return true;
    }
    print(`${told}\n${unitChangeSentence(done.error, 'vi')}`, { file, rows, applied: false, why: done.error.code });
    return done.error.code === 'nothing-changes';
  } finally {
    await closeDatabase();
  }
}
