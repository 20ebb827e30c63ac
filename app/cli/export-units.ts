import { writeFileSync } from 'node:fs';
import { dayStart } from '#app/domain/units/unit-day.ts';
import { exportUnitTree } from '#app/features/units/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { UsageError, type VerbInput } from './verb.ts';

const USAGE = 'Cách dùng: npm run app -- export-units --out cay-don-vi.xlsx|cay-don-vi.csv [--day 01/07/2025]';

/** Writes the tree of a day into a file that import-units reads back as the same. */
export async function runExportUnits({ options, print }: VerbInput): Promise<boolean> {
  const { out, day } = options;
  const type =
    typeof out === 'string' ? (['xlsx', 'csv'] as const).find((each) => out.endsWith(`.${each}`)) : undefined;
  const at = typeof day === 'string' ? dayStart(day, now()) : now();
  if (typeof out !== 'string' || !type || at === undefined) throw new UsageError(USAGE);
  try {
    const { bytes, units } = await exportUnitTree(type, { at, now: now() });
    writeFileSync(out, bytes);
    print(`Đã ghi ${units} đơn vị vào ${out}.`, { file: out, units });
    return true;
  } finally {
    await closeDatabase();
  }
}
