import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { countFaults } from '#app/domain/exchange/import-row.ts';
import { DIFFICULTIES } from '#app/domain/items/item.ts';
import { FORMATS } from '#app/domain/exchange/parsed-file.ts';
import {
  actSentence,
  applyImport,
  createImport,
  dropImport,
  getImportRows,
  knownTopics,
  machineReport,
  noteSentence,
  placeWords,
  refusalSentence,
  runImport,
} from '#app/features/exchange/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { OPERATOR } from './conduct.ts';
import { UsageError, type VerbInput } from './verb.ts';

const USAGE =
  'Cách dùng: npm run app -- import-items tep.docx [--dry-run] [--json] [--format xlsx] [--topic chuyen-de] [--lesson bai] [--difficulty easy|medium|hard] [--source "Tên tài liệu"] [--skip-errors] [--submit]';

/**
 * Brings the questions of a file into the bank: reads and judges them as the page does, prints what was found row by row, and
 * without --dry-run takes all of them or none. Questions that name no topic get --topic, else the newest one.
 */
export async function runImportItems({ options, operands, print }: VerbInput): Promise<boolean> {
  const [file = options['file']] = operands;
  if (typeof file !== 'string' || operands.length > 1) throw new UsageError(USAGE);
  const format = FORMATS.find((each) => each === options['format']);
  if (options['format'] !== undefined && !format)
    throw new UsageError(`Định dạng là một trong: ${FORMATS.join(', ')}.`);
  const text = (name: string): string => (typeof options[name] === 'string' ? options[name] : '');
  const bytes = new Uint8Array(readFileSync(file));
  try {
    const defaults = {
      topicSlug: text('topic') || ((await knownTopics())[0]?.slug ?? ''),
      lessonSlug: text('lesson'),
      difficulty: DIFFICULTIES.find((each) => each === options['difficulty']) ?? 'medium',
      tags: [],
      source: text('source'),
      format,
    };
    const created = await createImport({
      actor: OPERATOR,
      file: { name: basename(file), bytes },
      defaults,
      now: now(),
      // why: whoever has the command line may read a folder of files at once.
      mostHeld: Infinity,
    });
    if (!created.ok) throw new Error(actSentence(created.error));
    const jobId = created.value;
    try {
      await runImport(jobId, { clock: now });
      return await finish(jobId, file, options, print);
    } finally {
      await dropImport({ actor: OPERATOR, jobId, now: now() });
    }
  } finally {
    await closeDatabase();
  }
}

async function finish(
  jobId: string,
  file: string,
  options: VerbInput['options'],
  print: VerbInput['print'],
): Promise<boolean> {
  const read = await getImportRows(jobId, OPERATOR);
  const report = read?.job.report;
  if (!read || !report || report.refusal) {
    const refusal = report?.refusal ?? { code: 'broken-file' as const };
    const place = placeWords(refusal.at, 'vi');
    const sentence = refusalSentence(refusal, 'vi') + (place === '' ? '' : ` (${place})`);
    print(sentence, { file, refusal: { ...refusal, sentence } });
    return false;
  }
  const { rows } = read;
  const found = machineReport(file, report, rows);
  const lines = rows.map((row) => {
    const notes = row.notes.map((note) => `\n    ${placeWords(note.at, 'vi')}: ${noteSentence(note, 'vi')}`).join('');
    return `${row.number}. [${row.verdict}] ${row.item.body.prompt.slice(0, 100).replaceAll('\n', ' ')}${notes}`;
  });
  const head = report.notes.map((note) => `${placeWords(note.at, 'vi')}: ${noteSentence(note, 'vi')}`);
  const counts = `Đọc ${report.rows} câu: ${report.verdicts.new} mới, ${report.verdicts.changed} khác, ${report.verdicts.same} đã có, ${report.verdicts.twin} lặp, ${report.verdicts.locked} không sửa được, ${report.verdicts.faulty} có lỗi.`;
  const told = [...head, ...lines, counts].join('\n');
  if (options['dry-run'] === true) {
    print(`${told}\nĐây là đọc thử: chưa có gì thay đổi.`, found);
    return countFaults(report) === 0;
  }
  const choices = {
    skipsFaulty: options['skip-errors'] === true,
    changed: 'version',
    submits: options['submit'] === true,
  } as const;
  const applied = await applyImport({ actor: OPERATOR, jobId, choices, now: now() });
  if (!applied.ok) {
    const isDone = applied.error === 'import-has-nothing';
    print(`${told}\n${actSentence(applied.error)}`, { ...found, applied: false, why: applied.error });
    return isDone;
  }
  await runImport(jobId, { clock: now });
  const after = await getImportRows(jobId, OPERATOR);
  const result = after?.job.report?.result;
  if (!result) throw new Error('Chưa nhập được câu nào: ngân hàng vừa thay đổi. Hãy chạy lại.');
  print(
    `${told}\nĐã nhập ${result.created} câu mới, ${result.changed} câu có bản nháp mới, trình thẩm định ${result.submitted}, để lại ${result.left}.`,
    { ...found, applied: true, result },
  );
  return true;
}
