import { writeFile } from 'node:fs/promises';
import { processingRecordDocx, processingRecordMarkdown } from '#app/features/privacy/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { UsageError, type VerbInput } from './verb.ts';

/** Writes the record of processing personal data from the register that the application itself follows. */
export async function runDataRegister({ options, print }: VerbInput): Promise<boolean> {
  const { out } = options;
  if (typeof out !== 'string' || !/\.(docx|md)$/u.test(out)) {
    throw new UsageError('Cách dùng: npm run app -- data-register --out ho-so.docx (hoặc .md)');
  }
  await writeFile(
    out,
    out.endsWith('.md') ? `${processingRecordMarkdown(now())}\n` : await processingRecordDocx(now()),
  );
  print(`Đã ghi hồ sơ xử lý dữ liệu cá nhân ra ${out}.`, { file: out });
  return true;
}
