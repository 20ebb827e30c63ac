import { getContest } from '#app/features/contests/index.server.ts';
import { rebuildStandings, refreshStandings } from '#app/features/results/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import type { VerbInput } from './verb.ts';

/** Folds in what the standings do not know yet; with a contest, writes all of its rows anew from its attempts. */
export async function runRefreshStandings({ options, print }: VerbInput): Promise<boolean> {
  const at = now();
  const slug = options['contest'];
  const { refreshed } = await refreshStandings();
  if (typeof slug !== 'string') {
    print(`Đã xếp hạng thêm ${refreshed} bài.`, { refreshed });
    return true;
  }
  const found = await getContest(slug, at);
  if (!found) throw new Error(`Không có cuộc thi nào tên là ${slug}.`);
  const { people } = await rebuildStandings({ contestId: found.contest.id, now: at });
  print(`Đã xếp hạng thêm ${refreshed} bài và tính lại bảng của ${people} người dự thi.`, { refreshed, people });
  return true;
}
