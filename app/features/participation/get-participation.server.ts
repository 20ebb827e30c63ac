import type { Instant } from '#app/domain/kernel/time.ts';
import { boardScopes, type BoardScope } from '#app/domain/results/board-scope.ts';
import { addFigures, NO_FIGURES, type ParticipationFigures } from '#app/domain/results/participation-rate.ts';
import { scoresShown } from '#app/domain/results/scores-shown.ts';
import { rollUp } from '#app/domain/units/tree.ts';
import type { ContestNow } from '#app/features/contests/index.server.ts';
import { listUnits, type UnitRow } from '#app/features/units/index.server.ts';
import { whenForgotten } from '#app/platform/db/forget.server.ts';
import { dayOf } from './tallies/count-source.server.ts';
import { readAll, treeOf } from './tallies/read-tallies.server.ts';
import type { TallyScalars } from './tallies/tally.repo.server.ts';

/** For whom figures are: organizers see scores at any time, everybody else when the board of persons shows them. */
export type Audience = 'everybody' | 'organizers';

/** Scores of now, as of the freeze, held back until the close, or never summed up, as over rounds that stand alone. */
export type ScoreSource = 'now' | 'frozen' | 'held' | 'unkept';

/** Whether figures that come from scores are there. */
export const hasScores = (scores: ScoreSource): boolean => scores === 'now' || scores === 'frozen';

/** Figures of every unit for one scope, as of one instant. */
export interface ParticipationSnapshot {
  readonly asOf: Instant;
  /** Which scores the figures come from; where there are none, no figure in here comes from scores. */
  readonly scores: ScoreSource;
  readonly units: readonly UnitRow[];
  /** By unit: its own figures and those of everything below it. */
  readonly totals: ReadonlyMap<string, ParticipationFigures>;
  /** By unit: its own figures alone. */
  readonly own: ReadonlyMap<string, ParticipationFigures>;
}

const FRESH_MS = 5_000;
/** Far more than contests have scopes at one time. */
const MOST_KNOWN = 200;
const snapshots = new Map<string, { asOf: Instant; snapshot: Promise<ParticipationSnapshot> }>();

whenForgotten(() => snapshots.clear());

/** The scopes that unit figures exist for: every contest round, and the contest as a whole. */
export const figureScopes = ({ contest, rounds }: ContestNow): BoardScope[] => boardScopes(contest.id, rounds, true);

/**
 * The figures of a scope, at most five seconds old: however many people look at boards, the database is asked once in that
 * time, so that looking costs those who sit the contest nothing.
 * @param scope one of figureScopes(); undefined for a contest without contest rounds, in which nobody can take part
 */
export async function getParticipation(
  contestNow: ContestNow,
  scope: BoardScope | undefined,
  { audience, now }: { audience: Audience; now: Instant },
): Promise<ParticipationSnapshot> {
  const { contest } = contestNow;
  const scores = scoreSource(contestNow, scope, { audience, now });
  const key = `${scope?.id ?? contest.id} ${scores}`;
  const known = snapshots.get(key);
  if (known && now - known.asOf < FRESH_MS && now >= known.asOf) return known.snapshot;
  const snapshot = takeSnapshot(contestNow, scope, scores, now);
  snapshots.delete(key);
  snapshots.set(key, { asOf: now, snapshot });
  const oldest = snapshots.keys().next();
  if (snapshots.size > MOST_KNOWN && !oldest.done) snapshots.delete(oldest.value);
  // why: a snapshot that failed must not be shared for five seconds.
  snapshot.catch(() => snapshots.delete(key));
  return snapshot;
}

function scoreSource(
  { contest }: ContestNow,
  scope: BoardScope | undefined,
  { audience, now }: { audience: Audience; now: Instant },
): ScoreSource {
  if (scope === undefined || (scope.id === contest.id && contest.rules.overall === 'none')) return 'unkept';
  return audience === 'organizers' ? 'now' : scoresShown(contest.rules, scope, now);
}

async function takeSnapshot(
  contestNow: ContestNow,
  scope: BoardScope | undefined,
  scores: ScoreSource,
  now: Instant,
): Promise<ParticipationSnapshot> {
  const tree = await treeOf({ contestNow, now });
  const [units, read] = await Promise.all([
    listUnits(dayOf(contestNow, now)),
    scope && readAll({ contestNow, scopeId: scope.id, isFrozen: scores === 'frozen', now }),
  ]);
  const figures = new Map(
    units.map((unit): [string, ParticipationFigures] => [unit.id, { ...NO_FIGURES, headcount: unit.headcount }]),
  );
  for (const [unitId, tally] of read?.own ?? []) {
    // why mapped: people of a unit that has ended are counted where it went.
    const target = tree.remap(unitId);
    const so = figures.get(target);
    if (so) figures.set(target, addFigures(so, figuresOf(tally, scores)));
  }
  const totals = rollUp(units, figures, NO_FIGURES, addFigures);
  return { asOf: read?.asOf ?? now, scores, units, own: figures, totals };
}

function figuresOf(tally: TallyScalars, scores: ScoreSource): ParticipationFigures {
  const { people, attempts, scoreCount, scoreSum, allRight } = tally;
  const shown = hasScores(scores) ? { finished: scoreCount, scoreSum, allRight } : {};
  return { ...NO_FIGURES, people, attempts, ...shown };
}
