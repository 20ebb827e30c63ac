import { writeFile } from 'node:fs/promises';
import { incidentMarkdown, reportIncident } from '#app/features/privacy/index.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { UsageError, type VerbInput } from './verb.ts';

const USAGE =
  'Cách dùng: npm run app -- incident-report --from "2026-01-05 08:00" --to "2026-01-06 08:00" [--out bao-cao.md] (giờ Việt Nam)';

/** "2026-01-05" or "2026-01-05 08:00" in Viet Nam. */
function instantOf(text: string | boolean | undefined): number {
  const [, day, time = '00:00'] = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?$/u.exec(String(text)) ?? [];
  const at = day === undefined ? Number.NaN : Date.parse(`${day}T${time}:00+07:00`);
  if (Number.isNaN(at)) throw new UsageError(USAGE);
  return at;
}

/** Counts who saw which data of how many people within a window. */
export async function runIncidentReport({ options, print }: VerbInput): Promise<boolean> {
  const [from, to] = [instantOf(options['from']), instantOf(options['to'])];
  if (to <= from) throw new UsageError(USAGE);
  try {
    const report = await reportIncident({ from, to });
    const text = incidentMarkdown(report);
    const { out } = options;
    if (typeof out === 'string') await writeFile(out, `${text}\n`);
    print(typeof out === 'string' ? `Đã ghi báo cáo sự cố ra ${out}.` : text, { ...report });
    return true;
  } finally {
    await closeDatabase();
  }
}
