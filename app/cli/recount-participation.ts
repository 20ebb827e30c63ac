import { getContest, listContests } from '#app/features/contests/index.server.ts';
import { recountParticipation } from '#app/features/participation/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import type { VerbInput } from './verb.ts';

/** Counts the figures of all units anew, of one contest or of all. Stopped half-way, the next count goes on from there. */
export async function runRecountParticipation({ options, print }: VerbInput): Promise<boolean> {
  const at = now();
  const slug = options['contest'];
  try {
    const found = typeof slug === 'string' ? [await getContest(slug, at)] : await listContests(at);
    const counted: { contest: string; units: number }[] = [];
    for (const contestNow of found) {
      if (!contestNow) throw new Error(`Không có cuộc thi nào tên là ${String(slug)}.`);
      const units = await recountParticipation(contestNow, { now: at });
      const { slug: contest } = contestNow.contest;
      if (units === undefined) {
        throw new Error(
          `Số liệu của cuộc thi ${contest} đang được một tiến trình khác đếm. Xin chạy lại sau một phút.`,
        );
      }
      counted.push({ contest, units });
    }
    const lines = counted.map(({ contest, units }) => `Đã đếm lại ${units} đơn vị của cuộc thi ${contest}.`);
    print(lines.join('\n') || 'Chưa có cuộc thi nào.', { contests: counted });
    return true;
  } finally {
    await closeDatabase();
  }
}
