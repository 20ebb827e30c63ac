import { writeFileSync } from 'node:fs';
import { FORMATS } from '#app/domain/exchange/parsed-file.ts';
import { bankQueryOf, findBankIds } from '#app/features/bank/index.server.ts';
import { countLosses, exportItems, noteSentence } from '#app/features/exchange/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { OPERATOR } from './conduct.ts';
import { UsageError, type VerbInput } from './verb.ts';

const USAGE = `Cách dùng: npm run app -- export-items --format ${FORMATS.join('|')} --out tep [--status published|draft|review|retired] [--topic chuyen-de] [--ids a,b,c] [--json]`;

/** Writes items of the bank into a file, and says what the format could not carry. Which items: by filter or by their ids. */
export async function runExportItems({ options, print }: VerbInput): Promise<boolean> {
  const { out, ids, status, topic } = options;
  const format = FORMATS.find((each) => each === options['format']);
  if (!format || typeof out !== 'string') throw new UsageError(USAGE);
  try {
    const search = new URLSearchParams();
    if (typeof status === 'string') search.set('state', status);
    if (typeof topic === 'string') search.set('topic', topic);
    const chosen =
      typeof ids === 'string'
        ? ids.split(',').map((id) => id.trim())
        : await findBankIds({
            actor: OPERATOR,
            rights: { mayReview: true, mayPublish: true },
            query: bankQueryOf(search),
          });
    const written = await exportItems({ actor: OPERATOR, ids: chosen, format, now: now() });
    writeFileSync(out, written.bytes);
    const losses = countLosses(written.losses);
    const lines = losses.map(({ count, first }) => `  ${count} lần: ${noteSentence(first, 'vi')}`);
    const told = [`Đã ghi ${written.items} câu vào ${out} (${written.bytes.length} byte).`];
    if (lines.length > 0) told.push('Định dạng này không mang được:', ...lines);
    print(told.join('\n'), {
      file: out,
      format,
      items: written.items,
      contentType: written.contentType,
      losses: losses.map(({ code, count, first }) => ({ code, count, sentence: noteSentence(first, 'vi') })),
    });
    return true;
  } finally {
    await closeDatabase();
  }
}
