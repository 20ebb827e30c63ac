import { exportContest } from '#app/features/drafts/index.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import type { VerbInput } from './verb.ts';

/** Prints a contest as YAML, its access code too. */
export async function runExportContest({ options: { slug }, print }: VerbInput): Promise<boolean> {
  if (typeof slug !== 'string') throw new Error('Cách dùng: npm run app -- export-contest --slug ten-duong-dan');
  const exported = await exportContest(slug);
  await closeDatabase();
  if (!exported) throw new Error(`Không có cuộc thi ${slug}.`);
  print(exported.yaml.trimEnd(), { ...exported });
  return true;
}
