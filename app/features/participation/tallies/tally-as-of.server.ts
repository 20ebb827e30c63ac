import { setImmediate, setTimeout } from 'node:timers/promises';
import { countContestGroups, type ScoreGroup } from '#app/domain/participation/count-groups.ts';
import type { UnitTally } from '#app/domain/participation/tally.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findFinished } from '#app/features/attempts/index.server.ts';
import { findBirthYears, type ContestNow } from '#app/features/contests/index.server.ts';
import { readBasis, rowsOf, withUnits, type RankingBasis } from '#app/features/results/index.server.ts';
import { getUnitIndex } from '#app/features/units/index.server.ts';
import { ActFeed } from './act-feed.server.ts';
import { findUnitsOfAttempts, pageEntered } from './changes.repo.server.ts';
import { contestSource, OVERLAP, planOf, type CountSource } from './count-source.server.ts';
import { countUnits } from './count-units.server.ts';
import { findGroups } from './own-figures.repo.server.ts';
import { readOwnInSteps } from './sum-branches.server.ts';

const STEP_UNITS = 20;
const STEP_PEOPLE = 150;
const TRIES = 300;
const POLL_MS = 200;

interface AsOf {
  readonly contestNow: ContestNow;
  /** The id of a round or of the contest. */
  readonly scopeId: string;
  /** What began, and what was finished, before this instant counts. */
  readonly until: Instant;
  readonly now: Instant;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Own figures of all units as they were at an instant: only entries and attempts that began before it, only attempts that were
 * finished before it as finished, and of each person the counted attempt chosen among those. Marks are those that hold now: a key
 * that was corrected since is corrected here too. Units in which nothing happened since are read as they are counted; the others are
 * counted person by person, in short steps.
 * @returns undefined when it was stopped
 */
export async function tallyAsOf(of: AsOf): Promise<Map<string, UnitTally> | undefined> {
  const source = await contestSource(of.contestNow, of.now);
  if (!source.scopeIds.includes(of.scopeId)) return new Map();
  if (!(await bringUpToDate(source, of))) return undefined;
  // why before the figures: what happens between the two is looked at once more, not missed.
  const later = await unitsSince(source, of);
  const own = await readOwnInSteps(of.scopeId, of.now);
  const basis = await readBasis(undefined, of.contestNow.contest.id, of.now);
  if (!basis) return new Map();
  const complete = await withUnits(basis, later);
  for (let from = 0; from < later.length; from += STEP_UNITS) {
    if (of.signal?.aborted === true) return undefined;
    const ids = later.slice(from, from + STEP_UNITS);
    const counted = await countAsOf(complete, of, ids);
    for (const id of ids) {
      const tally = counted.get(id);
      if (tally) own.set(id, tally);
      else own.delete(id);
    }
    await setImmediate();
  }
  return own;
}

async function bringUpToDate(source: CountSource, { now, signal }: AsOf): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { outcome } = await countUnits(source, { now, signal });
    if (outcome === 'done') return true;
    if (outcome === 'stopped' || signal?.aborted === true) return false;
    // why: another process counts, and soon enough it has done so.
    await setTimeout(POLL_MS);
  }
  throw new Error(`figures of ${source.id} are being counted by another process and do not come to an end`);
}

/** Units in which something happened since the instant, or that are not complete. */
async function unitsSince(source: CountSource, { contestNow, until, now }: AsOf): Promise<string[]> {
  const acts = await new ActFeed().read(contestNow.contest.id, until - OVERLAP);
  const unfinished = await source.unfinished();
  if (acts === undefined || unfinished === undefined) return [...(await getUnitIndex(now)).keys()];
  return [...new Set([...(await findUnitsOfAttempts(contestNow.contest.id, acts)), ...unfinished])];
}

async function countAsOf(
  basis: RankingBasis,
  { contestNow, scopeId, until }: AsOf,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, UnitTally>> {
  const plan = planOf(contestNow);
  const contestId = contestNow.contest.id;
  const groups = await findGroups({ contestId, until, hasSeveralRounds: plan.roundIds.length > 1 }, unitIds);
  const scores: ScoreGroup[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const accountIds: string[] = await pageEntered(contestId, unitIds, after, STEP_PEOPLE);
    scores.push(...(await scoresOf(basis, { scopeId, until }, accountIds)));
    after = accountIds.length < STEP_PEOPLE ? undefined : accountIds.at(-1);
    await setImmediate();
  }
  return countContestGroups(plan, { ...groups, scores }).get(scopeId) ?? new Map();
}

async function scoresOf(
  basis: RankingBasis,
  { scopeId, until }: Pick<AsOf, 'scopeId' | 'until'>,
  accountIds: readonly string[],
): Promise<ScoreGroup[]> {
  if (accountIds.length === 0) return [];
  const { id, rules } = basis.contest;
  const roundIds = scopeId === id ? basis.rounds.map((round) => round.id) : [scopeId];
  if (scopeId === id && rules.overall === 'none') return [];
  const finished = await findFinished(undefined, roundIds, accountIds);
  const birthYears = await findBirthYears(undefined, id, [...finished.keys()]);
  return [...finished].flatMap(([accountId, all]) => {
    const attempts = all.filter(({ submittedAt }) => submittedAt < until);
    const person = { accountId, birthYear: birthYears.get(accountId) ?? 0, attempts };
    return rowsOf(basis, person, roundIds)
      .filter((row) => row.scopeId === scopeId)
      .map(({ unitId, score, isAllRight }) => ({ unitId, scopeId, score, isAllRight, people: 1 }));
  });
}
