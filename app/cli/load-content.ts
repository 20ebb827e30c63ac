import { loadContests } from '#app/features/contests/index.server.ts';
import { sealPlainPhones } from '#app/features/identity/index.server.ts';
import { loadItems } from '#app/features/items/index.server.ts';
import { loadUnits } from '#app/features/units/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { ContentError } from '#app/platform/content-files.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { migrate } from '#app/platform/db/migrate.server.ts';
import { checkContent } from './check-content.ts';
import type { VerbInput } from './verb.ts';

/**
 * Brings the database to what content/ says: structure, units, items, contests, in the order in which they need each other.
 * @throws ContentError when content has a fault; nothing is changed then
 */
export async function runLoadContent({ print }: VerbInput): Promise<boolean> {
  const at = now();
  const faults = checkContent();
  if (faults.length > 0) throw new ContentError(faults);
  try {
    const applied = await migrate();
    await sealPlainPhones();
    const { units } = await loadUnits({ now: at });
    const { items, added, changed, retired } = await loadItems({ now: at });
    const { contests, kept } = await loadContests({ now: at });
    print(
      `Đã nạp ${units} đơn vị, ${items} câu hỏi (mới ${added}, sửa ${changed}, rút ${retired}), ${contests} cuộc thi.${
        kept.length === 0
          ? ''
          : `\nGiữ nguyên, vì đã có lượt thi và tệp đổi điều làm thay đổi kết quả: ${kept.join(', ')}.`
      }`,
      { migrations: applied.length, units, items, added, changed, retired, contests, kept },
    );
  } finally {
    await closeDatabase();
  }
  return true;
}
