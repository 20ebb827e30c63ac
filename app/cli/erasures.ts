import { readFile, writeFile } from 'node:fs/promises';
import { exportErasures, reapplyErasures } from '#app/features/privacy/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { UsageError, type VerbInput } from './verb.ts';

/** Writes the ids of everybody who was erased: to be kept beside backups. */
export async function runExportErasures({ options, print }: VerbInput): Promise<boolean> {
  const { out } = options;
  if (typeof out !== 'string') throw new UsageError('Cách dùng: npm run app -- export-erasures --out da-xoa.txt');
  try {
    const list = await exportErasures();
    await writeFile(out, list, { mode: 0o600 });
    const count = list.trim().split('\n').length - 1;
    print(`Đã ghi ${count} mã ra ${out}. Hãy cất cạnh các bản sao lưu.`, { file: out, count });
    return true;
  } finally {
    await closeDatabase();
  }
}

/** Erases again, in a restored copy, everybody who is on the list. */
export async function runReapplyErasures({ options, print }: VerbInput): Promise<boolean> {
  const { file } = options;
  if (typeof file !== 'string') throw new UsageError('Cách dùng: npm run app -- reapply-erasures --file da-xoa.txt');
  try {
    const done = await reapplyErasures(await readFile(file, 'utf8'), { now: now() });
    if (!done.ok) throw new Error('Tệp danh sách không còn nguyên vẹn: dòng SHA-256 cuối không khớp. Chưa xóa gì.');
    const { listed, erased } = done.value;
    print(`Danh sách có ${listed} mã; ${erased} tài khoản có trong cơ sở dữ liệu này đã được xóa lại.`, {
      listed,
      erased,
    });
    return true;
  } finally {
    await closeDatabase();
  }
}
