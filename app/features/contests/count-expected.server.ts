import type { Contest } from '#app/domain/contests/contest.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { idsOfPath } from '#app/domain/units/tree.ts';
import { getUnitIndex, listUnits } from '#app/features/units/index.server.ts';
import { blockOf } from './block-of.ts';
import { countPeopleByUnit } from './participation.repo.server.ts';

/**
 * How many people may come to a contest: the headcount of the units that it is for, or those who have entered already where
 * these are more; undefined where nobody has counted.
 */
export async function countExpected({ id, rules }: Contest, now: Instant): Promise<number | undefined> {
  const { units, blocks } = rules.entry;
  const isForAll = units.length === 0 && blocks.length === 0;
  const index = await getUnitIndex(now);
  const invited = (await listUnits(now)).filter((unit) => {
    const place = index.get(unit.id);
    const block = place && blockOf(rules.blocks, place);
    return (
      isForAll ||
      idsOfPath(unit.path).some((each) => units.includes(each)) ||
      (block !== undefined && blocks.includes(block))
    );
  });
  const people = invited.reduce((sum, { headcount }) => sum + headcount, 0);
  const entered = [...(await countPeopleByUnit(id)).values()].reduce((sum, each) => sum + each, 0);
  return people === 0 ? undefined : Math.max(people, entered);
}
