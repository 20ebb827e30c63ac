import { SECOND, type Instant } from '#app/domain/kernel/time.ts';
import { NO_TALLY, type UnitTally } from '#app/domain/participation/tally.ts';
import { addFigures, NO_FIGURES, type ParticipationFigures } from '#app/domain/results/participation-rate.ts';
import { scoresShown } from '#app/domain/results/scores-shown.ts';
import type { BoardScope } from '#app/domain/results/board-scope.ts';
import { rollUp } from '#app/domain/units/tree.ts';
import type { ContestNow } from '#app/features/contests/index.server.ts';
import {
  getHeadcounts,
  getUnitTree,
  type HeadcountNow,
  type UnitRow,
  type UnitTree,
} from '#app/features/units/index.server.ts';
import { whenForgotten } from '#app/platform/db/forget.server.ts';
import { hasScores, type Audience, type ScoreSource } from '../get-participation.server.ts';
import { dayOf, topicScope } from '../tallies/count-source.server.ts';
import { readAll, treeOf, type TallyScope } from '../tallies/read-tallies.server.ts';

/** What figures are of: a round of a contest or all of it, or the lessons of a topic. */
export type DashboardFrame =
  | { readonly kind: 'contest'; readonly contestNow: ContestNow; readonly scope: BoardScope | undefined }
  | { readonly kind: 'topic'; readonly slug: string };

/** Which scores somebody sees; none of lessons. */
export function scoresOfFrame(frame: DashboardFrame, audience: Audience, now: Instant): ScoreSource {
  if (frame.kind === 'topic') return 'unkept';
  const { contest } = frame.contestNow;
  const { scope } = frame;
  if (scope === undefined || (scope.id === contest.id && contest.rules.overall === 'none')) return 'unkept';
  return audience === 'organizers' ? 'now' : scoresShown(contest.rules, scope, now);
}

/** Whether organizers see scores of a frame before everybody does. */
export const isAheadOf = (frame: DashboardFrame, now: Instant): boolean =>
  ['held', 'frozen'].includes(scoresOfFrame(frame, 'everybody', now));

/** What is read of the tallies for a frame. */
export const tallyScope = (frame: DashboardFrame, scores: ScoreSource, now: Instant): TallyScope =>
  frame.kind === 'topic'
    ? { scopeId: topicScope(frame.slug), now }
    : {
        contestNow: frame.contestNow,
        scopeId: frame.scope?.id ?? frame.contestNow.contest.id,
        isFrozen: scores === 'frozen',
        now,
      };

/** A tally as somebody may see it: with nothing that comes from scores while they are held back. */
export const shownTally = (tally: UnitTally, scores: ScoreSource): UnitTally =>
  hasScores(scores) ? tally : { ...tally, ...shownScores(tally, scores), scores: NO_TALLY.scores };

const shownScores = (
  { allRight, scoreCount, scoreSum }: Pick<UnitTally, 'allRight' | 'scoreCount' | 'scoreSum'>,
  scores: ScoreSource,
): Pick<UnitTally, 'allRight' | 'scoreCount' | 'scoreSum'> =>
  hasScores(scores) ? { allRight, scoreCount, scoreSum } : { allRight: 0, scoreCount: 0, scoreSum: 0 };

/** The tree that figures are shown in. */
export interface ShownTree {
  readonly tree: UnitTree;
  /** Another instant's tree than that of the contest; undefined for that one. */
  readonly at: Instant | undefined;
}

/**
 * The tree to show a unit in: that of the day that was asked for; else that of the contest's day; else, for a unit that came
 * later, that of now. Undefined where the unit is in none of them.
 */
export async function treeToShow(
  unitId: string,
  scope: TallyScope,
  asked: Instant | undefined,
): Promise<ShownTree | undefined> {
  const { now } = scope;
  if (asked !== undefined) {
    const tree = await getUnitTree(asked, now);
    return tree.byId.has(unitId) ? { tree, at: asked } : undefined;
  }
  const own = await treeOf(scope);
  if (own.byId.has(unitId)) return { tree: own, at: undefined };
  const tree = await getUnitTree(now, now);
  return tree.byId.has(unitId) ? { tree, at: now } : undefined;
}

/** Figures of every unit of a tree, in numbers alone. */
export interface WholeTree {
  readonly tree: UnitTree;
  readonly units: readonly UnitRow[];
  readonly scores: ScoreSource;
  readonly headcounts: ReadonlyMap<string, HeadcountNow>;
  /** By unit: its own figures, and with everything below it. */
  readonly own: ReadonlyMap<string, ParticipationFigures>;
  readonly totals: ReadonlyMap<string, ParticipationFigures>;
  /** By unit of any day: its own people, before they were mapped into this tree. */
  readonly unmapped: ReadonlyMap<string, number>;
}

const FRESH_MS = 5 * SECOND;
const MOST_KNOWN = 24;
const known = new Map<string, { asOf: Instant; whole: Promise<WholeTree> }>();
whenForgotten(() => known.clear());

/** The figures of all units, at most five seconds old: a page for each unit asks for them, and the tables are read once. */
export function getWholeTree(scope: TallyScope, scores: ScoreSource, { tree, at }: ShownTree): Promise<WholeTree> {
  const { now } = scope;
  const key = [scope.scopeId, scores, tree.stamp, at ?? ''].join(' ');
  const last = known.get(key);
  if (last && now >= last.asOf && now - last.asOf < FRESH_MS) return last.whole;
  const whole = readWhole(scope, scores, { tree, at });
  known.delete(key);
  known.set(key, { asOf: now, whole });
  const oldest = known.keys().next();
  if (known.size > MOST_KNOWN && !oldest.done) known.delete(oldest.value);
  // why: what failed must not be shared for five seconds.
  whole.catch(() => known.delete(key));
  return whole;
}

/** Headcounts are those of the day that figures are of: of a contest that is over, of its end. */
export const headcountDay = ({ contestNow, now }: TallyScope): Instant => (contestNow ? dayOf(contestNow, now) : now);

async function readWhole(scope: TallyScope, scores: ScoreSource, { tree, at }: ShownTree): Promise<WholeTree> {
  const [all, headcounts] = await Promise.all([
    readAll(scope),
    getHeadcounts({ category: 'all', at: at ?? headcountDay(scope) }),
  ]);
  const own = new Map<string, ParticipationFigures>(
    tree.units.map(({ id }) => [id, { ...NO_FIGURES, headcount: headcounts.get(id)?.people ?? 0 }]),
  );
  for (const [id, scalars] of all.own) {
    const target = tree.remap(id);
    const { scoreCount, scoreSum, allRight } = shownScores(scalars, scores);
    const { people, attempts } = scalars;
    const figures = { headcount: 0, people, attempts, finished: scoreCount, scoreSum, allRight };
    own.set(target, addFigures(own.get(target) ?? NO_FIGURES, figures));
  }
  const units = tree.units.map((unit): UnitRow => ({
    ...unit,
    headcount: headcounts.get(unit.id)?.people ?? 0,
    isSample: headcounts.get(unit.id)?.isSample ?? false,
  }));
  return {
    tree,
    units,
    scores,
    headcounts,
    own,
    totals: rollUp(units, own, NO_FIGURES, addFigures),
    unmapped: new Map([...all.own].map(([id, { people }]) => [id, people])),
  };
}
