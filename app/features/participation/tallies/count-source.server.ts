import { createHash } from 'node:crypto';
import {
  countContestGroups,
  countReadings,
  type ScopePlan,
  type TalliesByScope,
} from '#app/domain/participation/count-groups.ts';
import type { Duration, Instant } from '#app/domain/kernel/time.ts';
import { MINUTE } from '#app/domain/kernel/time.ts';
import { findCorrections, type ContestNow } from '#app/features/contests/index.server.ts';
import { findUnitsOfAttempts, findUnitsOfReaders, findUnrankedUnits } from './changes.repo.server.ts';
import { ActFeed } from './act-feed.server.ts';
import { findReadings } from './lesson-figures.repo.server.ts';
import { findGroups, findScoreGroups } from './own-figures.repo.server.ts';

/** Units whose figures may have changed; undefined where that is as good as all of them. */
export type ChangedUnits = ReadonlySet<string> | undefined;

/** What figures of units are counted of: a contest, or the lessons of a topic. */
export interface CountSource {
  /** The id of the contest, or "topic:<slug>". */
  readonly id: string;
  /** Every scope that figures are kept for. */
  readonly scopeIds: readonly string[];
  /** The instant whose tree the branches are summed up in. */
  readonly day: Instant;
  /** Another text whenever figures of all units may have changed. */
  readonly basis: string;
  /** Nothing of it changes any more by itself. */
  readonly isQuiet: boolean;
  /** Own figures of some units, from the tables that people write to. */
  countOwn(unitIds: readonly string[]): Promise<TalliesByScope>;
  /** Units in which something happened since an instant. */
  changedSince(since: Instant): Promise<ChangedUnits>;
  /** Units that are not complete yet, so that they have to be counted again whatever is counted now. */
  unfinished(): Promise<ChangedUnits>;
  /** What changedSince() told is counted. */
  settle(): void;
}

/**
 * How long before an instant something may have been said to happen that could be seen only after it: a transaction that waited
 * its longest, and clocks of two machines that differ.
 */
export const OVERLAP: Duration = 2 * MINUTE;
const MOST_UNRANKED = 5_000;

/** The id under which scores as of the freeze are kept. */
export const frozenScope = (scopeId: string): string => `${scopeId}@frozen`;

/** The scopes of a contest that figures are kept for, see figureScopes(). */
export function planOf({ contest }: Pick<ContestNow, 'contest'>): ScopePlan {
  const roundIds = contest.rounds
    .filter(({ kind }) => kind === 'contest')
    .toSorted((a, b) => a.number - b.number)
    .map(({ id }) => id);
  const wholeId = roundIds.length > 1 ? contest.id : roundIds[0];
  const ids = [...new Set([...roundIds, ...(wholeId === undefined ? [] : [wholeId])])];
  return { roundIds, wholeId, frozenIds: contest.rules.boards === 'frozen' ? ids.map(frozenScope) : [] };
}

/** The instant whose tree figures of a contest are shown in: now, and once it is over the last moment of it. */
export function dayOf({ rounds }: Pick<ContestNow, 'rounds'>, now: Instant): Instant {
  const counted = rounds.filter(({ round }) => round.kind === 'contest');
  const closesAt = Math.max(...counted.map(({ window }) => window.closesAt));
  return counted.length === 0 ? now : Math.min(now, closesAt);
}

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);

const feed = new ActFeed();

/** A contest as something to count. */
export async function contestSource(contestNow: ContestNow, now: Instant): Promise<CountSource> {
  const { contest } = contestNow;
  const plan = planOf(contestNow);
  const scopeIds = [
    ...new Set([...plan.roundIds, ...(plan.wholeId === undefined ? [] : [plan.wholeId]), ...plan.frozenIds]),
  ];
  const corrections = (await findCorrections(contest.id)).filter(({ doneAt }) => doneAt !== undefined);
  const rounds = contest.rounds.map(({ id, kind, number, settledAt }) => ({ id, kind, number, settledAt }));
  const isSettled = rounds.every(({ kind, settledAt }) => kind === 'practice' || settledAt !== undefined);
  const isWhole = contest.rules.overall === 'none' || contest.settledAt !== undefined;
  return {
    id: contest.id,
    scopeIds,
    day: dayOf(contestNow, now),
    basis: hashOf([contest.rules, rounds, contest.settledAt, corrections.map(({ id, doneAt }) => [id, doneAt])]),
    isQuiet: isSettled && isWhole,
    countOwn: async (unitIds) => {
      const of = { contestId: contest.id, hasSeveralRounds: plan.roundIds.length > 1 };
      const groups = await findGroups(of, unitIds);
      return countContestGroups(plan, { ...groups, scores: await findScoreGroups(scopeIds, unitIds) });
    },
    changedSince: async (since) => {
      const acts = await feed.read(contest.id, since - OVERLAP);
      return acts && new Set(await findUnitsOfAttempts(contest.id, acts));
    },
    unfinished: () => findUnrankedUnits(contest.id, MOST_UNRANKED),
    settle: () => feed.remember(contest.id),
  };
}

/** The scope of the lessons of a topic. */
export const topicScope = (slug: string): string => `topic:${slug}`;

/** The lessons of a topic as something to count: by the units that people belong to now. */
export function topicSource(
  topic: { readonly slug: string; readonly lessonSlugs: readonly string[] },
  now: Instant,
): CountSource {
  const id = topicScope(topic.slug);
  return {
    id,
    scopeIds: [id],
    day: now,
    basis: hashOf(topic.lessonSlugs),
    isQuiet: false,
    countOwn: async (unitIds) => {
      const of = { topicSlug: topic.slug, lessonSlugs: topic.lessonSlugs };
      const { readings, finished } = await findReadings(of, unitIds);
      return countReadings(id, readings, finished);
    },
    changedSince: async (since) => new Set(await findUnitsOfReaders(topic.slug, since - OVERLAP)),
    unfinished: async () => new Set(),
    settle: () => undefined,
  };
}
