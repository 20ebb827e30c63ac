import { setImmediate } from 'node:timers/promises';
import { bodyOf, isSameTally, NO_TALLY, type UnitTally } from '#app/domain/participation/tally.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { ContestNow } from '#app/features/contests/index.server.ts';
import { getUnitIndex, getUnitTree } from '#app/features/units/index.server.ts';
import { contestSource, type CountSource } from './count-source.server.ts';
import { countUnits } from './count-units.server.ts';
import { branchesOf, readOwnInSteps } from './sum-branches.server.ts';
import { branchPart, findTallies } from './tally.repo.server.ts';

/** Figures of a unit that are not what the tables say. */
export interface TallyDifference {
  readonly scopeId: string;
  readonly unitId: string;
  /** own: against entries, attempts and standings; branch: against the own figures of everything below. */
  readonly part: 'own' | 'branch';
  readonly stored: string;
  readonly derived: string;
}

/** What checking the figures of a contest found. */
export interface TallyCheck {
  readonly units: number;
  readonly differences: readonly TallyDifference[];
}

const STEP_UNITS = 50;

/**
 * Counts the figures of every unit of a contest again and compares them with what is stored. What nobody has counted yet is counted
 * before that, by the way that sweeps do it; nothing else is changed. Who seems to differ is looked at once more, as people may be
 * sitting the contest.
 */
export async function checkTallies(contestNow: ContestNow, now: Instant): Promise<TallyCheck> {
  const source = await contestSource(contestNow, now);
  if (source.scopeIds.length === 0) return { units: 0, differences: [] };
  await countUnits(source, { now });
  const ids = [...(await getUnitIndex(now)).keys()];
  const suspects = new Set((await differencesOf(source, ids, now)).map(({ unitId }) => unitId));
  if (suspects.size === 0) return { units: ids.length, differences: [] };
  await countUnits(source, { now });
  return { units: ids.length, differences: await differencesOf(source, [...suspects], now) };
}

async function differencesOf(source: CountSource, ids: readonly string[], now: Instant): Promise<TallyDifference[]> {
  const found: TallyDifference[] = [];
  for (let from = 0; from < ids.length; from += STEP_UNITS) {
    const step = ids.slice(from, from + STEP_UNITS);
    const counted = await source.countOwn(step);
    const rows = await findTallies(undefined, 'own', source.scopeIds, step);
    const stored = new Map(rows.map(({ scopeId, unitId, tally }) => [`${scopeId} ${unitId}`, tally]));
    for (const scopeId of source.scopeIds) {
      for (const unitId of step) {
        const pair = { so: stored.get(`${scopeId} ${unitId}`), is: counted.get(scopeId)?.get(unitId) };
        found.push(...differenceOf({ scopeId, unitId, part: 'own' }, pair.so, pair.is));
      }
    }
    await setImmediate();
  }
  return [...found, ...(await branchDifferences(source, ids, now))];
}

async function branchDifferences(
  source: CountSource,
  ids: readonly string[],
  now: Instant,
): Promise<TallyDifference[]> {
  const tree = await getUnitTree(source.day, now);
  const found: TallyDifference[] = [];
  for (const scopeId of source.scopeIds) {
    const branches = await branchesOf(await readOwnInSteps(scopeId, now), tree);
    const rows = await findTallies(undefined, branchPart(tree.stamp), [scopeId], ids);
    const stored = new Map(rows.map(({ unitId, tally }) => [unitId, tally]));
    for (const unitId of ids.filter((id) => tree.byId.has(id))) {
      found.push(...differenceOf({ scopeId, unitId, part: 'branch' }, stored.get(unitId), branches.get(unitId)));
    }
  }
  return found;
}

function differenceOf(
  of: Pick<TallyDifference, 'scopeId' | 'unitId' | 'part'>,
  stored: UnitTally = NO_TALLY,
  derived: UnitTally = NO_TALLY,
): TallyDifference[] {
  if (isSameTally(stored, derived)) return [];
  return [{ ...of, stored: textOf(stored), derived: textOf(derived) }];
}

/** The numbers, and where those agree hours, scores and categories too. */
const textOf = (tally: UnitTally): string => {
  const { people, attempts, valid, finished, allRight, scoreCount, scoreSum } = tally;
  return JSON.stringify({ people, attempts, valid, finished, allRight, scoreCount, scoreSum, ...bodyOf(tally) });
};
