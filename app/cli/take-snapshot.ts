import { findContest, listContests } from '#app/features/contests/index.server.ts';
import { instantWords, takeSnapshots, verifySnapshots } from '#app/features/reports/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import type { VerbInput } from './verb.ts';

/** Freezes the figures of every declared instant that has come, or looks whether what was frozen is whole. */
export async function runTakeSnapshot({ options, print }: VerbInput): Promise<boolean> {
  const slug = typeof options['contest'] === 'string' ? options['contest'] : undefined;
  try {
    if (slug !== undefined && !(await findContest({ slug }))) throw new Error(`Không có cuộc thi ${slug}.`);
    if (options['verify'] === true) return await verify(slug, print);
    const taken = await takeSnapshots({ now: now(), ...(slug === undefined ? {} : { contestSlug: slug }) });
    if (taken.length === 0) print('Không có kỳ nào đến giờ chốt mà chưa chốt.', { taken: [] });
    for (const each of taken) {
      const sentence = `Đã chốt số liệu của ${each.contestSlug} lúc ${instantWords(each.at)}, SHA-256 ${each.hash}`;
      print(sentence, { ...each, at: new Date(each.at).toISOString() });
    }
    return true;
  } finally {
    await closeDatabase();
  }
}

async function verify(slug: string | undefined, print: VerbInput['print']): Promise<boolean> {
  let isWhole = true;
  for (const { contest } of await listContests(now())) {
    if (slug !== undefined && contest.slug !== slug) continue;
    const { checked, changed } = await verifySnapshots(contest.id);
    isWhole &&= changed.length === 0;
    const found = changed.map((at) => instantWords(at)).join('; ');
    const sentence =
      changed.length === 0
        ? `${contest.slug}: ${checked} lần chốt đều còn nguyên vẹn.`
        : `${contest.slug}: số liệu đã chốt bị thay đổi: ${found}.`;
    print(sentence, { contest: contest.slug, checked, changed: changed.map((at) => new Date(at).toISOString()) });
  }
  return isWhole;
}
