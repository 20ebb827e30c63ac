import { rotateSigningKey, sealLog } from '#app/features/audit/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import type { VerbInput } from './verb.ts';

/** Lets what is signed from now on be signed with a new key. */
export async function runRotateSigningKey({ print }: VerbInput): Promise<boolean> {
  try {
    const { id, pem } = await rotateSigningKey({ now: now() });
    await sealLog({ now: now() });
    print(`Từ nay ký bằng khóa ${id}. Máy chủ đang chạy phải được khởi động lại.\n${pem}`, {
      ok: true,
      id,
      publicKey: pem,
    });
    return true;
  } finally {
    await closeDatabase();
  }
}
