import { sealExisting, sealLog } from '#app/features/audit/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import type { VerbInput } from './verb.ts';

/** Seals what is not sealed yet; the first time, also what was there before. */
export async function runSealAudit({ print }: VerbInput): Promise<boolean> {
  try {
    const hasBegun = await sealExisting({ now: now() });
    const acts = await sealLog({ now: now() });
    const first = hasBegun ? 'Đã niêm phong dữ liệu có từ trước. ' : '';
    print(`${first}Đã niêm phong ${acts} việc.`, { ok: true, hasBegun, acts });
    return true;
  } finally {
    await closeDatabase();
  }
}
