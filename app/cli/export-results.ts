import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { exportRanking, exportResults } from '#app/features/verification/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import type { VerbInput } from './verb.ts';

const USAGE =
  'Cách dùng: npm run app -- export-results --contest ten-cuoc-thi --out ket-qua.json\n' +
  '           npm run app -- export-results --contest ten-cuoc-thi --csv --round 1|all --out ket-qua.csv';

/** Writes the results of a contest, or one of its rankings, to a file. There are no names in it. */
export async function runExportResults({ options, print }: VerbInput): Promise<boolean> {
  const { contest, out, csv, round } = options;
  if (typeof contest !== 'string' || typeof out !== 'string') throw new Error(USAGE);
  try {
    const at = now();
    const scope = typeof round === 'string' ? round : '1';
    const pieces =
      csv === true
        ? await exportRanking({ slug: contest, scope, locale: 'vi', now: at })
        : await exportResults({ slug: contest, now: at });
    if (!pieces) throw new Error(`Không có cuộc thi ${contest}${csv === true ? `, hoặc không có bảng ${scope}` : ''}.`);
    const { bytes, sha256 } = await write(pieces, out);
    print(`Đã ghi ${out}: ${bytes} byte, SHA-256 ${sha256}`, { file: out, bytes, sha256 });
    return true;
  } finally {
    await closeDatabase();
  }
}

/** Writes to another name first: a file of that name is whole, or is not there. */
async function write(pieces: AsyncGenerator<string>, out: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const partial = `${out}.dang-ghi`;
  const file = await open(partial, 'w');
  try {
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += (await file.write(piece)).bytesWritten;
    }
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(partial, { force: true });
    throw error;
  }
  await file.close();
  await rename(partial, out);
  return { bytes, sha256: hash.digest('hex') };
}
