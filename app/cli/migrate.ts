import { sealPlainPhones } from '#app/features/identity/index.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { migrate } from '#app/platform/db/migrate.server.ts';
import type { VerbInput } from './verb.ts';

/** Applies the migrations that the database has not had yet. */
export async function runMigrate({ print }: VerbInput): Promise<boolean> {
  const applied = await migrate();
  const phonesSealed = await sealPlainPhones();
  await closeDatabase();
  const sentence =
    applied.length === 0
      ? 'Cơ sở dữ liệu đã ở cấu trúc mới nhất.'
      : `Đã áp dụng ${applied.length} thay đổi cấu trúc: ${applied.join(', ')}.`;
  print(phonesSealed === 0 ? sentence : `${sentence} Đã niêm phong ${phonesSealed} số điện thoại.`, {
    applied,
    phonesSealed,
  });
  return true;
}
